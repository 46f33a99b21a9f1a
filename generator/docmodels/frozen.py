"""Dataclasses with instances that nothing can change.

`dataclass(frozen=True)` makes them too, but such an instance takes more than twice as long to make, and the class
compiles six methods. Here a class compiles one, `__new__`. `dataclasses.replace` takes more than twice as long as `replace`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from functools import cache, partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, dataclass_transform

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(*, slots: bool = True, order: bool = False, kw_only: bool = False) -> Callable[[type[_T]], type[_T]]:
    """Make a class a frozen dataclass, with a hash of its fields. Setting a field raises FrozenInstanceError.

    slots    whether instances have slots; a class with a `cached_property` must do without
    order    whether instances can be sorted
    kw_only  whether every field is given by its name
    """

    def decorate(kind: type[_T]) -> type[_T]:
        # A dataclass without a docstring gets its signature for one, which takes long to find out.
        kind.__doc__ = kind.__doc__ or kind.__name__
        made: Any = dataclass(init=False, repr=False, eq=order, order=order, slots=slots, kw_only=kw_only)(kind)
        own = fields(made)
        made.__new__ = _maker(made, own)
        made.__eq__ = _equality(_values([each.name for each in own if each.compare]))
        made.__hash__ = _hash(_values([each.name for each in own if each.compare and each.hash is not False]))
        made.__setattr__ = made.__delattr__ = _refuse
        made.__repr__, made.__reduce__ = _repr, _reduce
        return kind if made is kind else made

    return decorate


if TYPE_CHECKING:
    from dataclasses import replace as replace  # type checkers know which fields it takes
else:

    def replace(one: _T, /, **changes: object) -> _T:
        """An instance of a dataclass, none of whose fields is `kw_only`, with other values for some fields."""
        places, values = _fields_of(one.__class__)
        arguments = [*values(one)]
        for name, value in changes.items():
            arguments[places[name]] = value
        return one.__class__(*arguments)


@cache
def _fields_of(kind: Any) -> tuple[Mapping[str, int], Callable[[Any], tuple[Any, ...]]]:
    """The places of the fields among the arguments of a class, and the function that gets the values of all."""
    names = [item.name for item in fields(kind)]
    values = attrgetter(*names) if len(names) > 1 else lambda one: tuple(getattr(one, name) for name in names)
    return {name: place for place, name in enumerate(names)}, values


def _maker(kind: Any, own: Sequence[Field[Any]]) -> Callable[..., Any]:
    """The `__new__` of a class.

    A class that refuses to set fields would refuse it there as well. So an instance has another class until its fields
    are set, which is the same but for that. No field may begin with `_frozen`.
    """
    bases = {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    known: dict[str, Any] = {"_frozen_new": object.__new__, "_frozen_open": type(kind)(kind.__name__, (kind,), bases)}
    parameters, statements = ["_frozen_kind"], ["_frozen = _frozen_new(_frozen_open)"]
    for number, each in enumerate(sorted(own, key=lambda each: each.kw_only is True)):
        if each.kw_only is True and "*" not in parameters:
            parameters.append("*")
        default, value = f"_frozen_default{number}", each.name
        if each.default_factory is not MISSING:
            known[default] = each.default_factory
            value = f"{default}() if {value} is {default} else {value}"
        elif each.default is not MISSING:
            known[default] = each.default
        parameters.append(f"{each.name}={default}" if default in known else each.name)
        statements.append(f"_frozen.{each.name} = {value}")
    statements.append("_frozen.__class__ = _frozen_kind")
    if hasattr(kind, "__post_init__"):
        statements.append("_frozen.__post_init__()")
    text = "\n ".join((f"def __new__({', '.join(parameters)}):", *statements, "return _frozen"))
    exec(text, known)
    maker: Callable[..., Any] = known["__new__"]
    maker.__qualname__ = f"{kind.__qualname__}.__new__"
    return maker


def _values(names: Sequence[str]) -> Callable[[Any], object]:
    """The function that gets some fields of an instance."""
    return attrgetter(*names) if names else lambda _: ()


def _equality(values: Callable[[Any], object]) -> Callable[[Any, Any], bool]:
    def equal(one: Any, other: Any) -> bool:
        return values(one) == values(other) if one.__class__ is other.__class__ else NotImplemented

    return equal


def _hash(values: Callable[[Any], object]) -> Callable[[Any], int]:
    return lambda one: hash(values(one))


def _repr(one: Any) -> str:
    shown = ", ".join(f"{each.name}={getattr(one, each.name)!r}" for each in fields(one) if each.repr)
    return f"{one.__class__.__qualname__}({shown})"


def _reduce(one: Any) -> tuple[object, tuple[()]]:
    """The parts that `pickle` and `copy` make an instance of."""
    return partial(one.__class__, **{each.name: getattr(one, each.name) for each in fields(one)}), ()


def _refuse(one: object, name: str, value: object = None) -> NoReturn:
    raise FrozenInstanceError(f"{name} of {one.__class__.__qualname__} cannot be changed")
