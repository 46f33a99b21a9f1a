"""How a page is built: a title, the name of the class, and a table.

# Opening Times

## Structure
`OpeningTimes`

## Fields
| Name | Type | Tags | Description |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from ...markdown import Fence, Page, Prose, Section, SpanKind
from ...markdown import Inline as _Inline
from ..kit import Draft, RoleTable, role_table

STRUCTURE, ENUMERATION, CONTAINER = "structure", "enumeration", "container"
_FIELDS, _CASES, _BASES = "fields", "cases", "inherits from"
_SHAPES = (
    (STRUCTURE, "structure", _FIELDS),
    (ENUMERATION, "enumeration", _FIELDS),
    (CONTAINER, "class name", _CASES),
    *((STRUCTURE, name, _FIELDS) for name in ("class name", "interface name")),
    (ENUMERATION, "enum type name", _FIELDS),
)
"""(kind of a model, heading above its name, heading above its table); the last three are for language models."""
_ROLES = MappingProxyType({"name": "name", "type": "type", "tags": "tags", "description": "description"})
_CODE = frozenset({"getter", "setter", "factory method", "method"})


@dataclass(slots=True, eq=False, kw_only=True)
class ModelPage(Draft):
    """The model of a page. Its title is the name of its class.

    kind      STRUCTURE, ENUMERATION or CONTAINER
    named_in  the heading above its name
    intro     the section of the page's title
    shape     the section with the table
    base      the section with its base class; None without one
    examples  the JSON in the other sections
    """

    kind: str
    named_in: str
    intro: Section
    shape: Section
    base: Section | None
    examples: tuple[Fence, ...]


def model_page(page: Page) -> ModelPage | None:
    """The draft of the model of a page; None for a page of another kind."""
    sections = [section for section in page.sections if section.level]
    if not sections or sections[0].level != 1:
        return None
    by_name = {section.heading.text.strip().casefold(): section for section in sections[1:]}
    headings = next((row for row in _SHAPES if row[1] in by_name and row[2] in by_name), None)
    if headings is None:
        return None
    kind, head, shape = headings
    name = _class_name(by_name[head])
    if not name or not by_name[shape].tables:
        return None
    blocks = (block for section in sections[1:] for block in section.blocks)
    return ModelPage(
        sections[0].heading,
        name,
        sections[0].anchors,
        kind=kind,
        named_in=by_name[head].heading.text.strip(),
        intro=sections[0],
        shape=by_name[shape],
        base=by_name.get(_BASES),
        examples=tuple(block for block in blocks if isinstance(block, Fence) and block.info.strip() == "json"),
    )


def _class_name(section: Section) -> str:
    """The code of a section without other text."""
    prose = [block for block in section.blocks if isinstance(block, Prose)]
    spans = _Inline(prose[0].source, prose[0].line, 1).spans if len(prose) == 1 else ()
    return spans[0].text.strip() if len(spans) == 1 and spans[0].kind is SpanKind.CODE else ""


def field_tables(draft: ModelPage) -> Sequence[RoleTable]:
    """The tables of a model, with the roles of their columns. Columns of getters and setters have no role."""
    needed = "type" if draft.kind == CONTAINER else "name"
    tables = (role_table(table, {**_ROLES, **{heading: heading for heading in _CODE}}) for table in draft.shape.tables)
    return [table for table in tables if needed in table.columns]
