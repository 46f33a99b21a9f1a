"""Tables in cells of other tables, without fields or values: they become text of the cell.

| `plan` | string | Which plan. <table><tr><th>Plan</th><th>Price</th></tr><tr><td>basic</td><td>10 €</td></tr></table> |
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ....frozen import replace
from ....markdown import Block, Row, Table
from ....tables.lexicon import Role, Words
from .column_headings import header_roles


def with_unread_tables(
    table: Table, behind: Sequence[Block], is_unread: Callable[[Table], bool], words: Words
) -> Table:
    """The table with the text of tables in its cells, unless these have fields or values.

    behind     the blocks behind the table, which begin with the tables in its cells
    is_unread  whether a table has neither fields nor values
    """
    texts: dict[int, list[str]] = {}
    for inner in behind:
        if not isinstance(inner, Table) or not inner.inside:
            break
        if is_unread(inner):
            texts.setdefault(id(inner.inside[0]), []).extend(_lines(inner))
    if not texts:
        return table
    roles = header_roles(table, words)
    at = roles.index(Role.DESCRIPTION) if Role.DESCRIPTION in roles else len(table.header) - 1
    return replace(table, rows=tuple(_with_text(row, at, texts.get(id(row), ())) for row in table.rows))


def _lines(table: Table) -> Iterator[str]:
    """The rows of a table as lines of text, the header first: `basic · 10 €`."""
    for cells in (table.header, *(row.cells for row in table.rows)):
        if line := " · ".join(filter(None, (cell.source for cell in cells))):
            yield line


def _with_text(row: Row, at: int, lines: Sequence[str]) -> Row:
    if not lines:
        return row
    cell = row.cells[at]
    longer = replace(cell, source="<br>".join(filter(None, (cell.source, *lines))))
    return row.with_cell(at, longer)
