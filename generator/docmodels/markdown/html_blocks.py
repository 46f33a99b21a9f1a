"""Headings and tables in HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..frozen import frozen, replace
from .anchors import anchor_ids
from .html_source import PARTS, Source, elements
from .html_tables import Cut, html_table
from .page import Inline, Make, Prose, Table
from .tags import TAG, attribute


@frozen()
class Heading:
    """A heading; `end` is the line after it, counted from 1."""

    level: int
    text: Inline
    ids: tuple[str, ...]
    end: int


Piece = Heading | Table | Prose | Cut


def has_parts(html: str) -> bool:
    """Whether the HTML may have a heading or a table."""
    return PARTS.search(html) is not None


def table_ends(lines: Sequence[str]) -> dict[int, int]:
    """Line of an outermost `<table>` → the line of its end, both counted from 0."""
    ends: dict[int, int] = {}
    open_at: list[int] = []
    for number, line in enumerate(lines):
        if "<" not in line:
            continue
        for tag in PARTS.finditer(line):
            if tag[2].lower() != "table":
                continue
            if not tag[1]:
                open_at.append(number)
            elif open_at:
                start = open_at.pop()
                ends[start] = max(number, ends.get(start, 0))
    return ends


def read_html(lines: Sequence[str], first: int, end: int, make: Make) -> Iterator[Piece]:
    """The headings and tables in `lines[first:end]`, and the text between them."""
    source = Source(lines[first:end], first, make)
    position = 0
    heading: Heading | None = None
    for start, stop, name in (*elements(source.text, 0, len(source.text)), (len(source.text), len(source.text), "")):
        between = source.text[position:start]
        if heading:
            # Text right between two headings belongs to the first one.
            ids = anchor_ids(between)
            yield replace(heading, ids=(*heading.ids, *ids))
            heading = None
            position = start if ids else position
        yield from source.prose(position, start)
        if name == "table":
            yield from html_table(source, start, stop)
        elif name:
            heading = _heading(source, int(name[1]), start, stop)
        position = stop


def _heading(source: Source, level: int, start: int, stop: int) -> Heading:
    opening = TAG.match(source.text, start)
    closing = source.text.rfind("</", start, stop)
    assert opening is not None, "an element starts with its tag"
    ids = [attribute(tag[3], "id") or attribute(tag[3], "name") for tag in TAG.finditer(source.text, start, stop)]
    text = source.inline(opening.end(), closing)
    return Heading(level, text, tuple(id_ for id_ in ids if id_), source.line(stop - 1) + 1)
