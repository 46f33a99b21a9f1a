"""Tables of the members of a class of code: its page has a list of constructors, or a super class.

## Constructors
| Constructor | Description |
| `Circle(x)` | Makes one.  |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...frozen import replace
from ...markdown import Block, ItemList, Page, Prose, Section, Table
from ...patterns import regex
from ...tables.lexicon import Claimed
from .columns.recognised import Kind, Recognised
from .page_tables import PageTable

_SUPER_CLASS = frozenset({"super class", "superclass"})
_CONSTRUCTORS = frozenset({"constructors", "constructor"})
_CALL = regex(r"[\s>*`•\[\\-]{0,9}(?:\*{0,2}new\*{0,2}\s+)?[A-Za-z_][\w.:]{0,100}(?:<[^<>\n]{1,100}>)?[*`\]\\]{0,4}\(")
_WHY = "the page lists constructors, so that it shows a class of code"


def without_members(tables: Sequence[PageTable], page: Page) -> Sequence[PageTable]:
    """The tables of a page, with those of classes as no models: tables below constructors, and bare ones beside these.

    A section "Constructors" without calls is about other things, such as makers of cars.
    """
    trails = tuple(page.trails()) if any(map(_title, page.sections)) else ()
    own = {id(trail[-1]) for trail in trails if _lists_constructors(trail[-1], trails)}
    around = {
        id(trail[-2] if len(trail) > 1 else trail[-1])
        for trail in trails
        if id(trail[-1]) in own or _title(trail[-1]) in _SUPER_CLASS
    }
    if not around:
        return tables
    of_code = Recognised(Kind.OTHER, {}, _WHY, Claimed.METHODS)
    return tuple(
        replace(table, what=of_code)
        if _is_below(table, own) or (table.what.is_bare and _is_below(table, around))
        else table
        for table in tables
    )


def _title(section: Section) -> str:
    """The heading of a section of constructors or of a super class; "" for any other."""
    title = section.heading.text.strip().casefold()
    return title if title in _SUPER_CLASS or title in _CONSTRUCTORS else ""


def _lists_constructors(section: Section, trails: Sequence[Sequence[Section]]) -> bool:
    if _title(section) not in _CONSTRUCTORS:
        return False
    below = (trail[-1] for trail in trails if any(above is section for above in trail))
    return any(_CALL.match(text) is not None for inner in below for text in _heads(inner))


def _heads(section: Section) -> Iterator[str]:
    """The first texts of the blocks of a section."""
    yield section.heading.text
    for block in section.blocks:
        yield from _heads_of_block(block)


def _heads_of_block(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield from (row.cells[0].text for row in block.rows if row.cells)
    elif isinstance(block, ItemList):
        yield from (item.text.text for item in block.entries)
    elif isinstance(block, Prose):
        yield block.source


def _is_below(table: PageTable, sections: set[int]) -> bool:
    return any(id(section) in sections for section in table.trail)
