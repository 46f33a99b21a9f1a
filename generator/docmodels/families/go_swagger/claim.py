"""The pages of the family."""

from __future__ import annotations

from collections.abc import Sequence

from ...markdown import Page
from ...tables.prefixes import count_packages
from ..family import Claim, Sureness
from . import EXPORTED, WRITTEN
from .bodies import drafts
from .outline import LabelledDraft

_PROPERTIES = frozenset({"name", "type", "required"})
_PARAMETERS = frozenset({"name", "source", "type", "go type"})


def claim(page: Page) -> Claim | None:
    """See `families.Family`."""
    headers = [table.bare_headings for section in page.sections for table in section.tables]
    is_typed = any("go type" in header for header in headers)
    models = page.once(drafts) if is_typed or any(header >= _PROPERTIES for header in headers) else ()
    tables = (table for model in models for table in model.property_tables)
    if models and (is_typed or any({"name", "type"} <= table.columns.keys() for table in tables)):
        tally = count_packages(model.title for model in models) | _count_names(models)
        sureness = Sureness.CERTAIN if is_typed else Sureness.LIKELY
        evidence = "the page has models below headings with anchors, as go-swagger writes them"
        return Claim(sureness, len(models), evidence, tally)
    if any(header >= _PARAMETERS for header in headers):
        return Claim(Sureness.CERTAIN, 0, "the page has parameters with their types in Go")
    return None


def _count_names(models: Sequence[LabelledDraft]) -> dict[str, int]:
    counts = {EXPORTED: 0, WRITTEN: 0}
    for model in models:
        tables = (table for table in model.property_tables if {"name", "type"} <= table.columns.keys())
        rows = [row for table in tables for row in table.rows if _is_telling(row["type"].source)]
        capitals = sum(row["name"].source[:1].isupper() for row in rows)
        if rows:
            counts[EXPORTED if capitals * 2 > len(rows) else WRITTEN] += 1
    return counts


def _is_telling(kind: str) -> bool:
    """Whether a type makes the name of its property evidence. A reference to a model does not."""
    return not kind.startswith("[") or kind.startswith("[]")
