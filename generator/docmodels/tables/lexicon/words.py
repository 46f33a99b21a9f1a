"""The words of some languages, looked up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from ...model.types import ANY, ListOf, MapOf, Type
from ...notation.generics import GENERICS
from ...notation.phrases import Phrases, Sense
from ...notation.vocabulary import Constructor, Vocabulary
from ...patterns import Pattern
from .entries import alternatives, longest_first, pattern, shortest, split, words_of
from .lexicon import DEFINED, Claimed, Lexicon, Mark, Part, Role
from .limits import LimitWords
from .mark_sentences import MarkSentences

_T = TypeVar("_T")


def _entry(words: Callable[[Lexicon], str]) -> cached_property[frozenset[str]]:
    return cached_property(lambda self: self._all(words))


def _entry_by_length(words: Callable[[Lexicon], str]) -> cached_property[tuple[str, ...]]:
    return cached_property(lambda self: longest_first(self._all(words)))


class Words:
    """The words of some lexicons; where two disagree about one, the first decides.

    Every word that is looked up is looked up in lower case.
    """

    def __init__(self, lexicons: Sequence[Lexicon], decided: Sequence[tuple[Pattern, bool]] = ()) -> None:
        """decided: patterns of headings, in lower case, with whether tables below them are models."""
        self._lexicons = tuple(lexicons)
        self._decided = tuple(decided)

    # The words of one entry, as `Lexicon` explains it.
    hollow = _entry(lambda lexicon: lexicon.hollow)
    declared = _entry(lambda lexicon: lexicon.declared)
    badges = _entry(lambda lexicon: lexicon.badges)
    examples = _entry(lambda lexicon: lexicon.examples)
    errors = _entry(lambda lexicon: lexicon.errors)
    headers = _entry(lambda lexicon: lexicon.headers)
    flags = _entry(lambda lexicon: lexicon.flags)
    kinds = _entry(lambda lexicon: lexicon.kinds)
    values_of = _entry(lambda lexicon: lexicon.values_of)
    owners = _entry(lambda lexicon: lexicon.owners)
    stored = _entry(lambda lexicon: lexicon.stored)
    called = _entry(lambda lexicon: lexicon.called)
    announcing = _entry(lambda lexicon: lexicon.with_)
    none = _entry(lambda lexicon: lexicon.none)
    limits = _entry(lambda lexicon: lexicon.limits)
    type_lists = _entry(lambda lexicon: lexicon.type_lists)
    stars = _entry(lambda lexicon: lexicon.stars)
    _defaults = _entry(lambda lexicon: lexicon.defaults)
    rest = _entry(lambda lexicon: lexicon.rest)
    many = _entry(lambda lexicon: lexicon.many)
    single = _entry(lambda lexicon: lexicon.single)
    every = _entry(lambda lexicon: lexicon.every)
    others = _entry(lambda lexicon: lexicon.others)
    values = _entry(lambda lexicon: lexicon.values)
    enumerations = _entry(lambda lexicon: lexicon.enumerations)
    one_of = _entry(lambda lexicon: lexicon.one_of)
    may_be = _entry(lambda lexicon: lexicon.may_be)
    copulas = _entry(lambda lexicon: lexicon.copulas)
    subjects = _entry(lambda lexicon: lexicon.subjects)
    empty = _entry(lambda lexicon: lexicon.empty)
    no_values = _entry(lambda lexicon: lexicon.no_values)
    both = _entry(lambda lexicon: lexicon.and_)

    # The same, the longest first.
    frames = _entry_by_length(lambda lexicon: lexicon.frames)
    frames_before = _entry_by_length(lambda lexicon: lexicon.frames_before)
    lists_of = _entry_by_length(lambda lexicon: lexicon.lists_of)
    maps_of = _entry_by_length(lambda lexicon: lexicon.maps_of)
    one_of_behind = _entry_by_length(lambda lexicon: lexicon.one_of_behind)
    such_as = _entry_by_length(lambda lexicon: lexicon.such_as)
    more = _entry_by_length(lambda lexicon: lexicon.more)

    def decided(self, heading: str) -> bool | None:
        """Whether a team says that the tables below a heading are models; None where it says nothing."""
        folded = " ".join(heading.split()).casefold()
        return next((is_model for pattern, is_model in self._decided if pattern.matches(folded)), None)

    @cached_property
    def roles(self) -> Mapping[str, Role]:
        """What a column is for, by its heading."""
        foreign = dict.fromkeys(self.foreign, Role.FOREIGN)
        return {**foreign, **self._by_word(lambda each: each.columns)}

    @cached_property
    def foreign(self) -> Mapping[str, Claimed]:
        """What a table shows that has a column with a heading of no model."""
        return self._by_word(lambda each: each.foreign)

    @cached_property
    def signs(self) -> Mapping[str, bool | None]:
        """What a word or sign in a column of marks says: yes, no, or None for sometimes."""
        found: dict[str, bool | None] = {}
        for each in self._lexicons:
            for meaning, words in ((True, each.yes), (False, each.no), (None, each.maybe)):
                for word in split(words):
                    found.setdefault(word, meaning)
        return found

    @cached_property
    def unspaced_signs(self) -> frozenset[str]:
        """The words of two characters or more that say yes or no in a script without blanks."""
        return frozenset(word for word in self.signs if len(word) > 1 and not word.isascii() and word.isalpha())

    @cached_property
    def marks(self) -> Mapping[str, Mark]:
        """What a phrase says about a field."""
        return self._by_word(lambda each: each.marks)

    @cached_property
    def parts(self) -> Mapping[str, Part]:
        """Which part of something a word in a heading announces."""
        return self._by_word(lambda each: each.parts)

    @cached_property
    def generic(self) -> frozenset[str]:
        return self._all(lambda each: each.generic) | self.hollow | self.parts.keys()

    @cached_property
    def hollow_ends(self) -> tuple[str, ...]:
        """The hollow words of other scripts, the longest first."""
        return longest_first(word for word in self.hollow if not word.isascii())

    @cached_property
    def english(self) -> Mapping[str, str]:
        """English for words of headings in another script."""
        return self._by_word(lambda each: each.english)

    @cached_property
    def lookalikes(self) -> Mapping[str, Claimed]:
        """What stands below a heading with such words, in place of models."""
        return self._by_word(lambda each: each.lookalikes)

    @cached_property
    def chosen(self) -> frozenset[str]:
        """The last words of the names of fields that hold one of a few values."""
        return self.kinds | self._all(lambda each: each.chosen)

    @cached_property
    def defined(self) -> frozenset[str]:
        """The names of the types that the docs define themselves."""
        own = [each for each in self._lexicons if each.language == DEFINED]
        return frozenset(word for each in own for words in (*each.scalars.values(), each.maps) for word in split(words))

    @cached_property
    def object_frames(self) -> tuple[str, ...]:
        """Words that may stand before the last word behind a name: `Poll Object Structure`."""
        return longest_first(word for each in self._lexicons for word in split(each.frames)[:2])

    @cached_property
    def default_phrase(self) -> re.Pattern[str]:
        return pattern(self._all(lambda each: each.defaults))

    @cached_property
    def left_out(self) -> re.Pattern[str]:
        """What says that a field is left out: `if omitted`."""
        return pattern(self._all(lambda each: each.left_out))

    @cached_property
    def uses(self) -> re.Pattern[str]:
        """What leads from there to the default: `it is`."""
        return pattern(self._all(lambda each: each.uses))

    @cached_property
    def used(self) -> re.Pattern[str]:
        """What says behind a value that it counts then: `is used`."""
        return pattern(self._all(lambda each: each.used))

    @cached_property
    def by_default(self) -> re.Pattern[str]:
        """What says behind a value that it is the default: `by default`."""
        return pattern(self._all(lambda each: each.by_default))

    def is_default(self, remark: str) -> bool:
        """Whether a remark only says that a value is the default: `(default)`, `(Standard)`."""
        word = remark.strip(" .:：").casefold()
        return word in self._defaults or (bool(word) and self.roles.get(word) is Role.DEFAULT)

    @cached_property
    def values_heading(self) -> re.Pattern[str]:
        """A heading for the values of a field: `Allowed values for order_side`, `Допустимые значения order_side`."""
        phrases = alternatives(phrase for phrase in self.values if phrase not in self.parts)
        parts = alternatives(phrase for phrase in self.values if phrase in self.parts)  # `values for the state`
        of = r"\s+(?:for the|for|of the|of|de|do|da|du|für|von|для)(?=\s)"
        return re.compile(
            rf"(?:(?P<phrase>{phrases})(?P<of>{of})?|(?P<part>{parts})(?P<part_of>{of}))(?:[\s:：]+|(?<=[^\x00-\x7f]))"
            r"(?P<name>[A-Za-z_][A-Za-z0-9_.-]{0,60})",
            re.IGNORECASE,
        )

    @cached_property
    def alternatives(self) -> frozenset[str]:
        """Words between the values of a list."""
        return self._all(lambda each: each.or_) | self.both

    @cached_property
    def cue(self) -> re.Pattern[str]:
        """What announces values."""
        return pattern(self.values | self.one_of | self.may_be)

    @cached_property
    def negation(self) -> re.Pattern[str]:
        """A word that denies a sentence: `without`."""
        negations = self._all(lambda each: each.negations)
        spaced = alternatives(word for word in negations if word[0].islower())
        unspaced = alternatives(word for word in negations if not word[0].islower())
        return re.compile(rf"(?<![^\W\d_])(?:{spaced})(?![^\W\d_])|{unspaced}", re.IGNORECASE)

    @cached_property
    def denial(self) -> re.Pattern[str]:
        """A word at the end of a text that denies the phrase for values behind it: `not`, `legacy`."""
        denied = self._all(lambda each: each.denied)
        # Scripts without capitals have no blanks between words.
        spaced = alternatives(word for word in denied if word[0].islower())
        unspaced = alternatives(word for word in denied if not word[0].islower())
        return re.compile(rf"(?:\b(?:{spaced})|{unspaced})[ \t]*$", re.IGNORECASE)

    @cached_property
    def second(self) -> re.Pattern[str]:
        """A word before the first name of what has a second one: `Old name of`."""
        second = self._all(lambda each: each.second)
        spaced = alternatives(word for word in second if word[0].islower())
        unspaced = alternatives(word for word in second if not word[0].islower())
        return re.compile(rf"\b(?:{spaced})\b|{unspaced}", re.IGNORECASE)

    @cached_property
    def limit_words(self) -> LimitWords:
        """The words that tell limits."""
        return LimitWords(self._lexicons)

    @cached_property
    def constant_phrase(self) -> re.Pattern[str]:
        """What announces the one value of a field."""
        return pattern(self._all(lambda each: each.always))

    def has_cue(self, folded: str) -> bool:
        """Whether a text in lower case has a phrase that announces values. It is a quick look before a thorough one."""
        return any(key in folded for key in self._cue_keys)

    @cached_property
    def _cue_keys(self) -> tuple[str, ...]:
        return shortest(self.values | self.one_of | self.may_be)

    def has_constant_cue(self, folded: str) -> bool:
        """Whether a text in lower case has a phrase that announces one value."""
        return any(key in folded for key in self._constant_keys)

    @cached_property
    def _constant_keys(self) -> tuple[str, ...]:
        return shortest(self._all(lambda each: each.always))

    @cached_property
    def mark_phrase(self) -> re.Pattern[str]:
        return pattern(self.marks)

    @cached_property
    def mark_sentences(self) -> MarkSentences:
        """The sentences and headings that are marks."""
        return MarkSentences(self._lexicons, self.marks)

    @cached_property
    def condition(self) -> re.Pattern[str]:
        """What says, at the head of a cell of marks, that a field must be there sometimes."""
        return re.compile(rf"(?:{alternatives(self._all(lambda each: each.conditions))})(?![^\W_])")

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What words mean in types."""
        types = self.types
        lists = self._all(lambda each: each.lists)
        maps = self._all(lambda each: each.maps)
        return Vocabulary(
            language="words",
            scalars=types,
            constructors={
                **dict.fromkeys(lists, Constructor.LIST),
                **dict.fromkeys(maps, Constructor.MAP),
                "map": Constructor.MAP,
                "optional": Constructor.OPTIONAL,
                "nullable": Constructor.NULLABLE,
            },
            generics=GENERICS,
            templates=dict.fromkeys(("Pick", "Omit"), MapOf(ANY)),
            prefixes={"?": Constructor.NULLABLE},
            suffixes={"?": Constructor.NULLABLE},
            whole_links=True,
            phrases=Phrases(
                self._senses(),
                types,
                {phrase: str(mark) for phrase, mark in self.marks.items()},
                self._all(lambda each: each.things),
            ),
        )

    @cached_property
    def types(self) -> Mapping[str, Type]:
        found: dict[str, Type] = {"any": ANY}
        for each in self._lexicons:
            for kind, words in each.scalars.items():
                found.update(dict.fromkeys((word for word in split(words) if word not in found), kind))
        for each in self._lexicons:
            found.update({word: ListOf(ANY) for word in split(each.lists) if word not in found})
            found.update({word: MapOf(ANY) for word in split(each.maps) if word not in found})
        return found

    def _senses(self) -> Mapping[str, frozenset[Sense]]:
        found: dict[str, set[Sense]] = {}
        for each in self._lexicons:
            for sense, words in _senses(each):
                for phrase in split(words):
                    found.setdefault(phrase, set()).add(sense)
        return {phrase: frozenset(senses) for phrase, senses in found.items()}

    def _by_word(self, entries: Callable[[Lexicon], Mapping[_T, str]]) -> dict[str, _T]:
        found: dict[str, _T] = {}
        for each in self._lexicons:
            for meaning, words in entries(each).items():
                for word in split(words):
                    found.setdefault(word, meaning)
        return found

    def _all(self, entries: Callable[[Lexicon], str]) -> frozenset[str]:
        return words_of(self._lexicons, entries)


def _senses(lexicon: Lexicon) -> Iterator[tuple[Sense, str]]:
    yield Sense.LIST_OF, lexicon.lists_of
    yield Sense.LIST, lexicon.lists
    yield Sense.MAP_OF, lexicon.maps_of
    yield Sense.MAP_BY, lexicon.maps_by
    yield Sense.MAP, lexicon.maps
    yield Sense.TO, lexicon.to
    yield Sense.OR, lexicon.or_
    yield Sense.OF, lexicon.of_
    yield Sense.OBJECT, lexicon.objects
    yield Sense.FILLER, lexicon.fillers
    yield Sense.FILLER, lexicon.partial
    yield Sense.REST, lexicon.rest
