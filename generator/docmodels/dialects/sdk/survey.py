"""What a page says by itself of how its tree is to be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...diagnostics import Diagnostic, Place
from ...markdown import Inline, Page
from ..family import Kind, Survey
from .fields import columns
from .languages import VOCABULARIES
from .notation import read_type
from .operations import links
from .pages import outline, type_cells


def survey(page: Page) -> Survey:
    """See `dialects.Family`."""
    shown = outline(page)
    sent, received = links(page)
    if shown is None:
        return Survey(page.path, Kind.OTHER, sent=sent, received=received, lost=tuple(_lost(page)))
    understood = [_understood(form(cell), cell.limit) for cell in type_cells(shown)]
    return Survey(
        page.path,
        Kind.NAMED if shown.shape is None else Kind.SHOWN,
        len(understood),
        tuple(map(sum, zip(*understood, strict=True))) or (0,) * len(VOCABULARIES),
        sent,
        received,
    )


def _lost(page: Page) -> Iterator[Diagnostic]:
    """The first table of fields on a page that has no place for one."""
    tables = (table for section in page.sections for table in section.tables)
    table = next((table for table in tables if {"name", "type"} <= columns(table).keys()), None)
    if table is not None:
        yield Diagnostic(
            Place(page.path, table.line),
            "skipped-fields",
            "the table shows fields, but the page is built like no model's; it is skipped",
            'Begin the page with the title of the model, the only one with "#", and put "## Fields" above the table.',
        )


def form(cell: Inline) -> str:
    """The type, less what tells it apart from others that every language understands or not as it does this one.

    A link to the page that has its name is a type in all of them, whatever that is.
    """
    return cell.source if "`" in cell.source or cell.is_long else _PAGE.sub("[T](T.md)", cell.source)


_PAGE = re.compile(r"(?<!!)\[([A-Za-z0-9]+)\]\((?:[\w./-]*/)?\1\.md\)")


@lru_cache(maxsize=1 << 14)  # trees of a thousand pages have a few hundred types
def _understood(source: str, limit: int) -> tuple[bool, ...]:
    """Whether each of the languages understands a type."""
    cell = Inline(source, 1, 1, limit)
    readings = (read_type(cell, "", vocabulary) for vocabulary in VOCABULARIES.values())
    return tuple(not reading.diagnostics and not reading.strange for reading in readings)
