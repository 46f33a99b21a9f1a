"""Tables that Markdown joins, since no blank line stands between them."""

from __future__ import annotations

from collections.abc import Iterator

from ..frozen import frozen, replace
from ..markdown import Inline, Row, Table
from ..patterns import regex

_CAPTION = regex(r"\{\s*#(?P<id>[\w-]{1,100})\s*\}\s*(?P<text>\S[^|\n]{0,100})")
_FENCE = regex(r"/{3,}|:{3,}|\{%.{0,60}%\}|</\w{1,40}>|\{:[^\n]{0,200}\}")
_DELIMITER = regex(r":?-{2,}:?")


@frozen()
class Piece:
    """A table, and the line that names it.

    label   the line above, which the table before took as its last row, or a caption below: `{ #seat } Seat`
    anchor  the id of a caption
    """

    table: Table
    label: Inline | None = None
    anchor: str = ""


def split(table: Table) -> Iterator[Piece]:
    """Part a table wherever a further header stands above a row of dashes."""
    table = _without_fences(table)
    caption = _caption(table)
    table = _continued(_without_remarks(table))
    table = _without_separators(table)
    starts = [at for at, row in enumerate(table.rows) if at and _is_delimiter(row)]
    if not starts:
        yield Piece(table) if caption is None else Piece(table, *caption)
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


def _without_separators(table: Table) -> Table:
    """The table without rows of dashes between groups of rows: no header stands above them."""
    dashes = [at for at, row in enumerate(table.rows) if _is_delimiter(row)]
    if not dashes:
        return table
    plain = [row for at, row in enumerate(table.rows) if at not in dashes and at + 1 not in dashes]
    texts = [{row.cells[index].text.strip() for row in plain} - {""} for index in range(1, len(table.header))]

    def is_separator(at: int) -> bool:
        above = table.rows[at - 1].cells if at else table.header
        return not at or any(cell.text.strip() in known for cell, known in zip(above[1:], texts, strict=False))

    rows = tuple(row for at, row in enumerate(table.rows) if at not in dashes or not is_separator(at))
    return replace(table, rows=rows)


def _without_fences(table: Table) -> Table:
    """The table without lines right below it that close a container: `///`, `:::`."""
    end = len(table.rows)
    while end and table.rows[end - 1].written == 1 and _FENCE.fullmatch(table.rows[end - 1].cells[0].source):
        end -= 1
    return table if end == len(table.rows) else replace(table, rows=table.rows[:end])


def _caption(table: Table) -> tuple[Inline, str] | None:
    """The name and the id in a last row that is a caption."""
    row = table.rows[-1] if table.rows else None
    match = _CAPTION.fullmatch(row.cells[0].source) if row is not None and row.written == 1 else None
    if row is None or match is None:
        return None
    return replace(row.cells[0], source=match["text"]), match["id"]


def _continued(table: Table) -> Table:
    """The table with continued rows joined to the row above. All of their cells but one are empty, or `^`."""
    if not any(_goes_on(row) for row in table.rows[1:]):
        return table
    rows: list[Row] = []
    for row in table.rows:
        if rows and _goes_on(row):
            rows[-1] = _joined(rows[-1], row)
        else:
            rows.append(row)
    return replace(table, rows=tuple(rows))


def _goes_on(row: Row) -> bool:
    if row.cells[0].source.strip() not in ("", "^") or row.written <= 1:
        return False
    texts = [cell.source.strip() for cell in (*row.cells, *row.surplus)]
    marked = "^" in texts
    full = sum(text not in ("", "^") for text in texts)
    return full == 1 or (marked and full > 0)


def _joined(row: Row, more: Row) -> Row:
    cells = tuple(
        replace(cell, source=f"{cell.source} {added.source.strip()}".strip())
        if added.source.strip(" ^") and cell.source.strip() != "^"
        else cell
        for cell, added in zip(row.cells, more.cells, strict=True)
    )
    return replace(row, cells=cells)


def _without_remarks(table: Table) -> Table:
    """The table without lines of text right below it, which Markdown reads as rows of one cell."""
    end = len(table.rows)
    while (
        end and len(table.header) > 1 and table.rows[end - 1].written == 1 and _is_remark(table.rows[end - 1].cells[0])
    ):
        end -= 1
    return table if end == len(table.rows) else Table(table.line, table.header, table.rows[:end])


def _is_remark(cell: Inline) -> bool:
    text = cell.text.strip()
    return (
        _CAPTION.fullmatch(cell.source) is not None
        or text.endswith((".", "。", ":", "：", "!", "！", ";", "；"))
        or len(text.split()) > 3
    )


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
