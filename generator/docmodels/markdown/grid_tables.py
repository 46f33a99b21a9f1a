"""Grid tables of Pandoc and reStructuredText, which are paragraphs to Markdown.

    +-------+--------+
    | Name  | Type   |
    +=======+========+
    | seats | number |
    +-------+--------+

A cell may have several lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from ..patterns import regex
from .page import Make, Row, Table

_BORDER = regex(r"\+(?:[-=:]{2,}\+)+")
_HEADED = regex(r"\+(?:[=:]{2,}\+)+")
_PIPE = regex(r"(?<!\\)\|")
_LINES = 10_000
"""The most lines of a table."""


def grid_table(source: str, line: int, make: Make) -> Table | None:
    """The table in the text of a paragraph; None for other text, and for a table without a header.

    line  the line of the text in the file
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
    """The row between two borders; None if its lines have not the columns of the table."""
    first, end = ends
    if first == end:
        return None
    pieces = [_PIPE.split(text) for text in lines[first:end]]
    if any(len(cells) != width + 2 or cells[0] or cells[-1] for cells in pieces):
        return None
    texts = [" ".join(filter(None, map(str.strip, parts))) for parts in zip(*pieces, strict=True)][1:-1]
    columns = accumulate((len(cell) + 1 for cell in pieces[0][1:-2]), initial=2)
    cells_made = tuple(make(text, line + first, column) for text, column in zip(texts, columns, strict=True))
    return Row(line + first, cells_made, width)
