"""Dates by the name of a standard, which names times as well: `ISO date`. Timestamps that count: `timestamp in ms`."""

from __future__ import annotations

import re

from ..markdown import Inline
from ..model.types import DATE, DATETIME, INTEGER, Type

_FORMAT = re.compile(
    r"\b(?:yyyy|YYYY)-?(?:mm|MM)-?(?:dd|DD)['T ]{1,3}(?:hh|HH):?(?:mm|MM|ii|II)\b"
)  # `yyyy-MM-dd HH:mm:ss`
_TIME = re.compile(r"(?<!\d)\d{4}-?\d\d-?\d\dT\d\d", re.IGNORECASE)


_EPOCH = re.compile(
    r"\b(?:unix|epoch|milli?s(?:econds?)?|milisec\w*|microseconds?|nanoseconds?|in seconds|ms)\b|毫秒|ミリ秒|밀리초|миллисекунд",
    re.IGNORECASE,
)


def with_epoch(kind: Type, cell: Inline, description: Inline | None) -> Type:
    """The type of a cell. A `timestamp` is a number where its cell or description counts: "in ms", "Unix epoch"."""
    if kind != DATETIME or "timestamp" not in cell.text.casefold():
        return kind
    texts = (cell.text, description.text if description is not None else "")
    return INTEGER if any(map(_EPOCH.search, texts)) else kind


def with_time(kind: Type, cell: Inline, *examples: Inline | None) -> Type:
    """The type of a cell. `date` is a date with a time where its format shows one; `ISO date` is, where its example does."""
    if kind != DATE:
        return kind
    shown = [each.text for each in (cell, *examples) if each is not None]
    is_timed = any(map(_FORMAT.search, shown)) or ("iso" in cell.text.casefold() and any(map(_TIME.search, shown)))
    return DATETIME if is_timed else kind
