"""The words of some languages, looked up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from ...model.types import ANY, ListOf, MapOf, Type
from ...notation.generics import GENERICS
from ...notation.phrases import Phrases, Sense
from ...notation.vocabulary import Constructor, Vocabulary
from ...patterns import Pattern
from .lexicon import DEFINED, Claimed, Lexicon, Mark, Part, Role

_T = TypeVar("_T")
_NUMBER = r"-?\d{1,15}(?:[,_]\d{3})*(?:\.\d{1,10})?"
_TO = r"\s*(?:is|of|are|to|est|ist|é|es|是|为|は)?\s*[:：=]?\s*`?"
_AND = r"`?\s*(?:and|to|through|thru|und|bis|et|à|y|a|e|и|до|-|–|—|~|〜|～|至|から|到)\s*`?"


def split(words: str) -> list[str]:
    """The phrases of a lexicon's entry."""
    return [phrase.strip().casefold() for phrase in words.split(",")] if words else []


class Words:
    """The words of some lexicons; where two disagree about one, the first decides.

    Every word that is looked up is looked up in lower case.
    """

    def __init__(self, lexicons: Sequence[Lexicon], decided: Sequence[tuple[Pattern, bool]] = ()) -> None:
        """decided: patterns of headings, in lower case, with whether tables below them are models."""
        self._lexicons = tuple(lexicons)
        self._decided = tuple(decided)

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
    def hollow(self) -> frozenset[str]:
        return self._all(lambda each: each.hollow)

    @cached_property
    def hollow_ends(self) -> tuple[str, ...]:
        """The hollow words of other scripts, the longest first."""
        return _longest_first(word for word in self.hollow if not word.isascii())

    @cached_property
    def declared(self) -> frozenset[str]:
        return self._all(lambda each: each.declared)

    @cached_property
    def badges(self) -> frozenset[str]:
        return self._all(lambda each: each.badges)

    @cached_property
    def english(self) -> Mapping[str, str]:
        """English for words of headings in another script."""
        return self._by_word(lambda each: each.english)

    @cached_property
    def examples(self) -> frozenset[str]:
        """Words of headings that only illustrate."""
        return self._all(lambda each: each.examples)

    @cached_property
    def lookalikes(self) -> Mapping[str, Claimed]:
        """What stands below a heading with such words, in place of models."""
        return self._by_word(lambda each: each.lookalikes)

    @cached_property
    def errors(self) -> frozenset[str]:
        return self._all(lambda each: each.errors)

    @cached_property
    def headers(self) -> frozenset[str]:
        return self._all(lambda each: each.headers)

    @cached_property
    def flags(self) -> frozenset[str]:
        return self._all(lambda each: each.flags)

    @cached_property
    def kinds(self) -> frozenset[str]:
        return self._all(lambda each: each.kinds)

    @cached_property
    def chosen(self) -> frozenset[str]:
        """The last words of the names of fields that hold one of a few values."""
        return self.kinds | self._all(lambda each: each.chosen)

    @cached_property
    def values_of(self) -> frozenset[str]:
        return self._all(lambda each: each.values_of)

    @cached_property
    def limits(self) -> frozenset[str]:
        return self._all(lambda each: each.limits)

    @cached_property
    def defined(self) -> frozenset[str]:
        """The names of the types that the docs define themselves."""
        own = [each for each in self._lexicons if each.language == DEFINED]
        return frozenset(word for each in own for words in (*each.scalars.values(), each.maps) for word in split(words))

    @cached_property
    def type_lists(self) -> frozenset[str]:
        """Headings of what defines types."""
        return self._all(lambda each: each.type_lists)

    @cached_property
    def frames(self) -> tuple[str, ...]:
        """Words behind a name in a heading, the longest first."""
        return _longest_first(self._all(lambda each: each.frames))

    @cached_property
    def object_frames(self) -> tuple[str, ...]:
        """Words that may stand before the last word behind a name: `Poll Object Structure`."""
        return _longest_first(word for each in self._lexicons for word in split(each.frames)[:2])

    @cached_property
    def frames_before(self) -> tuple[str, ...]:
        return _longest_first(self._all(lambda each: each.frames_before))

    @cached_property
    def default_phrase(self) -> re.Pattern[str]:
        return _pattern(self._all(lambda each: each.defaults))

    def is_default(self, remark: str) -> bool:
        """Whether a remark only says that a value is the default: `(default)`, `(Standard)`."""
        word = remark.strip(" .:：").casefold()
        return word in self._defaults or (bool(word) and self.roles.get(word) is Role.DEFAULT)

    @cached_property
    def _defaults(self) -> frozenset[str]:
        return self._all(lambda each: each.defaults)

    @cached_property
    def rest(self) -> frozenset[str]:
        """Words that begin a remark behind a type."""
        return self._all(lambda each: each.rest)

    @cached_property
    def lists_of(self) -> tuple[str, ...]:
        """Words before the type of the items of a list."""
        return _longest_first(self._all(lambda each: each.lists_of))

    @cached_property
    def maps_of(self) -> tuple[str, ...]:
        """Words before the type of the values of a map."""
        return _longest_first(self._all(lambda each: each.maps_of))

    @cached_property
    def many(self) -> frozenset[str]:
        return self._all(lambda each: each.many)

    @cached_property
    def single(self) -> frozenset[str]:
        return self._all(lambda each: each.single)

    @cached_property
    def every(self) -> frozenset[str]:
        return self._all(lambda each: each.every)

    @cached_property
    def others(self) -> frozenset[str]:
        """Words that a sentence of all fields does not have."""
        return self._all(lambda each: each.others)

    @cached_property
    def values(self) -> frozenset[str]:
        return self._all(lambda each: each.values)

    @cached_property
    def enumerations(self) -> frozenset[str]:
        """Words for a type that is a fixed set of values."""
        return self._all(lambda each: each.enumerations)

    @cached_property
    def values_heading(self) -> re.Pattern[str]:
        """A heading for the values of a field: `Allowed values for order_side`, `Допустимые значения order_side`."""
        phrases = _alternatives(phrase for phrase in self.values if phrase not in self.parts)
        return re.compile(
            rf"(?P<phrase>{phrases})(?P<of>\s+(?:for the|for|of the|of|de|do|da|du|für|von|для)(?=\s))?(?:[\s:：]+|(?<=[^\x00-\x7f]))"
            r"(?P<name>[A-Za-z_][A-Za-z0-9_.-]{0,60})",
            re.IGNORECASE,
        )

    @cached_property
    def one_of(self) -> frozenset[str]:
        return self._all(lambda each: each.one_of)

    @cached_property
    def one_of_behind(self) -> tuple[str, ...]:
        return _longest_first(self._all(lambda each: each.one_of_behind))

    @cached_property
    def may_be(self) -> frozenset[str]:
        return self._all(lambda each: each.may_be)

    @cached_property
    def copulas(self) -> frozenset[str]:
        return self._all(lambda each: each.copulas)

    @cached_property
    def such_as(self) -> tuple[str, ...]:
        return _longest_first(self._all(lambda each: each.such_as))

    @cached_property
    def more(self) -> tuple[str, ...]:
        return _longest_first(self._all(lambda each: each.more))

    @cached_property
    def subjects(self) -> frozenset[str]:
        return self._all(lambda each: each.subjects)

    @cached_property
    def empty(self) -> frozenset[str]:
        return self._all(lambda each: each.empty)

    @cached_property
    def no_values(self) -> frozenset[str]:
        return self._all(lambda each: each.no_values)

    @cached_property
    def alternatives(self) -> frozenset[str]:
        """Words between the values of a list."""
        return self._all(lambda each: each.or_) | self.both

    @cached_property
    def both(self) -> frozenset[str]:
        """Words for "and"."""
        return self._all(lambda each: each.and_)

    @cached_property
    def cue(self) -> re.Pattern[str]:
        """What announces values."""
        return _pattern(self.values | self.one_of | self.may_be)

    @cached_property
    def denial(self) -> re.Pattern[str]:
        """A word at the end of a text that denies the phrase for values behind it: `not`, `legacy`."""
        denied = self._all(lambda each: each.denied)
        spaced = _alternatives(word for word in denied if word[0].islower())  # other scripts have no blanks, either
        unspaced = _alternatives(word for word in denied if not word[0].islower())
        return re.compile(rf"(?:\b(?:{spaced})|{unspaced})[ \t]*$", re.IGNORECASE)

    def has_limit(self, folded: str) -> bool:
        """Whether a text in lower case has a word that tells limits, and a digit."""
        return any(key in folded for key in self._limit_keys) and any(map(str.isdigit, folded))

    def counts(self, word: str) -> bool:
        """Whether texts or lists are counted in a word: `characters`, `items`."""
        return word in self._counted

    @cached_property
    def _counted(self) -> frozenset[str]:
        return self._all(lambda each: each.characters) | self._all(lambda each: each.items)

    @cached_property
    def _limit_keys(self) -> tuple[str, ...]:
        entries = (
            lambda each: each.least,
            lambda each: each.most,
            lambda each: each.between,
            lambda each: each.exactly,
            lambda each: each.least_behind,
            lambda each: each.most_behind,
            lambda each: each.characters,
        )
        return _shortest({*frozenset().union(*map(self._all, entries)), *self._all(lambda each: each.items)})

    @cached_property
    def limit_pattern(self) -> re.Pattern[str]:
        """A sentence, or a part of one, that tells limits: `minimum 1`, `between 1 and 50 characters`."""
        least, most, between, length, characters, items = self._patterns(
            lambda each: each.least,
            lambda each: each.most,
            lambda each: each.between,
            lambda each: each.length,
            lambda each: each.characters,
            lambda each: each.items,
        )
        unit = rf"(?:\s*(?:(?P<characters>{characters})|(?P<items>{items})))?"
        of_least, of_most = (
            rf"(?:\s*(?:value|number|(?P<length_{name}>{length})))?{_TO}" for name in ("least", "most")
        )
        ends, bare = (rf"(?P<least_{name}>{_NUMBER})\s*{_AND}\s*(?P<most_{name}>{_NUMBER})" for name in ("of", "alone"))
        return re.compile(
            rf"(?:the\s+)?(?:(?P<length>{length})\s*)?(?:(?:{least}){of_least}(?P<least>{_NUMBER})|(?:{most}){of_most}(?P<most>{_NUMBER})"
            rf"|(?:{between}){_TO}{ends}|{_TO}{bare}(?=\s*(?:{characters}|{items}))){unit}(?:\s+(?:long|in length))?",
            re.IGNORECASE,
        )

    @cached_property
    def limit_lead(self) -> re.Pattern[str]:
        """What may stand before limits at the head of a sentence: `the value must be`; nothing, too."""
        subjects, verbs = _alternatives(self.subjects), _alternatives(self.may_be | self.copulas)
        return re.compile(rf"^(?:(?:{subjects})\s+)?(?:(?:{verbs})\s+)?", re.IGNORECASE)

    @cached_property
    def followed_pattern(self) -> re.Pattern[str]:
        """A sentence whose limits have their words behind them: `1 以上`, `2文字以上20文字以下`."""
        least, most, characters, items = self._patterns(
            lambda each: each.least_behind,
            lambda each: each.most_behind,
            lambda each: each.characters,
            lambda each: each.items,
        )
        units = [rf"\s*(?:(?P<characters{at}>{characters})|(?P<items{at}>{items}))?\s*" for at in ("", "_too")]
        return re.compile(
            rf"(?:(?P<least>{_NUMBER}){units[0]}(?:{least}))?[\s、,，且~〜～-]*(?:(?P<most>{_NUMBER}){units[1]}(?:{most}))?",
            re.IGNORECASE,
        )

    @cached_property
    def exact_pattern(self) -> re.Pattern[str]:
        """A sentence that tells how long a text or list is: `exactly 6 digits`."""
        exactly, characters, items = self._patterns(
            lambda each: each.exactly, lambda each: each.characters, lambda each: each.items
        )
        return re.compile(
            rf"(?:{exactly})\s*(?P<size>\d{{1,6}})\s*(?:(?P<characters>{characters})|(?P<items>{items}))(?:\s+(?:long|in length))?",
            re.IGNORECASE,
        )

    @cached_property
    def constant_phrase(self) -> re.Pattern[str]:
        """What announces the one value of a field."""
        return _pattern(self._all(lambda each: each.always))

    def has_cue(self, folded: str) -> bool:
        """Whether a text in lower case has a phrase that announces values. It is a quick look before a thorough one."""
        return any(key in folded for key in self._cue_keys)

    @cached_property
    def _cue_keys(self) -> tuple[str, ...]:
        return _shortest(self.values | self.one_of | self.may_be)

    def has_constant_cue(self, folded: str) -> bool:
        """Whether a text in lower case has a phrase that announces one value."""
        return any(key in folded for key in self._constant_keys)

    @cached_property
    def _constant_keys(self) -> tuple[str, ...]:
        return _shortest(self._all(lambda each: each.always))

    @cached_property
    def mark_phrase(self) -> re.Pattern[str]:
        return _pattern(self.marks)

    @cached_property
    def reason(self) -> re.Pattern[str]:
        """What stands between "deprecated" and the reason."""
        return re.compile(rf"\s*(?:{_alternatives(self._all(lambda each: each.reasons))})(?![^\W_])")

    @cached_property
    def condition(self) -> re.Pattern[str]:
        """What says, at the head of a cell of marks, that a field must be there sometimes."""
        return re.compile(rf"(?:{_alternatives(self._all(lambda each: each.conditions))})(?![^\W_])")

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

    def _patterns(self, *entries: Callable[[Lexicon], str]) -> Iterator[str]:
        """The source of a pattern for the words of each entry."""
        return (_alternatives(self._all(entry)) for entry in entries)

    def _all(self, entries: Callable[[Lexicon], str]) -> frozenset[str]:
        return frozenset(word for each in self._lexicons for word in split(entries(each)))


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


def _shortest(phrases: Iterable[str]) -> tuple[str, ...]:
    """The phrases that have none of the others in them."""
    kept: list[str] = []
    for phrase in sorted(phrases, key=lambda phrase: (len(phrase), phrase)):
        if not any(shorter in phrase for shorter in kept):
            kept.append(phrase)
    return tuple(kept)


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """See `_alternatives`; in any case."""
    return re.compile(_alternatives(words), re.IGNORECASE)


def _alternatives(words: Iterable[str]) -> str:
    """The source of a pattern for any of some phrases, the longest that there is; between its words any blanks."""
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in _longest_first(words)) or "(?!)"
