"""How a page of a typed SDK's docs is built: one model, under a heading with its kind."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence

from ...frozen import frozen
from ...markdown import Block, Inline, Page, Prose, Section, Table
from ...model.names import folded
from .fields import field_columns
from .marks import REQUIRED

FIELDS, VALUES, TYPES = "fields", "values", "supported types"
_USAGE = ("example usage", "union discrimination")  # how the SDK is used


@frozen()
class Outline:
    """How a page is built.

    title  its heading of level 1 and the text below
    shape  the section that shows the model's shape; None where the page only names a type
    kind   what `shape` shows, one of FIELDS, VALUES and TYPES; "" without a shape
    below  the sections that belong to `shape`
    usage  the sections that show the model in code
    other  the other sections
    """

    title: Section
    shape: Section | None
    kind: str
    below: tuple[Section, ...]
    usage: tuple[Section, ...]
    other: tuple[Section, ...]


def outline(page: Page) -> Outline | None:
    """The page as a model's; None where it describes no model.

    A model's page has its title first, then one section with the model's shape. A page that shows no shape names a
    type if it is nothing but a title, after which its file is named, and its description.
    """
    sections = [section for section in page.sections if section.level or not all(map(_is_module_code, section.blocks))]
    if not sections or sections[0].level != 1 or any(section.level == 1 for section in sections[1:]):
        return None
    title, *rest = sections
    found = _shape(rest)
    if found is None:
        named = folded(title.heading.text) == folded(posixpath.splitext(posixpath.basename(page.path))[0])
        bare = all(_name(section) in _USAGE for section in rest)
        plain = title.heading.text.strip().isidentifier() and not any(isinstance(b, Table) for b in title.blocks)
        return Outline(title, None, "", (), (), ()) if named and bare and plain else None
    at, kind = found
    shape = rest[at]
    end = next((i for i, section in enumerate(rest) if i > at and section.level <= shape.level), len(rest))
    beside = rest[:at] + rest[end:]
    usage = tuple(section for section in beside if _name(section) in _USAGE)
    other = tuple(section for section in beside if _name(section) not in _USAGE)
    return Outline(title, shape, kind, tuple(rest[at + 1 : end]), usage, other)


def field_tables(shown: Outline) -> Sequence[Table]:
    """The tables that show the fields of an object; none on the page of anything else."""
    if shown.shape is None or shown.kind != FIELDS:
        return ()
    return [
        table for section in (shown.shape, *shown.below) for table in section.tables if "name" in field_columns(table)
    ]


def type_cells(tables: Sequence[Table]) -> Iterator[Inline]:
    """The cells that show the types of fields."""
    for table in tables:
        at = field_columns(table).get("type")
        if at is not None:
            yield from (row.cells[at] for row in table.rows)


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
    at = field_columns(table)
    if not {"name", "type"} <= at.keys():
        return False
    if _name(section) == FIELDS:
        return True
    is_named = table.headings[at["name"]] == "field"
    return is_named and "required" in at and any(row.cells[at["required"]].text in REQUIRED for row in table.rows)


def _is_module_code(block: Block) -> bool:
    """Whether a block is what MDX needs before the text: imports and exports."""
    return isinstance(block, Prose) and all(
        line.startswith(("import ", "export ")) for line in block.source.splitlines()
    )


def _name(section: Section) -> str:
    return section.heading.text.strip().rstrip(":").rstrip().lower()
