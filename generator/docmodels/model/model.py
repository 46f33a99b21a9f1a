"""The intermediate model of a documentation tree, with the walks and maps over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from operator import is_
from types import MappingProxyType

from ..frozen import Keeping, cached_property, frozen, replace
from .declarations import Alias, Declaration, Enumeration, Field, Object
from .types import ANY, DeclarationId, ListOf, MapOf, Nullable, Ref, Type, UnionOf, nullable, walk, with_members

MOST_ALTERNATIVES = 100
"""The most types that a value may have; with more, it is any value. This bounds the work for one example."""


@frozen()
class Model(Keeping):
    """Every declaration of the tree, in the order of the pages.

    Each stage takes a model and returns a new one; no stage changes one.
    """

    declarations: tuple[Declaration, ...]

    @cached_property
    def by_id(self) -> Mapping[DeclarationId, Declaration]:
        return MappingProxyType({declaration.id: declaration for declaration in self.declarations})

    @cached_property
    def _alternatives(self) -> dict[DeclarationId | int, tuple[Type, tuple[Type, ...]]]:
        """The results so far, by declaration or by `id`: the hash of a long union takes as long as writing it out."""
        return {}

    @cached_property
    def objects(self) -> tuple[Object, ...]:
        return tuple(declaration for declaration in self.declarations if isinstance(declaration, Object))

    def alternatives(self, type_: Type) -> tuple[Type, ...]:
        """The types that a value may have: aliases and unions are written out, null is left out.

        If there are more than `MOST_ALTERNATIVES`, the result is any value.
        """
        asked = type_.id if isinstance(type_, Ref) else id(type_)
        if asked not in self._alternatives:
            self._alternatives[asked] = type_, self._written_out(type_)
        return self._alternatives[asked][1]

    def _written_out(self, type_: Type) -> tuple[Type, ...]:
        alternatives: dict[Type, None] = {}
        queue, seen = [type_], set[DeclarationId]()
        while queue:
            part = queue.pop()
            match part:
                case Ref(target_id) if isinstance(target := self.by_id[target_id], Alias):
                    if target_id not in seen:
                        seen.add(target_id)
                        queue.append(target.type)
                case UnionOf(members):
                    queue.extend(reversed(members))
                case Nullable(item):
                    queue.append(item)
                case _:
                    alternatives.setdefault(part)
            if len(alternatives) + len(seen) > MOST_ALTERNATIVES:
                return (ANY,)
        return tuple(alternatives)


def map_fields(model: Model, change: Callable[[Object, Field], Field]) -> Model:
    """The model with `change` applied to every field. An object without a changed field stays the same object."""

    def changed(owner: Object) -> Object:
        fields = tuple([change(owner, field) for field in owner.fields])  # a generator would take longer
        return owner if all(map(is_, fields, owner.fields)) else replace(owner, fields=fields)

    return Model(
        tuple(
            changed(declaration) if isinstance(declaration, Object) else declaration
            for declaration in model.declarations
        )
    )


def types_of(declaration: Declaration) -> Iterator[Type]:
    """The type expressions that a declaration holds, in the order of the docs."""
    match declaration:
        case Object(fields=fields, extra=extra, bases=bases):
            yield from bases
            yield from (field.type for field in fields)
            if extra is not None:
                yield extra
        case Alias(type=type_):
            yield type_
        case Enumeration():
            pass


def parts_of(declaration: Declaration) -> Iterator[Type]:
    """The type expressions that a declaration holds, each followed by all that it is made of."""
    return walk(*types_of(declaration))


def map_types(declaration: Declaration, leaf: Callable[[Type], Type]) -> Declaration:
    """The declaration with `map_type` applied to each of its types."""
    match declaration:
        case Object(fields=fields, extra=extra, bases=bases):
            return replace(
                declaration,
                fields=tuple(replace(field, type=map_type(field.type, leaf)) for field in fields),
                extra=None if extra is None else map_type(extra, leaf),
                bases=tuple(map_type(base, leaf) for base in bases),
            )
        case Alias(type=type_):
            return replace(declaration, type=map_type(type_, leaf))
        case Enumeration():
            return declaration


def references(declaration: Declaration) -> tuple[DeclarationId, ...]:
    """The declarations that a declaration refers to, each once, in the order of the docs."""
    return tuple(dict.fromkeys(part.id for part in parts_of(declaration) if isinstance(part, Ref)))


def map_unions(type_: Type, change: Callable[[UnionOf], Type]) -> Type:
    """The type with `change(union)` in place of each outermost union; if that is the same, its members are mapped."""
    match type_:
        case ListOf(item):
            return ListOf(map_unions(item, change))
        case MapOf(value):
            return MapOf(map_unions(value, change))
        case Nullable(item):
            return nullable(map_unions(item, change))
        case UnionOf(members):
            changed = change(type_)
            return (
                changed
                if changed is not type_
                else with_members(type_, *(map_unions(member, change) for member in members))
            )
        case _:
            return type_


def map_type(type_: Type, leaf: Callable[[Type], Type]) -> Type:
    """The type with `leaf(part)` in place of each of its leaves. Its depth is bounded: see `notation.MAX_DEPTH`."""
    match type_:
        case ListOf(item):
            return ListOf(map_type(item, leaf))
        case MapOf(value):
            return MapOf(map_type(value, leaf))
        case Nullable(item):
            return nullable(map_type(item, leaf))
        case UnionOf(members):
            return with_members(type_, *(map_type(member, leaf) for member in members))
        case _:
            return leaf(type_)
