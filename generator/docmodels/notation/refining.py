"""Types that the words behind them make more exact: `string (date-time)`, `number (int64)`."""

from __future__ import annotations

from collections.abc import Mapping

from ..model.types import DECIMAL, DECIMAL_STRING, NUMBER, NUMBERS, STRING, TEXTS, Primitive, Scalar, Type


def refines(before: Type, behind: Type) -> bool:
    """Whether the second type says more exactly what the first is: `string (date-time)`, `number (int64)`."""
    if not isinstance(before, Primitive) or not isinstance(behind, Primitive):
        return False
    if before.scalar is Scalar.STRING:
        return (behind.scalar in TEXTS and behind != STRING) or behind == DECIMAL
    if behind == DECIMAL:
        return before == NUMBER
    return before.scalar in NUMBERS and behind.scalar in NUMBERS and behind != NUMBER


def exact(before: Type | None, phrase: str, types: Mapping[str, Type]) -> str:
    """The phrase for a type that a phrase behind it makes more exact: `string (decimal)` is a `decimal string`.

    types  the types of phrases
    """
    if before != STRING or types[phrase] != DECIMAL:
        return phrase
    return next((words for words, kind in types.items() if kind == DECIMAL_STRING), phrase)
