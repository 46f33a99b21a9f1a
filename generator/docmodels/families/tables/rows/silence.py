"""The meaning of a row without a mark, by the marks of the whole tree.

A run without changed pages needs this, too. So this module imports nothing that reads pages.
"""

from __future__ import annotations

from collections.abc import Iterable

from ....frozen import frozen
from ....model.declarations import Presence
from ...family import Claim

ROWS, OPTIONAL_MARKS, REQUIRED_MARKS, QUESTIONED_TYPES = "rows", "optional-marks", "required-marks", "questioned-types"
"""Keys of a tally, for tables without a column of presence: their rows, the rows with a mark for optional at the name,
in the type or in brackets around the description, those with a mark for required, and those with a `?` after the type."""

_SHARE = 20
"""Unmarked rows are required if at least one row in so many has a mark."""


@frozen()
class Unmarked:
    """The meaning of a row without a mark, in tables without a column of presence.

    presence      the presence of its field
    is_questioned whether a `?` behind a type makes the field optional, and not nullable
    evidence      the count that decided, in a clause
    """

    presence: Presence
    is_questioned: bool
    evidence: str


def unmarked(claims: Iterable[Claim]) -> Unmarked:
    """The meaning of rows without a mark, by the marks of the whole tree."""
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
