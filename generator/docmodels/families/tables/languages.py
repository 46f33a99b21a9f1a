"""Which human languages the tables of a page are written in."""

from __future__ import annotations

from collections import Counter
from functools import cache

from ...markdown import Page
from ...tables.lexicon import languages, lexicon
from ...tables.lexicon.words import split as phrases


def spoken(page: Page) -> tuple[str, ...]:
    """The languages that the headings of a page's tables are written in, that of most first; English is always one."""
    heads = Counter(
        " ".join(cell.text.split()).strip("*_`:： ").casefold()
        for section in page.sections
        for table in section.tables
        for cell in table.header
    )
    known = {
        language: sum(count for head, count in heads.items() if head in _headings(language)) for language in languages()
    }
    found = sorted(
        (language for language in known if known[language] and language != "en"), key=lambda each: -known[each]
    )
    return (*found, "en")


@cache
def _headings(language: str) -> frozenset[str]:
    return frozenset(word for entry in lexicon(language).columns.values() for word in phrases(entry))
