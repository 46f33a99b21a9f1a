"""Tables with types beside the names, rewritten with a column of types.

    | Parameter                    | Description   |
    | ---------------------------- | ------------- |
    | **name** *string, required*  | What to shout |

The new column has the heading Type.
"""

from __future__ import annotations

import re

from ....frozen import replace
from ....markdown import Inline, Row, Table
from ....model.types import ListOf, MapOf
from ....patterns import regex
from ....tables.braces import without_braces
from ....tables.lexicon import Role, Words
from ....tables.typed_names import typed_name, untagged
from .column_cells import are_identifiers, are_types
from .column_headings import header_roles, role_of
from .described_types import with_described_types

_BREAK = regex(r"</?br\s*/?>", re.IGNORECASE)
_HEAD = regex(r"[\s(（*_`:–—-]*(?P<word>[^\W_]+)")
_ABBREVIATED = regex(r"\(?[A-Z]{2,4}\)?")
_FEWEST_COLUMNS = 2
_MOST_WORDS = 6  # the most characters of a type; a longer text is a sentence


def typed(table: Table, words: Words) -> Table:
    """The table with a column of types, if most cells of its column of names have one; else the same table."""
    table = _headed(_parted(table, words), words)
    roles = header_roles(table, words)
    if Role.NAME not in roles or set(roles) & {Role.TYPE, Role.VALUE, Role.FOREIGN}:
        return table
    at = roles.index(Role.NAME)
    cells = [row.cells[at] for row in table.rows]
    type_names = [typed_name(cell) for cell in cells]
    if sum(type_name.type is not None and _is_type(type_name.type, words) for type_name in type_names) * 2 <= len(
        type_names
    ):
        is_described = Role.DESCRIPTION in roles
        return with_described_types(table, at, roles.index(Role.DESCRIPTION), words) if is_described else table
    rows = []
    type_names = [
        replace(type_name, type=None) if _is_remark(type_name.type, words) else type_name for type_name in type_names
    ]
    for row, cell, type_name in zip(table.rows, cells, type_names, strict=True):
        name = (
            replace(cell, source=f"`{type_name.name}`")
            if type_name.type is not None and "`" not in type_name.name
            else cell
        )
        kind = _bare(type_name.type) if type_name.type is not None else replace(cell, source="")
        others = (*row.cells[:at], name, *row.cells[at + 1 :])
        rows.append(Row(row.line, (*others, kind), max(row.written + 1, len(others) + 1), row.surplus))
    heading = Inline("Type", table.header[at].line, table.header[at].column)
    return Table(table.line, (*table.header, heading), tuple(rows))


def _headed(table: Table, words: Words) -> Table:
    """The table with headings, if a row like the others stands in their place: a name, a type, a sentence."""
    if (
        len(table.header) < _FEWEST_COLUMNS
        or not table.rows
        or {Role.NAME, Role.TYPE} & set(header_roles(table, words))
    ):
        return table
    first = Row(table.line, table.header, len(table.header))
    names, types = ([row.cells[at] for row in (first, *table.rows)] for at in (0, 1))
    if not are_types(types[:1], words) or not are_types(types, words) or not are_identifiers(names, words):
        return table
    heads = ("Name", "Type", *("Description" for _ in table.header[2:3]), *("" for _ in table.header[3:]))
    header = tuple(replace(cell, source=head) for cell, head in zip(table.header, heads, strict=True))
    return replace(table, header=header, rows=(first, *table.rows))


def _parted(table: Table, words: Words) -> Table:
    """The table with two columns in place of one with names and types on two lines: `Name <br> *type*`."""
    at = next((index for index, heading in enumerate(table.header) if _is_pair(heading, words)), None)
    if at is None:
        return table
    rows = []
    for row in table.rows:
        name, kind = _lines(row.cells[at])
        cells = (*row.cells[:at], name, kind, *row.cells[at + 1 :])
        rows.append(replace(row, cells=cells, written=max(row.written + 1, at + 2)))
    return replace(
        table, header=(*table.header[:at], *_lines(table.header[at]), *table.header[at + 1 :]), rows=tuple(rows)
    )


def _is_pair(heading: Inline, words: Words) -> bool:
    if "<" not in heading.source:
        return False
    name, kind = _lines(heading)
    return role_of(name, words) is Role.NAME and role_of(kind, words) is Role.TYPE


def _lines(cell: Inline) -> tuple[Inline, Inline]:
    """The first line of a cell and the others, without tags."""
    first, _, second = _BREAK.sub("\n", cell.source, count=1).partition("\n")
    return replace(cell, source=untagged(replace(cell, source=first)).source), untagged(replace(cell, source=second))


def nested(table: Table, words: Words) -> Table:
    """The table with marks before names that stand between braces."""
    roles = header_roles(table, words)
    if Role.NAME not in roles:
        return table
    at, typed_at = roles.index(Role.NAME), roles.index(Role.TYPE) if Role.TYPE in roles else None
    return without_braces(table, at, lambda row: typed_at is None or may_hold(row.cells[typed_at].text, words))


def may_hold(text: str, words: Words) -> bool:
    """Whether a field of this type may have nested fields."""
    kinds = (words.types.get(word) for word in re.findall(r"[^\W\d_]+", text[:100].casefold()))
    return any(isinstance(kind, MapOf | ListOf) for kind in kinds)


def _is_type(cell: Inline, words: Words) -> bool:
    head = _HEAD.match(cell.text)
    is_known = head is not None and head["word"].casefold() in words.types
    return len(cell.text.split()) <= _MOST_WORDS and (is_known or any(span.href for span in cell.spans))


def _is_remark(cell: Inline | None, words: Words) -> bool:
    """Whether text in brackets behind a name is no type: few letters in capitals, as `(UTC)`."""
    return cell is not None and _ABBREVIATED.fullmatch(cell.text) is not None and not _is_type(cell, words)


def _bare(cell: Inline) -> Inline:
    """The cell without brackets around all its text: `(string, optional)`."""
    source = cell.source.strip().rstrip(":")
    is_bracketed = source.startswith("(") and source.endswith(")")
    return replace(cell, source=source[1:-1], column=cell.column + 1) if is_bracketed else cell
