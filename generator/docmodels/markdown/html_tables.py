"""Tables in HTML, also those in the cells of other tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..frozen import frozen, replace
from ..patterns import regex
from .html_source import Source, elements, without
from .page import Inline, Make, Prose, Row, Table
from .tags import TAG, attribute

DEEPEST = 3
"""The deepest nesting of a table in cells of others; a deeper table is text of its cell."""
FILLED_CELLS = 65_536
"""The most cells that the rows of a table may leave out; markdown-it has this limit for tables of pipes."""

_CODE = regex(r"(?<!`)(`+)(?!`)[^`\n]{1,1000}(?<!`)\1(?!`)")  # `<table>` in code is text
_CLOSED = regex(r"</table\s{0,20}>\Z", re.IGNORECASE)
_ROW_PARTS = ("tr", "td", "th", "thead", "tbody", "tfoot", "table", "caption")


@frozen()
class Cut:
    """The line from which on the rows of a table leave out too many cells."""

    line: int


@frozen()
class _Cell:
    start: int
    end: int
    columns: int
    rows: int
    tables: Sequence[tuple[int, int]]
    is_heading: bool


@dataclass(slots=True)
class _RowSource:
    start: int
    is_head: bool
    cells: list[_Cell]


def html_table(source: Source, start: int, stop: int, inside: tuple[Row, ...] = ()) -> Iterator[Table | Prose | Cut]:
    """The table between two positions, then the tables in its cells; and text outside of cells.

    inside  the rows around the table, the outermost first
    """
    rows, loose = _rows(source.text, start, stop, len(inside) < DEEPEST)
    for first, last in () if inside else loose:  # the caption of a table in a cell is text of the cell
        yield from source.prose(first, last)
    rows = [row for row in rows if row.cells]
    if not rows:
        return
    if len(rows) > 1 and _is_caption(rows[0], rows[1]):
        yield from source.prose(rows[0].cells[0].start, rows[0].cells[0].end)
        rows = rows[1:]
    heads = [row for row in rows if row.is_head]
    is_open = len(heads) == len(rows)  # the head is never closed
    heads = heads[:1] if is_open else heads
    head = heads[-1] if heads else rows[0]
    body = [row for row in rows if row is not head and (is_open or not row.is_head)]
    widest = max(len(row.cells) for row in rows)
    spanned = sum(cell.columns for cell in head.cells)
    is_even = all(sum(cell.columns for cell in row.cells) == spanned for row in rows)
    if is_even and len(rows) > 1 and spanned <= 2 * widest:  # in every row, a cell spans several columns
        widest = spanned
    above: dict[int, tuple[int, Inline]] = {}
    for row in heads[:-1]:
        if _have_repeated(source, head):
            yield from source.prose(row.cells[0].start, row.cells[-1].end)
            continue
        for cell in row.cells:
            yield from source.prose(cell.start, cell.end) if cell.rows == 1 else ()
        _spread(source, row.cells, above, widest)
    columns = min(sum(min(cell.columns, widest) for cell in head.cells) + len(above), widest)
    header = _spread(source, [*head.cells], above, columns)
    yield from (Prose(cell.line, cell.source) for cell in header[columns:] if cell.source)
    read: list[Row] = []
    below: dict[int, tuple[int, Inline]] = {}
    budget = FILLED_CELLS
    for row in body:
        budget -= max(columns - len(row.cells), 0)
        line = source.line(row.start)
        if budget < 0:
            yield Table(source.line(start), header[:columns], tuple(read), inside)
            yield Cut(line)
            return
        cells = _spread(source, row.cells, below, columns)
        written = len(cells)
        missing = source.inline(row.cells[-1].end, row.cells[-1].end)
        filled = cells + (missing,) * (columns - written)
        is_label = len(row.cells) == 1 and row.cells[0].columns > 1
        read.append(Row(line, filled[:columns], written, filled[columns:], is_label=is_label))
    yield Table(source.line(start), header[:columns], tuple(read), inside)
    for row, shown_row in zip(body, read, strict=True):
        for first, last in (inner for cell in row.cells for inner in cell.tables):
            yield from html_table(source, first, last, (*inside, shown_row))


def _is_caption(first: _RowSource, second: _RowSource) -> bool:
    """Whether the only cell of a row spans all columns of the next one, which has headings."""
    is_one = len(first.cells) == 1 < len(second.cells)
    width = sum(cell.columns for cell in second.cells)
    return is_one and first.cells[0].columns == width and all(cell.is_heading for cell in second.cells)


def _have_repeated(source: Source, head: _RowSource) -> bool:
    """Whether a heading stands twice, so that only the row above tells the columns apart."""
    texts = [source.inline(cell.start, cell.end).text for cell in head.cells]
    return len(set(texts)) < len(texts)


def inner_tables(text: str, start: int, stop: int) -> Sequence[tuple[int, int]]:
    """The start and the end of each outermost table between two positions."""
    return [(first, last) for first, last, name in elements(text, start, stop) if name == "table"]


def with_cell_tables(table: Table, make: Make) -> Iterator[Table | Prose | Cut]:
    """A table of pipes, its cells without tables in HTML, and then these tables."""
    rows: list[Row] = []
    pieces: list[Iterator[Table | Prose | Cut]] = []
    for row in table.rows:
        cells = [_parted(cell, make) for cell in row.cells]
        rows.append(replace(row, cells=tuple(cell for cell, _, _ in cells)))
        pieces += (html_table(source, *span, (rows[-1],)) for _, source, spans in cells for span in spans)
    yield replace(table, rows=tuple(rows))
    for inner in pieces:
        yield from inner


def _parted(cell: Inline, make: Make) -> tuple[Inline, Source, Sequence[tuple[int, int]]]:
    """A cell without the tables in it, its source, and the positions of the tables in that."""
    lines = cell.source.split("\n")

    def placed(text: str, line: int, column: int) -> Inline:
        return make(text, line, column + cell.column - 1 if line == cell.line else column)

    source = Source(lines, cell.line - 1, placed)
    text = _CODE.sub(lambda code: " " * len(code[0]), source.text)
    spans = [span for span in inner_tables(text, 0, len(text)) if _CLOSED.search(text, *span)]
    return replace(cell, source=without(cell.source, spans).strip()), source, spans


def _spread(
    source: Source, cells: Sequence[_Cell], below: dict[int, tuple[int, Inline]], columns: int
) -> tuple[Inline, ...]:
    """The cells of a row, one for each column. A cell over several columns is followed by empty cells; a cell over several
    rows stands in each of them.

    below  column → the number of further rows of its cell, and the cell; the function updates it
    """
    row: list[Inline] = []

    def fill() -> None:
        while len(row) in below:
            rows, cell = below.pop(len(row))
            if rows > 1:
                later[len(row)] = (rows - 1, cell)
            row.append(cell)

    later: dict[int, tuple[int, Inline]] = {}
    for cell in cells:
        fill()
        inline = source.inline(cell.start, cell.end, cell.tables)
        span = max(min(cell.columns, columns - len(row)), 1)
        for number in range(span):
            inline_ = inline if not number else source.inline(cell.end, cell.end)
            if cell.rows > 1 and len(row) < columns:
                later[len(row)] = (cell.rows - 1, inline_)
            row.append(inline_)
    fill()
    below.clear()
    below.update(later)
    return tuple(row)


def _rows(text: str, start: int, stop: int, parts_cells: bool) -> tuple[list[_RowSource], list[tuple[int, int]]]:
    """The rows of the table between two positions, and the positions of text outside of cells.

    parts_cells  whether tables in cells are separate from the text of the cells
    """
    rows: list[_RowSource] = []
    loose: list[tuple[int, int]] = []
    opened: re.Match[str] | None = None
    depth = 0
    outside = -1
    in_head = False
    has_inner = False

    def close(end: int) -> None:
        nonlocal opened, has_inner
        if opened:
            inner = inner_tables(text, opened.end(), end) if has_inner else ()
            spans = _span(opened[3], "colspan"), _span(opened[3], "rowspan")
            rows[-1].cells.append(_Cell(opened.end(), end, *spans, inner, opened[2].lower() == "th"))
            opened, has_inner = None, False

    for tag in TAG.finditer(text, start, stop):
        name = tag[2].lower()
        if name == "table":
            depth += -1 if tag[1] else 1
            has_inner = has_inner or (parts_cells and depth > 1)
            if depth == 1 and not tag[1]:
                outside = tag.end()
                continue
        if name not in _ROW_PARTS or depth > 1 or (name == "table" and depth == 1):
            continue
        if not opened and text[outside : tag.start()].strip():
            loose.append((outside, tag.start()))
        close(tag.start())
        outside = tag.end()
        if name == "thead":
            in_head = not tag[1]
        elif tag[1] or name in ("tbody", "tfoot", "table"):
            in_head = in_head and name not in ("tbody", "tfoot")
        elif name == "tr":
            rows.append(_RowSource(tag.start(), in_head, []))
        elif name in ("td", "th"):
            if not rows or (rows[-1].is_head and not in_head):
                rows.append(_RowSource(tag.start(), in_head, []))
            opened = tag
    close(stop)
    if outside >= 0 and depth:
        loose.append((outside, stop))
    return rows, loose


def _span(attributes: str, name: str) -> int:
    value = attribute(attributes, name) or ""
    return min(int(value), 1000) if value.isascii() and value.isdigit() and len(value) < 6 and int(value) else 1
