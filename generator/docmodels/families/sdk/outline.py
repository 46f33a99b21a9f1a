"""How a page of a typed SDK's docs is built: one model, under a heading with its kind."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType

from ...markdown import Block, Inline, Page, Prose, Section, Table
from ...model.names import folded
from ..kit import Draft, RoleTable, role_table
from .cells import REQUIRED

_ROLES = MappingProxyType(
    {
        "field": "name",
        "name": "name",
        "property": "name",
        "type": "type",
        "required": "required",
        "description": "description",
        "example": "example",
        "examples": "example",
    }
)
FIELDS, VALUES, TYPES = "fields", "values", "supported types"
_SHAPES = (FIELDS, VALUES, TYPES)
_USAGE = ("example usage", "union discrimination")  # how the SDK is used


@dataclass(slots=True, eq=False, kw_only=True)
class ModelPage(Draft):
    """The model of a page.

    intro         the section of its title
    shape         the section that shows the model's shape; None where the page only names a type
    kind          the contents of `shape`, one of FIELDS, VALUES and TYPES; "" without a shape
    below         the sections that belong to `shape`
    usage         the sections that show the model in code
    other         the other sections
    field_tables  the tables that show the fields of an object; none on the page of anything else
    """

    intro: Section
    shape: Section | None = None
    kind: str = ""
    below: tuple[Section, ...] = ()
    usage: tuple[Section, ...] = ()
    other: tuple[Section, ...] = ()
    field_tables: tuple[RoleTable, ...] = ()


def model_page(page: Page) -> ModelPage | None:
    """The draft of the model that a page describes; None where it describes no model.

    A model's page has its title first, which may be in the front matter, then one section with the model's shape. A
    description before that may have headings of its own. A page that shows no shape names a type if it is nothing but
    a title, after which its file is named, and its description.
    """
    sections = _titled(page)
    if not sections or sections[0].level != 1:
        return None
    title, *rest = sections
    heading = title.heading
    place = _shape(rest)
    if any(section.level == 1 for section in rest[place[0] if place is not None else 0 :]):
        return None
    if place is None:
        is_named = folded(heading.text) == folded(posixpath.splitext(posixpath.basename(page.path))[0])
        is_bare = all(_name(section) in _USAGE for section in rest)
        is_plain = heading.text.strip().isidentifier() and not any(isinstance(block, Table) for block in title.blocks)
        return ModelPage(heading, heading.text.strip(), intro=title) if is_named and is_bare and is_plain else None
    at, kind = place
    shape = rest[at]
    end = next((i for i, section in enumerate(rest) if i > at and section.level <= shape.level), len(rest))
    beside = rest[:at] + rest[end:]
    tables = [field_table(table) for section in rest[at:end] for table in section.tables] if kind == FIELDS else ()
    return ModelPage(
        heading,
        heading.text.strip(),
        intro=title,
        shape=shape,
        kind=kind,
        below=tuple(rest[at + 1 : end]),
        usage=tuple(section for section in beside if _name(section) in _USAGE),
        other=tuple(section for section in beside if _name(section) not in _USAGE),
        field_tables=tuple(table for table in tables if "name" in table.columns),
    )


def _titled(page: Page) -> Sequence[Section]:
    """The sections of a page from its title on, which the front matter may have: then it stands above the first text."""
    sections = [section for section in page.sections if section.level or not all(map(_is_module_code, section.blocks))]
    title = page.matter.get("title", "").strip()
    if not title or any(section.level == 1 for section in sections[:1]):
        return sections
    blocks = sections[0].blocks if sections and not sections[0].level else ()
    return (Section(1, Inline(title, 1, 1), blocks), *(section for section in sections if section.level))


def field_table(table: Table) -> RoleTable:
    """A table with the roles that its columns have if it shows fields."""
    return role_table(table, _ROLES)


def _shape(sections: Sequence[Section]) -> tuple[int, str] | None:
    """The section that shows the model's shape, and its content: the first with such a heading.

    Where no heading does, it is the only section with a table that can only show fields.
    """
    named = [at for at, section in enumerate(sections) if section.level == 2 and _name(section) in _SHAPES]
    if len(named) > 1:  # a description has all but the one with the marks of the family
        named = [at for at in named if any(map(_is_marked, sections[at].tables))] or named
    if named:
        return named[0], _name(sections[named[0]])
    shown = (at for at, section in enumerate(sections) if any(_shows_fields(section, t) for t in section.tables))
    tabular = list(islice(shown, 2))
    return (tabular[0], FIELDS) if len(tabular) == 1 else None


def _shows_fields(section: Section, table: Table) -> bool:
    """Whether a table shows fields as SDK docs do: its heading is Fields, or its marks are those of the family."""
    columns = field_table(table).columns
    return {"name", "type"} <= columns.keys() and (_name(section) == FIELDS or _is_marked(table))


def _is_marked(table: Table) -> bool:
    """Whether a table of fields has the marks of the family in its column Required."""
    fields = field_table(table)
    is_named = "name" in fields.columns and table.headings[fields.columns["name"]] == "field"
    return is_named and "required" in fields.columns and any(row["required"].text in REQUIRED for row in fields.rows)


def _is_module_code(block: Block) -> bool:
    """Whether a block is what MDX needs before the text: imports and exports."""
    return isinstance(block, Prose) and all(
        line.startswith(("import ", "export ")) for line in block.source.splitlines()
    )


def _name(section: Section) -> str:
    return section.heading.text.strip().rstrip(":").rstrip().lower()
