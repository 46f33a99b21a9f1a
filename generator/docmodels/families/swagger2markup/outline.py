"""Which parts of a page show models: headings below "Definitions", and bold lines for the objects in them.

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
from dataclasses import dataclass, field
from types import MappingProxyType

from ...markdown import Block, Inline, Page, Prose, Section, Table
from ...tables.columns import Columns, columns
from ...tables.prefixes import count_packages
from ..family import Claim, Sureness

_DEFINITIONS = "definitions"
_ROLES = MappingProxyType({"name": "name", "description": "description", "schema": "type", "default": "default"})
_FIELD = re.compile(r"\*\*[^*]+\*\*\s*<br\s*/?>\s*[*_](?:required|optional)[*_]")
_TYPE_IS = "*Type* : "
_TYPE = re.compile(rf"(?:.*\n)?{re.escape(_TYPE_IS)}(?P<type>[^\n]+)", re.DOTALL)
_INLINE = re.compile(r'<a name="(?P<anchor>[^"<>]*)"></a>\s*\*\*(?P<title>[^*]+)\*\*')


@dataclass(slots=True)
class Shown:
    """A model: its heading or bold line, and what stands below it.

    owner  the model that it is described in, None for one of its own
    """

    heading: Inline
    title: str
    anchors: tuple[str, ...]
    owner: Shown | None = None
    blocks: list[Block] = field(default_factory=list)


def claim(page: Page) -> Claim | None:
    """See `families.Family`."""
    tables = [table for section in page.sections for table in section.tables]
    if not any(_is_marked(table) for table in tables) and not any(map(_shows_type, page.sections)):
        return None
    found = models(page)
    if not found:
        if not any(map(_is_operation, tables)):
            return None
        return Claim(Sureness.CERTAIN, 0, "the page has parameters that are marked required or optional")
    sure = Sureness.CERTAIN if any(map(_is_marked, tables)) else Sureness.LIKELY
    titles = [model.title for model in found if model.owner is None]
    return Claim(sure, len(found), "the page has definitions with fields that are marked", count_packages(titles))


def models(page: Page) -> list[Shown]:
    """The models of a page, in their order."""
    return [model for number, section in _region(page) for model in _in_section(section)]


def model_sections(page: Page) -> frozenset[int]:
    """The numbers of the sections that show models."""
    return frozenset(number for number, _ in _region(page))


def model_columns(table: Table) -> Columns:
    """What the columns of a model's table are for."""
    return columns(table, _ROLES)


def is_model(table: Table) -> bool:
    """Whether a table shows the fields of a model."""
    return {"name", "type"} <= model_columns(table).keys() and table.headings[0] == "name"


def told_type(block: Block) -> Inline | None:
    """The type that a paragraph tells at its end: `*Type* : < string > array`."""
    if not isinstance(block, Prose) or _TYPE_IS not in block.source:
        return None
    found = _TYPE.fullmatch(block.source)
    if found is None:
        return None
    return Inline(found["type"].strip(), block.line + block.source.count("\n"), 1 + len(_TYPE_IS))


def _region(page: Page) -> Iterator[tuple[int, Section]]:
    """The sections of models: those below "Definitions"; without that heading, all on a page without operations."""
    trails = list(page.trails())
    heads = {id(section) for section in page.sections if section.heading.text.strip().lower() == _DEFINITIONS}
    if not heads and any(_is_operation(table) for section in page.sections for table in section.tables):
        return
    for number, trail in enumerate(trails):
        section = trail[-1]
        is_inside = not heads or any(id(outer) in heads for outer in trail[:-1])
        if is_inside and section.level and (_shows_type(section) or any(map(is_model, section.tables))):
            yield number, section


def _in_section(section: Section) -> Iterator[Shown]:
    """The model of a section, and the objects that bold lines in it name."""
    current = whole = Shown(section.heading, _plain(section.heading.text), section.anchors)
    for block in section.blocks:
        if isinstance(block, Prose) and (found := _INLINE.fullmatch(block.source.strip())) is not None:
            yield current
            anchors = (_plain(found["anchor"]),)
            current = Shown(Inline(block.source, block.line, 1), _plain(found["title"]), anchors, whole)
        else:
            current.blocks.append(block)
    yield current


def _plain(text: str) -> str:
    """The text without Markdown's escapes, which the tool writes in anchors too."""
    return text.replace("\\_", "_").strip()


def _is_marked(table: Table) -> bool:
    return any(_FIELD.match(cell.source) for row in table.rows for cell in row.cells[:2])


def _is_operation(table: Table) -> bool:
    return table.headings[:1] == ("http code",) or table.headings[:2] == ("type", "name")


def _shows_type(section: Section) -> bool:
    return any(told_type(block) is not None for block in section.blocks)
