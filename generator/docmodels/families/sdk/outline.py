"""How a page of a typed SDK's docs is built: one model, under a heading with its kind."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from ...markdown import Block, Page, Prose, Section, Table
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

    A model's page has its title first, then one section with the model's shape. A page that shows no shape names a
    type if it is nothing but a title, after which its file is named, and its description.
    """
    sections = [section for section in page.sections if section.level or not all(map(_is_module_code, section.blocks))]
    if not sections or sections[0].level != 1 or any(section.level == 1 for section in sections[1:]):
        return None
    title, *rest = sections
    heading = title.heading
    place = _shape(rest)
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


def field_table(table: Table) -> RoleTable:
    """A table with the roles that its columns have if it shows fields."""
    return role_table(table, _ROLES)


def _shape(sections: Sequence[Section]) -> tuple[int, str] | None:
    """Which section shows the model's shape, and what it shows: the first whose heading says so.

    Where no heading does, it is the only section with a table that can only show fields.
    """
    for at, section in enumerate(sections):
        if section.level == 2 and _name(section) in (FIELDS, VALUES, TYPES):
            return at, _name(section)
    tabular = [at for at, section in enumerate(sections) if any(_shows_fields(section, t) for t in section.tables)]
    return (tabular[0], FIELDS) if len(tabular) == 1 else None


def _shows_fields(section: Section, table: Table) -> bool:
    """Whether a table shows fields as SDK docs do: its heading is Fields, or its marks are those of the family."""
    fields = field_table(table)
    if not {"name", "type"} <= fields.columns.keys():
        return False
    if _name(section) == FIELDS:
        return True
    is_named = table.headings[fields.columns["name"]] == "field"
    return is_named and "required" in fields.columns and any(row["required"].text in REQUIRED for row in fields.rows)


def _is_module_code(block: Block) -> bool:
    """Whether a block is what MDX needs before the text: imports and exports."""
    return isinstance(block, Prose) and all(
        line.startswith(("import ", "export ")) for line in block.source.splitlines()
    )


def _name(section: Section) -> str:
    return section.heading.text.strip().rstrip(":").rstrip().lower()
