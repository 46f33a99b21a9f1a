"""Dates, times and timestamps, told apart by words and examples: `ISO date`, `timestamp in ms`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ..markdown import Inline
from ..model.types import DATE, DATETIME, INTEGER, STRING, TIME, ListOf, Type
from ..patterns import regex
from .lexicon import Words, any_language
from .lexicon.entries import alternatives, has_any

_FORMAT = regex(
    r"(?<![A-Za-z])(?:yyyy|YYYY)-?(?:mm|MM)-?(?:dd|DD)['T ]{1,3}(?:hh|HH):?(?:mm|MM|ii|II)(?![A-Za-z])"
)  # `yyyy-MM-dd HH:mm:ss`
_TIME = regex(r"(?<!\d)\d{4}-?\d\d-?\d\dT\d\d", re.IGNORECASE)
_DAY_AND_TIME = regex(r"(?<!\d)\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d")
_MOMENT = regex(r"(?:(?<=[a-z0-9])(?:At|Time|Timestamp)|_(?:at|time|timestamp))\Z")  # `createdAt`, `update_time`
_YEAR, _MONTH, _DAY = (r"(?:[Yy]{4}|[Aa]{4}|[Jj]{4}|[Гг]{4})", r"(?:MM|mm|ММ|мм)", r"(?:DD|dd|JJ|jj|TT|tt|GG|gg|ДД|дд)")
"""Years and days in formats of several languages: `YYYY`, `AAAA`, `JJJJ`, `ГГГГ`; `DD`, `JJ`, `TT`, `GG`, `ДД`."""
_YEARS = ("yyyy", "aaaa", "jjjj", "гггг")
_START = r"(?<![^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])"
"""No letter before, except of a script without blanks between words: `格式yyyyMMdd`."""
_ISO_FORMAT = regex(rf"{_YEAR}-{_MONTH}-{_DAY}")
_OTHER_FORMAT = regex(
    rf"{_START}{_YEAR}(?:[/.]?{_MONTH}[/.]?{_DAY}|年{_MONTH}月{_DAY})"
    rf"|{_START}(?:{_DAY}[-/. ]?{_MONTH}|{_MONTH}[-/. ]?{_DAY})[-/. ]?{_YEAR}(?![^\W_])"
)
_CLOCK_FORMAT = regex(rf"{_START}(?:HH|hh|ЧЧ|чч)(?:MM|mm|ММ|мм)(?:(?:SS|ss|СС|сс)(?![^\W_])|(?![^\W_]))")
_OTHER_DAY = regex(r"(?:\d{8}|\d{14}|\d{4}[/.]\d{1,2}[/.]\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{4})(?:\s.*)?")
_TEXT = regex(r"\b(?:iso|rfc[ -]?3339)(?![a-z])|\bstring\b|(?!1970)\d{4}-\d\d-\d\d", re.IGNORECASE)


def with_epoch(kind: Type, cell: Inline, description: Inline | None) -> Type:
    """The type, with a number for a `timestamp` that counts: "in ms", "Unix epoch".

    It stays a date with a time if its cell or description shows a text: `ISO 8601`, `2024-05-01`.
    """
    if kind != DATETIME or "timestamp" not in cell.text.casefold():
        return kind
    remark = description.text if description is not None else ""
    if _TEXT.search(cell.text) is not None or _TEXT.search(remark) is not None:
        return kind
    words = any_language()
    is_number = words.counted.search(cell.text) is not None or words.epoch.search(remark) is not None
    return INTEGER if is_number else kind


def with_time(
    kind: Type, name: str, words: Words, cell: Inline, *examples: Inline | None, remarks: Iterable[Inline] = ()
) -> Type:
    """The type, with a time for a `date` whose format, words or name show one: `createdAt`.

    The example decides about `ISO date`. A time with a day in its example is a date with a time, too.

    remarks  other cells of the row, which may show a format
    """
    if kind not in (DATE, TIME):
        return kind
    if any(_FORMAT.search(remark.text) for remark in remarks):
        return DATETIME
    texts = [inline.text for inline in (cell, *examples) if inline is not None]
    if kind == TIME:
        return DATETIME if any(_FORMAT.search(text) or _DAY_AND_TIME.search(text) for text in texts) else kind
    if _MOMENT.search(name) is not None or any(map(_moment(words).search, texts[1:])):
        return DATETIME
    is_timed = any(map(_FORMAT.search, texts)) or ("iso" in cell.text.casefold() and any(map(_TIME.search, texts)))
    return DATETIME if is_timed else kind


def as_written(kind: Type, example: Inline | None, *cells: Inline | None) -> Type:
    """The type, with a text for dates and times in any format but ISO 8601: `DD/MM/YYYY`, `HHMMSS`, `20240131`.

    cells  the type, the description and other cells that may show a format
    """
    if kind not in (DATE, DATETIME, TIME):
        return kind
    texts = [inline.text for inline in cells if inline is not None]
    dated = [text for text in texts if may_have_year(text)]
    if any(map(_ISO_FORMAT.search, dated)):
        return kind
    is_other = any(map(_CLOCK_FORMAT.search, texts) if kind == TIME else map(_OTHER_FORMAT.search, dated))
    is_other = is_other or (
        kind != TIME and example is not None and _OTHER_DAY.fullmatch(example.text.strip(" `\"'")) is not None
    )
    return STRING if is_other else kind


def may_have_year(text: str) -> bool:
    """Whether a text may have a format with a year: a quick look."""
    return has_any(_YEARS, text.casefold())


_ISO = regex(r"\bISO[ -]?8601\b(?:[-:]\d{1,4})?", re.IGNORECASE)
_WORD = regex(r"[^\W_]+")
_DAY_ALONE = regex(r"(?<!\d)\d{4}-\d\d-\d\d(?![\dT])(?!\s\d\d:)")
_HUMP = regex(r"(?<=[a-z])(?=[A-Z])|_")
_NAME_OF_MOMENT = regex(r"(?:^|\s)(?:at|time|timestamp|datetime)\Z", re.IGNORECASE)
_NAME_OF_EVENT = regex(  # `created_at`, `last seen time`, `expires`, `timestamp`
    r"(?:\w+ )*(?:(?:\w{2,}(?<!e)ed|seen|taken|given|written|expires?|expiry|expiration) (?:at|on|time|date)|timestamp|created|updated|modified|expires|expiry)",
    re.IGNORECASE,
)
_CLOCK = regex(r"(?<!\d)\d{1,2}(?::\d\d|\s?[ap]\.?m\b)|\btime of (?:the )?day\b|\bhh?:mm", re.IGNORECASE)
_NAME_OF_DAY = regex(r"(?:^|\s)day\Z|\son\Z", re.IGNORECASE)


def leaves_date_open(kind: Type, cell: Inline, words: Words) -> bool:
    """Whether a cell has a date or a time by nothing but "ISO 8601", which also writes days and durations."""
    if kind not in (DATETIME, ListOf(DATETIME)) or _ISO.search(cell.text) is None:
        return False
    others = _WORD.findall(_ISO.sub(" ", cell.text).casefold())
    return "utc" not in others and not any(words.types.get(word) in (DATE, DATETIME, TIME) for word in others)


def shown_by_iso(name: str, words: Words, *cells: Inline | None) -> Type | None:
    """A date, or a date with a time: by values and formats in the cells, else by words there and by the name; or None."""
    texts = [inline.text for inline in cells if inline is not None]
    if any(_FORMAT.search(text) or _TIME.search(text) or _DAY_AND_TIME.search(text) for text in texts):
        return DATETIME
    if any(_DAY_ALONE.search(text) or _ISO_FORMAT.search(text) for text in texts):
        return DATE
    spaced = _HUMP.sub(" ", name)
    if any(map(any_language().birthday.search, (*texts, spaced))) or _NAME_OF_DAY.search(spaced) is not None:
        return DATE
    is_moment = _NAME_OF_MOMENT.search(spaced) is not None or any(map(_moment(words).search, texts))
    return DATETIME if is_moment else None


def leaves_time_open(name: str, cell: Inline, *others: Inline | None) -> bool:
    """Whether a field of the type `time` has the name of an event, `created_at`, and nothing shows a time of the day.

    others  the other cells of the row
    """
    if _NAME_OF_EVENT.fullmatch(_HUMP.sub(" ", name)) is None:
        return False
    texts = [inline.text for inline in (cell, *others) if inline is not None]
    return not any(_CLOCK.search(text) for text in texts)


@lru_cache(maxsize=64)
def _moment(words: Words) -> re.Pattern[str]:
    """A word for a day with a time: `date and time`, `日時`, `时间`, or `timestamp` among the first words."""
    names = [word for word, kind in words.types.items() if kind == DATETIME and word.replace(" ", "").isalpha()]
    moments = [name for name in names if " " in name]
    first = [name for name in names if " " not in name]  # but `The date part of the timestamp`
    unspaced = [word for word, kind in words.types.items() if kind in (DATETIME, TIME) and not word[0].islower()]
    return re.compile(
        rf"(?<![^\W_])(?:{alternatives(moments)})(?![^\W_])|{alternatives(unspaced)}"
        rf"|\A\W{{0,3}}(?:(?!(?:not?|without)\b)\w{{1,20}}[^\w.。;；]{{1,3}}){{0,2}}(?:{alternatives(first)})(?![^\W_])",
        re.IGNORECASE,
    )
