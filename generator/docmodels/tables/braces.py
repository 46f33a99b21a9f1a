"""Nested names from braces, in tables copied from JSON.

| data          | object |  data
| { room        | string |  data.room
| { seats       | object |  data.seats
| row           | int    |  data.seats.row
| number } }    | int    |  data.seats.number
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..frozen import replace
from ..markdown import Inline, Row, Table
from ..patterns import regex

_EDGES = regex(r"(?P<before>[\s\[{]*)(?P<name>.*?)(?P<behind>[\s.…\]}\[{]*)", re.DOTALL)
_DEEPEST = 30


def without_braces(table: Table, at: int, may_hold: Callable[[Row], bool]) -> Table:
    """The table with `>` before names between braces; the same table without such names.

    at        the index of the column of names
    may_hold  whether the field of a row may have others nested in it
    """
    if not any(_is_cut(row.cells[at].text) for row in table.rows):
        return table
    return replace(table, rows=tuple(_nested(table, at, may_hold)))


def _is_cut(text: str) -> bool:
    """Whether a text has a brace without its partner."""
    return ("{" in text or "}" in text) and text.count("{") != text.count("}")


def _nested(table: Table, at: int, may_hold: Callable[[Row], bool]) -> Iterator[Row]:
    depth = 0
    holder = False  # the row above may hold nested rows, and no brace has opened it
    for row in table.rows:
        cell = row.cells[at]
        if not _is_cut(cell.text):
            yield _at(row, at, cell.source, depth)
            holder = may_hold(row)
            continue
        edges = _EDGES.fullmatch(cell.text)
        assert edges is not None, "both edges may be empty"
        opened, closed = edges["before"].count("{"), edges["behind"].count("}")
        inside = opened if holder else 0
        depth = min(depth + inside, _DEEPEST)
        if edges["name"]:
            yield _at(row, at, f"`{edges['name']}`", depth)
        inner = opened - inside + edges["behind"].count("{")
        depth = max(min(depth + inner, _DEEPEST) - closed, 0)
        holder = not inner and may_hold(row)


def _at(row: Row, at: int, source: str, depth: int) -> Row:
    cell = row.cells[at]
    name = Inline("> " * depth + source, cell.line, cell.column, cell.limit)
    return row.with_cell(at, name)
