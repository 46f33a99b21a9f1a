"""Selectors: the one way to point at models and fields, in the configuration and on the command line.

`Room` is a model, `Room.roomId` one of its fields. `page#` before them distinguishes models of one name:
`Models/Room#Room.roomId`. `*` stands for any characters within a part: `*.modified_at`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from types import MappingProxyType
from typing import TypeVar

from ..frozen import frozen
from ..patterns import Pattern
from .declarations import Declaration, Field, Object
from .model import Model
from .names import folded
from .types import DeclarationId

_T = TypeVar("_T")

_UNLIKE, _ALIKE, _EXACT = 0, 1, 2


@frozen()
class Called:
    """What declarations and fields are called besides what the docs call them.

    classes  names in Python
    fields   names in Python and on the wire, by the object and the field's name in the docs
    """

    classes: Mapping[DeclarationId, str] = field(default_factory=lambda: MappingProxyType({}))
    fields: Mapping[tuple[DeclarationId, str], tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))


NOTHING_ELSE = Called()


@frozen()
class _Part:
    """A pattern of names. Spellings that differ in case, or in what separates words, are alike."""

    exact: Pattern
    alike: Pattern

    @classmethod
    def parse(cls, text: str) -> _Part:
        exact = Pattern.parse(text)
        return cls(exact, Pattern(tuple(map(folded, exact.pieces))))

    def rank(self, names: Iterable[str]) -> int:
        """How well the pattern fits the best of some names of one thing."""
        best = _UNLIKE
        for name in names:
            if self.exact.matches(name):
                return _EXACT
            if self.alike.pieces != ("",) and self.alike.matches(folded(name)):
                best = _ALIKE
        return best


@frozen()
class Selector:
    """A pattern of models, or of fields.

    A name of the docs, of the wire or of Python will do. An exact spelling counts before others that are alike.

    page    the pattern of pages, None for all
    model   the pattern of models, of a selector that points at models
    fields  the patterns of models and of their fields, of one that points at fields: one pair for each dot of the
            text, since names have dots, too
    """

    page: Pattern | None
    model: _Part
    fields: tuple[tuple[_Part, _Part], ...]

    @classmethod
    def parse(cls, text: str) -> Selector:
        """Read a selector; raises ValueError for one with an empty part."""
        page, hash_, name = text.rpartition("#") if "#" in text else ("", "", text)
        if not name or (hash_ and not page):
            raise ValueError(f"not a selector: {text!r}")
        dots = [at for at, character in enumerate(name) if character == "." and 0 < at < len(name) - 1]
        pairs = tuple((_Part.parse(name[:at]), _Part.parse(name[at + 1 :])) for at in dots)
        return cls(Pattern.parse(page) if hash_ else None, _Part.parse(name), pairs)

    def declarations(self, model: Model, called: Called = NOTHING_ELSE) -> tuple[Declaration, ...]:
        """The models that it points at, in the order of the docs."""
        there = self._on_pages(model.declarations)
        return _best((self.model.rank(names_of(each, called)), each) for each in there)

    def fields_of(self, model: Model, called: Called = NOTHING_ELSE) -> tuple[tuple[Object, Field], ...]:
        """The fields that it points at, each with its object, in the order of the docs."""
        objects = [each for each in self._on_pages(model.declarations) if isinstance(each, Object)]
        found: dict[tuple[DeclarationId, str], tuple[Object, Field]] = {}
        for of_model, of_field in self.fields:
            for owner in _best((of_model.rank(names_of(each, called)), each) for each in objects):
                ranked = ((of_field.rank(_field_names(owner, each, called)), each) for each in owner.fields)
                found |= {(owner.id, each.name): (owner, each) for each in _best(ranked)}
        return tuple(found.values())

    def _on_pages(self, declarations: Iterable[Declaration]) -> Iterator[Declaration]:
        for declaration in declarations:
            path = declaration.id.page
            if self.page is None or self.page.matches(path) or self.page.matches(posixpath.splitext(path)[0]):
                yield declaration


def _best(candidates: Iterable[tuple[int, _T]]) -> tuple[_T, ...]:
    """Those of the highest rank, in their order; none if none fits."""
    ranked = [(rank, each) for rank, each in candidates if rank]
    most = max((rank for rank, _ in ranked), default=_UNLIKE)
    return tuple(each for rank, each in ranked if rank == most)


def names_of(declaration: Declaration, called: Called) -> Iterator[str]:
    """What a declaration is called, by the docs and otherwise."""
    yield declaration.title
    if declaration.namespace:
        yield ".".join((*declaration.namespace, declaration.title))
    if declaration.id.anchor:
        yield declaration.id.anchor
    if declaration.id in called.classes:
        yield called.classes[declaration.id]


def _field_names(owner: Object, known: Field, called: Called) -> Iterator[str]:
    yield known.name
    yield from called.fields.get((owner.id, known.name), ())
    if known.original:
        yield known.original
    if known.wire is not None:
        yield known.wire.name
