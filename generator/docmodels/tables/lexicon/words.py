"""The words of some languages, looked up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from ...frozen import cached_property
from ...model.types import Type
from ...notation.vocabulary import Vocabulary
from ...patterns import Pattern
from .default_words import DefaultWords
from .entries import alternatives, bounded, has_any, longest_first, lowered, pattern, shortest, split, words_of
from .lexicon import Lexicon
from .limits import LimitWords
from .mark_sentences import MarkSentences
from .meanings import DEFINED, Claimed, Mark, Part, Role
from .type_words import type_vocabulary, types_of

_T = TypeVar("_T")
_PRESENCE = frozenset({Mark.REQUIRED, Mark.OPTIONAL, Mark.CONDITIONAL})


def _entry(name: str) -> cached_property[frozenset[str]]:
    return cached_property(lambda self: self._all(name))


def _entry_by_length(name: str) -> cached_property[tuple[str, ...]]:
    return cached_property(lambda self: longest_first(self._all(name)))


class Words:
    """The words of some lexicons. If two disagree about a word, the first one decides.

    Look up words in lower case.
    """

    def __init__(self, lexicons: Sequence[Lexicon], decided: Sequence[tuple[Pattern, bool]] = ()) -> None:
        """decided: patterns of headings in lower case, and whether the tables below are models."""
        self._lexicons = tuple(lexicons)
        self._decided = tuple(decided)

    # The words of one entry, as `Lexicon` explains it.
    hollow = _entry("hollow")
    declared = _entry("declared")
    badges = _entry("badges")
    notes = _entry("notes")
    examples = _entry("examples")
    errors = _entry("errors")
    failures = _entry("failures")
    headers = _entry("headers")
    flags = _entry("flags")
    kinds = _entry("kinds")
    values_of = _entry("values_of")
    owners = _entry("owners")
    stored = _entry("stored")
    called = _entry("called")
    announcing = _entry("with_")
    none = _entry("none")
    limits = _entry("limits")
    type_lists = _entry("type_lists")
    stars = _entry("stars")
    rest = _entry("rest")
    many = _entry("many")
    single = _entry("single")
    repeated = _entry("repeated")
    every = _entry("every")
    following = _entry("following")
    others = _entry("others")
    values = _entry("values")
    enumerations = _entry("enumerations")
    one_of = _entry("one_of")
    may_be = _entry("may_be")
    copulas = _entry("copulas")
    subjects = _entry("subjects")
    rules = _entry("rules")
    conditions = _entry("conditions")
    empty = _entry("empty")
    no_values = _entry("no_values")
    both = _entry("and_")
    leading = _entry("leading")
    items = _entry("items")
    lengths = _entry("length")
    prepositions = _entry("prepositions")

    # The same, the longest first.
    frames = _entry_by_length("frames")
    frames_before = _entry_by_length("frames_before")
    lists_of = _entry_by_length("lists_of")
    maps_of = _entry_by_length("maps_of")
    one_of_behind = _entry_by_length("one_of_behind")
    such_as = _entry_by_length("such_as")
    more = _entry_by_length("more")

    def decided(self, heading: str) -> bool | None:
        """Whether the configuration makes the tables below a heading models; None without a setting."""
        folded = " ".join(heading.split()).casefold()
        return next((is_model for pattern, is_model in self._decided if pattern.matches(folded)), None)

    @cached_property
    def roles(self) -> Mapping[str, Role]:
        """Heading of a column -> role."""
        foreign = dict.fromkeys(self.foreign, Role.FOREIGN)
        repeated = dict.fromkeys(self.repeated, Role.CARDINALITY)
        known = {**foreign, **repeated, **self._by_word(lambda lexicon: lexicon.columns)}
        return {**{unicodedata.normalize("NFKC", word): role for word, role in known.items()}, **known}

    @cached_property
    def foreign(self) -> Mapping[str, Claimed]:
        """Heading of a column that no model has -> content of its table."""
        return self._by_word(lambda lexicon: lexicon.foreign)

    @cached_property
    def signs(self) -> Mapping[str, bool | None]:
        """The meaning of a word or sign in a column of marks: yes, no, or None for sometimes."""
        return self._by_word(lambda lexicon: {True: lexicon.yes, False: lexicon.no, None: lexicon.maybe})

    @cached_property
    def unspaced_signs(self) -> frozenset[str]:
        """Words for yes or no in a script without blanks, of two characters or more."""
        return frozenset(word for word in self.signs if len(word) > 1 and not word.isascii() and word.isalpha())

    @cached_property
    def marks(self) -> Mapping[str, Mark]:
        """Phrase -> mark. Also as `lowered` writes a phrase: Turkish has an `i` without a dot."""
        marks = self._by_word(lambda lexicon: lexicon.marks)
        return {**marks, **{lowered(phrase): mark for phrase, mark in marks.items()}}

    @cached_property
    def parts(self) -> Mapping[str, Part]:
        """Word of a heading -> the part that it announces."""
        return self._by_word(lambda lexicon: lexicon.parts)

    @cached_property
    def generic(self) -> frozenset[str]:
        return self._all("generic") | self.hollow | self.parts.keys()

    @cached_property
    def hollow_ends(self) -> tuple[str, ...]:
        """The hollow words that are not in ASCII, the longest first."""
        return longest_first(word for word in self.hollow if not word.isascii())

    @cached_property
    def english(self) -> Mapping[str, str]:
        """English for words of headings in another script."""
        return self._by_word(lambda lexicon: lexicon.english)

    @cached_property
    def lookalikes(self) -> Mapping[str, Claimed]:
        """Word of a heading -> the content below it, which is no model."""
        return self._by_word(lambda lexicon: lexicon.lookalikes)

    @cached_property
    def chosen(self) -> frozenset[str]:
        """The last words of names of fields with a few fixed values."""
        return self.kinds | self._all("chosen")

    @cached_property
    def defined(self) -> frozenset[str]:
        """The names of the types that the docs define."""
        own = [lexicon for lexicon in self._lexicons if lexicon.language == DEFINED]
        return frozenset(
            word for lexicon in own for words in (*lexicon.scalars.values(), lexicon.maps) for word in split(words)
        )

    @cached_property
    def object_frames(self) -> tuple[str, ...]:
        """Words that may stand before the last word behind a name: `Poll Object Structure`."""
        return longest_first(word for lexicon in self._lexicons for word in split(lexicon.frames)[:2])

    @cached_property
    def default_words(self) -> DefaultWords:
        """The words for defaults."""
        headings = frozenset(word for word, role in self.roles.items() if role is Role.DEFAULT)
        return DefaultWords(self._lexicons, headings)

    @cached_property
    def values_heading(self) -> re.Pattern[str]:
        """A heading for the values of a field: `Allowed values for order_side`, `Допустимые значения order_side`."""
        phrases = alternatives(phrase for phrase in self.values if phrase not in self.parts)
        parts = alternatives(phrase for phrase in self.values if phrase in self.parts)  # `values for the state`
        of = rf"\s+(?:{alternatives(self._all('values_for'))})(?=\s)"
        return re.compile(
            rf"(?:(?P<phrase>{phrases})(?P<of>{of})?|(?P<part>{parts})(?P<part_of>{of}))(?:[\s:：]+|(?<=[^\x00-\x7f]))"
            r"(?P<name>[A-Za-z_][A-Za-z0-9_.-]{0,60})",
            re.IGNORECASE,
        )

    def may_head_values(self, heading: str) -> bool:
        """Whether a text begins with a word for values. It is a quick look before a thorough one."""
        return lowered(heading).startswith(self._values)

    @cached_property
    def _values(self) -> tuple[str, ...]:
        return tuple(map(lowered, self.values))

    @cached_property
    def alternatives(self) -> frozenset[str]:
        """Words between the values of a list."""
        return self._all("or_") | self.both

    @cached_property
    def cue(self) -> re.Pattern[str]:
        """A phrase that announces values."""
        return pattern(self.values | self.one_of | self.may_be)

    @cached_property
    def negation(self) -> re.Pattern[str]:
        """A word that denies a sentence: `without`."""
        return re.compile(bounded(self._all("negations")), re.IGNORECASE)

    @cached_property
    def denial(self) -> re.Pattern[str]:
        """A word at the end of a text that denies the phrase for values behind it: `not`, `legacy`."""
        return re.compile(rf"(?:{bounded(self._all('denied'))})[ \t]*$", re.IGNORECASE)

    def may_tell_bold(self, folded: str) -> bool:
        """Whether a text in lower case has a phrase for names in bold type. It is a quick look, too."""
        return has_any(self._bold_keys, folded)

    @cached_property
    def _bold_keys(self) -> tuple[str, ...]:
        return shortest(self._all("bold"))

    @cached_property
    def bold(self) -> re.Pattern[str]:
        """A phrase for names in bold type: `in bold`."""
        return re.compile(bounded(self._all("bold")), re.IGNORECASE)

    @cached_property
    def second(self) -> re.Pattern[str]:
        """A word before another name of the same value: `Old name of`."""
        return re.compile(bounded(self._all("second")), re.IGNORECASE)

    @cached_property
    def limit_words(self) -> LimitWords:
        """The words for limits."""
        return LimitWords(self._lexicons)

    @cached_property
    def ends(self) -> frozenset[str]:
        """Words for the smallest and for the largest value: `minimum`, `以上`."""
        return self._all("least", "most", "least_behind", "most_behind", "above_behind", "below_behind")

    @cached_property
    def constant_phrase(self) -> re.Pattern[str]:
        """A phrase that announces the one value of a field."""
        return pattern(self._all("always"))

    def has_cue(self, folded: str) -> bool:
        """Whether a text in lower case has a phrase that announces values. It is a quick look before a thorough one."""
        return has_any(self._cue_keys, folded)

    def has_constant_cue(self, folded: str) -> bool:
        """Whether a text in lower case has a phrase that announces one value. It is a quick look, too."""
        return has_any(self._constant_keys, folded)

    def may_mark_presence(self, folded: str) -> bool:
        """Whether a text in lower case has the longest word of a mark for a presence. It is a quick look, too."""
        return has_any(self._presence_keys, folded)

    @cached_property
    def _presence_keys(self) -> tuple[str, ...]:
        phrases = [phrase for phrase, mark in self.marks.items() if mark in _PRESENCE]
        return shortest(max(re.findall(r"[^\W\d_]+", phrase), key=len, default="") for phrase in phrases)

    @cached_property
    def _cue_keys(self) -> tuple[str, ...]:
        return shortest(self.values | self.one_of | self.may_be)

    @cached_property
    def _constant_keys(self) -> tuple[str, ...]:
        return shortest(self._all("always"))

    @cached_property
    def mark_phrase(self) -> re.Pattern[str]:
        return pattern(self.marks)

    @cached_property
    def mark_sentences(self) -> MarkSentences:
        """The sentences and headings that are marks."""
        return MarkSentences(self._lexicons, self.marks)

    @cached_property
    def condition(self) -> re.Pattern[str]:
        """The head of a condition in a cell of marks: `if`."""
        return re.compile(rf"(?:{alternatives(self.conditions)})(?![^\W_])")

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The meaning of words in types."""
        return type_vocabulary(self._lexicons, self.types, self.marks, self._all("things"))

    @cached_property
    def types(self) -> Mapping[str, Type]:
        """Names of types: name -> type."""
        return types_of(self._lexicons)

    def _by_word(self, entries: Callable[[Lexicon], Mapping[_T, str]]) -> dict[str, _T]:
        meanings: dict[str, _T] = {}
        for lexicon in self._lexicons:
            for meaning, words in entries(lexicon).items():
                for word in split(words):
                    meanings.setdefault(word, meaning)
        return meanings

    def _all(self, *entries: str) -> frozenset[str]:
        return words_of(self._lexicons, *entries)
