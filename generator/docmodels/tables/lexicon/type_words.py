"""The words of some languages in types: `list of strings`, `map of X to Y`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...model.types import ANY, ListOf, MapOf, Type
from ...notation.generics import GENERICS
from ...notation.phrases import Phrases, Sense
from ...notation.vocabulary import Constructor, Vocabulary
from .entries import split, words_of
from .lexicon import Lexicon
from .meanings import Mark


def types_of(lexicons: Sequence[Lexicon]) -> Mapping[str, Type]:
    """Name -> type. If two languages share a name, the first one decides."""
    types: dict[str, Type] = {"any": ANY}
    for lexicon in lexicons:
        for kind, names in lexicon.scalars.items():
            types.update(dict.fromkeys((name for name in split(names) if name not in types), kind))
    for lexicon in lexicons:
        types.update({name: ListOf(ANY) for name in split(lexicon.lists) if name not in types})
        types.update({name: MapOf(ANY) for name in split(lexicon.maps) if name not in types})
    return types


def type_vocabulary(
    lexicons: Sequence[Lexicon], types: Mapping[str, Type], marks: Mapping[str, Mark], things: frozenset[str]
) -> Vocabulary:
    """The vocabulary of types in the words of some languages.

    types   name -> type
    marks   phrase -> mark of a field, which may stand beside a type
    things  names of types that name a model when they are a link
    """
    return Vocabulary(
        language="words",
        scalars=types,
        constructors={
            **dict.fromkeys(words_of(lexicons, "lists"), Constructor.LIST),
            **dict.fromkeys(words_of(lexicons, "maps"), Constructor.MAP),
            "map": Constructor.MAP,
            "optional": Constructor.OPTIONAL,
            "nullable": Constructor.NULLABLE,
        },
        generics=GENERICS,
        templates=dict.fromkeys(("Pick", "Omit"), MapOf(ANY)),
        prefixes={"?": Constructor.NULLABLE},
        suffixes={"?": Constructor.NULLABLE},
        whole_links=True,
        phrases=Phrases(_senses(lexicons), types, {phrase: str(mark) for phrase, mark in marks.items()}, things),
    )


def _senses(lexicons: Sequence[Lexicon]) -> Mapping[str, frozenset[Sense]]:
    """The senses of each phrase."""
    senses: dict[str, set[Sense]] = {}
    for lexicon in lexicons:
        for sense, phrases in _phrases(lexicon):
            for phrase in split(phrases):
                senses.setdefault(phrase, set()).add(sense)
    return {phrase: frozenset(own) for phrase, own in senses.items()}


def _phrases(lexicon: Lexicon) -> Iterator[tuple[Sense, str]]:
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
