"""Frozen dataclasses as JSON text and back.

    Place("Room.md", 3)  ->  {"4":["Room.md",3]}, where 4 is the number of the class

The encoder and the decoder for JSON call a function for each instance, and do the rest. The annotation of a field tells
what its values need besides: a tuple is an array in JSON, and a member of an enumeration is a text or a number. The cache
is no pickle: reading it can run no code, whoever wrote it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from itertools import takewhile
from operator import attrgetter
from types import NoneType
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

_to_json: Callable[[Any], str] = json.JSONEncoder(separators=(",", ":")).encode
_from_json: Callable[[str], Any] = json.JSONDecoder().decode


def classes_of(*roots: type) -> Sequence[type]:
    """The classes of all values inside instances of some classes, by the annotations of their fields."""
    classes: dict[type, None] = {}
    queue: list[Any] = [*roots]
    while queue:
        hint = queue.pop()
        if arguments := get_args(hint):
            queue.extend(arguments)
        elif _is_known(hint) and hint not in classes:
            classes[hint] = None
            if not _is_enumeration(hint):
                queue.extend(_hints(hint).values())
    return tuple(classes)


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    """Name of a field → its annotation. To evaluate them takes long."""
    return get_type_hints(kind)


def _is_known(hint: Any) -> bool:
    return is_dataclass(hint) or _is_enumeration(hint) or _is_named_tuple(hint)


def _is_enumeration(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Enum)


def _is_named_tuple(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, tuple) and hint is not tuple


class Codec:
    """Writes and reads instances of some dataclasses, and texts.

    classes  the classes of all values in them; see `classes_of`. The number of a dataclass is its index among them

    Raises TypeError for a class with an annotation that has no form in JSON.
    """

    def __init__(self, classes: Sequence[type]) -> None:
        forms = {kind: _form_of(kind, str(number)) for number, kind in enumerate(classes) if is_dataclass(kind)}
        self._forms: Mapping[Any, _Form] = forms
        self._readers = {form.number: (kind, form.from_json) for kind, form in forms.items()}
        encoder = json.JSONEncoder(default=self._parts, check_circular=False, separators=(",", ":"))
        self._encode = encoder.encode
        self._decode = json.JSONDecoder(object_pairs_hook=self._instance).decode

    def encode(self, value: Any) -> str:
        """The value as JSON, in ASCII. Raises KeyError for an instance of an unknown class."""
        return self._encode(value)

    def decode(self, text: str) -> Any:
        """The value behind the result of `encode`.

        Raises TypeError, ValueError or KeyError for a text that `encode` cannot have made.
        """
        return self._decode(text)

    def _parts(self, value: Any) -> Mapping[str, Sequence[Any]]:
        form = self._forms[type(value)]
        parts = form.parts(value)
        return {form.number: _converted([*parts], form.to_json) if form.to_json else parts}

    def _instance(self, pairs: Sequence[tuple[str, list[Any]]]) -> Any:
        ((number, parts),) = pairs
        kind, conversions = self._readers[number]
        return kind(*_converted(parts, conversions)) if conversions else kind(*parts)


_Convert = Callable[[Any], Any]


class _Form(NamedTuple):
    """The form of a class in JSON.

    number     the name of the class
    parts      returns the values of an instance; see `parts_of`
    to_json    index of a field → the function that makes JSON of its values; fields that need none are left out
    from_json  index of a field → the function that makes its values of JSON, likewise
    """

    number: str
    parts: Callable[[Any], tuple[Any, ...]]
    to_json: Sequence[tuple[int, _Convert]]
    from_json: Sequence[tuple[int, _Convert]]


def _form_of(kind: Any, number: str) -> _Form:
    annotations = [_hints(kind)[field.name] for field in fields(kind)]
    to_json, from_json = (
        [(index, convert) for index, convert in enumerate(map(conversion, annotations)) if convert is not None]
        for conversion in (_to_json_of, _from_json_of)
    )
    return _Form(number, parts_of(kind), to_json, from_json)


def _converted(parts: list[Any], conversions: Sequence[tuple[int, _Convert]]) -> list[Any]:
    count = len(parts)
    for index, convert in conversions:
        if index >= count:  # the values left out are defaults
            break
        parts[index] = convert(parts[index])
    return parts


@cache
def _to_json_of(hint: Any) -> _Convert | None:
    """The function that makes JSON of values with an annotation; None if the encoder does it.

    A JSON object must be an instance. So mappings are arrays of pairs, and JSON of the docs is a text.
    """
    if _is_json(hint):
        return _to_json
    if any(_to_json_of(argument) for argument in get_args(hint)):
        raise TypeError(f"no form for the values of {hint}")
    return _pairs if get_origin(hint) is Mapping else None


@cache
def _from_json_of(hint: Any) -> _Convert | None:
    """The function that makes values with an annotation of JSON; None if the decoder does it."""
    if _is_json(hint):
        return _from_json if get_origin(hint) is not tuple else lambda text: tuple(_from_json(text))
    if _is_named_tuple(hint):
        values = _from_array([*map(_from_json_of, _hints(hint).values())], is_repeated=False)
        return lambda parts: hint(*values(parts))
    arguments = [argument for argument in get_args(hint) if argument not in (NoneType, Ellipsis)]
    conversions = [_from_json_of(argument) for argument in arguments]
    if get_origin(hint) is tuple:
        return _from_array(conversions, is_repeated=Ellipsis in get_args(hint))
    if len(arguments) == 1:
        (convert,) = conversions
        if convert is None:
            return None
        return lambda value: None if value is None else convert(value)
    if any(conversions):
        raise TypeError(f"no form for the values of {hint}")
    if get_origin(hint) is Mapping:
        return dict
    return {member.value: member for member in hint}.__getitem__ if _is_enumeration(hint) else None


def _from_array(conversions: Sequence[_Convert | None], *, is_repeated: bool) -> _Convert:
    """The function that makes tuples of arrays, by the conversions of their items; is_repeated: one for all items."""
    if not any(conversions):
        return tuple
    if is_repeated:
        (repeated,) = filter(None, conversions)
        return lambda items: tuple(map(repeated, items))
    return lambda items: tuple(
        item if convert is None else convert(item) for item, convert in zip(items, conversions, strict=True)
    )


def _is_json(hint: Any) -> bool:
    """Whether values with an annotation are JSON of the docs, or tuples of it."""
    return get_origin(hint) is dict or any(map(_is_json, get_args(hint)))


def _pairs(mapping: Mapping[str, Any]) -> Sequence[tuple[str, Any]]:
    return [*mapping.items()]


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
