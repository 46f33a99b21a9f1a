"""The facts of a field in a schema of JSON, as texts of cells: `string (uuid)`, ``Minimum: `1` ``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from ....model.declarations import Json

_SCALARS = frozenset({"string", "integer", "number", "boolean"})
_LIMITS = {
    "minimum": "Minimum",
    "exclusiveMinimum": "Exclusive Minimum",
    "maximum": "Maximum",
    "exclusiveMaximum": "Exclusive Maximum",
    "multipleOf": "Multiple of",
    "minLength": "Minimum Length",
    "maxLength": "Maximum Length",
    "minItems": "Minimum Items",
    "maxItems": "Maximum Items",
}
_FORMATS = frozenset({"date-time", "date", "time", "uuid"})


def limits_of(schema: Mapping[str, Json]) -> Iterator[str]:
    """The limits in a schema, as lines of a description: ``Minimum: `1` ``."""
    for key, name in _LIMITS.items():
        value = schema.get(key)
        label = f"Exclusive {name}" if schema.get(f"exclusive{name}") is True else name  # as OpenAPI 3.0 has it
        if isinstance(value, int | float) and not isinstance(value, bool):
            yield f"{label}: `{json.dumps(value)}`"
    if isinstance(pattern := schema.get("pattern"), str):
        yield f"Pattern: `{pattern}`"


def may_be_null(schema: Mapping[str, Json]) -> bool:
    return is_true(schema.get("nullable")) or "null" in kinds_of(schema) or None in listed(schema.get("enum"))


def is_true(value: Json) -> bool:
    """Whether a keyword of a schema, or of one merged into it, is true: `"nullable": [true]`."""
    return value is True or True in listed(value)


def kind_of(schema: Mapping[str, Json]) -> str:
    """The type of a schema, as in a cell: `string (uuid)`, `string | integer`, `string[]`; "" for a name alone."""
    kinds = [kind for kind in kinds_of(schema) if kind != "null"]
    if kinds == ["array"] and isinstance(items := schema.get("items"), dict):
        form = items.get("format")
        kind = form if isinstance(form, str) and form in _FORMATS else kind_of({**items, "format": None})
        kind = f"{kind} | null" if kind and may_be_null(items) else kind
        return f"({kind})[]" if " | " in kind else f"{kind}[]" if kind else ""
    if not kinds or (len(kinds) == 1 and kinds[0] not in _SCALARS):
        return ""
    form = schema.get("format")
    return f"{kinds[0]} ({form})" if isinstance(form, str) and len(kinds) == 1 else " | ".join(kinds)


def kinds_of(schema: Mapping[str, Json]) -> Sequence[str]:
    """The types of a schema, also "null": `"string"`, `["string", "null"]`."""
    kinds = schema.get("type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def values_of(schema: Mapping[str, Json]) -> Sequence[Json]:
    """The allowed values of a field, or of the items of its list."""
    items = schema.get("items")
    return listed(schema.get("enum")) or (listed(items.get("enum")) if isinstance(items, dict) else [])


def listed(value: Json) -> Sequence[Json]:
    return value if isinstance(value, list) else []


def text_of(value: Json) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
