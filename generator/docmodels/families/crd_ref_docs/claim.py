"""The pages of the family."""

from __future__ import annotations

from ...markdown import Page
from ..family import Claim, Sureness
from .outline import drafts, is_group, label, shows_fields


def claim(page: Page) -> Claim | None:
    """See `families.Family`."""
    labels = (label(block) for section in page.sections for block in section.blocks)
    may_be_marked = "Underlying type" in page.running_text or "Appears " in page.running_text
    is_marked = may_be_marked and any(text in ("Underlying type", "Appears in") for text in labels)
    is_grouped = any(map(is_group, page.sections))
    is_sure = is_marked and is_grouped
    if not is_sure and not ((is_marked or is_grouped) and any(map(shows_fields, page.sections))):
        return None
    evidence = "the page lists where types appear, or has fields with types below the version of an API"
    return Claim(Sureness.CERTAIN if is_sure else Sureness.LIKELY, len(page.once(drafts)), evidence)
