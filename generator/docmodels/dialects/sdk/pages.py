"""Pages of a typed SDK's docs: one model each, under a heading that says of what kind."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass

from ...diagnostics import Diagnostic, Place
from ...markdown import Fence, Inline, ItemList, Page, Prose, Section, Table
from ...model.declarations import Alias, Declaration, Enumeration, Object
from ...model.names import folded
from ...model.types import ANY, MapOf
from .fields import columns, field_name, read_fields
from .marks import split_notice
from .unions import read_members
from .values import read_values
from .vocabulary import Vocabulary

FIELDS, VALUES, TYPES, USAGE = "fields", "values", "supported types", "example usage"
_SHAPES = (FIELDS, VALUES, TYPES)


@dataclass(frozen=True, slots=True)
class Outline:
    """How a page is built.

    title  its heading of level 1
    intro  the blocks below the title
    shape  the section that shows the model's shape; None where the page only names a type
    below  the sections that belong to `shape`
    other  the sections that are neither
    """

    title: Section
    shape: Section | None
    below: tuple[Section, ...]
    other: tuple[Section, ...]


def outline(page: Page) -> Outline | None:
    """The page as a model's; None where it describes no model.

    A model's page has its title first, then one section with the model's shape. A page that shows no shape names a
    type if it is nothing but a title, after which its file is named, and what is said of it.
    """
    sections = [section for section in page.sections if section.level or section.blocks]
    if not sections or sections[0].level != 1 or any(section.level == 1 for section in sections[1:]):
        return None
    title, *rest = sections
    at = next((index for index, section in enumerate(rest) if _is_shape(section)), None)
    if at is None:
        named = folded(title.heading.text) == folded(posixpath.splitext(posixpath.basename(page.path))[0])
        bare = all(_is(section, USAGE) for section in rest)
        plain = title.heading.text.strip().isidentifier() and not any(isinstance(b, Table) for b in title.blocks)
        return Outline(title, None, (), ()) if named and bare and plain else None
    end = next((i for i, section in enumerate(rest) if i > at and section.level <= 2), len(rest))
    other = [section for section in rest[:at] + rest[end:] if not _is(section, USAGE)]
    return Outline(title, rest[at], tuple(rest[at + 1 : end]), tuple(other))


def read_model(page: Page, shown: Outline, vocabulary: Vocabulary) -> tuple[Declaration, tuple[Diagnostic, ...]]:
    """The declaration that a page with this outline makes."""
    heading = shown.title.heading
    title, struck = field_name(heading)
    key = posixpath.splitext(page.path)[0]
    place = Place(page.path, heading.line, heading.column, max(len(heading.source), 1))
    notice, description = split_notice(_prose(shown.title))
    deprecated = notice if notice is not None else "" if struck else None
    description = "\n\n".join(text for text in (description, *map(_with_heading, shown.other)) if text)
    diagnostics = [*_unread_tables(page.path, (shown.title, *shown.other))]
    shape = shown.shape
    declaration: Declaration = Alias(key, title, place, description, ANY, deprecated=deprecated)
    if shape is not None and _is(shape, FIELDS):
        table = next((table for table in shape.tables if "name" in columns(table)), None)
        if table is None:
            diagnostics.append(_no_fields(page.path, shape))
        else:
            fields, extra, found = read_fields(table, page.path, title, vocabulary)
            diagnostics.extend(found)
            said = "\n\n".join(text for text in (description, extra.description if extra else "") if text)
            others = None if extra is None else extra.type.value if isinstance(extra.type, MapOf) else ANY
            declaration = Object(key, title, place, said, fields, deprecated, others)
    elif shape is not None and _is(shape, VALUES):
        members, is_open, found = read_values(shape, page.path)
        diagnostics.extend(found)
        if members:
            declaration = Enumeration(key, title, place, description, members, is_open, deprecated)
    elif shape is not None:
        whole, found = read_members(shape, shown.below, page.path, vocabulary)
        diagnostics.extend(found)
        declaration = Alias(key, title, place, description, whole, deprecated=deprecated)
    return declaration, tuple(diagnostics)


def type_cells(page: Page) -> Sequence[Inline]:
    """The cells that show the types of a page's fields."""
    shown = outline(page)
    if shown is None or shown.shape is None or not _is(shown.shape, FIELDS):
        return ()
    return [
        row.cells[at["type"]] for table in shown.shape.tables if "type" in (at := columns(table)) for row in table.rows
    ]


def _is_shape(section: Section) -> bool:
    return section.level == 2 and section.heading.text.strip().lower() in _SHAPES


def _is(section: Section, name: str) -> bool:
    return section.heading.text.strip().lower() == name


def _prose(section: Section) -> str:
    """What a section says in prose, as Markdown."""
    return "\n\n".join(
        block.source if isinstance(block, Prose | ItemList) else f"```{block.info}\n{block.text}```"
        for block in section.blocks
        if isinstance(block, Prose | ItemList | Fence)
    )


def _with_heading(section: Section) -> str:
    text = _prose(section)
    return f"{section.heading.source}\n\n{text}" if text else ""


def _unread_tables(path: str, sections: Sequence[Section]) -> Sequence[Diagnostic]:
    return [
        Diagnostic(
            Place(path, table.line),
            "unread-table",
            "the table stands in no section of fields or values; it is left out",
            "Move it below the heading Fields or Values if it says something of the model.",
        )
        for section in sections
        for table in section.tables
    ]


def _no_fields(path: str, shape: Section) -> Diagnostic:
    place = Place(path, shape.heading.line, shape.heading.column)
    if shape.tables:
        message = "the table of fields has no Field column; the page is read as any value"
        return Diagnostic(place, "missing-column", message, "Add a column headed Field.")
    message = "the section has no table of fields; the page is read as any value"
    return Diagnostic(place, "no-table", message, "Add a table with the columns Field and Type.")
