"""The pages of the family."""

from __future__ import annotations

from ...markdown import Page
from ...tables.prefixes import count_packages
from ..family import Claim, Sureness
from .inline import inline_drafts
from .outline import starts

_RESPONSES = (frozenset({"status", "meaning", "schema"}), frozenset({"状态码", "状态码含义", "数据模型"}))


def claim(page: Page) -> Claim | None:
    """See `families.Family`."""
    anchored = dict(starts(page))
    if anchored:
        sureness = Sureness.CERTAIN if any(anchored.values()) else Sureness.LIKELY
        tally = count_packages(page.sections[number].heading.text.strip() for number in anchored)
        return Claim(sureness, len(anchored), "the page has sections of schemas with their properties", tally)
    tables = (table for section in page.sections for table in section.tables)
    if any(table.bare_headings >= responses for table in tables for responses in _RESPONSES):
        count = len(inline_drafts(page, ()))
        return Claim(Sureness.CERTAIN, count, "the page has tables of responses with their status and meaning")
    return None
