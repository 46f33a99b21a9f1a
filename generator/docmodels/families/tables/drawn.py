"""Rows of fields without a table on the page, and the tables that are drawn for them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from operator import itemgetter

from ...diagnostics import Diagnostic, Place
from ...frozen import frozen, replace
from ...markdown import Block, Inline, ItemList, Page, Prose, Row, Section, Table
from ...tables.lexicon import Role
from .blocks import code_in

HEADINGS = {
    Role.NAME: "Name",
    Role.VALUE: "Value",
    Role.TYPE: "Type",
    Role.REQUIRED: "Required",
    Role.CARDINALITY: "Cardinality",
    Role.NULLABLE: "Nullable",
    Role.DEFAULT: "Default",
    Role.VALUES: "Values",
    Role.EXAMPLE: "Example",
    Role.ACCESS: "Access",
    Role.DESCRIPTION: "Description",
}
"""Role -> heading of its column in drawn tables, in their order."""


@frozen()
class DrawnRow:
    """A field, or a value of an enumeration.

    line   its line
    cells  role -> cell: at least a name, or a value of an enumeration
    depth  the number of fields around it
    """

    line: int
    cells: Mapping[Role, Inline] = field(hash=False)
    depth: int = 0


@frozen()
class Drawn:
    """Rows of one object, and their lines of the page.

    ends   the first and the last line of each part of the page with some of the rows
    label  the part of something in these rows, unless the headings above name it
    lead   the text about all of them
    """

    ends: tuple[tuple[int, int], ...]
    rows: tuple[DrawnRow, ...]
    label: str = ""
    lead: str = ""


def drawn_table(rows: Sequence[DrawnRow]) -> Table:
    """The table of some rows, with a column for each role in any row, and always a column of types for fields."""
    head = Role.NAME if Role.NAME in rows[0].cells else Role.VALUE
    are_fields = head is Role.NAME and Role.VALUE not in rows[0].cells
    used = {head, *([Role.TYPE] if are_fields else [])}.union(*(row.cells for row in rows))
    roles = [role for role in HEADINGS if role in used]
    first = rows[0].cells[head]
    header = tuple(Inline(HEADINGS[role], first.line, first.column) for role in roles)
    made: list[Row] = []
    for row in rows:
        name = row.cells[head]
        empty = Inline("", name.line, name.column)
        cells = tuple(row.cells.get(role, empty) for role in roles)
        made.append(Row(row.line, cells, len(cells), depth=row.depth))
    return Table(rows[0].line, header, tuple(made))


def with_drawn(page: Page, drawn: Sequence[Drawn]) -> Page:
    """The page with tables in place of rows in other forms."""
    if not drawn:
        return page
    waiting = sorted(drawn, key=lambda table: table.ends[0][0])
    ranges = sorted(ends for table in drawn for ends in table.ends)
    sections = []
    at = 0
    for section, following in zip(page.sections, (*page.sections[1:], None), strict=True):
        first = at
        while at < len(waiting) and (following is None or waiting[at].ends[0][0] < following.heading.line):
            at += 1
        sections.append(_with_tables(section, waiting[first:at], ranges))
    return replace(page, sections=tuple(sections))


def _with_tables(section: Section, drawn: Sequence[Drawn], ranges: Sequence[tuple[int, int]]) -> Section:
    blocks: list[Block] = []
    waiting = list(reversed(drawn))
    for block in section.blocks:
        while waiting and waiting[-1].ends[0][0] <= block.line:
            blocks += _blocks(waiting.pop())
        blocks += _outside(block, ranges)
    while waiting:
        blocks += _blocks(waiting.pop())
    return replace(section, blocks=tuple(blocks))


def _blocks(drawn: Drawn) -> Iterator[Block]:
    if drawn.lead:
        yield Prose(drawn.ends[0][0], drawn.lead)
    if drawn.label:
        yield Prose(drawn.ends[0][0], f"**{drawn.label}**")
    yield drawn_table(drawn.rows)


def _outside(block: Block, ranges: Sequence[tuple[int, int]]) -> Iterator[Block]:
    """A block without the lines that become a table: only those above stay."""
    at = bisect_right(ranges, block.line, key=itemgetter(0))
    if at and block.line <= ranges[at - 1][1]:
        if isinstance(block, ItemList):  # code inside may be the fields
            yield from code_in(block)
        return
    start = ranges[at][0] if at < len(ranges) else None
    if isinstance(block, Prose) and start is not None and start <= block.line + block.source.count("\n"):
        yield Prose(block.line, "\n".join(block.source.split("\n")[: start - block.line]).rstrip())
    else:
        yield block


def unclosed(path: str, name: str, line: int, column: int) -> Diagnostic:
    """The finding for a component without its closing tag."""
    return Diagnostic(
        Place(path, line, column, len(name) + 1),
        "unclosed-block",
        f"the component <{name}> that starts here is never closed; it holds the text up to the next component",
        f"Close it with </{name}>.",
    )
