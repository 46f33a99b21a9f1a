"""The pages of the family, and their evidence for decisions about the tree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...markdown import Block, Fence, Inline, ItemList, Opening, Page, Prose, Section
from ...notation.choice import TYPES, tally_types
from ...patterns import regex
from ..family import Claim, Sureness
from ..kit import RoleTable
from . import LANGUAGES, NAMED
from .cells import REQUIRED
from .operations import uses
from .outline import FIELDS, VALUES, field_table, model_page

_PROPERTIES = '"properties"'  # of a schema in JSON
_DEFINES = regex(r"\n:[ \t]|<dl\b", re.IGNORECASE)


def claim(page: Page) -> Claim | None:
    """See `families.Family`."""
    draft = page.once(model_page)
    if draft is None:
        if any(True for _ in uses(page)):
            return Claim(Sureness.POSSIBLE, 0, "the page links parameters and responses of operations to their models")
        return None
    if draft.shape is None:
        sureness = Sureness.FALLBACK if _may_show_fields(page) else Sureness.POSSIBLE
        return Claim(sureness, 1, "the page is named like its title and says no more", {NAMED: 1})
    tables = draft.field_tables
    marks = [text for text in _required_marks(tables) if text]
    known = sum(text in REQUIRED for text in marks)
    if known * 2 < len(marks):  # no generator of this family writes `Yes`
        return None
    has_titles = any(section.level == 1 for section in draft.other)
    if not known and (has_titles or any(map(_shows_types, (draft.intro, *draft.other)))):
        return None  # a page of this family has one model
    if not known and any(map(_is_foreign, tables)):
        return None  # a heading alone is no evidence
    if not known and any(map(_has_other_columns, tables)):
        return None
    others = [table for table in tables if table.table.rows and len(table.table.header) > 1]
    if not known and draft.kind == FIELDS and others and not any(type_cells(others)):
        return Claim(Sureness.FALLBACK, 1, "the page has a section of fields, and no types there", {NAMED: 1})
    if draft.kind == FIELDS and not tables and any(map(_may_list_fields, draft.shape.blocks)):
        # A heading alone is no evidence, and this family has no lists. Other pages of the tree may be evidence.
        return Claim(Sureness.FALLBACK, 1, "the page has a section of fields, and no table there", {NAMED: 1})
    unnamed = [field_table(table) for table in draft.shape.tables]
    if draft.kind == FIELDS and not tables and unnamed and not any(map(_is_styled, unnamed)):
        return Claim(Sureness.FALLBACK, 1, "the page has a section of fields, and no names in its table", {NAMED: 1})
    if draft.kind == VALUES and _shows_types(draft.shape):
        return None  # settings with types, as those of a chart
    tally = tally_types(type_cells(tables), LANGUAGES)
    section = draft.shape.heading.text.strip()
    sureness = Sureness.LIKELY if tally[TYPES] or not tables else Sureness.POSSIBLE
    sureness = Sureness.CERTAIN if known else sureness
    return Claim(sureness, 1, f'the page has one title and a section "{section}"', tally)


def _may_show_fields(page: Page) -> bool:
    """Whether a page without tables may have fields for another family: in lists, definitions, schemas or components."""
    blocks = (block for section in page.sections for block in section.blocks)
    return any(map(_may_list_fields, blocks)) or any(isinstance(tag, Opening) for tag in page.tags)


def _may_list_fields(block: Block) -> bool:
    match block:
        case ItemList():
            return True
        case Fence():
            return block.is_template or _PROPERTIES in block.text
        case Prose(source=source):
            return _DEFINES.search(source) is not None
    return False


def _is_foreign(table: RoleTable) -> bool:
    """Whether a table has types, but none in the style of this family: `*string*`."""
    sources = [cell.source for cell in type_cells([table])]
    return bool(sources) and not any(mark in source for source in sources for mark in ("*", "`", "]("))


def _has_other_columns(table: RoleTable) -> bool:
    """Whether a table has columns that no generator of this family writes, and none of its style: `Default`."""
    return len(table.table.header) > len(table.columns) and not _is_styled(table)


def _is_styled(table: RoleTable) -> bool:
    """Whether a table has marks or types in the style of this family: `*string*`."""
    has_marks = not REQUIRED.keys().isdisjoint(_required_marks([table]))
    return has_marks or any("*" in cell.source for cell in type_cells([table]))


def _shows_types(section: Section) -> bool:
    return any("type" in field_table(table).columns for table in section.tables)


def type_cells(tables: Iterable[RoleTable]) -> Iterator[Inline]:
    """The cells with the types of fields."""
    return (cell for table in tables for row in table.rows if (cell := row.get("type")) is not None)


def _required_marks(tables: Iterable[RoleTable]) -> Iterator[str]:
    """The marks in columns of the role "required"."""
    return (cell.text.strip() for table in tables for row in table.rows if (cell := row.get("required")) is not None)
