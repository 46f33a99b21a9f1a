"""Headings and tables that are written in HTML."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..frozen import frozen, replace
from .anchors import anchor_ids
from .page import Inline, Make, Prose, Row, Table
from .tags import TAG, as_markdown, attribute, without_tags

FILLED_CELLS = 65_536
"""How many cells a table's rows may leave out, as in tables with pipes (markdown-it has this limit)."""

_PARTS = re.compile(r"<(/?)(h[1-6]|table)(?=[\s/>])", re.IGNORECASE)
_ROW_PARTS = ("tr", "td", "th", "thead", "tbody", "tfoot", "table", "caption")


@frozen()
class Heading:
    """A heading; `end` is the line after it, counted from 1."""

    level: int
    text: Inline
    ids: tuple[str, ...]
    end: int


@frozen()
class Cut:
    """The rows of a table from this line on leave out too many cells."""

    line: int


Piece = Heading | Table | Prose | Cut


def has_parts(html: str) -> bool:
    """Whether there may be a heading or a table in the HTML."""
    return _PARTS.search(html) is not None


def table_ends(lines: Sequence[str]) -> dict[int, int]:
    """For the line where a `<table>` starts that is in no other one, the line where it ends, counted from 0."""
    ends: dict[int, int] = {}
    open_at: list[int] = []
    for number, line in enumerate(lines):
        if "<" not in line:
            continue
        for tag in _PARTS.finditer(line):
            if tag[2].lower() != "table":
                continue
            if not tag[1]:
                open_at.append(number)
            elif open_at:
                start = open_at.pop()
                ends[start] = max(number, ends.get(start, 0))
    return ends


def read_html(lines: Sequence[str], first: int, end: int, make: Make) -> Iterator[Piece]:
    """The headings and tables in `lines[first:end]`, and what stands between them."""
    source = _Source(lines, first, end, make)
    position = 0
    heading: Heading | None = None
    for start, stop, name in (*_elements(source.text), (len(source.text), len(source.text), "")):
        between = source.text[position:start]
        if heading:
            # What stands between two headings without a blank line is the first one's.
            ids = anchor_ids(between)
            yield replace(heading, ids=(*heading.ids, *ids))
            heading = None
            position = start if ids else position
        yield from source.prose(position, start)
        if name == "table":
            yield from _table(source, start, stop)
        elif name:
            heading = source.heading(int(name[1]), start, stop)
        position = stop


class _Source:
    """Some lines as one text, and which place of the file a position in it is."""

    def __init__(self, lines: Sequence[str], first: int, end: int, make: Make) -> None:
        self.text = _blanked("\n".join(lines[first:end]))
        self._first = first
        self._make = make
        self._starts = [0]
        for line in lines[first:end]:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def line(self, position: int) -> int:
        return self._first + bisect_right(self._starts, position)

    def inline(self, start: int, end: int) -> Inline:
        """The text between two positions, as Markdown."""
        piece = self.text[start:end]
        begins = start + len(piece) - len(piece.lstrip()) if piece.strip() else start
        line = bisect_right(self._starts, begins)
        column = begins - self._starts[line - 1] + 1
        return self._make(as_markdown(piece), self._first + line, column)

    def prose(self, start: int, end: int) -> Iterator[Prose]:
        piece = self.text[start:end]
        if without_tags(piece).strip() or anchor_ids(piece):
            begins = start + len(piece) - len(piece.lstrip())
            yield Prose(self.line(begins), piece.strip())

    def heading(self, level: int, start: int, stop: int) -> Heading:
        opening = TAG.match(self.text, start)
        closing = self.text.rfind("</", start, stop)
        assert opening is not None, "an element starts with its tag"
        ids = [attribute(tag[3], "id") or attribute(tag[3], "name") for tag in TAG.finditer(self.text, start, stop)]
        text = self.inline(opening.end(), closing)
        return Heading(level, text, tuple(id_ for id_ in ids if id_), self.line(stop - 1) + 1)


def _elements(text: str) -> Iterator[tuple[int, int, str]]:
    """Where headings and outermost tables start and stop, and their names."""
    depth = start = 0
    name = ""
    for part in _PARTS.finditer(text):
        tag = TAG.match(text, part.start())
        this = part[2].lower()
        if not tag:
            continue
        if not name and not part[1]:
            name, start, depth = this, part.start(), 1
        elif name == "table" == this:
            depth += -1 if part[1] else 1
            if not depth:
                yield start, tag.end(), name
                name = ""
        elif name and name != "table" and this != "table":
            # A heading ends with its closing tag; another one that opens in it takes its place.
            if part[1]:
                if this == name:
                    yield start, tag.end(), name
                name = ""
            else:
                name, start = this, part.start()
        elif name != "table" and not part[1]:
            name, start, depth = this, part.start(), 1
    if name == "table":
        yield start, len(text), name


def _blanked(html: str) -> str:
    """The HTML with spaces for its comments, so that all else stays in its place."""
    parts: list[str] = []
    position = 0
    while (start := html.find("<!--", position)) >= 0:
        end = html.find("-->", start + 2)
        end = len(html) if end < 0 else end + 3
        parts.append(html[position:start])
        parts.append(re.sub(r"[^\n]", " ", html[start:end]))
        position = end
    return "".join(parts) + html[position:]


@frozen()
class _Cell:
    start: int
    end: int
    columns: int
    rows: int


@dataclass(slots=True)
class _RowSource:
    start: int
    is_head: bool
    cells: list[_Cell]


def _table(source: _Source, start: int, stop: int) -> Iterator[Piece]:
    rows, loose = _rows(source.text, start, stop)
    for first, last in loose:
        yield from source.prose(first, last)
    rows = [row for row in rows if row.cells]
    if not rows:
        return
    heads = [row for row in rows if row.is_head]
    head = heads[-1] if heads else rows[0]
    for row in heads[:-1]:
        yield from source.prose(row.cells[0].start, row.cells[-1].end)
    widest = max(len(row.cells) for row in rows)
    spanned = sum(cell.columns for cell in head.cells)
    is_even = all(sum(cell.columns for cell in row.cells) == spanned for row in rows)
    if is_even and len(rows) > 1 and spanned <= 2 * widest:  # in every row, a cell spans several columns
        widest = spanned
    columns = min(sum(min(cell.columns, widest) for cell in head.cells), widest)
    header = _spread(source, [*head.cells], {}, columns)
    yield from (Prose(cell.line, cell.source) for cell in header[columns:] if cell.source)
    body = [row for row in rows if row is not head and not row.is_head]
    read: list[Row] = []
    below: dict[int, tuple[int, Inline]] = {}
    budget = FILLED_CELLS
    for row in body:
        budget -= max(columns - len(row.cells), 0)
        line = source.line(row.start)
        if budget < 0:
            yield Table(source.line(start), header[:columns], tuple(read))
            yield Cut(line)
            return
        cells = _spread(source, row.cells, below, columns)
        written = len(cells)
        missing = source.inline(row.cells[-1].end, row.cells[-1].end)
        shown = cells + (missing,) * (columns - written)
        read.append(Row(line, shown[:columns], written, shown[columns:]))
    yield Table(source.line(start), header[:columns], tuple(read))


def _spread(
    source: _Source, cells: Sequence[_Cell], below: dict[int, tuple[int, Inline]], columns: int
) -> tuple[Inline, ...]:
    """A row's cells, a column each: an empty one where a cell spans columns, the one above where that spans rows.

    below  how many more rows the cell of a column spans, and the cell; brought up to date
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
        inline = source.inline(cell.start, cell.end)
        span = max(min(cell.columns, columns - len(row)), 1)
        for number in range(span):
            shown = inline if not number else source.inline(cell.end, cell.end)
            if cell.rows > 1 and len(row) < columns:
                later[len(row)] = (cell.rows - 1, shown)
            row.append(shown)
    fill()
    below.clear()
    below.update(later)
    return tuple(row)


def _rows(text: str, start: int, stop: int) -> tuple[list[_RowSource], list[tuple[int, int]]]:
    """The rows of the table between two positions, and what text stands in no cell."""
    rows: list[_RowSource] = []
    loose: list[tuple[int, int]] = []
    opened: re.Match[str] | None = None
    depth = 0
    outside = -1
    in_head = False

    def close(end: int) -> None:
        nonlocal opened
        if opened:
            rows[-1].cells.append(_Cell(opened.end(), end, _span(opened[3], "colspan"), _span(opened[3], "rowspan")))
            opened = None

    for tag in TAG.finditer(text, start, stop):
        name = tag[2].lower()
        if name == "table":
            depth += -1 if tag[1] else 1
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
