"""The entries of lexicons, as sets of phrases and as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from .lexicon import Lexicon


def split(words: str) -> list[str]:
    """The phrases of a lexicon's entry."""
    return [phrase.strip().casefold() for phrase in words.split(",")] if words else []


def words_of(lexicons: Iterable[Lexicon], *entries: str) -> frozenset[str]:
    """The phrases of some entries of all lexicons; an entry is an attribute of `Lexicon`."""
    return frozenset(word for lexicon in lexicons for entry in entries for word in split(getattr(lexicon, entry)))


def shortest(phrases: Iterable[str]) -> tuple[str, ...]:
    """The phrases without those that contain another one."""
    kept: list[str] = []
    for phrase in sorted(phrases, key=lambda phrase: (len(phrase), phrase)):
        if not any(shorter in phrase for shorter in kept):
            kept.append(phrase)
    return tuple(kept)


def lowered(text: str) -> str:
    """A text in lower case with single blanks, so that `in` finds each phrase that a `pattern` matches."""
    folded = text.casefold()
    if not folded.isascii():  # an `i` of Turkish, with a dot too few or too many
        folded = folded.replace("\u0131", "i").replace("i\u0307", "i")
    return " ".join(folded.split())


def has_any(phrases: Iterable[str], folded: str) -> bool:
    """Whether a text in lower case has one of some phrases: a quick look before a thorough one."""
    return any(map(folded.__contains__, phrases))


def longest_first(words: Iterable[str]) -> tuple[str, ...]:
    """The words, those of one length by the alphabet."""
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def alternatives(words: Iterable[str]) -> str:
    """The source of a pattern for the longest of some phrases, with any blanks between their words.

    Phrases with the same first word share it, `if\\s+(?:omitted|absent)`: a search tries it once.
    """
    return _alternatives(tuple(word.split()) for word in words if word.strip()) or "(?!)"


def _alternatives(phrases: Iterable[tuple[str, ...]]) -> str:
    by_head: dict[str, set[tuple[str, ...]]] = {}
    for head, *rest in phrases:
        by_head.setdefault(head, set()).add(tuple(rest))
    return "|".join(re.escape(head) + _behind(by_head[head]) for head in longest_first(by_head))


def _behind(rests: set[tuple[str, ...]]) -> str:
    """The source for the rests of phrases behind their first word; one of them may be empty."""
    more = _alternatives(sorted(rests - {()}))
    if not more:
        return ""
    source = rf"\s+(?:{more})" if len(rests - {()}) > 1 else rf"\s+{more}"
    return f"(?:{source})?" if () in rests else source


def pattern(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of some phrases, in any case."""
    return re.compile(alternatives(words), re.IGNORECASE)


def is_spaced(phrase: str) -> bool:
    """Whether a phrase is of a script with small letters: these have blanks between words."""
    return all(map(str.islower, filter(str.isalpha, phrase)))


def bounded(words: Iterable[str]) -> str:
    """The source of a pattern for any of some phrases, with no letter beside those of scripts with blanks between words."""
    phrases = frozenset(words)
    spaced = frozenset(filter(is_spaced, phrases))
    return rf"(?<![^\W\d_])(?:{alternatives(spaced)})(?![^\W\d_])|(?:{alternatives(phrases - spaced)})"


class Sources:
    """Sources of patterns for entries: `sources.least` is the source, `sources.words("least")` the set of words."""

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        self._lexicons = lexicons

    def __getattr__(self, entry: str) -> str:
        return alternatives(self.words(entry))

    def words(self, *entries: str) -> frozenset[str]:
        """The phrases of some entries."""
        return words_of(self._lexicons, *entries)
