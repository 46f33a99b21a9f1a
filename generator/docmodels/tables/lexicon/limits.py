"""The words of some languages that tell limits: `at most 10`, `2文字以上20文字以下`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property

from .entries import alternatives, shortest, sources, words_of
from .lexicon import Lexicon

_NUMBER = r"-?\d{1,15}(?:[,_]\d{3})*(?:\.\d{1,10})?"
_TO = r"\s*(?:is|of|are|to|est|ist|é|es|是|为|は)?\s*[:：=]?\s*`?"
_AND = r"`?\s*(?:and|to|through|thru|und|bis|et|à|y|a|e|и|до|-|–|—|~|〜|～|至|から|到)\s*`?"


class LimitWords:
    """The words of some lexicons that tell limits, as patterns of sentences."""

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        self._lexicons = lexicons

    def stand_in(self, folded: str) -> bool:
        """Whether a text in lower case has a word that tells limits, and a digit."""
        return any(key in folded for key in self._keys) and any(map(str.isdigit, folded))

    def counts(self, word: str) -> bool:
        """Whether texts or lists are counted in a word: `characters`, `items`."""
        return word in self._counted

    @cached_property
    def _counted(self) -> frozenset[str]:
        return self._all(lambda lexicon: lexicon.characters) | self._all(lambda lexicon: lexicon.items)

    def counts_all(self, text: str) -> bool:
        """Whether a text counts characters of any kind: `3 characters`, but not `3 digits`."""
        return self._count_of_all.search(text) is not None

    @cached_property
    def _count_of_all(self) -> re.Pattern[str]:
        general = self._all(lambda lexicon: lexicon.characters) - self._all(lambda lexicon: lexicon.portions)
        return re.compile(rf"\d\s*(?:{alternatives(general)})(?![A-Za-z])", re.IGNORECASE)

    @cached_property
    def portions(self) -> re.Pattern[str]:
        """A part of a text that counts characters of one kind: `and at most 2 digits`, `, may have up to 3 letters`."""
        least, most, exactly, portions = sources(
            self._lexicons,
            lambda lexicon: lexicon.least,
            lambda lexicon: lexicon.most,
            lambda lexicon: lexicon.exactly,
            lambda lexicon: lexicon.portions,
        )
        return re.compile(
            r"(?:(?<=[.。;；])|[,，、]|(?<!\s)\s+(?:and|und|et|y|e|и|with|mit)\b)\s*(?:[^\W\d_]+\s+){0,3}?"
            rf"(?:{least}|{most}|{exactly})\s*{_NUMBER}\s*(?:{portions})(?![^\W_])",
            re.IGNORECASE,
        )

    @cached_property
    def _keys(self) -> tuple[str, ...]:
        entries: tuple[Callable[[Lexicon], str], ...] = (
            lambda lexicon: lexicon.least,
            lambda lexicon: lexicon.most,
            lambda lexicon: lexicon.between,
            lambda lexicon: lexicon.exactly,
            lambda lexicon: lexicon.least_behind,
            lambda lexicon: lexicon.most_behind,
            lambda lexicon: lexicon.characters,
            lambda lexicon: lexicon.items,
        )
        return shortest(word for entry in entries for word in self._all(entry))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """A sentence, or a part of one, that tells limits: `minimum 1`, `between 1 and 50 characters`."""
        least, most, between, length, characters, items = sources(
            self._lexicons,
            lambda lexicon: lexicon.least,
            lambda lexicon: lexicon.most,
            lambda lexicon: lexicon.between,
            lambda lexicon: lexicon.length,
            lambda lexicon: lexicon.characters,
            lambda lexicon: lexicon.items,
        )
        unit = rf"(?:\s*(?:(?P<characters>{characters})|(?P<items>{items})))?"
        behind = "|".join(
            sources(self._lexicons, lambda lexicon: lexicon.least_behind, lambda lexicon: lexicon.most_behind)
        )
        of_least, of_most = (
            rf"(?:\s*(?:value|number|(?P<length_{name}>{length})))?{_TO}" for name in ("least", "most")
        )
        ends, bare = (rf"(?P<least_{name}>{_NUMBER})\s*{_AND}\s*(?P<most_{name}>{_NUMBER})" for name in ("of", "alone"))
        return re.compile(
            rf"(?:the\s+)?(?:(?P<length>{length})\s*)?(?:(?:{least}){of_least}(?P<least>{_NUMBER})|(?:{most}){of_most}(?P<most>{_NUMBER})"
            rf"|(?:{between}){_TO}{ends}|{_TO}{bare}(?=\s*(?:{characters}|{items}))){unit}(?:\s+(?:long|in length)|\s*(?:{behind}))?",
            re.IGNORECASE,
        )

    @cached_property
    def heading(self) -> re.Pattern[str]:
        """The heading of a column of lengths: `Max length`, `長さ`, `Tamanho (caracteres)`."""
        least, most, length, characters = sources(
            self._lexicons,
            lambda lexicon: lexicon.least,
            lambda lexicon: lexicon.most,
            lambda lexicon: lexicon.length,
            lambda lexicon: lexicon.characters,
        )
        sized = rf"(?:(?P<least>{least})|(?P<most>{most}))?\s*(?:{length})(?:\s*(?:{most}))?"
        return re.compile(rf"{sized}(?:\s*[(（/]?\s*(?:{characters}|{least}|{most})\s*[)）]?)?", re.IGNORECASE)

    @cached_property
    def lead(self) -> re.Pattern[str]:
        """What may stand before limits at the head of a sentence: `the value must be`; nothing, too."""
        (subjects,) = sources(self._lexicons, lambda lexicon: lexicon.subjects)
        verbs = alternatives(self._all(lambda lexicon: lexicon.may_be) | self._all(lambda lexicon: lexicon.copulas))
        return re.compile(rf"^(?:(?:{subjects})\s+)?(?:(?:{verbs})\s+)?", re.IGNORECASE)

    @cached_property
    def followed(self) -> re.Pattern[str]:
        """A sentence whose limits have their words behind them: `1 以上`, `2文字以上20文字以下`."""
        least, most, characters, items = sources(
            self._lexicons,
            lambda lexicon: lexicon.least_behind,
            lambda lexicon: lexicon.most_behind,
            lambda lexicon: lexicon.characters,
            lambda lexicon: lexicon.items,
        )
        units = [rf"\s*(?:(?P<characters{at}>{characters})|(?P<items{at}>{items}))?\s*" for at in ("", "_too")]
        return re.compile(
            rf"(?:(?P<least>{_NUMBER}){units[0]}(?:{least}))?[\s、,，且~〜～-]*(?:(?P<most>{_NUMBER}){units[1]}(?:{most}))?",
            re.IGNORECASE,
        )

    @cached_property
    def exact(self) -> re.Pattern[str]:
        """A sentence that tells how long a text or list is: `exactly 6 digits`."""
        exactly, characters, items = sources(
            self._lexicons,
            lambda lexicon: lexicon.exactly,
            lambda lexicon: lexicon.characters,
            lambda lexicon: lexicon.items,
        )
        return re.compile(
            rf"(?:{exactly})\s*(?P<size>\d{{1,6}})\s*(?:(?P<characters>{characters})|(?P<items>{items}))(?:\s+(?:long|in length))?",
            re.IGNORECASE,
        )

    def _all(self, entry: Callable[[Lexicon], str]) -> frozenset[str]:
        return words_of(self._lexicons, entry)
