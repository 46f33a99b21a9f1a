"""The words of some languages in sentences and headings that are marks: `This parameter is deprecated`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ...frozen import cached_property
from .entries import Sources, alternatives, has_any, lowered, shortest
from .lexicon import Lexicon
from .meanings import Mark


class MarkSentences:
    """Patterns of sentences and headings that are marks of a field or a model."""

    def __init__(self, lexicons: Sequence[Lexicon], marks: Mapping[str, Mark]) -> None:
        """marks: the phrases of marks, in lower case."""
        self._sources = Sources(lexicons)
        self._marks = marks

    def may_stand_in(self, text: str) -> bool:
        """Whether a text has a phrase of a mark: a quick look before a thorough one."""
        return has_any(self._keys, lowered(text))

    def may_deprecate(self, text: str) -> bool:
        """Whether a text has a phrase of the mark for deprecated. It is a quick look, too."""
        return has_any(self._deprecated_keys, lowered(text))

    @cached_property
    def of_field(self) -> re.Pattern[str]:
        """The begin of a sentence about a field: `This parameter is deprecated`, `Will soon be deprecated`."""
        return self._sentence(self._sources.this_field)

    @cached_property
    def of_model(self) -> re.Pattern[str]:
        """The begin of a sentence about a model: `This object is deprecated`."""
        return self._sentence(self._sources.this_model)

    @cached_property
    def deprecated_heading(self) -> re.Pattern[str]:
        """A mark at either end of a heading: `[Deprecated] Room`, `Room (deprecated since 2.0)`, `Room - 废弃`."""
        mark = self._deprecated
        bracket = rf"[\[(（【]\s*(?:{mark})(?![^\W_])[^\[\]()（）【】]{{0,80}}[\])）】]"
        before = rf"^(?:{bracket}|(?:{mark})(?:[:：]|\s[-–—]\s))\s*"
        behind = rf"\s*(?:{bracket}|[:：,，]\s?(?:{mark})|(?<=\s)[-–—]\s(?:{mark})|(?<=\s)(?P<bare>{mark}))$"
        return re.compile(rf"{before}|{behind}", re.IGNORECASE)

    @cached_property
    def deprecated_clause(self) -> re.Pattern[str]:
        """A clause within a sentence that calls the field deprecated: `…, as this field will soon be deprecated`.

        An `and` may stand for the field: ``Replaced by `id`, and will be deprecated``.
        """
        words = self._sources
        subject = rf"(?:[,:(，：（]\s*|(?<![^\W_])(?:{words.reasons}|{words.since}|{words.and_})\s+)(?:{words.this_field})\s+(?:{words.links}|{words.soon})"
        behind = rf"^(?:{words.replaced})\s[^.]{{1,100}}?\s(?:{words.and_})\s+(?:{words.soon})"
        return re.compile(rf"(?:{subject}|{behind})\s+(?:{self._deprecated})(?![^\W_])", re.IGNORECASE)

    @cached_property
    def joint(self) -> re.Pattern[str]:
        """A word for "and" at the head of a text."""
        words = self._sources
        return re.compile(rf"(?:{words.and_})(?![^\W_])", re.IGNORECASE)

    @cached_property
    def reason(self) -> re.Pattern[str]:
        """Words between "deprecated" and the reason, a version or a date: `in favor of`, `since 2.0`, `in API v3`."""
        words = self._sources
        return re.compile(
            rf"(?:{words.reasons})(?![^\W_])|(?:{words.since})\s+\W*(?:[^\W\d_]+\s+)?`?(?:v\.?\s?)?\d", re.IGNORECASE
        )

    def _sentence(self, subject: str) -> re.Pattern[str]:
        words = self._sources
        return re.compile(
            rf"(?:(?P<subject>{subject})\s*)?(?:(?P<link>{words.links})\s*|(?P<soon>{words.soon})\s*)?"
            rf"(?P<mark>{alternatives(self._marks)})(?:\s*(?:{words.endings}))?(?![^\W_])",
            re.IGNORECASE,
        )

    @cached_property
    def _deprecated(self) -> str:
        return alternatives(self._deprecated_phrases)

    @cached_property
    def _deprecated_phrases(self) -> Sequence[str]:
        return [phrase for phrase, mark in self._marks.items() if mark is Mark.DEPRECATED]

    @cached_property
    def _deprecated_keys(self) -> tuple[str, ...]:
        return shortest(self._deprecated_phrases)

    @cached_property
    def _keys(self) -> tuple[str, ...]:
        return shortest(self._marks)
