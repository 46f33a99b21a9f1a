"""Values that the docs list as texts, as the constants that they are in a field of a known type."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.types import Constant, Primitive, Scalar, Type, nullable

_BOOLEANS = {"true": True, "false": False}


def narrowed(whole: Type, texts: Iterable[str]) -> Type:
    """A scalar that has but the listed values; null among them may be the value too.

    The type itself where no value is listed, where it is no text, number or boolean, and where a value does not fit it.
    """
    listed = dict.fromkeys(texts)
    if not isinstance(whole, Primitive) or not listed:
        return whole
    values = tuple(_value(text, whole.scalar) for text in listed if text != "null")
    if not values or None in values:
        return whole
    constant = Constant(tuple(value for value in values if value is not None))
    return nullable(constant) if "null" in listed else constant


def integer(text: str) -> int | None:
    """A whole number as JSON writes it, None for any other text."""
    digits = text.removeprefix("-")
    is_canonical = digits.isascii() and digits.isdigit() and len(digits) < 40 and (digits[0] != "0" or text == "0")
    return int(text) if is_canonical else None


def _value(text: str, scalar: Scalar) -> str | int | bool | None:
    match scalar:
        case Scalar.STRING:
            return text
        case Scalar.BOOLEAN:
            return _BOOLEANS.get(text)
        case Scalar.INTEGER | Scalar.NUMBER | Scalar.DECIMAL:
            return integer(text)
        case _:
            return None
