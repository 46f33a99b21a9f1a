"""JSON that every reader agrees on."""

from __future__ import annotations

import json
from math import isfinite

from .declarations import Json


def read_json(text: str) -> Json:
    """The value in a text (RFC 8259).

    Raises ValueError for what is no JSON or is nested deeper than Python reads, for a number that is too large for one,
    and for an escape that is half of a character (section 8.2): no UTF-8 can carry that, and pydantic refuses it.
    """
    try:
        value: Json = _DECODER.decode(text)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    _check(value, text)
    return value


def read_json_at(text: str, start: int) -> tuple[Json, int]:
    """The value that begins at an index of a text, and its end; see `read_json`."""
    try:
        value, end = _DECODER.raw_decode(text, start)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    _check(value, text)
    return value, end


def _check(value: Json, text: str) -> None:
    """Raises ValueError for half of a character."""
    if "\\u" in text:
        json.dumps(value, ensure_ascii=False).encode()  # a UnicodeEncodeError is a ValueError


def read_number(text: str) -> int | float | None:
    """The number in a text, None where JSON has no such number."""
    try:
        value = read_json(text)
    except ValueError:
        return None
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _finite(digits: str) -> float:
    """A number with a fraction or an exponent. Raises ValueError for `1e999`, which no float can hold."""
    value = float(digits)
    if not isfinite(value):
        raise ValueError(digits)
    return value


def _refuse(constant: str) -> Json:
    """NaN and Infinity are no JSON (RFC 8259, section 6)."""
    raise ValueError(constant)


_DECODER = json.JSONDecoder(parse_constant=_refuse, parse_float=_finite)
