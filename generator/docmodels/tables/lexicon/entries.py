"""The entries of lexicons: their phrases, sorted, and as patterns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from .lexicon import Lexicon


def split(words: str) -> list[str]:
    """The phrases of a lexicon's entry."""
    return [phrase.strip().casefold() for phrase in words.split(",")] if words else []


def words_of(lexicons: Sequence[Lexicon], entry: Callable[[Lexicon], str]) -> frozenset[str]:
    """The phrases of an entry of all lexicons."""
    return frozenset(word for lexicon in lexicons for word in split(entry(lexicon)))


def shortest(phrases: Iterable[str]) -> tuple[str, ...]:
    """The phrases that have none of the others in them."""
    kept: list[str] = []
    for phrase in sorted(phrases, key=lambda phrase: (len(phrase), phrase)):
        if not any(shorter in phrase for shorter in kept):
            kept.append(phrase)
    return tuple(kept)


def longest_first(words: Iterable[str]) -> tuple[str, ...]:
    """The words, those of one length by the alphabet."""
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def alternatives(words: Iterable[str]) -> str:
    """The source of a pattern for any of some phrases, the longest that there is; between its words any blanks."""
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest_first(words)) or "(?!)"


def sources(lexicons: Sequence[Lexicon], *entries: Callable[[Lexicon], str]) -> Iterator[str]:
    """The source of a pattern for the phrases of each entry."""
    return (alternatives(words_of(lexicons, entry)) for entry in entries)


def pattern(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of some phrases, in any case."""
    return re.compile(alternatives(words), re.IGNORECASE)
