"""Which human languages the tables of a page are written in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache

from ...markdown import Page
from ...tables.lexicon import languages, lexicon
from ...tables.lexicon.entries import split as phrases
from .titles import cleaned


def spoken(page: Page) -> tuple[str, ...]:
    """The languages that the headings of a page's tables are written in, that of most first; English is always one.

    A word that English has too shows no other language: `Type` and `Description` are French as well. Of a page without
    tables, it is those of its headings that say which part of something they are above.
    """
    if not any(section.tables for section in page.sections):
        return _headed(page)
    heads = Counter(
        " ".join(cell.text.split()).strip("*_`:： ").casefold()
        for section in page.sections
        for table in section.tables
        for cell in table.header
    )
    return _by_share(heads, _headings_alone)


def _headed(page: Page) -> tuple[str, ...]:
    texts = Counter(cleaned(section.heading.text).casefold() for section in page.sections if section.level)
    return _by_share(texts, _parts_alone)


def _by_share(texts: Counter[str], words_of: Callable[[str], frozenset[str]]) -> tuple[str, ...]:
    """The languages that have some of the texts among their words, that of most first, and English."""
    shares = {language: sum(texts[word] for word in texts.keys() & words_of(language)) for language in languages()}
    others = (language for language, count in shares.items() if count and language != "en")
    return (*sorted(others, key=lambda language: -shares[language]), "en")


@cache
def _parts(language: str) -> frozenset[str]:
    """The words of headings above requests and responses."""
    return frozenset(word for entry in lexicon(language).parts.values() for word in phrases(entry))


@cache
def _headings(language: str) -> frozenset[str]:
    return frozenset(word for entry in lexicon(language).columns.values() for word in phrases(entry))


@cache
def _parts_alone(language: str) -> frozenset[str]:
    """Those that English has not, too."""
    return _parts(language) - _parts("en")


@cache
def _headings_alone(language: str) -> frozenset[str]:
    """The headings of columns that English has not, too."""
    return _headings(language) - _headings("en")
