"""The pages of the family."""

from __future__ import annotations

from ...markdown import Page
from ..family import Claim, Sureness
from .outline import is_schema, messages


def claim(page: Page) -> Claim | None:
    """See `families.Family`."""
    if not any(map(is_schema, (table for section in page.sections for table in section.tables))):
        return None
    count = len(page.once(messages))
    return Claim(Sureness.CERTAIN, count, "tables have the columns of AsyncAPI's template: Value, Constraints, Notes")
