"""The value of a recording, if every parser of JSON reads the same value."""

from __future__ import annotations

import json
from collections.abc import Callable
from math import isfinite

from ..model.declarations import Json

MAX_DEPTH = 100
"""The deepest nesting of lists and objects."""

_NOT_JSON = "it is not JSON"


def parse(text: str) -> Json:
    """The value of a JSON text (RFC 8259).

    Raises ValueError, with a clause without any text of the recording, for a text that is no JSON or nested too deep; and
    for JSON that parsers read in different ways: a repeated key, a number beyond all limits, half of a surrogate pair.
    """
    try:
        value: Json = json.loads(
            text, object_pairs_hook=_object, parse_constant=_constant, parse_float=_number, parse_int=_integer
        )
    except RecursionError:
        raise ValueError(_TOO_DEEP) from None
    except json.JSONDecodeError as error:
        raise ValueError(f"{_NOT_JSON} (line {error.lineno}, column {error.colno})") from None
    if is_too_deep(value):
        raise ValueError(_TOO_DEEP)
    if "\\u" in text and "\\ud" in text.lower():
        try:
            json.dumps(value, ensure_ascii=False).encode()
        except UnicodeEncodeError:
            raise ValueError("it has half of a character (RFC 8259, section 8.2)") from None
    return value


_TOO_DEEP = f"it is nested deeper than {MAX_DEPTH} levels"


def is_too_deep(value: Json) -> bool:
    """Whether lists and objects are nested deeper than `MAX_DEPTH`."""
    level: list[Json] = [value]
    for _ in range(MAX_DEPTH + 1):
        level = [
            part
            for value_ in level
            if isinstance(value_, dict | list)
            for part in (value_.values() if isinstance(value_, dict) else value_)
            if isinstance(part, dict | list)
        ]
        if not level:
            return False
    return True


def _object(pairs: list[tuple[str, Json]]) -> Json:
    by_key = dict(pairs)
    if len(by_key) < len(pairs):
        raise ValueError("an object in it has a key twice")
    return by_key


def _number(digits: str) -> float:
    value = float(digits)
    if not isfinite(value):
        raise ValueError("a number in it is beyond what can be read")
    return value


def _integer(digits: str) -> int:
    if len(digits) > 1000:
        raise ValueError("a number in it is beyond what can be read")
    return int(digits)


def _constant(_: str) -> Json:
    raise ValueError("it has NaN or Infinity, which are not JSON")


def load_pairs(text: str, made: Callable[[list[tuple[str, object]]], object]) -> object:
    """The value of a JSON text, with each object made by `made` from its keys and values, in the order of their ends.

    Raises ValueError, with a message in a clause, for a text that is no JSON or nested too deep.
    """
    try:
        return json.loads(text, object_pairs_hook=made)
    except RecursionError:
        raise ValueError(_TOO_DEEP) from None
    except json.JSONDecodeError as error:
        raise ValueError(f"{_NOT_JSON} (line {error.lineno}, column {error.colno})") from None
