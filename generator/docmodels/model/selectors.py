"""Selectors: the one way to point at models and fields, in the configuration and on the command line.

`Room` is a model, `Room.roomId` one of its fields. `page#` before them distinguishes models of one name:
`Models/Room#Room.roomId`. `*` stands for any characters within a part: `*.modified_at`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from ..frozen import frozen
from ..patterns import Pattern
from .code_names import NO_CLASSES, Classes
from .declarations import Declaration, Field, Object
from .model import Model
from .names import folded
from .types import DeclarationId

_T = TypeVar("_T")
_D = TypeVar("_D", bound=Declaration)

_UNLIKE, _ALIKE_IN_PACKAGE, _ALIKE, _EXACT_IN_PACKAGE, _EXACT = range(5)


Attributes = Callable[[Object], Mapping[str, str]]
"""For an object: field's name in the docs → its attribute in the written package."""


def no_attributes(owner: Object) -> Mapping[str, str]:
    """No attributes, as long as the package has none."""
    return {}


@frozen()
class _Part:
    """A pattern of names. Spellings that differ in capitals, or in the separators of words, are alike."""

    exact: Pattern
    alike: Pattern

    @classmethod
    def parse(cls, text: str) -> _Part:
        exact = Pattern.parse(text)
        return cls(exact, Pattern(tuple(map(folded, exact.pieces))))

    def rank(self, names: Iterable[str], in_package: Iterable[str] = ()) -> int:
        """The rank of a thing: how well the pattern fits its best name.

        names       names in the docs and in the JSON; they come first
        in_package  names in the written package
        """
        return max(self._rank(names, _EXACT, _ALIKE), self._rank(in_package, _EXACT_IN_PACKAGE, _ALIKE_IN_PACKAGE))

    def _rank(self, names: Iterable[str], exact: int, alike: int) -> int:
        best = _UNLIKE
        for name in names:
            if self.exact.matches(name):
                return exact
            if self.alike.pieces != ("",) and self.alike.matches(folded(name)):
                best = alike
        return best


@frozen()
class Selector:
    """A pattern of models, or of fields.

    It may use names of the docs, of the JSON or of the written package. An exact spelling comes before a similar one, and
    then a name of the docs or the JSON before a name of the package.

    page    the pattern of pages; None for all
    model   the pattern of models, if the selector points at models
    fields  the patterns of models and of their fields, if it points at fields: one pair for each dot of the text, since
            names may have dots too
    """

    page: Pattern | None
    model: _Part
    fields: tuple[tuple[_Part, _Part], ...]

    @classmethod
    def parse(cls, text: str) -> Selector:
        """Read a selector. Raises ValueError if one of its parts is empty."""
        page, hash_, name = text.rpartition("#") if "#" in text else ("", "", text)
        if not name or (hash_ and not page):
            raise ValueError(f"not a selector: {text!r}")
        dots = [at for at, character in enumerate(name) if character == "." and 0 < at < len(name) - 1]
        pairs = tuple((_Part.parse(name[:at]), _Part.parse(name[at + 1 :])) for at in dots)
        return cls(Pattern.parse(page) if hash_ else None, _Part.parse(name), pairs)

    def declarations(self, model: Model, classes: Classes[str] = NO_CLASSES) -> tuple[Declaration, ...]:
        """The models that it points at, in the order of the docs."""
        return self._models(self.model, self._on_pages(model.declarations), classes)

    def fields_of(
        self, model: Model, classes: Classes[str] = NO_CLASSES, attributes: Attributes = no_attributes
    ) -> tuple[tuple[Object, Field], ...]:
        """The fields that it points at, each with its object, in the order of the docs."""
        objects = [declaration for declaration in self._on_pages(model.declarations) if isinstance(declaration, Object)]
        matched: dict[tuple[DeclarationId, str], tuple[Object, Field]] = {}
        for of_model, of_field in self.fields:
            for owner in self._models(of_model, objects, classes):
                named = attributes(owner)
                ranked = (
                    (of_field.rank(_field_names(field), filter(None, (named.get(field.name),))), field)
                    for field in owner.fields
                )
                matched |= {(owner.id, field.name): (owner, field) for field in _best(ranked)}
        return tuple(matched.values())

    @staticmethod
    def _models(pattern: _Part, declarations: Iterable[_D], classes: Classes[str]) -> tuple[_D, ...]:
        return _best(
            (pattern.rank(titles_of(declaration), class_of(declaration, classes)), declaration)
            for declaration in declarations
        )

    def _on_pages(self, declarations: Iterable[Declaration]) -> Iterator[Declaration]:
        for declaration in declarations:
            path = declaration.id.page
            if self.page is None or self.page.matches(path) or self.page.matches(posixpath.splitext(path)[0]):
                yield declaration


def _best(candidates: Iterable[tuple[int, _T]]) -> tuple[_T, ...]:
    """The candidates of the highest rank, in their order; none if none fits."""
    ranked = [(rank, candidate) for rank, candidate in candidates if rank]
    most = max((rank for rank, _ in ranked), default=_UNLIKE)
    return tuple(candidate for rank, candidate in ranked if rank == most)


def titles_of(declaration: Declaration) -> Iterator[str]:
    """The names of a declaration in the docs: its title, with and without its namespace, and its anchor."""
    yield declaration.title
    if declaration.namespace:
        yield ".".join((*declaration.namespace, declaration.title))
    if declaration.id.anchor:
        yield declaration.id.anchor


def class_of(declaration: Declaration, classes: Classes[str]) -> Iterator[str]:
    """The name of a declaration in the written package, if it has one."""
    if declaration.id in classes:
        yield classes[declaration.id].name


def _field_names(field: Field) -> Iterator[str]:
    """The names of a field in the docs and in the JSON."""
    yield field.name
    if field.original:
        yield field.original
    if field.wire is not None:
        yield field.wire.name
