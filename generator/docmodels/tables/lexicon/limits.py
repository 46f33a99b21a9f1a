"""The words of some languages for limits: `at most 10`, `2文字以上20文字以下`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...frozen import cached_property
from .entries import Sources, alternatives, has_any, shortest
from .lexicon import Lexicon

_NUMBER = r"-?\d{1,15}(?:[,_]\d{3})*(?:\.\d{1,10})?"


class LimitWords:
    """Patterns of sentences about limits."""

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        self._sources = Sources(lexicons)

    def stand_in(self, folded: str) -> bool:
        """Whether a text in lower case has a word for limits, and a digit."""
        return has_any(self._keys, folded) and any(map(str.isdigit, folded))

    def counts(self, word: str) -> bool:
        """Whether a word is a unit of the length of texts or lists: `characters`, `items`."""
        return word in self._counted

    def announces_range(self, word: str) -> bool:
        """Whether a word in lower case leads to the ends of a range: `range`, `取值范围`."""
        return word in self._between

    @cached_property
    def _between(self) -> frozenset[str]:
        return self._sources.words("between")

    @cached_property
    def _counted(self) -> frozenset[str]:
        return self._sources.words("characters", "items")

    def counts_all(self, text: str) -> bool:
        """Whether a text counts characters of any kind: `3 characters`, but not `3 digits`."""
        return self._count_of_all.search(text) is not None

    @cached_property
    def _count_of_all(self) -> re.Pattern[str]:
        general = self._sources.words("characters") - self._sources.words("portions")
        return re.compile(rf"\d\s*(?:{alternatives(general)})(?![A-Za-z])", re.IGNORECASE)

    @cached_property
    def portions(self) -> re.Pattern[str]:
        """A part of a text that counts characters of one kind: `and at most 2 digits`, `, may have up to 3 letters`."""
        words = self._sources
        return re.compile(
            rf"(?:(?<=[.。;；])|[,，、]|(?<!\s)\s+(?:{words.and_}|{words.with_})\b)\s*(?:[^\W\d_]+\s+){{0,3}}?"
            rf"(?:{words.least}|{words.most}|{words.exactly})\s*{_NUMBER}\s*(?:{words.portions})(?![^\W_])",
            re.IGNORECASE,
        )

    @cached_property
    def _keys(self) -> tuple[str, ...]:
        ends = (
            "least",
            "most",
            "above",
            "below",
            "above_behind",
            "below_behind",
            "between",
            "exactly",
            "least_behind",
            "most_behind",
            "characters",
            "items",
        )
        return shortest(self._sources.words(*ends))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """A pattern for a sentence about limits, or a part of one: `minimum 1`, `between 1 and 50 characters`."""
        words = self._sources
        unit = rf"(?:\s*(?:(?P<characters>{words.characters})|(?P<items>{words.items})))?"
        to = rf"\s*(?:{words.bound_to})?\s*[:：=]?\s*`?"
        joint = rf"`?\s*(?:{words.and_}|{words.through}|-|–|—|~|〜|～)\s*`?"
        of_least, of_most = (
            rf"(?:\s*(?:{words.amounts}|(?P<length_{name}>{words.length})))?{to}" for name in ("least", "most")
        )
        ends, bare = (
            rf"(?P<least_{name}>{_NUMBER})\s*{joint}\s*(?P<most_{name}>{_NUMBER})" for name in ("of", "alone")
        )
        return re.compile(
            rf"(?:(?:{words.articles})\s+)?(?:(?P<length>{words.length})\s*)?"
            rf"(?:(?:{words.least}){of_least}(?P<least>{_NUMBER})|(?:{words.most}){of_most}(?P<most>{_NUMBER})"
            rf"|(?:{words.between}){to}{ends}|{to}{bare}(?=\s*(?:{words.characters}|{words.items}))){unit}(?:\s+(?:{words.lengthwise})|\s*(?:{words.least_behind}|{words.most_behind}))?",
            re.IGNORECASE,
        )

    @cached_property
    def interval(self) -> re.Pattern[str]:
        """A word for a range and its ends in brackets: `range [0, 2]`, `取值范围(0,1]`."""
        words = self._sources
        return re.compile(
            rf"(?P<between>{words.between})\s{{0,4}}(?:{words.bound_to})?\s{{0,4}}[:：]?\s{{0,4}}[\[(（]\s*(?P<least>{_NUMBER})\s*[,，~～]\s*(?P<most>{_NUMBER})\s*[\])）]",
            re.IGNORECASE,
        )

    @cached_property
    def exclusive(self) -> re.Pattern[str]:
        """A part of a sentence about a limit that no value has: `greater than 0`, `1未満`."""
        words = self._sources
        return re.compile(
            rf"(?:(?:{words.above})\s*(?P<above>{_NUMBER})|(?:{words.below})\s*(?P<below>{_NUMBER})"
            rf"|(?P<above_this>{_NUMBER})\s*(?:{words.above_behind})|(?P<below_this>{_NUMBER})\s*(?:{words.below_behind}))"
            rf"(?:{words.closings})?",
            re.IGNORECASE,
        )

    @cached_property
    def first_end(self) -> re.Pattern[str]:
        """The place between two limits without a mark between them: `0以上1未満`."""
        behind = self._sources.words("least_behind", "above_behind")
        ends = "|".join(rf"(?<={re.escape(word)})" for word in sorted(behind))
        return re.compile(rf"(?:{ends or '(?!)'})\s*(?=\d)")

    @cached_property
    def heading(self) -> re.Pattern[str]:
        """The heading of a column of lengths: `Max length`, `長さ`, `Tamanho (caracteres)`."""
        words = self._sources
        sized = rf"(?:(?P<least>{words.least})|(?P<most>{words.most}))?\s*(?:{words.length})(?:\s*(?:(?P<least_behind>{words.least})|{words.most}))?"
        return re.compile(
            rf"{sized}(?:\s*[(（/]?\s*(?:{words.characters}|{words.least}|{words.most})\s*[)）]?)?", re.IGNORECASE
        )

    @cached_property
    def lead(self) -> re.Pattern[str]:
        """The source for words before limits at the head of a sentence, or none: `the value must be`, `range:`."""
        words = self._sources
        verbs = alternatives(words.words("may_be", "copulas"))
        labels = alternatives(words.words("limit_labels") - words.words("values", "between", "length"))
        subject = rf"(?:{words.subjects})\s+|(?:{labels})\s?[:：]\s*"
        return re.compile(rf"^(?:{subject})?(?:(?:{verbs})\s+)?", re.IGNORECASE)

    @cached_property
    def followed(self) -> re.Pattern[str]:
        """A sentence with words behind its limits: `1 以上`, `2文字以上20文字以下`."""
        words = self._sources
        units = [
            rf"\s*(?:(?P<characters{at}>{words.characters})|(?P<items{at}>{words.items}))?\s*" for at in ("", "_too")
        ]
        return re.compile(
            rf"(?:(?P<least>{_NUMBER}){units[0]}(?:{words.least_behind}))?[\s、,，且~〜～-]*(?:(?P<most>{_NUMBER}){units[1]}(?:{words.most_behind}))?",
            re.IGNORECASE,
        )

    @cached_property
    def exact(self) -> re.Pattern[str]:
        """A sentence about an exact length: `exactly 6 digits`."""
        words = self._sources
        return re.compile(
            rf"(?:{words.exactly})\s*(?P<size>\d{{1,6}})\s*(?:(?P<characters>{words.characters})|(?P<items>{words.items}))(?:\s+(?:{words.lengthwise}))?",
            re.IGNORECASE,
        )
