"""HTML as one text, with the place of each position in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ..patterns import regex
from .anchors import anchor_ids
from .page import Inline, Make, Prose
from .table import nesting_blanks
from .tags import TAG, as_markdown, without_tags

_CAPTION = regex(r"<caption\b[^<>]*>(?P<text>[^<>]*)</caption>", re.IGNORECASE)
PARTS = regex(r"<(/?)(h[1-6]|table)(?=[\s/>])", re.IGNORECASE)


class Source:
    """Some lines as one text, with the place in the file of each position."""

    def __init__(self, lines: Sequence[str], above: int, make: Make) -> None:
        """lines: the lines; above: the number of lines above them in the file."""
        self.text = blanked_comments("\n".join(lines))
        self._above = above
        self._make = make
        self._starts = [0]
        for line in lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def line(self, position: int) -> int:
        return self._above + bisect_right(self._starts, position)

    def inline(self, start: int, end: int, left_out: Sequence[tuple[int, int]] = ()) -> Inline:
        """The text between two positions as Markdown, without the tables at the positions `left_out`."""
        piece = without(self.text[start:end], [(first - start, stop - start) for first, stop in left_out])
        padding = len(piece) - len(piece.lstrip()) if piece.strip() else 0
        nesting = nesting_blanks(piece[:padding])
        begins = start + padding - len(nesting)
        line = bisect_right(self._starts, begins)
        column = begins - self._starts[line - 1] + 1
        return self._make(nesting + as_markdown(piece), self._above + line, column)

    def prose(self, start: int, end: int) -> Iterator[Prose]:
        piece = self.text[start:end]
        if without_tags(piece).strip() or anchor_ids(piece):
            begins = start + len(piece) - len(piece.lstrip())
            yield Prose(self.line(begins), piece.strip())


def without(text: str, tables: Sequence[tuple[int, int]]) -> str:
    """The text without the tables at some positions, but with their captions."""
    for first, stop in reversed(tables):
        caption = _CAPTION.search(text, first, stop)
        pieces = (text[:first].rstrip(), caption["text"].strip() if caption else "", text[stop:].lstrip())
        text = " ".join(filter(None, pieces))
    return text


def elements(text: str, first: int, stop: int) -> Iterator[tuple[int, int, str]]:
    """The headings and outermost tables between two positions: start, end and name of each element."""
    depth = start = 0
    name = ""
    for part in PARTS.finditer(text, first, stop):
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
            # A heading ends with its closing tag; another one that opens inside it replaces it.
            if part[1]:
                if this == name:
                    yield start, tag.end(), name
                name = ""
            else:
                name, start = this, part.start()
        elif name != "table" and not part[1]:
            name, start, depth = this, part.start(), 1
    if name == "table":
        yield start, stop, name


def blanked_comments(html: str) -> str:
    """The HTML with spaces in place of comments, so that positions stay."""
    parts: list[str] = []
    position = 0
    while (start := html.find("<!--", position)) >= 0:
        end = html.find("-->", start + 2)
        end = len(html) if end < 0 else end + 3
        parts.append(html[position:start])
        parts.append(re.sub(r"[^\n]", " ", html[start:end]))
        position = end
    return "".join(parts) + html[position:]
