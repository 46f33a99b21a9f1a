"""A Markdown page as the rest of docmodels sees it: sections of blocks, each knowing its place.

Nothing here knows markdown-it-py; `reader` fills these classes. Lines and columns are counted from 1, columns in
characters of the line as it stands in the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..limits import TEXT_CHARACTERS
from .inline import Span, parse_inline, plain, plain_text, prose


@dataclass(frozen=True)
class Inline:
    """Inline Markdown in its place: a table cell, a heading, the first paragraph of a list item.

    source  the Markdown without the padding around it; in a table cell `\\|` already reads `|`
    column  where the source starts; for an empty cell, what follows the pipe before it, and for a cell that the row
            leaves out, the end of the line
    limit   a source with more characters is plain text, and no type
    """

    source: str
    line: int
    column: int
    limit: int = TEXT_CHARACTERS

    @property
    def is_long(self) -> bool:
        return len(self.source) > self.limit

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The pieces of text with their marks."""
        return plain(self.source) if self.is_long else parse_inline(self.source)

    @cached_property
    def text(self) -> str:
        """The text alone, marks and link targets left out, line breaks as "\\n"."""
        return plain_text(self.spans)

    @cached_property
    def prose(self) -> str:
        """The text as Markdown that reads well outside a table: `<br/>` is a line end, entities are characters."""
        return prose(self.spans)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: as many cells as the table has columns (cells that the row leaves out are empty).

    written  how many cells the row really has
    surplus  the cells beyond the last column, which Markdown does not show
    """

    line: int
    cells: tuple[Inline, ...]
    written: int
    surplus: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table that is in no list, quotation or HTML (those are part of the source of another block)."""

    line: int
    header: tuple[Inline, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced or indented block of code.

    line  of the opening fence, or of the first line of indented code
    info  what stands behind the opening fence, "" for indented code
    text  the lines of code, less the indentation of the block, without a line end after the last
    """

    line: int
    info: str
    text: str


@dataclass(frozen=True, slots=True)
class ItemList:
    """A bullet or numbered list.

    items   the first paragraph or heading of each item of the outermost level, empty for an item that has none
    source  the lines of the list, less the indentation they share and trailing whitespace
    """

    line: int
    items: tuple[Inline, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Any other block (paragraph, quotation, HTML, rule, link definition).

    source  the lines of the block, less the indentation they share and trailing whitespace
    """

    line: int
    source: str


Block = Table | Fence | ItemList | Prose


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the blocks up to the next heading of any level.

    level    1 to 6; 0 for the blocks that precede the first heading, if there are any, under an empty heading
    heading  a heading in a list or quotation is part of that block instead
    anchors  what links lead here by: explicit ids first, then the slug that GitHub makes of the heading
    """

    level: int
    heading: Inline
    blocks: tuple[Block, ...]
    anchors: tuple[str, ...] = ()

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Table))


@dataclass(frozen=True, slots=True)
class Page:
    """One file.

    path      relative to the docs folder, with `/` on every platform
    sections  all of them, in the order of the page; `trails` tells which is inside of which
    matter    the front matter's keys with plain values, as text
    """

    path: str
    sections: tuple[Section, ...]
    matter: Mapping[str, str] = field(default_factory=dict, hash=False)

    def trails(self) -> Iterator[tuple[Section, ...]]:
        """Each section behind the sections that it is inside of, the outermost first."""
        trail: list[Section] = []
        for section in self.sections:
            while trail and trail[-1].level >= section.level:
                trail.pop()
            trail.append(section)
            yield tuple(trail)
