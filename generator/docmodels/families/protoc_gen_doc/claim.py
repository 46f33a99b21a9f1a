"""The pages of the family."""

from __future__ import annotations

from ...markdown import Page
from ...tables.prefixes import count_packages
from ..family import Claim, Sureness
from .outline import LABELS, Shape, ShapedTable, drafts, shaped_tables


def claim(page: Page) -> Claim | None:
    """See `families.Family`."""
    tables = [table for section in page.sections for table in shaped_tables(section)]
    shapes = {table.shape for table in tables}
    is_labelled = any(map(_is_labelled, tables))
    if not is_labelled and not shapes & {Shape.SCALARS, Shape.METHODS}:
        return None
    messages = page.once(drafts)
    models = [message for message in messages if message.shape is not Shape.METHODS]
    tally = count_packages("" if message.namespace else message.title for message in models)
    if Shape.SCALARS in shapes:
        return Claim(Sureness.CERTAIN, len(models), "the page lists the scalar value types of Protocol Buffers", tally)
    is_named = any(message.namespace for message in messages)
    sureness = Sureness.CERTAIN if is_named and is_labelled else Sureness.LIKELY
    evidence = "the page has tables of fields with labels, or of methods with their requests"
    return Claim(sureness, len(models), evidence, tally)


def _is_labelled(table: ShapedTable) -> bool:
    """Whether a table of fields has a column of labels, with labels of Protocol Buffers or empty cells."""
    if table.shape is not Shape.FIELDS or "label" not in table.columns:
        return False
    labels = {row["label"].text.strip().casefold() for row in table.rows}
    return labels <= {""} or not labels.isdisjoint(LABELS)
