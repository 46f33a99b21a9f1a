"""The items of lists, at any depth."""

from __future__ import annotations

from .types import ListOf, Type


def item_of(kind: Type) -> Type:
    """The type of the items of the innermost lists; the type itself if it is no list."""
    while isinstance(kind, ListOf):
        kind = kind.item
    return kind


def with_item(kind: Type, item: Type) -> Type:
    """The type with another one for the innermost items of its lists."""
    return ListOf(with_item(kind.item, item)) if isinstance(kind, ListOf) else item
