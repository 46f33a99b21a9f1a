"""Types in a form in which types that are the same to Python are equal."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from ..model.types import (
    ANY,
    Constant,
    DeclarationId,
    Link,
    ListOf,
    MapOf,
    Nullable,
    Primitive,
    Ref,
    Type,
    UnionOf,
    Unknown,
)

Called = Callable[[DeclarationId], Hashable]
"""Returns the identity of a declaration that both versions share."""


def itself(declaration: DeclarationId) -> Hashable:
    """The identity of a declaration of the new version."""
    return declaration


def canonical(type_: Type, called: Called = itself) -> Hashable:
    """The canonical form of a type.

    The order of a union's members and of constants does not count, and neither does the reason for `any`. The parser of
    the type bounds its depth.
    """
    match type_:
        case Ref(target):
            return Ref, called(target)
        case ListOf(item) | MapOf(item) | Nullable(item):
            return type(type_), canonical(item, called)
        case UnionOf(members):
            return UnionOf, frozenset(canonical(member, called) for member in members)
        case Constant(values):
            return Constant, frozenset((type(value), value) for value in values)
        case Unknown() | Link():
            return ANY
        case Primitive(scalar):
            return Primitive(scalar)
