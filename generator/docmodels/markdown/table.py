"""The rows of a table, once it is known which lines are one.

Where a table starts and ends is for markdown-it to say. What is here follows its rule
for cells, which is that of GitHub Flavored Markdown: a pipe directly after a backslash
belongs to the cell, any other one ends it, and the outermost pipes may be left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.common.utils import MD_TRIM_CHARS

from .page import Inline, Row, Table


def read_table(lines: Sequence[str], first: int, end: int, limit: int) -> Table:
    """The table in `lines[first:end]`, the delimiter row being `lines[first + 1]`."""
    header = _cells(lines[first], first + 1, limit)
    rows = (_row(lines[n], n + 1, len(header), limit) for n in range(first + 2, end))
    return Table(first + 1, header, tuple(rows))


def outline(line: str) -> str:
    """A line that starts with a pipe, cut down to what makes it part of a table.

    That is the pipes; in a delimiter row also the dashes, one for many. markdown-it
    reads rows character by character, and would mostly read padding.
    """
    if line.strip("|-: \t"):
        text = line.rstrip(MD_TRIM_CHARS)
        last_cell = "" if text[-1] == "|" and text[-2:] != "\\|" else "x"
        return "|" * (text.count("|") - text.count("\\|")) + last_cell
    for run in ("--", "  "):
        while run in line:
            line = line.replace(run, run[0])
    return line


def _row(line: str, number: int, columns: int, limit: int) -> Row:
    cells = _cells(line, number, limit)
    written = len(cells)
    if written < columns:
        missing = Inline("", number, len(line) + 1)
        cells += (missing,) * (columns - written)
    return Row(number, cells[:columns], written, cells[columns:])


def _cells(line: str, number: int, limit: int) -> tuple[Inline, ...]:
    cells: list[Inline] = []
    column = 1
    for piece in _pieces(line):
        text = piece.strip(MD_TRIM_CHARS)
        padding = len(piece) - len(piece.lstrip(MD_TRIM_CHARS)) if text else 0
        cells.append(Inline(text.replace("\\|", "|"), number, column + padding, limit))
        column += len(piece) + 1
    if not cells[0].source:
        del cells[0]
    if cells and not cells[-1].source:
        del cells[-1]
    return tuple(cells)


def _pieces(line: str) -> list[str]:
    """The line without the pipes that part cells; escaped pipes are still `\\|`."""
    pieces = line.split("|")
    if "\\|" not in line:
        return pieces
    whole: list[str] = []
    parts: list[str] = []
    for piece in pieces:
        parts.append(piece)
        if not piece.endswith("\\"):
            whole.append("|".join(parts))
            parts = []
    if parts:  # the line ends in a backslash
        whole.append("|".join(parts))
    return whole
