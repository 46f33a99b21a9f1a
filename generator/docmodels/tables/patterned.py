"""Patterns in place of values: `image/*`, `<id>`, `YYYY-MM-DD`."""

from __future__ import annotations

import re

from ..frozen import replace
from ..patterns import regex
from .chosen import Choices
from .lexicon import any_language

_PATTERN = regex(
    r".+\*.*|\*.+|.*(?:<\s*[A-Za-z][\w .-]*>|\{\s*[A-Za-z][\w .-]*\}).*|\^.+|.*(?:\[\w-\w|\\[dws]).*|a-z|A-Z|0-9",
    re.DOTALL,
)
_DATE = regex(
    r"(?:YYYY|yyyy)|(?:(?:YYYY|yyyy|YY|yy|MMM?|DD|dd|HH|hh|mm|ss|SSSS?|ffff*|Z|tz)(?:[-/.:_ ,]|'?T'?|'?Z'?)*){2,}"
)


def without_patterns(chosen: Choices | None, name: str = "") -> Choices | None:
    """The values without patterns, which makes them open; None if fewer than two stay.

    name  the name of the field; a field of a format may hold `YYYY-MM-DD` itself
    """
    if chosen is None or name.casefold().endswith(tuple(any_language().formats)):
        return chosen
    kept = [
        at for at, value in enumerate(chosen.values) if not _PATTERN.fullmatch(value) and not _DATE.fullmatch(value)
    ]
    if len(kept) == len(chosen.values):
        return chosen
    values = tuple(chosen.values[at] for at in kept)
    remarks = tuple(chosen.remarks[at] for at in kept) if chosen.remarks else ()
    return replace(chosen, values=values, remarks=remarks, is_open=True) if len(kept) > 1 else None
