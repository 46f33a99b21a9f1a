"""Constants of a known type, from values that the docs list as texts."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.types import Constant, Primitive, Scalar, Type, nullable

_BOOLEANS = {"true": True, "false": False}


def narrowed(kind: Type, texts: Iterable[str]) -> Type:
    """Narrow a scalar to the listed values. A `null` among them makes it nullable.

    The type stays as it is without values, if a value does not fit it, and if it is no text, number or boolean.
    """
    listed = dict.fromkeys(texts)
    if not isinstance(kind, Primitive) or not listed:
        return kind
    values = tuple(_value(text, kind.scalar) for text in listed if text != "null")
    if not values or None in values:
        return kind
    constant = Constant(tuple(value for value in values if value is not None))
    return nullable(constant) if "null" in listed else constant


def integer(text: str) -> int | None:
    """The integer that a text is, as JSON writes it; None for any other text."""
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
