"""The models of a page: headings below "Definitions", and bold lines for the objects in them.

<a name="room"></a>
### Room
A session of one game.

|Name|Description|Schema|
|---|---|---|
|**port**  <br>*required*||[port](#room-port)|

<a name="room-port"></a>
**port**

|Name|Schema|
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType

from ...markdown import Block, Inline, Page, Prose, Section, Table
from ...patterns import regex
from ...tables.columns import Columns, columns
from ..kit import IN_PLACE, Draft

_DEFINITIONS = "definitions"
_ROLES = MappingProxyType({"name": "name", "description": "description", "schema": "type", "default": "default"})
TYPE_IS = "*Type* : "
_TYPE = regex(rf"(?:.*\n)?{re.escape(TYPE_IS)}(?P<type>[^\n]+)", re.DOTALL)
_INLINE = regex(r'<a name="(?P<anchor>[^"<>]*)"></a>\s*\*\*(?P<title>[^*]+)\*\*')


def drafts(page: Page) -> list[Draft]:
    """The models of a page, in their order. An object under a bold line is a part of the model around it."""
    return [draft for _, section in _region(page) for draft in _in_section(section)]


def model_sections(page: Page) -> frozenset[int]:
    """The indexes of the sections of models."""
    return frozenset(number for number, _ in _region(page))


def model_columns(table: Table) -> Columns:
    """The roles of the columns of a model's table."""
    return columns(table, _ROLES)


def is_model(table: Table) -> bool:
    """Whether a table shows the fields of a model."""
    return {"name", "type"} <= model_columns(table).keys() and table.headings[0] == "name"


def is_of_values(table: Table) -> bool:
    """Whether a table shows the values of an enumeration."""
    return table.headings == ("value", "description")


def type_line(block: Block) -> Inline | None:
    """The type at the end of a paragraph: `*Type* : < string > array`."""
    if not isinstance(block, Prose) or TYPE_IS not in block.source:
        return None
    match = _TYPE.fullmatch(block.source)
    if match is None:
        return None
    return Inline(match["type"].strip(), block.line + block.source.count("\n"), 1 + len(TYPE_IS))


def _region(page: Page) -> Iterator[tuple[int, Section]]:
    """The sections of models: below "Definitions". Without that heading, all sections of a page without operations."""
    trails = list(page.trails())
    heads = {id(section) for section in page.sections if section.heading.text.strip().lower() == _DEFINITIONS}
    if not heads and any(is_operation(table) for section in page.sections for table in section.tables):
        return
    for number, trail in enumerate(trails):
        section = trail[-1]
        is_inside = not heads or any(id(outer) in heads for outer in trail[:-1])
        if is_inside and section.level and (shows_type(section) or any(map(_is_read, section.tables))):
            yield number, section


def _is_read(table: Table) -> bool:
    return is_model(table) or is_of_values(table)


def _in_section(section: Section) -> Iterator[Draft]:
    """The model of a section, and the objects under bold lines in it."""
    current = model = Draft(section.heading, _plain(section.heading.text), section.anchors)
    for block in section.blocks:
        if isinstance(block, Prose) and (match := _INLINE.fullmatch(block.source.strip())) is not None:
            yield current
            anchors = (_plain(match["anchor"]),)
            current = Draft(
                Inline(block.source, block.line, 1), _plain(match["title"]), anchors, owner=model, named_by=IN_PLACE
            )
        else:
            current.blocks.append(block)
    yield current


def _plain(text: str) -> str:
    """The text without Markdown's escapes. The tool also writes them in anchors."""
    return text.replace("\\_", "_").strip()


def is_operation(table: Table) -> bool:
    """Whether a table shows the parameters or the responses of an operation."""
    return table.headings[:1] == ("http code",) or table.headings[:2] == ("type", "name")


def shows_type(section: Section) -> bool:
    """Whether a paragraph of a section has a line `*Type* : `."""
    return any(type_line(block) is not None for block in section.blocks)
