"""Tables that Markdown takes for one, since nothing but a line stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..frozen import frozen
from ..markdown import Inline, Row, Table

_DELIMITER = re.compile(r":?-{2,}:?")


@frozen()
class Piece:
    """A table, and the line above it that a table before it took for its last row."""

    table: Table
    label: Inline | None = None


def split(table: Table) -> Iterator[Piece]:
    """The tables that a table is made of: each has its header above a row of dashes."""
    table = _without_remarks(table)
    starts = [at for at, row in enumerate(table.rows) if at and _is_delimiter(row)]
    if not starts:
        yield Piece(table)
        return
    header, label, begin = table.header, None, 0
    line = table.line
    for at in (*starts, None):
        end = len(table.rows) if at is None else at - 1
        rows = table.rows[begin:end]
        following: Inline | None = None
        if at is not None and rows and rows[-1].written == 1:
            following = rows[-1].cells[0]
            rows = rows[:-1]
        width = len(header)
        yield Piece(Table(line, header, tuple(_fitted(row, width) for row in rows)), label)
        if at is None:
            return
        head = table.rows[at - 1]
        header = (*head.cells[: head.written], *head.surplus)
        label, line, begin = following, head.line, at + 1


def _without_remarks(table: Table) -> Table:
    """The table without lines of text right below it, which Markdown takes for rows of one cell."""
    end = len(table.rows)
    while (
        end and len(table.header) > 1 and table.rows[end - 1].written == 1 and _is_remark(table.rows[end - 1].cells[0])
    ):
        end -= 1
    return table if end == len(table.rows) else Table(table.line, table.header, table.rows[:end])


def _is_remark(cell: Inline) -> bool:
    text = cell.text.strip()
    return text.endswith((".", "。", ":", "：", "!", "！", ";", "；")) or len(text.split()) > 3


def _fitted(row: Row, width: int) -> Row:
    cells = (*row.cells[: row.written], *row.surplus, *row.cells[row.written :])
    missing = width - len(cells)
    if missing > 0:
        last = cells[-1]
        cells += (Inline("", row.line, last.column + len(last.source), last.limit),) * missing
    written = row.written + len(row.surplus)
    return Row(row.line, cells[:width], min(written, width) if written <= width else written, cells[width:])


def _is_delimiter(row: Row) -> bool:
    cells = row.cells[: row.written]
    return bool(cells) and all(_DELIMITER.fullmatch(cell.source) for cell in cells)
