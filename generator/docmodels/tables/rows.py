"""Checks for the rows of any table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..diagnostics import Diagnostic, Place
from ..frozen import replace
from ..markdown import Inline, Row
from ..patterns import regex
from .lexicon import Words

_BETWEEN_TYPES = regex(r"[,/]")
_DASHES = regex(r":?-{2,}:?")


def place_of(path: str, cell: Inline) -> Place:
    """The place of a cell."""
    return Place(path, cell.line, cell.column, max(len(cell.source), 1))


def check_row(row: Row, width: int, path: str, needed: int | None = None) -> Iterator[Diagnostic]:
    """Faults of a row with too few or too many cells, in a table of `width` columns.

    needed  the number of cells that a row must have; by default, all
    """
    least = width if needed is None else needed
    surplus = next((cell for cell in row.surplus if cell.source), None)
    if surplus is not None:
        message = f'{_counts(row, width)}; "{surplus.source}" is left out'
        help_ = "Write a | that belongs to a cell as \\|."
        yield Diagnostic(place_of(path, surplus), "row-cells", message, help_)
    elif row.written < least:
        message = f"{_counts(row, width)}; missing cells are empty"
        yield Diagnostic(place_of(path, row.cells[0]), "row-cells", message, "Add the missing cells.")


def _counts(row: Row, width: int) -> str:
    return f"the row has {row.written} {'cell' if row.written == 1 else 'cells'}, the table {width} columns"


def is_frame(row: Row) -> bool:
    """Whether a row has nothing but the dashes of a frame: `| --- | --- |`."""
    return all(_DASHES.fullmatch(cell.source) for cell in (*row.cells, *row.surplus))


def with_joined_end(row: Row) -> Row:
    """The row with its last cell rejoined that bars cut into several cells."""
    if not row.surplus:
        return row
    *cells, last = row.cells
    end = replace(last, source=" | ".join(cell.source for cell in (last, *row.surplus)))
    return Row(row.line, (*cells, end), len(row.cells))


def with_joined_type(row: Row, at: int | None, words: Words) -> Row:
    """The row with a type rejoined that bars cut into several cells: `| id | string|null | The id |`.

    at  the index of the column of types, None without one
    """
    if at is None or not row.surplus or at + len(row.surplus) >= len(row.cells):
        return row
    cells = (*row.cells, *row.surplus)
    end = at + len(row.surplus) + 1
    types = [cell.text.strip("` *?").casefold() for cell in cells[at:end]]
    if not all(text in words.types for text in types):
        return row
    joined = replace(cells[at], source=" | ".join(cell.source for cell in cells[at:end]))
    return Row(row.line, (*cells[:at], joined, *cells[end:]), len(row.cells))


def with_own_types(row: Row, at: int | None, names: int, words: Words) -> Sequence[Row]:
    """The row once for each of its names. Each gets its own type if there are as many: `| from, to | date, string |`.

    at     the index of the column of types, None without one
    names  how many names the row has
    """
    if names == 1 or at is None or not _BETWEEN_TYPES.search(row.cells[at].source):
        return [row] * names
    types = [part.strip() for part in _BETWEEN_TYPES.split(row.cells[at].source)]
    if len(types) != names or not all(part.strip("`* ").removesuffix("[]").casefold() in words.types for part in types):
        return [row] * names
    cells = [replace(row.cells[at], source=part) for part in types]
    return [row.with_cell(at, cell) for cell in cells]
