"""Constraints of fields as arguments, by the names that pydantic and msgspec give them alike."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.declarations import Constraints, Field
from ...model.types import DECIMAL_STRING, ListOf, Primitive, Scalar, is_number
from ...regexes import regex
from .literals import literal, string
from .syntax import Code, Doc, keyword

_NUMERIC = (
    ("minimum", Code("ge")),
    ("exclusive_minimum", Code("gt")),
    ("maximum", Code("le")),
    ("exclusive_maximum", Code("lt")),
)
# What Python's regular expressions have and those of pydantic's core (the Rust crate regex) have not.
_BEYOND_RUST = regex(r"\\[1-9ZAG]|\(\?(?:[=!>(#]|<[=!]|P=)|[*+?}]\+")


def constraints(field: Field) -> Iterator[Doc]:
    """The keyword arguments for a field's range, length and pattern, as far as its type has these."""
    told = field.constraints
    match field.type:
        case kind if is_number(kind) or kind == DECIMAL_STRING:
            yield from _of_numbers(told)
        case Primitive(Scalar.STRING):
            yield from _lengths(told.min_length, told.max_length)
            if told.pattern and _is_portable(told.pattern):
                yield keyword(Code("pattern"), string(told.pattern))
        case ListOf():
            yield from _lengths(told.min_items, told.max_items)


def _of_numbers(told: Constraints) -> Iterator[Doc]:
    for name, argument in _NUMERIC:
        limit = getattr(told, name)
        if limit is not None:
            yield keyword(argument, literal(limit))
    if told.multiple_of is not None and told.multiple_of > 0:
        yield keyword(Code("multiple_of"), literal(told.multiple_of))


def _lengths(least: int | None, most: int | None) -> Iterator[Doc]:
    if least is not None and least >= 0:
        yield keyword(Code("min_length"), literal(least))
    if most is not None and most >= 0:
        yield keyword(Code("max_length"), literal(most))


def _is_portable(pattern: str) -> bool:
    """Whether a pattern means the same to JSON Schema (ECMA-262), to Python and to pydantic's core."""
    if _BEYOND_RUST.search(pattern):
        return False
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError):
        return False
    return True
