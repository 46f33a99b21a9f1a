"""Dates by the name of a standard, which names times as well: `ISO date`. Timestamps that count: `timestamp in ms`."""

from __future__ import annotations

import re

from ..markdown import Inline
from ..model.types import DATE, DATETIME, INTEGER, Type

_FORMAT = re.compile(
    r"\b(?:yyyy|YYYY)-?(?:mm|MM)-?(?:dd|DD)['T ]{1,3}(?:hh|HH):?(?:mm|MM|ii|II)\b"
)  # `yyyy-MM-dd HH:mm:ss`
_TIME = re.compile(r"(?<!\d)\d{4}-?\d\d-?\d\dT\d\d", re.IGNORECASE)
_COUNT = re.compile(
    r"\b(?:unix|epoch|milli?s(?:econds?)?|milisec\w*|microseconds?|nanoseconds?|in seconds|ms)\b|毫秒|ミリ秒|밀리초|миллисекунд",
    re.IGNORECASE,
)
_UNIT = r"(?:(?:milli|micro|nano)?s(?:ec(?:ond)?s?)?|millis|ms)"
_COUNTED = re.compile(
    rf"\b(?:unix|epoch)\b|\bin (?:\w+ )?{_UNIT}\b|\b{_UNIT} (?:\w+ ){{0,2}}since\b|(?:时间戳|時間戳|タイムスタンプ)[^。\n]{{0,9}}秒|秒[级級]?(?:时间戳|時間戳)",
    re.IGNORECASE,
)
_TEXT = re.compile(r"\b(?:iso|rfc[ -]?3339)(?![a-z])|\bstring\b|(?!1970)\d{4}-\d\d-\d\d", re.IGNORECASE)


def with_epoch(kind: Type, cell: Inline, description: Inline | None) -> Type:
    """The type of a cell. A `timestamp` is a number where its cell or description counts: "in ms", "Unix epoch".

    It stays a date with a time where one of them shows a text: `ISO 8601`, `2024-05-01`.
    """
    if kind != DATETIME or "timestamp" not in cell.text.casefold():
        return kind
    told = description.text if description is not None else ""
    if _TEXT.search(cell.text) is not None or _TEXT.search(told) is not None:
        return kind
    return INTEGER if _COUNT.search(cell.text) is not None or _COUNTED.search(told) is not None else kind


def with_time(kind: Type, cell: Inline, *examples: Inline | None) -> Type:
    """The type of a cell. `date` is a date with a time where its format shows one; `ISO date` is, where its example does."""
    if kind != DATE:
        return kind
    shown = [each.text for each in (cell, *examples) if each is not None]
    is_timed = any(map(_FORMAT.search, shown)) or ("iso" in cell.text.casefold() and any(map(_TIME.search, shown)))
    return DATETIME if is_timed else kind
