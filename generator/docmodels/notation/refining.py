"""Types with a more exact type behind them: `string (date-time)`, `number (int64)`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..model.types import DECIMAL, DECIMAL_STRING, NUMBER, NUMBERS, STRING, TEXTS, Primitive, Scalar, Type


def refines(before: Type, behind: Type) -> bool:
    """Whether the type `behind` is a narrower form of the type `before`: `string (date-time)`, `number (int64)`."""
    if not isinstance(before, Primitive) or not isinstance(behind, Primitive):
        return False
    if before.scalar is Scalar.STRING:
        return (behind.scalar in TEXTS and behind != STRING) or behind == DECIMAL
    if behind == DECIMAL:
        return before == NUMBER
    return before.scalar in NUMBERS and behind.scalar in NUMBERS and behind != NUMBER


def exact(before: Type | None, phrase: str, types: Mapping[str, Type]) -> str:
    """The phrase for a type and a more exact phrase behind it: `string (decimal)` is a `decimal string`.

    types  phrase -> type
    """
    if before != STRING or types[phrase] != DECIMAL:
        return phrase
    return phrase_of(DECIMAL_STRING, types) or phrase


def phrase_of(kind: Type, types: Mapping[str, Type]) -> str:
    """The first phrase for a type; "" without one.

    types  phrase -> type
    """
    return next((phrase for phrase, meant in types.items() if meant == kind), "")


def has_decimal_places(arguments: Iterable[str]) -> bool:
    """Whether the arguments of an SQL type allow digits behind the point, as `10, 2` in `NUMERIC(10, 2)`."""
    match list(arguments):
        case [digits, ",", places]:
            return digits.isdecimal() and places.isdecimal() and places.strip("0") != ""
        case _:
            return False
