"""What a page says by itself of how its tree is to be read."""

from __future__ import annotations

import re
from functools import lru_cache

from ...markdown import Inline, Page
from ...notation.languages import VOCABULARIES
from ...notation.parser import read_type
from ..family import Claim, Sureness
from . import NAMED, TYPES
from .models import lost
from .operations import uses
from .outline import field_tables, outline, type_cells


def claim(page: Page) -> Claim | None:
    """See `families.Family`."""
    shown = outline(page)
    if shown is None:
        if any(True for _ in uses(page)):
            return Claim(Sureness.LIKELY, 0, "the page links parameters and responses of operations to their models")
        if any(True for _ in lost(page)):
            return Claim(Sureness.POSSIBLE, 0, "the page has a table of fields")
        return None
    if shown.shape is None:
        return Claim(Sureness.POSSIBLE, 1, "the page is named like its title and says no more", {NAMED: 1})
    understood = [_understood(form(cell), cell.limit) for cell in type_cells(shown)]
    tally = {TYPES: len(understood)}
    for language, count in zip(VOCABULARIES, map(sum, zip(*understood, strict=True)), strict=False):
        if count:
            tally[language] = count
    section = shown.shape.heading.text.strip()
    sure = Sureness.LIKELY if understood or not field_tables(shown) else Sureness.POSSIBLE
    return Claim(sure, 1, f'the page has one title and a section "{section}"', tally)


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
