"""Dataclasses whose instances nobody changes, and what such an instance works out once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, dataclass_transform

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(*, slots: bool = True, order: bool = False) -> Callable[[type[_T]], type[_T]]:
    """Make a class a dataclass with a hash, whose instances stay as they are made; the type checker sees to it.

    Those of `dataclass(frozen=True)` see to it themselves, and take four times as long to make for that.
    """
    return dataclass(slots=slots, order=order, unsafe_hash=True)


class once(Generic[_T]):
    """A property that is worked out once; Python 3.11's `cached_property` takes a lock for that.

    Its class has no slots.
    """

    def __init__(self, work_out: Callable[[Any], _T]) -> None:
        self._work_out = work_out

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, instance: object, owner: type | None = None) -> _T:
        value = instance.__dict__[self._name] = self._work_out(instance)
        return value
