"""JSON that every parser reads in the same way."""

from __future__ import annotations

import json
from math import isfinite

from .declarations import Json


def read_json(text: str) -> Json:
    """The value of a JSON text (RFC 8259).

    Raises ValueError for a text that is no JSON or is nested too deep for Python; for a number too large for a float; and
    for half of a surrogate pair (section 8.2), which UTF-8 cannot carry and pydantic refuses.
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
    """Raise ValueError for half of a surrogate pair."""
    if "\\u" in text:
        json.dumps(value, ensure_ascii=False).encode()  # a UnicodeEncodeError is a ValueError


def read_number(text: str) -> int | float | None:
    """The number in a text; None if the text is no number of JSON."""
    try:
        value = read_json(text)
    except ValueError:
        return None
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _finite(digits: str) -> float:
    """A number with a fraction or an exponent. Raises ValueError for one too large for a float: `1e999`."""
    value = float(digits)
    if not isfinite(value):
        raise ValueError(digits)
    return value


def _refuse(constant: str) -> Json:
    """Refuse NaN and Infinity, which are no JSON (RFC 8259, section 6)."""
    raise ValueError(constant)


_DECODER = json.JSONDecoder(parse_constant=_refuse, parse_float=_finite)
