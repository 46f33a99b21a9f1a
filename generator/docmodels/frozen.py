"""Dataclasses with immutable instances.

With the standard `dataclass(frozen=True)`, an instance takes more than twice as long to make, and a class compiles six
methods instead of one, `__new__`. `dataclasses.replace` takes more than twice as long as `replace` here.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from functools import cache, partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, dataclass_transform

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from functools import cached_property as cached_property
else:

    class cached_property:
        """That of `functools` without a lock for each value, as from Python 3.12 on."""

        def __init__(self, work: Callable[[Any], Any]) -> None:
            self._work = work
            self.__doc__ = work.__doc__

        def __set_name__(self, owner: type, name: str) -> None:
            self._name = name

        def __get__(self, one: Any, owner: type | None = None) -> Any:
            if one is None:
                return self
            value = one.__dict__[self._name] = self._work(one)
            return value


_T = TypeVar("_T")


class Keeping:
    """Frozen values with results beside their fields: instances have a `__dict__`, which a `cached_property` needs.

    Fields have slots all the same. Python reads these much faster than what is in a `__dict__`.
    """


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(*, order: bool = False, kw_only: bool = False) -> Callable[[type[_T]], type[_T]]:
    """Make a class a frozen dataclass with slots and a hash of its fields. Setting a field raises FrozenInstanceError.

    A class with a `cached_property` has the base `Keeping`.

    order    whether instances can be sorted
    kw_only  whether callers give every field by its name
    """

    def decorate(kind: type[_T]) -> type[_T]:
        # Without a docstring, `dataclass` makes one from the signature, which takes long.
        kind.__doc__ = kind.__doc__ or kind.__name__
        made: Any = dataclass(init=False, repr=False, eq=order, order=order, slots=True, kw_only=kw_only)(kind)
        own = fields(made)
        made.__new__ = _maker(made, own)
        made.__eq__ = _equality(_values([attribute.name for attribute in own if attribute.compare]))
        made.__hash__ = _hash(
            _values([attribute.name for attribute in own if attribute.compare and attribute.hash is not False])
        )
        made.__setattr__ = made.__delattr__ = _refuse
        made.__repr__, made.__reduce__ = _repr, _reduce
        finished: type[_T] = made
        return finished

    return decorate


if TYPE_CHECKING:
    from dataclasses import replace as replace  # type checkers know which fields it takes
else:

    def replace(one: _T, /, **changes: object) -> _T:
        """A copy of an instance with other values for some fields. No field of the class may be `kw_only`."""
        places, values = _fields_of(one.__class__)
        arguments = [*values(one)]
        for name, value in changes.items():
            arguments[places[name]] = value
        return one.__class__(*arguments)


@cache
def _fields_of(kind: Any) -> tuple[Mapping[str, int], Callable[[Any], tuple[Any, ...]]]:
    """Name of a field → its index among the arguments of a class; and the function that returns all values."""
    names = [item.name for item in fields(kind)]
    values = attrgetter(*names) if len(names) > 1 else lambda one: tuple(getattr(one, name) for name in names)
    return {name: place for place, name in enumerate(names)}, values


def _maker(kind: Any, own: Sequence[Field[Any]]) -> Callable[..., Any]:
    """The `__new__` of a class.

    A class that refuses to set fields would refuse it in `__new__` too. So an instance first has a subclass that allows it,
    and gets its own class when all fields are set. No field may begin with `_frozen`.
    """
    bases = {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    known: dict[str, Any] = {"_frozen_new": object.__new__, "_frozen_open": type(kind)(kind.__name__, (kind,), bases)}
    parameters, statements = ["_frozen_kind"], ["_frozen = _frozen_new(_frozen_open)"]
    for number, attribute in enumerate(sorted(own, key=lambda attribute: attribute.kw_only is True)):
        if attribute.kw_only is True and "*" not in parameters:
            parameters.append("*")
        default, value = f"_frozen_default{number}", attribute.name
        if attribute.default_factory is not MISSING:
            known[default] = attribute.default_factory
            value = f"{default}() if {value} is {default} else {value}"
        elif attribute.default is not MISSING:
            known[default] = attribute.default
        parameters.append(f"{attribute.name}={default}" if default in known else attribute.name)
        statements.append(f"_frozen.{attribute.name} = {value}")
    statements.append("_frozen.__class__ = _frozen_kind")
    if hasattr(kind, "__post_init__"):
        statements.append("_frozen.__post_init__()")
    text = "\n ".join((f"def __new__({', '.join(parameters)}):", *statements, "return _frozen"))
    exec(text, known)
    maker: Callable[..., Any] = known["__new__"]
    maker.__qualname__ = f"{kind.__qualname__}.__new__"
    return maker


def _values(names: Sequence[str]) -> Callable[[Any], object]:
    """The function that returns some fields of an instance."""
    return attrgetter(*names) if names else lambda _: ()


def _equality(values: Callable[[Any], object]) -> Callable[[Any, Any], bool]:
    def equal(one: Any, other: Any) -> bool:
        return one is other or (one.__class__ is other.__class__ and values(one) == values(other))

    return equal


def _hash(values: Callable[[Any], object]) -> Callable[[Any], int]:
    return lambda one: hash(values(one))


def _repr(one: Any) -> str:
    values_text = ", ".join(
        f"{attribute.name}={getattr(one, attribute.name)!r}" for attribute in fields(one) if attribute.repr
    )
    return f"{one.__class__.__qualname__}({values_text})"


def _reduce(one: Any) -> tuple[object, tuple[()]]:
    """The parts from which `pickle` and `copy` make an instance."""
    return partial(one.__class__, **{attribute.name: getattr(one, attribute.name) for attribute in fields(one)}), ()


def _refuse(one: object, name: str, value: object = None) -> NoReturn:
    raise FrozenInstanceError(f"{name} of {one.__class__.__qualname__} cannot be changed")
