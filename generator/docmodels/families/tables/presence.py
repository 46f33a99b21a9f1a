"""Whether fields must be there: what a row says, and what the marks of the whole tree mean for a row without one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...frozen import frozen
from ...markdown import Inline, Row, Table
from ...model.declarations import Presence
from ...notation.parser import read_type
from ...tables.lexicon import Mark, Role, Words
from ...tables.marks import bracket_marks
from ...tables.names import FieldName
from ..family import Claim

ROWS, OPTIONAL_MARKS, REQUIRED_MARKS, QUESTIONED_TYPES = "rows", "optional-marks", "required-marks", "questioned-types"
"""Of a claim's tally, about tables without a column of presence: their rows, the rows with a mark for optional at the
name, in the type or in brackets around the description, those with one for required, and those whose type ends in `?`."""

_SHARE = 20
"""One marked row in so many makes the unmarked ones required."""

_COLUMNS = frozenset({Role.REQUIRED, Role.OPTIONAL, Role.CARDINALITY})


@frozen()
class Unmarked:
    """What a row without a mark means, in tables without a column of presence.

    presence      the presence of its field
    is_questioned whether a `?` behind a type says that the field may be missing, and not that it may be null
    evidence      the count that decided, in a clause
    """

    presence: Presence
    is_questioned: bool
    evidence: str


def unmarked(claims: Iterable[Claim]) -> Unmarked:
    """What the marks of a whole tree mean for rows without one."""
    tallies = [claim.tally for claim in claims]
    rows, optional, required, questioned = (
        sum(tally.get(key, 0) for tally in tallies) for key in (ROWS, OPTIONAL_MARKS, REQUIRED_MARKS, QUESTIONED_TYPES)
    )
    is_questioned = bool(questioned) and not optional
    marked = optional + questioned * is_questioned
    count = f"{marked} of {rows} rows without a column of presence are marked optional"
    if marked and marked * _SHARE >= rows:
        return Unmarked(Presence.REQUIRED, is_questioned, f"{count}, so unmarked fields are required")
    if not rows:
        return Unmarked(Presence.UNKNOWN, is_questioned, "each table of fields has a column of presence")
    if required and not marked:
        count = f"{count}, {required} required"
    return Unmarked(Presence.UNKNOWN, is_questioned, f"{count}, so unmarked fields may be missing")


def has_column(roles: Mapping[Role, int]) -> bool:
    """Whether a table has a column that says whether fields must be there."""
    return not roles.keys().isdisjoint(_COLUMNS)


def count_marks(
    table: Table, roles: Mapping[Role, int], names: Iterable[FieldName], path: str, words: Words
) -> dict[str, int]:
    """The tally of a table of fields without a column of presence.

    names  what the cells of names show, row by row
    """
    tally = {ROWS: 0, OPTIONAL_MARKS: 0, REQUIRED_MARKS: 0, QUESTIONED_TYPES: 0}
    for row, name in zip(table.rows, names, strict=True):
        tally[ROWS] += 1
        marks = set(name.marks) | _type_marks(row, roles, path, words) | _description_marks(row, roles, words)
        tally[OPTIONAL_MARKS] += not marks.isdisjoint((Mark.OPTIONAL, Mark.CONDITIONAL))
        tally[REQUIRED_MARKS] += Mark.REQUIRED in marks
        tally[QUESTIONED_TYPES] += Role.TYPE in roles and is_questioned(row.cells[roles[Role.TYPE]])
    return tally


def is_questioned(cell: Inline) -> bool:
    """Whether a type ends in a question mark: `string?`."""
    return cell.source.endswith(("?", "?`")) and len(cell.text) > 1


def _type_marks(row: Row, roles: Mapping[Role, int], path: str, words: Words) -> set[Mark]:
    if Role.TYPE not in roles:
        return set()
    cell = row.cells[roles[Role.TYPE]]
    if not any(part in cell.source for part in ("ption", "equired", "ndefined", "pcion", "(", "（")):
        return set()
    return {Mark(mark) for mark in read_type(cell, path, words.vocabulary).marks}


def _description_marks(row: Row, roles: Mapping[Role, int], words: Words) -> frozenset[Mark]:
    if Role.DESCRIPTION not in roles:
        return frozenset()
    return bracket_marks(row.cells[roles[Role.DESCRIPTION]].source, words)
