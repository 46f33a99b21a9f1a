"""Which pages are the family's."""

from __future__ import annotations

from ...markdown import Page
from ...tables.prefixes import count_packages
from ..family import Claim, Sureness
from .outline import starts

_RESPONSES = frozenset({"status", "meaning", "schema"})


def claim(page: Page) -> Claim | None:
    """See `families.Family`."""
    anchored = dict(starts(page))
    if anchored:
        sureness = Sureness.CERTAIN if any(anchored.values()) else Sureness.LIKELY
        tally = count_packages(page.sections[number].heading.text.strip() for number in anchored)
        return Claim(sureness, len(anchored), "the page has sections of schemas with their properties", tally)
    if any(table.bare_headings >= _RESPONSES for section in page.sections for table in section.tables):
        return Claim(Sureness.CERTAIN, 0, "the page has tables of responses with their status and meaning")
    return None
