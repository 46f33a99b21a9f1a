"""Types in a form that makes those equal that are the same to Python."""

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
"""Gives a declaration the identity that it has in both versions."""


def itself(declaration: DeclarationId) -> Hashable:
    """The identity of a declaration of the new version."""
    return declaration


def canonical(type_: Type, called: Called = itself) -> Hashable:
    """The order of a union's members and of constants counts for nothing, nor does why a type is any value.

    The depth of a type is bounded by what read it.
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
