"""Dataclasses whose instances cannot be changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(*, slots: bool = True, order: bool = False, kw_only: bool = False) -> Callable[[type[_T]], type[_T]]:
    """Make a class a frozen dataclass, with a hash of its fields. Setting a field raises FrozenInstanceError.

    slots    whether instances have slots; a class with a `cached_property` must do without
    order    whether instances can be sorted
    kw_only  whether every field is given by its name
    """
    return dataclass(frozen=True, slots=slots, order=order, kw_only=kw_only)
