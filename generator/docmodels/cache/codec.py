"""Values as JSON and back: frozen dataclasses, enumerations, tuples and JSON's own values.

The cache is no pickle: reading it can run no code, whoever wrote it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from itertools import takewhile
from operator import attrgetter
from typing import Any, get_args, get_type_hints

_TUPLE, _JSON, _MAPPING, _FIRST = range(4)


def classes_of(*roots: type) -> Sequence[type]:
    """The classes of all values inside instances of some classes, by the annotations of their fields."""
    classes: dict[type, None] = {}
    queue: list[Any] = [*roots]
    while queue:
        hint = queue.pop()
        if arguments := get_args(hint):
            queue.extend(arguments)
        elif isinstance(hint, type) and hint not in classes and _is_known(hint):
            classes[hint] = None
            if not issubclass(hint, Enum):
                queue.extend(get_type_hints(hint).values())
    return tuple(classes)


def _is_known(kind: type) -> bool:
    return is_dataclass(kind) or issubclass(kind, Enum) or (issubclass(kind, tuple) and kind is not tuple)


class Codec:
    """Writes and reads values of some classes.

    classes  dataclasses and named tuples, whose instances consist of their fields, and enumerations. The number of a class
             is its index among them
    """

    def __init__(self, classes: Sequence[type]) -> None:
        self._makers: Sequence[Callable[..., Any]] = (tuple, dict, dict, *map(_maker_of, classes))
        self._forms = {kind: (number, parts_of(kind)) for number, kind in enumerate(classes, _FIRST)}

    def encode(self, value: Any) -> Any:
        """The value as JSON: an array begins with the number of its class.

        The last values of an instance are left out if they are the defaults of their fields, as most are.

        Raises KeyError for an instance of an unknown class.
        """
        kind = type(value)
        if kind in _PLAIN:
            return value
        if kind is tuple:
            return [_TUPLE, *map(self.encode, value)]
        if kind is dict and any(type(item) in self._forms for item in value.values()):
            return [_MAPPING, *([key, self.encode(item)] for key, item in value.items())]
        if kind is dict or kind is list:
            return [_JSON, value]
        number, parts = self._forms[kind]
        encoded = [number]
        for part in parts(value):
            encoded.append(part if type(part) in _PLAIN else self.encode(part))
        return encoded

    def decode(self, data: Any) -> Any:
        """The value behind the result of `encode`.

        Raises TypeError, ValueError, IndexError or KeyError for data that `encode` cannot have made.
        """
        if type(data) is not list:
            return data
        kind = data[0]
        if kind < 0:
            raise ValueError(kind)
        if kind == _JSON:
            return data[1]
        decode = self.decode
        if kind == _MAPPING:
            return {key: decode(item) for key, item in data[1:]}
        values = [decode(item) if type(item) is list else item for item in data[1:]]
        return tuple(values) if kind == _TUPLE else self._makers[kind](*values)


_PLAIN = frozenset({str, int, float, bool, type(None)})


def _maker_of(kind: type) -> Callable[..., Any]:
    """The function that makes an instance. For an enumeration, a lookup of its members is faster than a call."""
    return {member.value: member for member in kind}.__getitem__ if issubclass(kind, Enum) else kind


def parts_of(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    """The function that returns the arguments for a copy of an instance, without defaults at the end."""
    values, defaults = _values_of(kind), _defaults_of(kind)
    if not defaults:
        return values

    def parts(value: Any) -> tuple[Any, ...]:
        arguments = values(value)
        end = len(arguments)
        for default in defaults:
            if arguments[end - 1] is not default:
                break
            end -= 1
        return arguments[:end]

    return parts


def _defaults_of(kind: type) -> Sequence[Any]:
    """The defaults of the last fields, that of the last one first."""
    defaults = [field.default for field in fields(kind)] if is_dataclass(kind) else []
    return [*takewhile(lambda default: default is not MISSING, reversed(defaults))]


def _values_of(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    if issubclass(kind, Enum):
        return lambda value: (value.value,)
    if issubclass(kind, tuple):
        return tuple
    if not is_dataclass(kind):
        raise TypeError(f"neither a dataclass nor an enumeration: {kind}")
    names = [field.name for field in fields(kind)]
    return attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
