"""Dates by the name of a standard, which names times as well: `ISO date`."""

from __future__ import annotations

import re

from ..markdown import Inline
from ..model.types import DATE, DATETIME, Type

_TIME = re.compile(r"(?<!\d)\d{4}-?\d\d-?\d\dT\d\d", re.IGNORECASE)


def with_time(kind: Type, cell: Inline, *examples: Inline | None) -> Type:
    """The type of a cell; a date with a time for an `ISO date` where the cell or an example shows a time."""
    if kind != DATE or "iso" not in cell.text.casefold():
        return kind
    return DATETIME if any(shown is not None and _TIME.search(shown.text) for shown in (cell, *examples)) else kind
