"""What a page says by itself of how its tree is to be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...markdown import ItemList, Opening, Page, Section, Table
from ...notation.choice import TYPES, tally_types
from ..family import Claim, Sureness
from . import LANGUAGES, NAMED
from .fields import field_columns
from .marks import REQUIRED
from .operations import uses
from .outline import field_tables, outline, type_cells


def claim(page: Page) -> Claim | None:
    """See `families.Family`."""
    shown = outline(page)
    if shown is None:
        if any(True for _ in uses(page)):
            return Claim(Sureness.POSSIBLE, 0, "the page links parameters and responses of operations to their models")
        return None
    if shown.shape is None:
        sure = Sureness.FALLBACK if _may_show_fields(page) else Sureness.POSSIBLE
        return Claim(sure, 1, "the page is named like its title and says no more", {NAMED: 1})
    tables = field_tables(shown)
    marks = [text for text in _required_marks(tables) if text]
    known = sum(text in REQUIRED for text in marks)
    if known * 2 < len(marks):  # what no generator of this family writes, such as `Yes`
        return None
    if not known and any(map(_shows_types, (shown.title, *shown.other))):
        return None  # a page of this family shows one model
    tally = tally_types(type_cells(tables), LANGUAGES)
    section = shown.shape.heading.text.strip()
    sure = Sureness.LIKELY if tally[TYPES] or not tables else Sureness.POSSIBLE
    sure = Sureness.CERTAIN if known else sure
    return Claim(sure, 1, f'the page has one title and a section "{section}"', tally)


def _may_show_fields(page: Page) -> bool:
    """Whether a page without tables has what may show fields to another family: lists or components."""
    lists = any(isinstance(block, ItemList) for section in page.sections for block in section.blocks)
    return lists or any(isinstance(tag, Opening) for tag in page.tags)


def _shows_types(section: Section) -> bool:
    return any("type" in field_columns(table) for table in section.tables)


def _required_marks(tables: Sequence[Table]) -> Iterator[str]:
    """What the cells of Required columns say."""
    for table in tables:
        at = field_columns(table).get("required")
        if at is not None:
            yield from (row.cells[at].text.strip() for row in table.rows)
