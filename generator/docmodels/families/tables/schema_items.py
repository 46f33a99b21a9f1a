"""Fields that the OpenAPI plugin for Docusaurus writes: `SchemaItem` holds a schema in JSON, or a summary of an object.

<SchemaItem name={"id"} required={true} schemaName={"int64"} schema={{"type":"integer","format":"int64"}}></SchemaItem>

<SchemaItem collapsible={true}><details><summary><strong>owner</strong><span>object</span></summary> … </SchemaItem>
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from ...frozen import replace
from ...markdown import Inline, Opening, Tag, code_span
from ...model.declarations import Json
from ...model.strict_json import read_json
from ...regexes import regex

_ITEM = "SchemaItem"
_SUMMARY = regex(
    r"<strong[^<>]{0,200}>\s*(?P<name>[^<>\s]{1,255})\s*</strong>\s*<span[^<>]{0,200}>\s*(?P<type>[^<>]{1,200}?)\s*</span>"
    r"(?P<marks>(?:(?!</summary>).){0,2000})</summary>",
    re.DOTALL,
)
_TAG = regex(r"</?[A-Za-z][^<>]{0,1000}>")
_BRACKETS = regex(r"(?<!\S)(?:Array \[|\])(?!\S)")
_REQUIRED = regex(r">\s*required\s*<")
_NULLABLE = regex(r">\s*nullable\s*<")
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


def schema_items(tags: Sequence[Tag]) -> Sequence[Tag]:
    """The tags of a page, with facts of schemas as attributes of their components."""
    if not any(isinstance(tag, Opening) and tag.name == _ITEM for tag in tags):
        return tags
    return tuple(_items(tags))


def _items(tags: Sequence[Tag]) -> Iterator[Tag]:
    skipped = False
    for tag, following in zip(tags, (*tags[1:], None), strict=True):
        if skipped:
            skipped = False
            continue
        if isinstance(tag, Inline):
            yield _text(tag, 0)
        elif not isinstance(tag, Opening) or tag.name != _ITEM:
            yield tag
        elif "name" in tag.attributes:
            yield replace(tag, attributes=dict(_attributes(tag)))
        elif isinstance(following, Inline) and (match := _SUMMARY.search(following.source)) is not None:
            told = {"name": match["name"], "type": match["type"]}
            told |= {"required": "true" if _REQUIRED.search(match["marks"]) else "false"}
            told |= {"nullable": "true"} if _NULLABLE.search(match["marks"]) else {}
            yield replace(tag, attributes={key: replace(following, source=text) for key, text in told.items()})
            yield _text(following, match.end())
            skipped = True
        else:
            yield tag


def _text(cell: Inline, start: int) -> Inline:
    """A text from a character on, without tags and the brackets around the items of a list."""
    text = _TAG.sub(" ", cell.source[start:])
    return replace(cell, source=_BRACKETS.sub(" ", text).strip(" -\n"))


def _attributes(tag: Opening) -> Iterator[tuple[str, Inline]]:
    name = tag.attributes["name"]
    yield "name", name
    schema = _schema(tag.attributes.get("schema"))
    shown = tag.attributes.get("schemaName")
    kind = _kind(schema)
    if kind and (shown is None or not kind.endswith("[]")):
        yield "type", replace(name, source=kind)
    elif shown is not None:
        yield "type", shown
    if "required" in tag.attributes:
        yield "required", _required(tag.attributes["required"], name)
    values = [value for value in _values(schema) if value is not None]
    if values:
        yield "enum", replace(name, source=", ".join(code_span(_text_of(value)) for value in values))
    text = schema.get("description")
    told = [*([text] if isinstance(text, str) else []), *_limits(schema)]
    if told:
        yield "description", replace(name, source="\n\n".join(told))
    if schema.get("default") is not None:
        yield "default", replace(name, source=_text_of(schema["default"]))
    if _may_be_null(schema):
        yield "nullable", replace(name, source="true")
    if _is_true(schema.get("deprecated")):
        yield "deprecated", replace(name, source="true")


def _limits(schema: Mapping[str, Json]) -> Iterator[str]:
    """The limits of a field as lines of a description: ``Minimum: `1` ``."""
    for key, name in _LIMITS.items():
        value = schema.get(key)
        label = f"Exclusive {name}" if schema.get(f"exclusive{name}") is True else name  # as OpenAPI 3.0 has it
        if isinstance(value, int | float) and not isinstance(value, bool):
            yield f"{label}: `{json.dumps(value)}`"
    if isinstance(pattern := schema.get("pattern"), str):
        yield f"Pattern: `{pattern}`"


def _may_be_null(schema: Mapping[str, Json]) -> bool:
    return _is_true(schema.get("nullable")) or "null" in _kinds(schema) or None in _listed(schema.get("enum"))


def _is_true(value: Json) -> bool:
    """Whether a keyword of a schema, or of one merged into it, is true: `"nullable": [true]`."""
    return value is True or True in _listed(value)


def _required(cell: Inline, name: Inline) -> Inline:
    """Whether a field is required; a list has the names of the fields that are: `required={["id", "state"]}`."""
    try:
        listed = _listed(read_json(cell.source))
    except ValueError:
        return cell
    return replace(cell, source="true" if name.text in listed or True in listed else "false") if listed else cell


def _kind(schema: Mapping[str, Json]) -> str:
    """The type as in a cell: `string (uuid)`, `string | integer`, `string[]`; "" for one with only a name."""
    kinds = [kind for kind in _kinds(schema) if kind != "null"]
    if kinds == ["array"] and isinstance(items := schema.get("items"), dict):
        form = items.get("format")
        kind = form if isinstance(form, str) and form in _FORMATS else _kind({**items, "format": None})
        kind = f"{kind} | null" if kind and _may_be_null(items) else kind
        return f"({kind})[]" if " | " in kind else f"{kind}[]" if kind else ""
    if not kinds or (len(kinds) == 1 and kinds[0] not in _SCALARS):
        return ""
    form = schema.get("format")
    return f"{kinds[0]} ({form})" if isinstance(form, str) and len(kinds) == 1 else " | ".join(kinds)


def _kinds(schema: Mapping[str, Json]) -> Sequence[str]:
    """The types of a schema, "null" among them: `"string"`, `["string", "null"]`."""
    kinds = schema.get("type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _values(schema: Mapping[str, Json]) -> Sequence[Json]:
    """The only values of a field, or of the items of its list."""
    items = schema.get("items")
    return _listed(schema.get("enum")) or (_listed(items.get("enum")) if isinstance(items, dict) else [])


def _listed(value: Json) -> Sequence[Json]:
    return value if isinstance(value, list) else []


def _text_of(value: Json) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _schema(cell: Inline | None) -> Mapping[str, Json]:
    try:
        found = read_json(cell.source) if cell is not None else None
    except ValueError:
        found = None
    return found if isinstance(found, dict) else {}
