"""The rows of a table.

markdown-it decides where a table starts and ends. This module splits its lines into cells, by the rule of GitHub Flavored
Markdown: a pipe directly after a backslash belongs to the cell, any other pipe ends it, and the outermost pipes may be
left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from markdown_it.common.utils import MD_TRIM_CHARS

from ..frozen import replace
from ..patterns import regex
from .page import Inline, Make, Row, Table

_DELIMITER = regex(r"\|?(?:[ \t]*:?-+:?[ \t]*\|)*(?:[ \t]*:?-+:?)?[ \t]*")
_HEADING = regex(r"#{1,6}\s")
_NO_BLANKS = "\x1c\x1d\x1e\x1f\x85"
"""The characters that are blanks in Python but not in Markdown."""
_NESTING_BLANKS = regex("[\u2002\u2003\u3000]+$|\u00a0[ \u00a0]*\u00a0[ \u00a0]*$")
"""Blanks before a name that nest it: wide ones, or several that do not break."""
_FRAME = regex(r"[|:\- \t]*")
_DASHES, _SPACES = regex("--+"), regex("  +")

_Placed = tuple[str, int, int]
"""A text, its line and its column."""


def read_table(lines: Sequence[str], first: int, end: int, make: Make, above: int = 0) -> Table:
    """The table in `lines[first:end]`; its delimiter row is `lines[first + 1]`.

    above  the number of lines above `lines` in the file
    """
    blanks = _blanks(lines[first:end])
    header = _cells(lines[first : first + 1], first + above, make, blanks)[: columns_of(lines, first)]
    rows = [
        _row(lines[start:stop], start + above, len(header), make, blanks)
        for start, stop in _row_extents(lines, first, end, len(header))
    ]
    return Table(first + above + 1, header, tuple(rows))


def look_like_rows(lines: Sequence[str]) -> bool:
    """Whether all lines have pipes at both ends and at least two cells, and none is a row of dashes."""
    return all(
        line.strip()[:1] == "|" and is_closed(line) and count_cells(line) > 1 and not is_delimiter(line)
        for line in lines
    )


def go_on(lines: Sequence[str], columns: int) -> bool:
    """Whether lines behind a table and a blank line continue it: the first has as many cells as the table has columns."""
    return count_cells(lines[0]) == columns and look_like_rows(lines)


def with_rows(table: Table, lines: Sequence[str], extents: Sequence[tuple[int, int]], make: Make) -> Table:
    """The table with further rows, one for each line."""
    numbers = (at for first, end in extents for at in range(first, end))
    rows = (_row(lines[at : at + 1], at, len(table.header), make, _blanks(lines[at : at + 1])) for at in numbers)
    return replace(table, rows=(*table.rows, *rows))


def is_delimiter(line: str) -> bool:
    """Whether the line could be the second one of a table."""
    return "-" in line and _DELIMITER.fullmatch(line.strip()) is not None


def columns_of(lines: Sequence[str], first: int) -> int:
    """The number of columns of the table that starts here: the cells of its header, without an empty last one without dashes."""
    cells, dashes = count_cells(lines[first]), count_cells(lines[first + 1])
    return dashes if cells == dashes + 1 and _ends_empty(lines[first]) else cells


def is_cut_off(lines: Sequence[str], first: int, end: int) -> bool:
    """Whether lines are a table, although the row of dashes has fewer cells than the header, so that Markdown shows none.

    They are one if the header only has an empty cell too many at its end, or if most rows have as many cells as the header.
    """
    if first + 2 >= end or "|" not in lines[first] or "|" not in lines[first + 1] or not is_delimiter(lines[first + 1]):
        return False
    cells, dashes = count_cells(lines[first]), count_cells(lines[first + 1])
    if not 1 < dashes < cells or "|" not in lines[first + 2]:
        return False
    if columns_of(lines, first) == dashes:
        return True
    rows = [count_cells(line) for line in takewhile(lambda line: "|" in line, lines[first + 2 : end])]
    return rows.count(cells) * 2 > len(rows)


def has_outer_pipes(lines: Sequence[str], first: int) -> bool:
    """Whether the header and the delimiter row of a table have pipes at both ends."""
    return all(line.strip()[:1] == "|" and is_closed(line) for line in (lines[first], lines[first + 1]))


def is_closed(line: str) -> bool:
    """Whether a row ends with a pipe."""
    if not line.endswith("|"):
        line = line.rstrip(MD_TRIM_CHARS)
    return line.endswith("|") and not line.endswith("\\|")


def row_end(lines: Sequence[str], start: int, end: int, columns: int) -> int:
    """The line after the row that starts here, in a table with outer pipes.

    A row that breaks off continues up to the line that completes it, also over blank lines. If the next row or a heading
    comes first, it has one line only, and leaves cells out.
    """
    line = lines[start]
    if is_closed(line) or not line.lstrip().startswith("|") or _pipes(line) > columns:
        return start + 1
    wanted = columns + 1 - _pipes(line)
    goes_on = False
    for number in range(start + 1, end):
        line = lines[number].strip()
        wanted -= _pipes(line)
        if (line.startswith("|") and not ((goes_on or line == "|") and wanted == 0)) or _HEADING.match(line):
            break
        if wanted <= 0:
            return number + 1 if is_closed(line) else start + 1
        goes_on = goes_on or bool(line)
    return start + 1


@lru_cache(maxsize=1024)  # several steps count the same lines, and most outlines are alike
def count_cells(line: str) -> int:
    """The number of cells in a row of one line."""
    line = line.strip(MD_TRIM_CHARS)
    return _pipes(line) + 1 - line.startswith("|") - (line.endswith("|") and not line.endswith("\\|"))


def _ends_empty(line: str) -> bool:
    """Whether the last cell of a row, between pipes, is blank: `| a |  |`."""
    text = line.rstrip(" \t")
    before, pipe, cell = text[:-1].rpartition("|")
    return text[-1:] == pipe and cell != "" and not cell.lstrip(" \t") and not before.endswith("\\")


def _pipes(line: str) -> int:
    """The number of pipes between and around cells."""
    return line.count("|") - (line.count("\\|") if "\\" in line else 0)


def outline(line: str) -> str:
    """The outline of a line that starts with a pipe: its pipes, and for a delimiter row its dashes, one for many.

    markdown-it reads rows character by character, most of them padding: the outline saves that time.
    """
    if not _FRAME.fullmatch(line):
        text = line.rstrip(MD_TRIM_CHARS)
        pipes = _pipes(text)
        if _ends_empty(text):
            return "|" * (pipes - 1) + " |"
        last_cell = "" if text[-1] == "|" and text[-2:] != "\\|" else "x"
        return "|" * pipes + last_cell
    return _SPACES.sub(" ", _DASHES.sub("-", line))


def _row_extents(lines: Sequence[str], first: int, end: int, columns: int) -> Iterator[tuple[int, int]]:
    outer = has_outer_pipes(lines, first)
    start = first + 2
    while start < end:
        stop = row_end(lines, start, end, columns) if outer and not is_closed(lines[start]) else start + 1
        yield start, stop
        start = stop


def _row(lines: Sequence[str], first: int, columns: int, make: Make, blanks: str | None) -> Row:
    cells = _cells(lines, first, make, blanks)
    written = len(cells)
    if written == columns - 1 and not lines[0].lstrip().startswith("|") and is_closed(lines[-1]):
        written = columns  # without outer pipes, a pipe at the end closes an empty last cell: `room_id | string |`
    if len(cells) < columns:
        missing = Inline("", first + len(lines), len(lines[-1]) + 1)
        cells += (missing,) * (columns - len(cells))
    return Row(first + 1, cells[:columns], written, cells[columns:])


def _cells(lines: Sequence[str], first: int, make: Make, blanks: str | None) -> tuple[Inline, ...]:
    """The cells of a row. Its first line is `first`, counted from 0."""
    placed = _placed(lines[0], first + 1, blanks)
    if len(lines) > 1:
        _add_lines(placed, lines[1:], first + 2, blanks)
    if not placed[0][0]:
        del placed[0]
    if placed and not placed[-1][0]:
        del placed[-1]
    return tuple(
        [make(text.replace("\\|", "|") if "\\" in text else text, line, column) for text, line, column in placed]
    )


def _add_lines(placed: list[_Placed], lines: Sequence[str], first: int, blanks: str | None) -> None:
    """Add the further lines of a row: each continues the last cell."""
    open_cell: list[str] = []
    for number, line in enumerate(lines, first):
        (text, _, column), *others = _placed(line, number, blanks)
        open_cell = open_cell or [placed[-1][0]]
        open_cell.append(text)
        if not placed[-1][0] and text:
            placed[-1] = (text, number, column)
        if others:
            placed[-1] = ("\n".join(open_cell).strip("\n"), *placed[-1][1:])
            placed += others
            open_cell = []


def _blanks(lines: Sequence[str]) -> str | None:
    """The characters around the cells of some lines; None for Python's blanks, if the lines have no others of them.

    Stripping Python's blanks takes a tenth of the time.
    """
    text = "".join(lines)
    return MD_TRIM_CHARS if any(character in text for character in _NO_BLANKS) else None


def _placed(line: str, number: int, blanks: str | None) -> list[_Placed]:
    """The texts between the pipes of a line, each with its line and column."""
    placed: list[_Placed] = []
    column = 1
    may_nest = not line.isascii()
    for piece in _pieces(line):
        text = piece.lstrip(blanks)
        padding = len(piece) - len(text) if text else 0
        text = text.rstrip(blanks)
        if may_nest and padding and (nesting := nesting_blanks(piece[:padding])):
            text, padding = nesting + text, padding - len(nesting)
        placed.append((text, number, column + padding))
        column += len(piece) + 1
    return placed


def nesting_blanks(before: str) -> str:
    """The blanks right before the text of a cell that nest a name; "" for others."""
    if before.isascii():
        return ""
    match = _NESTING_BLANKS.search(before)
    return match[0] if match is not None else ""


def _pieces(line: str) -> list[str]:
    """The texts between the pipes of a line; escaped pipes are still `\\|`."""
    pieces = line.split("|")
    if "\\" not in line:
        return pieces
    joined: list[str] = []
    parts: list[str] = []
    for piece in pieces:
        parts.append(piece)
        if not piece.endswith("\\"):
            joined.append("|".join(parts))
            parts = []
    if parts:  # the line ends in a backslash
        joined.append("|".join(parts))
    return joined
