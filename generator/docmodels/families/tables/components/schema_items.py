"""Fields of the OpenAPI plugin for Docusaurus: `SchemaItem` has a schema in JSON, or the summary of an object.

<SchemaItem name={"id"} required={true} schemaName={"int64"} schema={{"type":"integer","format":"int64"}}></SchemaItem>

<SchemaItem collapsible={true}><details><summary><strong>owner</strong><span>object</span></summary> … </SchemaItem>
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ....frozen import replace
from ....markdown import Inline, Opening, Tag, code_span
from ....model.declarations import Json
from ....model.strict_json import read_json
from ....patterns import regex
from ..schemas.schema_cells import is_true, kind_of, limits_of, listed, may_be_null, text_of, values_of

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


def schema_items(tags: Sequence[Tag]) -> Sequence[Tag]:
    """The tags of a page, with the facts of a schema as attributes of its component."""
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
            facts = {"name": match["name"], "type": match["type"]}
            facts |= {"required": "true" if _REQUIRED.search(match["marks"]) else "false"}
            facts |= {"nullable": "true"} if _NULLABLE.search(match["marks"]) else {}
            yield replace(tag, attributes={key: replace(following, source=text) for key, text in facts.items()})
            yield _text(following, match.end())
            skipped = True
        else:
            yield tag


def _text(cell: Inline, start: int) -> Inline:
    """The text of a cell from `start` on, without tags and the brackets around items of a list."""
    text = _TAG.sub(" ", cell.source[start:])
    return replace(cell, source=_BRACKETS.sub(" ", text).strip(" -\n"))


def _attributes(tag: Opening) -> Iterator[tuple[str, Inline]]:
    name = tag.attributes["name"]
    yield "name", name
    schema = _schema(tag.attributes.get("schema"))
    name_of_schema = tag.attributes.get("schemaName")
    kind = kind_of(schema)
    if kind and (name_of_schema is None or not kind.endswith("[]")):
        yield "type", replace(name, source=kind)
    elif name_of_schema is not None:
        yield "type", name_of_schema
    if "required" in tag.attributes:
        yield "required", _required(tag.attributes["required"], name)
    values = [value for value in values_of(schema) if value is not None]
    if values:
        yield "enum", replace(name, source=", ".join(code_span(text_of(value)) for value in values))
    text = schema.get("description")
    texts = [*([text] if isinstance(text, str) else []), *limits_of(schema)]
    if texts:
        yield "description", replace(name, source="\n\n".join(texts))
    if schema.get("default") is not None:
        yield "default", replace(name, source=text_of(schema["default"]))
    if may_be_null(schema):
        yield "nullable", replace(name, source="true")
    if is_true(schema.get("deprecated")):
        yield "deprecated", replace(name, source="true")


def _required(cell: Inline, name: Inline) -> Inline:
    """Whether a field is required, by a boolean or by a list of required fields: `required={["id", "state"]}`."""
    try:
        names = listed(read_json(cell.source))
    except ValueError:
        return cell
    return replace(cell, source="true" if name.text in names or True in names else "false") if names else cell


def _schema(cell: Inline | None) -> Mapping[str, Json]:
    try:
        schema = read_json(cell.source) if cell is not None else None
    except ValueError:
        schema = None
    return schema if isinstance(schema, dict) else {}
