"""Grid tables, as Pandoc and reStructuredText have them, in what Markdown takes for a paragraph.

    +-------+--------+
    | Name  | Type   |
    +=======+========+
    | seats | number |
    +-------+--------+

A cell may have several lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .page import Make, Row, Table

_BORDER = re.compile(r"\+(?:[-=:]{2,}\+)+")
_HEADED = re.compile(r"\+(?:[=:]{2,}\+)+")
_LINES = 10_000
"""The most lines of such a table."""


def grid_table(source: str, line: int, make: Make) -> Table | None:
    """The table in the text of a paragraph; None for other text, and for a table without a header.

    line  that of the first line of the text
    """
    if not source.startswith("+-"):
        return None
    lines = [text.strip() for text in source.split("\n")]
    borders = [number for number, text in enumerate(lines) if _BORDER.fullmatch(text)]
    if len(lines) > _LINES or len(borders) < 3 or borders[0] or borders[-1] != len(lines) - 1:
        return None
    if _HEADED.fullmatch(lines[borders[1]]) is None:
        return None
    width = lines[0].count("+") - 1
    rows = [_row(lines, (first + 1, end), width, line, make) for first, end in pairwise(borders)]
    if any(row is None for row in rows):
        return None  # a cell over several columns or rows
    header, *body = [row for row in rows if row is not None]
    return Table(line, header.cells, tuple(body))


def _row(lines: Sequence[str], ends: tuple[int, int], width: int, line: int, make: Make) -> Row | None:
    """The row between two borders; None where its lines have other cells than the table."""
    first, end = ends
    if first == end:
        return None
    texts: list[list[str]] = [[] for _ in range(width)]
    for text in lines[first:end]:
        cells = re.split(r"(?<!\\)\|", text)
        if len(cells) != width + 2 or cells[0] or cells[-1]:
            return None
        for told, cell in zip(texts, cells[1:-1], strict=True):
            told.append(cell.strip())
    columns = [len("|".join(lines[first].split("|")[: at + 1])) + 2 for at in range(width)]
    cells_made = tuple(
        make(" ".join(filter(None, told)), line + first, column) for told, column in zip(texts, columns, strict=True)
    )
    return Row(line + first, cells_made, width)
