"""The presence of fields by the columns and the marks of a row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from ....markdown import Inline, Row, Table
from ....notation.parser import read_type
from ....tables.description_marks import bracket_marks
from ....tables.lexicon import Mark, Role, Words
from ....tables.lexicon.entries import lowered
from ....tables.names import FieldName
from .silence import OPTIONAL_MARKS, QUESTIONED_TYPES, REQUIRED_MARKS, ROWS

_COLUMNS = frozenset({Role.REQUIRED, Role.OPTIONAL, Role.CARDINALITY})


def has_column(roles: Mapping[Role, int]) -> bool:
    """Whether a table has a column of presence."""
    return not roles.keys().isdisjoint(_COLUMNS)


def count_marks(
    table: Table, roles: Mapping[Role, int], names: Iterable[FieldName], words: Words, star: bool | None
) -> dict[str, int]:
    """The tally of a table of fields without a column of presence.

    names  the names, row by row
    star   whether a star at a name makes the field required; None if a star has no meaning
    """
    starred = {True: Mark.REQUIRED, False: Mark.OPTIONAL}
    tally = {ROWS: len(table.rows), OPTIONAL_MARKS: 0, REQUIRED_MARKS: 0, QUESTIONED_TYPES: 0}
    for row, name in zip(table.rows, names, strict=True):
        # A line with a condition above a list marks its names, and `[server]` may be a table of TOML: no habits of the docs.
        no_habits = {Mark.CONDITIONAL, Mark.OPTIONAL} if name.bracketed else {Mark.CONDITIONAL}
        marks = (name.marks - no_habits) | _type_marks(row, roles, words) | _description_marks(row, roles, words)
        if name.starred and star is not None:
            marks |= {starred[star]}
        if marks:
            tally[OPTIONAL_MARKS] += not marks.isdisjoint((Mark.OPTIONAL, Mark.CONDITIONAL))
            tally[REQUIRED_MARKS] += Mark.REQUIRED in marks
        tally[QUESTIONED_TYPES] += Role.TYPE in roles and is_questioned(row.cells[roles[Role.TYPE]])
    return tally


def is_questioned(cell: Inline) -> bool:
    """Whether a type ends in a question mark: `string?`."""
    return cell.source.endswith(("?", "?`")) and len(cell.text) > 1


def _type_marks(row: Row, roles: Mapping[Role, int], words: Words) -> frozenset[Mark]:
    if Role.TYPE not in roles:
        return frozenset()
    cell = row.cells[roles[Role.TYPE]]
    if not any(part in cell.source for part in ("ption", "equired", "ndefined", "pcion", "(", "（")):
        return frozenset()
    return _marks_in(cell.source, cell.limit, cell.references, words)


@lru_cache(maxsize=1 << 12)  # most rows have the same few types
def _marks_in(source: str, limit: int, references: tuple[tuple[str, str], ...], words: Words) -> frozenset[Mark]:
    """The marks for a presence in a type, in any place, and others if it has one of these."""
    cell = Inline(source, 1, 1, limit, references)
    if not words.may_mark_presence(lowered(cell.text)):
        return frozenset()
    reading = read_type(cell, "", words.vocabulary)
    return frozenset(map(Mark, reading.marks))


def _description_marks(row: Row, roles: Mapping[Role, int], words: Words) -> frozenset[Mark]:
    if Role.DESCRIPTION not in roles:
        return frozenset()
    return bracket_marks(row.cells[roles[Role.DESCRIPTION]].source, words)
