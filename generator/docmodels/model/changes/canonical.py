"""Types in a form in which those that are the same to Python are equal."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from ..types import ANY, Constant, Link, ListOf, MapOf, Nullable, Primitive, Ref, Type, UnionOf, Unknown

Called = Callable[[str], Hashable]
"""What the declaration with a key is called on both sides."""


def canonical(whole: Type, called: Called) -> Hashable:
    """The order of a union's members and of constants counts for nothing, nor does why a type is any value.

    The depth of a type is bounded by the dialect that read it.
    """
    match whole:
        case Ref(key):
            return Ref, called(key)
        case ListOf(item) | MapOf(item) | Nullable(item):
            return type(whole), canonical(item, called)
        case UnionOf(members):
            return UnionOf, frozenset(canonical(member, called) for member in members)
        case Constant(values):
            return Constant, frozenset((type(value), value) for value in values)
        case Unknown() | Link():
            return ANY
        case Primitive():
            return whole
