"""Dates by the name of a standard, which names times as well: `ISO date`. Timestamps that count: `timestamp in ms`."""

from __future__ import annotations

import re

from ..markdown import Inline
from ..model.types import DATE, DATETIME, INTEGER, Type
from .lexicon import any_language

_FORMAT = re.compile(
    r"\b(?:yyyy|YYYY)-?(?:mm|MM)-?(?:dd|DD)['T ]{1,3}(?:hh|HH):?(?:mm|MM|ii|II)\b"
)  # `yyyy-MM-dd HH:mm:ss`
_TIME = re.compile(r"(?<!\d)\d{4}-?\d\d-?\d\dT\d\d", re.IGNORECASE)
_TEXT = re.compile(r"\b(?:iso|rfc[ -]?3339)(?![a-z])|\bstring\b|(?!1970)\d{4}-\d\d-\d\d", re.IGNORECASE)


def with_epoch(kind: Type, cell: Inline, description: Inline | None) -> Type:
    """The type of a cell. A `timestamp` is a number where its cell or description counts: "in ms", "Unix epoch".

    It stays a date with a time where one of them shows a text: `ISO 8601`, `2024-05-01`.
    """
    if kind != DATETIME or "timestamp" not in cell.text.casefold():
        return kind
    remark = description.text if description is not None else ""
    if _TEXT.search(cell.text) is not None or _TEXT.search(remark) is not None:
        return kind
    words = any_language()
    is_number = words.counted.search(cell.text) is not None or words.epoch.search(remark) is not None
    return INTEGER if is_number else kind


def with_time(kind: Type, cell: Inline, *examples: Inline | None) -> Type:
    """The type of a cell. `date` is a date with a time where its format shows one; `ISO date` is, where its example does."""
    if kind != DATE:
        return kind
    texts = [inline.text for inline in (cell, *examples) if inline is not None]
    is_timed = any(map(_FORMAT.search, texts)) or ("iso" in cell.text.casefold() and any(map(_TIME.search, texts)))
    return DATETIME if is_timed else kind
