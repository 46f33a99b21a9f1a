"""Tables that show types beside the names, as the tables that would show them in a column of their own.

    | Parameter                    | Description   |
    | ---------------------------- | ------------- |
    | **name** *string, required*  | What to shout |

The column is headed Type.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...markdown import Inline, Row, Table
from ...tables.lexicon import Role, Words
from ...tables.typed_names import typed_name
from .recognise import role_of

_HEAD = re.compile(r"[\s(（*_`:–—-]*(?P<word>[^\W_]+)")
_MOST_WORDS = 6  # of a type; what is longer is a sentence


def typed(table: Table, words: Words) -> Table:
    """The table with a column of types, where most cells of its column of names show one; else the table itself."""
    roles = [role_of(each, words) for each in table.header]
    if Role.NAME not in roles or set(roles) & {Role.TYPE, Role.VALUE, Role.FOREIGN}:
        return table
    at = roles.index(Role.NAME)
    cells = [row.cells[at] for row in table.rows]
    found = [typed_name(cell) for cell in cells]
    if sum(each.type is not None and _is_type(each.type, words) for each in found) * 2 <= len(found):
        return table
    rows = []
    for row, cell, each in zip(table.rows, cells, found, strict=True):
        name = replace(cell, source=f"`{each.name}`") if each.type is not None and "`" not in each.name else cell
        kind = _bare(each.type) if each.type is not None else replace(cell, source="")
        others = (*row.cells[:at], name, *row.cells[at + 1 :])
        rows.append(Row(row.line, (*others, kind), max(row.written + 1, len(others) + 1), row.surplus))
    heading = Inline("Type", table.header[at].line, table.header[at].column)
    return Table(table.line, (*table.header, heading), tuple(rows))


def _is_type(cell: Inline, words: Words) -> bool:
    head = _HEAD.match(cell.text)
    is_known = head is not None and head["word"].casefold() in words.types
    return len(cell.text.split()) <= _MOST_WORDS and (is_known or any(span.href for span in cell.spans))


def _bare(cell: Inline) -> Inline:
    """The cell without brackets around all of it: `(string, optional)`."""
    source = cell.source.strip().rstrip(":")
    is_bracketed = source.startswith("(") and source.endswith(")")
    return replace(cell, source=source[1:-1], column=cell.column + 1) if is_bracketed else cell
