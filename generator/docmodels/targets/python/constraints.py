"""Constraints of fields as arguments; pydantic and msgspec have the same names for them."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.declarations import Constraints, Field
from ...model.types import DECIMAL_STRING, ListOf, Primitive, Scalar, is_number
from ...patterns import regex
from .literals import literal, string
from .syntax import Code, Doc, keyword

_NUMERIC = (
    ("minimum", Code("ge")),
    ("exclusive_minimum", Code("gt")),
    ("maximum", Code("le")),
    ("exclusive_maximum", Code("lt")),
)
# Constructs of Python's regular expressions that pydantic's core (the Rust crate regex) does not have.
_BEYOND_RUST = regex(r"\\[1-9ZAG]|\(\?(?:[=!>(#]|<[=!]|P=)|[*+?}]\+")


def constraints(field: Field) -> Iterator[Doc]:
    """The keyword arguments for the range, length and pattern of a field, if its type can have these."""
    limits = field.constraints
    match field.type:
        case kind if is_number(kind) or kind == DECIMAL_STRING:
            yield from _of_numbers(limits)
        case Primitive(Scalar.STRING):
            yield from _lengths(limits.min_length, limits.max_length)
            if limits.has_valid_pattern and not _BEYOND_RUST.search(limits.pattern):
                yield keyword(Code("pattern"), string(limits.pattern))
        case ListOf():
            yield from _lengths(limits.min_items, limits.max_items)


def _of_numbers(limits: Constraints) -> Iterator[Doc]:
    for name, argument in _NUMERIC:
        limit = getattr(limits, name)
        if limit is not None:
            yield keyword(argument, literal(limit))
    if limits.multiple_of is not None and limits.multiple_of > 0:
        yield keyword(Code("multiple_of"), literal(limits.multiple_of))


def _lengths(least: int | None, most: int | None) -> Iterator[Doc]:
    if least is not None and least >= 0:
        yield keyword(Code("min_length"), literal(least))
    if most is not None and most >= 0:
        yield keyword(Code("max_length"), literal(most))
