"""Patterns in place of values: `image/*`, `<id>`, `YYYY-MM-DD`, `room-NNN`."""

from __future__ import annotations

import re

from ..frozen import replace
from ..model.types import STRING, Constant, ListOf, Nullable, Type, nullable
from ..patterns import regex
from .chosen import Choices
from .lexicon import any_language

_PATTERN = regex(
    r".+\*.*|\*.+|.*(?:<\s*[A-Za-z][\w .-]*>|\{\s*[A-Za-z][\w .-]*\}).*|\^.+|.*(?:\[\w-\w|\\[dws]).*|a-z|A-Z|0-9",
    re.DOTALL,
)
_BLANK = r"(?:N{2,}|n{2,}|X{2,}|x{2,}|#{2,})"
_FORM = regex(rf"(?:.*[-_./:])?{_BLANK}[-_./:].+|.*[-_./:]{_BLANK}(?:[-_./:].*)?")  # `room-NNN`, `XX-2024`
_DATE = regex(
    r"(?:YYYY|yyyy)[-/.:_ ,'T]*+|(?:(?>YYYY|yyyy|YY|yy|M{2,4}|DD|dd|HH|hh|mm|ss|S{3,9}|f{3,}+|Z|tz)[-/.:_ ,'T]*+){2,}+"
)  # no text has two ways to match: values of a hostile page would take forever


def without_patterns(chosen: Choices | None, name: str = "") -> Choices | None:
    """The values without patterns, which makes them open; None if fewer than two stay.

    name  the name of the field; a field of a format may hold `YYYY-MM-DD` itself
    """
    if chosen is None or name.casefold().endswith(tuple(any_language().formats)):
        return chosen
    forms = (_PATTERN, _DATE, _FORM)
    kept = [at for at, value in enumerate(chosen.values) if not any(form.fullmatch(value) for form in forms)]
    if len(kept) == len(chosen.values):
        return chosen
    values = tuple(chosen.values[at] for at in kept)
    remarks = tuple(chosen.remarks[at] for at in kept) if chosen.remarks else ()
    return replace(chosen, values=values, remarks=remarks, is_open=True) if len(kept) > 1 else None


def with_text_for_format(kind: Type) -> Type:
    """The type, with a text for a constant that only shows the format of a date or a time: `"HH:MM"`."""
    match kind:
        case Constant((str() as value,)) if _DATE.fullmatch(value):
            return STRING
        case Nullable(item):
            return nullable(with_text_for_format(item))
        case ListOf(item):
            return ListOf(with_text_for_format(item))
        case _:
            return kind
