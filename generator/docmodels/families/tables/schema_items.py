"""Fields that the OpenAPI plugin for Docusaurus writes: `SchemaItem` holds a schema in JSON, or a summary of an object.

<SchemaItem name={"id"} required={true} schemaName={"int64"} schema={{"type":"integer","format":"int64"}}></SchemaItem>

<SchemaItem collapsible={true}><details><summary><strong>owner</strong><span>object</span></summary> … </SchemaItem>
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ...markdown import Inline, Opening, Tag
from ...model.declarations import Json
from ...model.strict_json import read_json

_ITEM = "SchemaItem"
_SUMMARY = re.compile(
    r"<strong[^<>]{0,200}>\s*(?P<name>[^<>\s]{1,255})\s*</strong>\s*<span[^<>]{0,200}>\s*(?P<type>[^<>]{1,200}?)\s*</span>"
    r"(?P<marks>(?:(?!</summary>).){0,2000})</summary>",
    re.DOTALL,
)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,1000}>")
_BRACKETS = re.compile(r"(?<!\S)(?:Array \[|\])(?!\S)")
_REQUIRED = re.compile(r">\s*required\s*<")
_NULLABLE = re.compile(r">\s*nullable\s*<")
_SCALARS = frozenset({"string", "integer", "number", "boolean"})


def schema_items(tags: Sequence[Tag]) -> Sequence[Tag]:
    """The tags of a page, with what schemas tell as attributes of their components."""
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
    kind, form = schema.get("type"), schema.get("format")
    if kind in _SCALARS:
        yield "type", replace(name, source=f"{kind} ({form})" if isinstance(form, str) else str(kind))
    elif shown is not None:
        yield "type", shown
    if "required" in tag.attributes:
        yield "required", tag.attributes["required"]
    values = schema.get("enum")
    if isinstance(values, list) and values:
        yield "enum", replace(name, source=", ".join(f"`{value}`" for value in values))
    if isinstance(text := schema.get("description"), str):
        yield "description", replace(name, source=text)
    if "default" in schema:
        yield "default", replace(name, source=str(schema["default"]))
    for key in ("nullable", "deprecated"):
        if schema.get(key) is True:
            yield key, replace(name, source="true")


def _schema(cell: Inline | None) -> Mapping[str, Json]:
    try:
        found = read_json(cell.source) if cell is not None else None
    except ValueError:
        found = None
    return found if isinstance(found, dict) else {}
