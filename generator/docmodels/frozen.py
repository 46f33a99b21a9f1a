"""Dataclasses whose instances nobody changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(*, slots: bool = True, order: bool = False, kw_only: bool = False) -> Callable[[type[_T]], type[_T]]:
    """Make a class a dataclass with a hash. The type checker sees to it that nobody changes an instance (PEP 681).

    slots    whether instances have slots; one with a `cached_property` must not
    order    whether instances can be sorted
    kw_only  whether every value is given by the name of its field

    `dataclass(frozen=True)` checks at run time, too. Its classes and instances take several times as long to make, and
    a large tree has a million instances.
    """
    return dataclass(slots=slots, order=order, kw_only=kw_only, unsafe_hash=True)
