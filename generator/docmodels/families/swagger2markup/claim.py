"""The pages of the family."""

from __future__ import annotations

from ...markdown import Page, Table
from ...patterns import regex
from ...tables.prefixes import count_packages
from ..family import Claim, Sureness
from .outline import TYPE_IS, drafts, is_operation, shows_type

_FIELD = regex(r"\*\*[^*]+\*\*\s*<br\s*/?>\s*[*_](?:required|optional)[*_]")


def claim(page: Page) -> Claim | None:
    """See `families.Family`."""
    tables = [table for section in page.sections for table in section.tables]
    is_marked = any(map(_is_marked, tables))
    is_typed = TYPE_IS in page.running_text and any(map(shows_type, page.sections))
    if not is_marked and not is_typed:
        return None
    models = page.once(drafts)
    if not models:
        evidence = "the page has parameters that are marked required or optional"
        return Claim(Sureness.CERTAIN, 0, evidence) if any(map(is_operation, tables)) else None
    sureness = Sureness.CERTAIN if is_marked else Sureness.LIKELY
    tally = count_packages(model.title for model in models if model.owner is None)
    return Claim(sureness, len(models), "the page has definitions with fields that are marked", tally)


def _is_marked(table: Table) -> bool:
    return any(_FIELD.match(cell.source) for row in table.rows for cell in row.cells[:2])
