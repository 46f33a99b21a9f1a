"""The words of some languages for defaults: `defaults to 10`, ``if omitted, `asc` is used``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...frozen import cached_property
from .entries import has_any, lowered, pattern, shortest, words_of
from .lexicon import Lexicon


class DefaultWords:
    """Phrases for defaults."""

    def __init__(self, lexicons: Sequence[Lexicon], headings: frozenset[str]) -> None:
        """headings: the headings of columns of defaults, in lower case."""
        self._lexicons = tuple(lexicons)
        self._phrases = words_of(lexicons, "defaults")
        self._headings = headings

    @cached_property
    def phrase(self) -> re.Pattern[str]:
        """A phrase before a default: `defaults to`."""
        return pattern(self._phrases)

    @cached_property
    def left_out(self) -> re.Pattern[str]:
        """A phrase for a field that is left out: `if omitted`."""
        return self._pattern("left_out")

    @cached_property
    def uses(self) -> re.Pattern[str]:
        """Words between such a phrase and the default: `it is`."""
        return self._pattern("uses")

    @cached_property
    def used(self) -> re.Pattern[str]:
        """Words behind the default of a field that is left out: `is used`."""
        return self._pattern("used")

    @cached_property
    def by_default(self) -> re.Pattern[str]:
        """Words behind a default: `by default`."""
        return self._pattern("by_default")

    def may_stand_in(self, text: str) -> bool:
        """Whether a text has a phrase for a default: a quick look before a thorough one."""
        return has_any(self._keys, lowered(text))

    def may_be_remark_in(self, text: str) -> bool:
        """Whether a text may have a remark that `is_remark`: a quick look before a thorough one."""
        return has_any(self._remark_keys, text.casefold())

    def is_remark(self, remark: str) -> bool:
        """Whether a remark is nothing but a word for the default: `(default)`, `(Standard)`."""
        word = remark.strip(" .:：").casefold()
        return word in self._phrases or word in self._headings

    @cached_property
    def _keys(self) -> tuple[str, ...]:
        return shortest(self._phrases | words_of(self._lexicons, "left_out", "by_default"))

    @cached_property
    def _remark_keys(self) -> tuple[str, ...]:
        return shortest(max(phrase.split(), key=len) for phrase in self._phrases | self._headings)

    def _pattern(self, entry: str) -> re.Pattern[str]:
        return pattern(words_of(self._lexicons, entry))
