"""Which pages are the family's."""

from __future__ import annotations

from ...markdown import Page
from ..family import Claim, Sureness
from .outline import LABELS, Shape, ShapedTable, drafts, shaped_tables


def claim(page: Page) -> Claim | None:
    """See `families.Family`."""
    tables = [table for section in page.sections for table in shaped_tables(section)]
    shapes = {table.shape for table in tables}
    is_labelled = any(map(_is_labelled, tables))
    if not is_labelled and not shapes & {Shape.SCALARS, Shape.METHODS}:
        return None
    messages = drafts(page)
    models = sum(message.shape is not Shape.METHODS for message in messages)
    if Shape.SCALARS in shapes:
        return Claim(Sureness.CERTAIN, models, "the page lists the scalar value types of Protocol Buffers")
    is_named = any(message.namespace for message in messages)
    sureness = Sureness.CERTAIN if is_named and is_labelled else Sureness.LIKELY
    return Claim(sureness, models, "the page has tables of fields with labels, or of methods with their requests")


def _is_labelled(table: ShapedTable) -> bool:
    """Whether a table of fields has a column of labels, and in it those of Protocol Buffers or none."""
    if table.shape is not Shape.FIELDS or "label" not in table.columns:
        return False
    labels = {row["label"].text.strip().casefold() for row in table.rows}
    return labels <= {""} or not labels.isdisjoint(LABELS)
