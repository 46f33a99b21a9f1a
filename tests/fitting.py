"""Whether JSON is what a type hint says, for flavours that bring nothing along that could tell."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, NotRequired
from uuid import UUID

_PARSED: Mapping[Any, Callable[[str], object]] = {
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    time: time.fromisoformat,
    UUID: UUID,
}
_SCALARS: Mapping[Any, tuple[type, ...]] = {
    str: (str,),
    int: (int,),
    float: (int, float),
    bool: (bool,),
    bytes: (str,),
    timedelta: (str,),
    type(None): (type(None),),
    Decimal: (int, float, str),
}


def fits(value: Any, hint: Any) -> bool:
    """Whether a value, as `json.loads` gives it, is what a TypedDict, a dataclass or anything that they hold says."""
    arguments = typing.get_args(hint)
    match typing.get_origin(hint):
        case typing.Union | types.UnionType:
            return any(fits(value, argument) for argument in arguments)
        case typing.Literal:
            return any(type(argument) is type(value) and argument == value for argument in arguments)
        case typing.NotRequired:
            return fits(value, arguments[0])
        case _ if hint is Any:
            return True
        case origin if origin is list:
            return isinstance(value, list) and all(fits(item, arguments[0]) for item in value)
        case origin if origin is dict:
            return isinstance(value, dict) and all(fits(item, arguments[1]) for item in value.values())
        case _ if typing.is_typeddict(hint):
            hints = _hints(hint)
            needed = {key for key, hint_ in hints.items() if typing.get_origin(hint_) is not NotRequired}
            return _has(value, hints, needed)
        case _ if dataclasses.is_dataclass(hint):
            fields = dataclasses.fields(hint)
            wires = {field.name: field.metadata.get("wire", field.name) for field in fields}
            hints = {wires[name]: type_ for name, type_ in _hints(hint).items()}
            missing = dataclasses.MISSING
            needed = {wires[e.name] for e in fields if e.default is missing and e.default_factory is missing}
            return _has(value, hints, needed)
        case _ if hint in _PARSED:
            return isinstance(value, str) and _is_parsed(value, _PARSED[hint])
        case _ if isinstance(hint, type) and issubclass(hint, Enum):
            return value in [member.value for member in hint]
        case _:
            return type(value) in _SCALARS[hint]


def _has(value: Any, hints: Mapping[str, Any], needed: set[str]) -> bool:
    return (
        isinstance(value, dict)
        and needed <= value.keys()
        and all(fits(item, hints[key]) for key, item in value.items() if key in hints)
    )


@cache
def _hints(hint: Any) -> Mapping[str, Any]:
    return typing.get_type_hints(hint, include_extras=True)


def _is_parsed(value: str, parse: Callable[[str], object]) -> bool:
    try:
        parse(value)
    except ValueError:
        return False
    return True
