"""How a page of a typed SDK is built: one model, under a heading with its kind."""

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
_USAGE = ("example usage", "union discrimination")  # sections about the use of the SDK


@dataclass(slots=True, eq=False, kw_only=True)
class ModelPage(Draft):
    """The model of a page.

    intro         the section of its title
    shape         the section with the model's shape; None if the page only names a type
    kind          the contents of `shape`, one of FIELDS, VALUES and TYPES; "" without a shape
    below         the sections that belong to `shape`
    usage         the sections with code for the model
    other         the other sections
    field_tables  the tables of an object's fields; () for any other kind
    """

    intro: Section
    shape: Section | None = None
    kind: str = ""
    below: tuple[Section, ...] = ()
    usage: tuple[Section, ...] = ()
    other: tuple[Section, ...] = ()
    field_tables: tuple[RoleTable, ...] = ()


def model_page(page: Page) -> ModelPage | None:
    """The draft of a page's model; None for a page without one.

    The page begins with its title, perhaps in the front matter. Then comes one section with the model's shape. A
    description before it may have headings of its own. A page without a shape names a type if it has only a title, which
    is also the name of its file, and a description.
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
    """The sections of a page from its title on. A title in the front matter stands above the first text."""
    sections = [section for section in page.sections if section.level or not all(map(_is_module_code, section.blocks))]
    title = page.matter.get("title", "").strip()
    if not title or any(section.level == 1 for section in sections[:1]):
        return sections
    blocks = sections[0].blocks if sections and not sections[0].level else ()
    return (Section(1, Inline(title, 1, 1), blocks), *(section for section in sections if section.level))


def field_table(table: Table) -> RoleTable:
    """A table of fields, with the roles of its columns."""
    return role_table(table, _ROLES)


def _shape(sections: Sequence[Section]) -> tuple[int, str] | None:
    """The index of the section with the model's shape, and its kind: the first one with such a heading.

    Without such a heading, it is the only section with a table of fields.
    """
    named = [at for at, section in enumerate(sections) if section.level == 2 and _name(section) in _SHAPES]
    if len(named) > 1:  # the others belong to a description, without the marks of the family
        named = [at for at in named if any(map(_is_marked, sections[at].tables))] or named
    if named:
        return named[0], _name(sections[named[0]])
    indexes = (at for at, section in enumerate(sections) if any(_shows_fields(section, t) for t in section.tables))
    tabular = list(islice(indexes, 2))
    return (tabular[0], FIELDS) if len(tabular) == 1 else None


def _shows_fields(section: Section, table: Table) -> bool:
    """Whether a table has fields of an SDK: its heading is Fields, or it has the marks of the family."""
    columns = field_table(table).columns
    return {"name", "type"} <= columns.keys() and (_name(section) == FIELDS or _is_marked(table))


def _is_marked(table: Table) -> bool:
    """Whether a table of fields has the marks of the family in its column Required."""
    fields = field_table(table)
    is_named = "name" in fields.columns and table.headings[fields.columns["name"]] == "field"
    return is_named and "required" in fields.columns and any(row["required"].text in REQUIRED for row in fields.rows)


def _is_module_code(block: Block) -> bool:
    """Whether a block has nothing but the imports and exports of MDX."""
    return isinstance(block, Prose) and all(
        line.startswith(("import ", "export ")) for line in block.source.splitlines()
    )


def _name(section: Section) -> str:
    return section.heading.text.strip().rstrip(":").rstrip().lower()
