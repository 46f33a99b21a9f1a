"""Tables of several models, with a column of models: `Entity | Attribute | Type`, `Enum | Value`."""

from __future__ import annotations

from collections.abc import Sequence

from ....frozen import replace
from ....markdown import Inline, Row, Table
from ....patterns import regex
from ....tables.lexicon import Role, Words
from ....tables.split import Piece
from .column_headings import header_roles, heading_words

_TYPE_NAME = regex(r".*(?:\[|[^\W\d_a-z]|\w_)")  # `Crew`, `crew_list`, `[crew](#crew)`, `crew 結果`; not `read`


def by_owner(piece: Piece, words: Words) -> Sequence[Piece]:
    """A table for each model, labelled by its cell; the same table without a column of models.

    The rows of a model follow each other. An empty cell, or `^`, means the model above.
    """
    table = piece.table
    roles = header_roles(table, words)
    at = next((index for index in range(len(roles)) if _heads_owners(index, table, roles, words)), None)
    if at is None:
        return [piece]
    runs: list[tuple[Inline, list[Row]]] = []
    for row in table.rows:
        cell = row.cells[at]
        is_new = cell.text.strip() not in ("", "^") and (not runs or cell.text.strip() != runs[-1][0].text.strip())
        if is_new:
            runs.append((cell, []))
        if not runs:
            return [piece]
        runs[-1][1].append(row)
    titles = {cell.text.strip() for cell, _ in runs}
    if not 1 < len(titles) == len(runs) < len(table.rows):
        return [piece]
    return [Piece(_without(table, at, rows), cell) for cell, rows in runs]


def _heads_owners(at: int, table: Table, roles: Sequence[Role | None], words: Words) -> bool:
    """Whether a column has models, before one of names: `Entity | Field`; or enumerations: `Enum | Value`.

    Below `Resource`, words such as `read` are no names of models. Tables of databases may have such names.
    """
    heading = heading_words(table.header[at])
    if heading in words.enumerations and Role.VALUE in roles[at + 1 :]:
        return True
    is_stored = heading in words.stored
    if not (is_stored or heading in words.owners) or Role.NAME not in roles[at + 1 :]:
        return False
    cells = (row.cells[at].source.strip(" `*^") for row in table.rows)
    return is_stored or all(map(_TYPE_NAME.match, filter(None, cells)))


def _without(table: Table, at: int, rows: Sequence[Row]) -> Table:
    """A table of some of the rows, without a column."""

    def kept(cells: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return (*cells[:at], *cells[at + 1 :])

    made = (replace(row, cells=kept(row.cells), written=row.written - (row.written > at)) for row in rows)
    return Table(rows[0].line, kept(table.header), tuple(made))
