"""Types narrowed to the values of their field."""

from __future__ import annotations

from ..model.examples import parse
from ..model.types import (
    ANY,
    INTEGER,
    NUMBER,
    STRING,
    Constant,
    Link,
    ListOf,
    Nullable,
    Primitive,
    Scalar,
    Type,
    nullable,
    union,
)
from ..patterns import regex
from .chosen import Choices
from .constants import integer

_UNION = regex(r"(?:\b|(?<=[a-z]))[Uu]nion\b")  # `union`, `DiscriminatedUnion`
_WORD = regex(r"[\w.+/-]{1,60}")


def narrowed_to(kind: Type, chosen: Choices | None, *, is_enumeration: bool = False) -> Type:
    """The type, narrowed to some values; the same type if they do not fit it.

    is_enumeration  whether the type only means a fixed set of values, perhaps numbers
    """
    if chosen is None:
        return kind
    match kind:
        case Nullable(item):
            return nullable(narrowed_to(item, chosen, is_enumeration=is_enumeration))
        case ListOf() if all(value.startswith("[") for value in chosen.values):
            return kind  # whole lists: `["pdf"]` or `["pdf", "txt"]`
        case ListOf(item):
            return ListOf(narrowed_to(item, chosen, is_enumeration=is_enumeration))
        case Link(label=label) if _UNION.search(label):
            return kind  # its members are objects, and the values those of their discriminator
        case Link(href="", fallback=None, label=label) if len(label) > 1:  # `C` is a text in some databases
            constant = _as_constant(chosen, ANY)
            return kind if constant is None else _with_fallback(kind, constant, chosen)
        case Primitive() if is_enumeration or kind == ANY:
            constant = _as_constant(chosen, ANY)
            base: Type = INTEGER if constant is not None and isinstance(constant.values[0], int) else STRING
        case Primitive(Scalar.BYTES):
            constant, base = _as_constant(chosen, INTEGER if chosen.are_codes else kind), INTEGER  # a byte is a number
        case Primitive():
            constant = _as_constant(chosen, kind)
            base = INTEGER if kind == NUMBER and constant is not None else kind  # values without a fraction
        case _:
            return kind
    if constant is None:
        return kind
    narrowed = union(constant, base) if chosen.is_open else constant
    return nullable(narrowed) if chosen.has_null else narrowed


def with_default(kind: Type, default: str) -> Type:
    """The type, opened if its default is a word, and not one of the listed values."""
    match kind:
        case Constant(values) if (
            default.casefold() not in map(str.casefold, map(str, values))
            and _WORD.fullmatch(default)
            and parse(default) is None
        ):
            return union(kind, STRING) if all(isinstance(value, str) for value in values) else kind
        case Nullable(item):
            return nullable(with_default(item, default))
        case _:
            return kind


def _with_fallback(link: Link, constant: Constant, chosen: Choices) -> Type:
    base: Type = INTEGER if isinstance(constant.values[0], int) else STRING
    narrowed = union(constant, base) if chosen.is_open else constant
    return Link(link.href, link.label, link.place, narrowed, link.is_whole, link.is_hint)


def _as_constant(chosen: Choices, kind: Primitive) -> Constant | None:
    """The values as a constant of a type; None if one does not fit it."""
    numbers = [integer(value) for value in chosen.values]
    integers = tuple(number for number in numbers if number is not None)
    match kind.scalar:
        case Scalar.STRING if not kind.format:
            if chosen.are_named:
                return None
            is_plain = chosen.is_announced or chosen.are_quoted or chosen.are_codes or len(integers) < len(numbers)
            return Constant(chosen.values) if is_plain else None
        case Scalar.ANY if len(integers) == len(numbers) and not chosen.are_quoted:
            return Constant(integers)
        case Scalar.ANY:
            return Constant(chosen.values)
        case Scalar.INTEGER | Scalar.NUMBER | Scalar.DECIMAL if len(integers) == len(numbers):
            return Constant(integers)
        case _:
            return None


def may_choose(kind: Type) -> bool:
    """Whether a text may list the values of a type."""
    match kind:
        case Nullable(item) | ListOf(item):
            return may_choose(item)
        case Primitive(Scalar.STRING, ""):
            return True
        case Primitive(Scalar.ANY | Scalar.INTEGER | Scalar.NUMBER | Scalar.DECIMAL | Scalar.BYTES):
            return True
        case Link(href="", fallback=None):
            return True
        case _:
            return False
