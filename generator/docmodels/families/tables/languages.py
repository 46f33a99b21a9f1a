"""The human languages of the tables of a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from ...markdown import Page
from ...tables.lexicon import languages, lexicon
from ...tables.lexicon.elsewhere import ELSEWHERE
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
    return _by_share(heads, _headings((*languages(), ELSEWHERE)))


def _headed(page: Page) -> tuple[str, ...]:
    headings = (cleaned(section.heading.text).casefold() for section in page.sections if section.level)
    texts = Counter(text for heading in headings for text in {heading, *heading.split()})
    return _by_share(texts, _parts((*languages(), ELSEWHERE)))


def _by_share(texts: Counter[str], known: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The languages that have some of the texts among their words, that of most first, and English."""
    shares: Counter[str] = Counter()
    for text in texts.keys() & known.keys():
        shares.update(dict.fromkeys(known[text], texts[text]))
    others = (language for language in (*languages(), ELSEWHERE) if shares[language])
    return (*sorted(others, key=lambda language: -shares[language]), "en")


@cache
def _parts(names: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """Word of headings above requests and responses -> its languages; none for a word of English."""
    return _by_word({language: lexicon(language).parts.values() for language in names})


@cache
def _headings(names: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """Heading of a column -> its languages; none for a heading of English."""
    return _by_word({language: lexicon(language).columns.values() for language in names})


def _by_word(entries: Mapping[str, Iterable[str]]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for language, told in entries.items():
        for word in {word for entry in told for word in phrases(entry)}:
            found.setdefault(word, []).append(language)
    of_lexicons = {word: [name for name in among if name != ELSEWHERE] or among for word, among in found.items()}
    return {word: among for word, among in of_lexicons.items() if "en" not in among}
