"""Types of defaults, for tables without a column of types: `false`, `10s`, `[]`."""

from __future__ import annotations

from ..model.examples import parse
from ..model.types import ANY, BOOLEAN, INTEGER, NUMBER, STRING, ListOf, MapOf, Type
from ..patterns import regex

_DURATION = regex(r"\d+(?:\.\d+)?\s?(?:ns|us|µs|ms|s|m|h|d|w|y|[KMGT]i?B?|%|px)")
_GROUPED = regex(r"\d{1,3}(?:_\d{3})+")  # `10_000`
_WORD = regex(r"[\w./:@*+-]{1,80}")


def type_of_default(text: str) -> Type:
    """The type of a default; Any for a default that fits several types."""
    parsed = parse(text)
    if parsed is not None:
        return _type_of(parsed[0])
    if _GROUPED.fullmatch(text):
        return INTEGER
    if _DURATION.fullmatch(text) or text.startswith(("'", "“")) or _WORD.fullmatch(text):
        return BOOLEAN if text in ("True", "False") else STRING
    return ANY


def _type_of(value: object) -> Type:
    match value:
        case bool():
            return BOOLEAN
        case int():
            return INTEGER
        case float():
            return NUMBER
        case str():
            return STRING
        case list():
            kinds = {_type_of(item) for item in value}
            return ListOf(kinds.pop() if len(kinds) == 1 else ANY)
        case dict():
            return MapOf(ANY)
        case _:
            return ANY
