"""The human languages of the tables of a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from ....markdown import Page
from ....tables.lexicon import languages, lexicon
from ....tables.lexicon.elsewhere import ELSEWHERE
from ....tables.lexicon.entries import split as phrases
from .titles import cleaned


def spoken(page: Page) -> tuple[str, ...]:
    """The languages of the headings of a page's tables, that of most headings first; always with English.

    A word that is also English shows no other language: `Type` and `Description` are French, too. On a page without
    tables, headings for parts decide, such as those above requests and responses.
    """
    if not any(section.tables for section in page.sections):
        return _headed(page)
    tables = (table for section in page.sections for table in section.tables)
    heads: Counter[str] = Counter()
    for text, count in Counter(cell.text for table in tables for cell in table.header).items():
        heads[" ".join(text.split()).strip("*_`:： ").casefold()] += count
    return _by_share(heads, _headings((*languages(), ELSEWHERE)))


def _headed(page: Page) -> tuple[str, ...]:
    headings = (cleaned(section.heading.text).casefold() for section in page.sections if section.level)
    texts = Counter(text for heading in headings for text in {heading, *heading.split()})
    return _by_share(texts, _parts((*languages(), ELSEWHERE)))


def _by_share(texts: Counter[str], known: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The languages with some of the texts among their words, that of most texts first, and English."""
    shares: Counter[str] = Counter()
    for text in texts.keys() & known.keys():
        shares.update(dict.fromkeys(known[text], texts[text]))
    if not shares:
        return ("en",)
    others = (language for language in (*languages(), ELSEWHERE) if shares[language])
    return (*sorted(others, key=lambda language: -shares[language]), "en")


@cache
def _parts(names: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """Word of headings above requests and responses -> its languages, without words of English."""
    return _by_word({language: lexicon(language).parts.values() for language in names})


@cache
def _headings(names: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """Heading of a column -> its languages, without headings of English."""
    return _by_word({language: lexicon(language).columns.values() for language in names})


def _by_word(entries: Mapping[str, Iterable[str]]) -> Mapping[str, Sequence[str]]:
    languages_of: dict[str, list[str]] = {}
    for language, texts in entries.items():
        for word in {word for entry in texts for word in phrases(entry)}:
            languages_of.setdefault(word, []).append(language)
    of_lexicons = {word: [name for name in among if name != ELSEWHERE] or among for word, among in languages_of.items()}
    return {word: among for word, among in of_lexicons.items() if "en" not in among}
