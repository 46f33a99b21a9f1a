"""Columns of numbers that count the rows of a table: `1`, `2`, `3`, or `1`, `2`, `2.1`, `2.2`, which nests rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....markdown import Table
from ....patterns import regex
from ....tables.lexicon import any_language

_NUMBER = regex(r"\d{1,4}(?:[.-]\d{1,4}){0,9}")
_SEPARATOR = regex(r"[.-]")
_Number = tuple[str, ...]
"""The parts of a number: ("2", "1") for `2.1`."""


def counting_columns(table: Table) -> frozenset[int]:
    """The indexes of the columns that only count the rows: `1`, `2`, `3` below `No.`."""
    return frozenset(index for index, texts in _columns(table) if _counts(texts) or _outline(texts))


def outline_depths(table: Table) -> Sequence[int]:
    """The depth of each row by a column such as `1`, `2`, `2.1`: 0, 0, 1. Empty without one."""
    outlines = (_outline(texts) for _, texts in _columns(table))
    return next(([len(number) - 1 for number in outline] for outline in outlines if outline), [])


def _columns(table: Table) -> Iterator[tuple[int, Sequence[str]]]:
    """The columns whose heading is a word for numbers of rows, or empty: index, and texts without dots at the end."""
    words = {"", *any_language().counting}
    for index, heading in enumerate(table.headings):
        if heading.strip(" .") in words:
            yield index, [row.cells[index].text.strip(" .") for row in table.rows]


def _counts(texts: Sequence[str]) -> bool:
    return all(text == str(number) for number, text in enumerate(texts, 1))


def _outline(texts: Sequence[str]) -> Sequence[_Number]:
    """The numbers of an outline, some with several parts, each below the row that has all parts but its last one."""
    numbers: list[_Number] = []
    above: set[_Number] = set()
    for text in texts:
        number = tuple(_SEPARATOR.split(text)) if _NUMBER.fullmatch(text) else ()
        if not number or number in above or (len(number) > 1 and number[:-1] not in above):
            return []
        numbers.append(number)
        above.add(number)
    return numbers if any(len(number) > 1 for number in numbers) else []
