"""A Markdown page as the rest of docmodels sees it: sections of blocks, each with its place.

This module does not know markdown-it-py; `reader` makes these values. Lines and columns are counted from 1, columns in
characters of the line in the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from typing import Any, Concatenate, ParamSpec, TypeVar

from ..frozen import Keeping, cached_property, frozen, replace
from ..limits import TEXT_CHARACTERS
from .inline import Span, is_plain, parse_inline, plain, plain_text, prose

P = ParamSpec("P")
T = TypeVar("T")


@frozen()
class Inline(Keeping):
    """Inline Markdown in its place: a table cell, a heading, a paragraph of a list item.

    source      the Markdown without padding. In a table cell, `\\|` is already `|`, and HTML is the same in Markdown; a
                shortcode for a link (`{{< relref "a" >}}`) is its target
    column      the start of the source; for an empty cell, the column behind the pipe before it; for a cell that the row
                leaves out, the end of the line
    limit       the most characters; a longer source is plain text
    references  labels in the source that the page defines (`[label]: target`), with their targets
    """

    source: str
    line: int
    column: int
    limit: int = TEXT_CHARACTERS
    references: tuple[tuple[str, str], ...] = ()

    @property
    def is_long(self) -> bool:
        return len(self.source) > self.limit

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The pieces of text with their marks."""
        return plain(self.source) if self.is_long else parse_inline(self.source, self.references)

    @cached_property
    def text(self) -> str:
        """The text without marks and link targets, with line breaks as "\\n"."""
        return self.source if is_plain(self.source) else plain_text(self.spans)

    @cached_property
    def prose(self) -> str:
        """The text as Markdown for use outside a table: `<br/>` is a line end, entities are characters."""
        return self.source.strip() if is_plain(self.source) else prose(self.spans)


Make = Callable[[str, int, int], Inline]
"""Makes the `Inline` of a source, a line and a column, with the limit and the references of its page."""


@frozen()
class Row:
    """One row of a table, with a cell for each column (a cell that the row leaves out is empty).

    line      the first line of the row; a cell may continue on the lines below
    written   the number of cells in the source
    surplus   the cells beyond the last column, which Markdown does not show
    depth     the number of rows around it, if its cells do not show that
    is_label  whether it is one cell over several columns, in HTML: `<td colspan="3">Money</td>`
    """

    line: int
    cells: tuple[Inline, ...]
    written: int
    surplus: tuple[Inline, ...] = ()
    depth: int | None = None
    is_label: bool = False

    def with_cell(self, at: int, cell: Inline) -> Row:
        """The row with another cell in a column, by its index."""
        return replace(self, cells=(*self.cells[:at], cell, *self.cells[at + 1 :]))


@frozen()
class Table(Keeping):
    """A table, of pipes or in HTML.

    A table in a list or quotation follows that block, and is a part of its source. A table in a cell of another table
    follows that table, and is no part of the cell.

    inside  the rows around it, the outermost first; none for a table in no cell
    """

    line: int
    header: tuple[Inline, ...]
    rows: tuple[Row, ...]
    inside: tuple[Row, ...] = ()

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The texts of the header, in lower case."""
        return tuple(cell.text.strip().casefold() for cell in self.header)

    @cached_property
    def bare_headings(self) -> frozenset[str]:
        """The headings as written, in lower case: generators leave them bare, people add marks."""
        return frozenset(cell.source.lower() for cell in self.header)


@frozen()
class Fence:
    """A fenced or indented block of code, or YAML between two tags of a template.

    line         the line of the opening fence or tag, or the first line of indented code
    info         the text behind the opening fence, the opening tag, "" for indented code
    text         the lines of code, without the indentation of the block, and without a line end after the last
    is_template  whether it stands between two tags: `{% configuration %}`, `{% endconfiguration %}`
    """

    line: int
    info: str
    text: str
    is_indented: bool = False
    is_template: bool = False

    def place(self, at: int) -> tuple[int, int]:
        """The line and the column of the character at an index of the text, both from 1; the column without indentation."""
        above = self.text.count("\n", 0, at)
        first = self.line if self.is_indented else self.line + 1
        return first + above, at - self.text.rfind("\n", 0, at)


@frozen()
class Item:
    """An item of a list.

    text   its first paragraph or heading; empty for an item without one
    depth  the number of items around it
    more   its other paragraphs and headings, without those of inner items
    """

    text: Inline
    depth: int = 0
    more: tuple[Inline, ...] = ()


@frozen()
class ItemList:
    """A bullet or numbered list.

    entries  its items and those of the lists in them, in the order of the page
    source   the lines of the list, without common indentation and trailing whitespace
    """

    line: int
    entries: tuple[Item, ...]
    source: str

    @property
    def items(self) -> tuple[Inline, ...]:
        """The first text of each item of the outermost level."""
        return tuple(item.text for item in self.entries if not item.depth)


@frozen()
class Prose:
    """Any other block (paragraph, quotation, HTML, rule, link definition).

    source  the lines of the block, without common indentation and trailing whitespace
    """

    line: int
    source: str


Block = Table | Fence | ItemList | Prose


@frozen()
class Section(Keeping):
    """A heading and the blocks up to the next heading of any level.

    level    1 to 6; 0 for the blocks before the first heading, under an empty heading
    heading  the heading; one in a list or quotation is part of that block instead
    anchors  the anchors of links to it: explicit ids first, then the slug that GitHub makes of the heading
    """

    level: int
    heading: Inline
    blocks: tuple[Block, ...]
    anchors: tuple[str, ...] = ()

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Table))


@frozen()
class Opening:
    """The tag that opens a component: `<ParamField body="id" required>`.

    attributes  attribute → its text; "true" without a value, the code for a value in braces
    is_empty    whether the component is empty: `<Spacer />`
    is_whole    whether the tag is complete; the rest of one that is not is text
    """

    name: str
    attributes: Mapping[str, Inline] = field(hash=False)
    line: int
    column: int
    is_empty: bool
    is_whole: bool


@frozen()
class Closing:
    """The tag that closes a component: `</ParamField>`."""

    name: str
    line: int
    column: int


Tag = Opening | Closing | Inline
"""A tag of a component, or the text between two tags."""


@frozen()
class Page(Keeping):
    """One file.

    path      the path relative to the docs folder, with `/` on every platform
    sections  all sections, in the order of the page; `trails` has the sections around each
    matter    key of the front matter → its plain value, as text
    tags      the tags of its components and the text between them, in the order of the page; all of it is in the blocks
              of the sections too
    hidden    key → list of names, in comments and in the front matter; see `hidden_lists`
    """

    path: str
    sections: tuple[Section, ...]
    matter: Mapping[str, str] = field(default_factory=dict, hash=False)
    tags: tuple[Tag, ...] = ()
    hidden: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)

    @cached_property
    def running_text(self) -> str:
        """The sources of all paragraphs as one text, for quick searches."""
        blocks = (block for section in self.sections for block in section.blocks)
        return "\n".join(block.source for block in blocks if isinstance(block, Prose))

    @cached_property
    def _results(self) -> dict[tuple[object, ...], Any]:
        return {}

    def once(self, work: Callable[Concatenate[Page, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The result of `work(page, …)`, kept from the first call: a claim and a reading of a page need the same results.

        work  a pure function
        args  hashable values
        """
        key = (work, args, *kwargs.items())
        if key not in self._results:
            self._results[key] = work(self, *args, **kwargs)
        result: T = self._results[key]
        return result

    def trails(self) -> Iterator[tuple[Section, ...]]:
        """Each section behind the sections around it, the outermost first."""
        return iter(self._trails)

    @cached_property
    def _trails(self) -> tuple[tuple[Section, ...], ...]:
        trails: list[tuple[Section, ...]] = []
        trail: list[Section] = []
        for section in self.sections:
            while trail and trail[-1].level >= section.level:
                trail.pop()
            trail.append(section)
            trails.append(tuple(trail))
        return tuple(trails)
