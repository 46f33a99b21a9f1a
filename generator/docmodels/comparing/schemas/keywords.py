"""The meaning of the keywords of one schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...model.types import ANY, NULL, Constant, Type, union

_DEEPEST = 60


def text_of(schema: object) -> str:
    return str(schema.get("description") or "") if isinstance(schema, Mapping) else ""


def is_object(schema: Mapping[str, object]) -> bool:
    """Whether a schema has fields: its own, or those of the several schemas in `allOf`."""
    if "$ref" in schema or "enum" in schema:
        return False
    if isinstance(schema.get("properties"), Mapping):
        return bool(schema["properties"]) or not isinstance(schema.get("additionalProperties"), Mapping)
    parts = schema.get("allOf")
    return isinstance(parts, list) and len(parts) > 1 and any(map(_has_fields, parts))


def _has_fields(part: object) -> bool:
    return isinstance(part, Mapping) and ("properties" in part or "$ref" in part or "allOf" in part)


def with_all_of(schema: Mapping[str, object], depth: int = 0) -> Iterator[Mapping[str, object]]:
    """A schema, behind all schemas that its `allOf` holds."""
    parts = schema.get("allOf")
    if isinstance(parts, list) and depth < _DEEPEST:
        for part in parts:
            if isinstance(part, Mapping):
                yield from with_all_of(part, depth + 1)
    yield schema


def implied(schema: Mapping[str, object]) -> str:
    """The type that the keywords of a schema without `type` imply; "" for none."""
    if "items" in schema or "prefixItems" in schema:
        return "array"
    return "object" if "additionalProperties" in schema or "patternProperties" in schema else ""


def constants(values: list[object]) -> Type:
    kept = tuple(value for value in values if isinstance(value, str | int | bool))
    has_others = any(value is not None and not isinstance(value, str | int | bool) for value in values)
    type_: Type = ANY if has_others or not kept else Constant(kept)
    return union(type_, NULL) if None in values else type_
