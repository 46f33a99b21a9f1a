"""The cells of a schema's tables: constraints and values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ...markdown import Inline
from ...model.declarations import Constraints
from ...model.strict_json import read_json, read_number
from ...model.types import Nullable, Primitive, Type
from ...notation.openapi import OPENAPI
from ...patterns import regex

_BOUND = regex(r"(?P<sign>[≥>≤<])\s*(?P<number>\S+)")
_PATTERN = regex(r"`{1,4}(?P<pattern>.+?)`{1,4}(?:\s|$)", re.DOTALL)


def constraints(facts: Mapping[str, Inline]) -> Constraints:
    """The constraints in a schema's table of facts."""
    low, is_low_open = _bound(facts.get("minimum"))
    high, is_high_open = _bound(facts.get("maximum"))
    return Constraints(
        minimum=None if is_low_open else low,
        exclusive_minimum=low if is_low_open else None,
        maximum=None if is_high_open else high,
        exclusive_maximum=high if is_high_open else None,
        multiple_of=_number(facts.get("multiple of")),
        min_length=_count(facts.get("min length")),
        max_length=_count(facts.get("max length")),
        pattern=_pattern(facts.get("must match regular expression")),
        min_items=_count(facts.get("min items")),
        max_items=_count(facts.get("max items")),
        unique_items=_says(facts.get("items unicity"), "True"),
    )


def formatted(kind: Type, form: str) -> Type:
    """A type with the format in its row of facts."""
    if isinstance(kind, Nullable):
        return Nullable(formatted(kind.item, form))
    return OPENAPI.formats.get((kind.scalar, form), kind) if isinstance(kind, Primitive) else kind


def json_values(cells: Iterable[Inline]) -> tuple[tuple[str | int | bool, ...], bool]:
    """The values in cells of JSON, and whether null is one of them."""
    values: list[str | int | bool] = []
    has_null = False
    for cell in cells:
        text = cell.text.strip().strip("`")
        try:
            value = read_json(text)
        except ValueError:
            value = text
        has_null = has_null or value is None
        if isinstance(value, str | int | bool):
            values.append(value)
    return tuple(dict.fromkeys(values)), has_null


def _bound(cell: Inline | None) -> tuple[int | float | None, bool]:
    match = _BOUND.fullmatch(cell.text.strip()) if cell is not None else None
    return (read_number(match["number"]), match["sign"] in "<>") if match is not None else (None, False)


def _number(cell: Inline | None) -> int | float | None:
    return read_number(cell.text.strip()) if cell is not None else None


def _count(cell: Inline | None) -> int | None:
    number = _number(cell)
    return number if isinstance(number, int) and number >= 0 else None


def _pattern(cell: Inline | None) -> str:
    match = _PATTERN.match(cell.source) if cell is not None else None
    return match["pattern"].strip() if match is not None else ""


def _says(cell: Inline | None, word: str) -> bool:
    return cell is not None and cell.text.strip() == word
