"""Which numbers are integers, by the name and the values of their field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..frozen import replace
from .declarations import Constraints, Field, Json
from .examples import parse, written_value
from .lists import with_item
from .names import words
from .shapes import ELIDED
from .types import INTEGER, NUMBER, union

WHOLE = frozenset(
    {"id", "ids", "count", "counts", "timestamp", "size", "index", "offset", "limit", "page", "number", "length"}
    | {"results", "items", "tokens", "rows", "records", "entries", "pages", "retries", "attempts", "bytes"}
)
"""Words at the end of the names of numbers that have no fraction, whatever is counted."""

FRACTIONS = frozenset({"average", "avg", "mean", "median", "ratio", "rate", "fraction", "percentage"})
"""Words in the names of numbers that may have a fraction, whatever is counted: `average_count`."""

_FIRST_WORDS = 3
"""Words of a description that say what a number is."""
_COUNTED = frozenset({"id", "ids", "count", "counts"})
_EXACT = frozenset(
    {"page", "page size", "per page", "limit", "offset", "port", "index", "retries", "attempts", "version"}
)
"""The last words of names, and whole names, that are enough to know such a number by."""


def name_words(name: str) -> list[str]:
    """The words of a name, in small letters."""
    return [word.lower() for word in words(name)]


def numbered(field: Field, values: Sequence[Json], source: str) -> Field:
    """A field that is a number in the docs: an integer by evidence, else an integer or a number with a fraction.

    values  its values in examples
    source  the examples, in a clause
    """
    limits = [limit for limit in _limits(field.constraints) if limit is not None]
    default = _default(field)
    numbers = [*_scalars(values), *_scalars(default or ())]
    if any(isinstance(number, float) for number in (*numbers, *limits)):
        return field
    if any(not isinstance(number, int) or isinstance(number, bool) for number in numbers):
        kind = with_item(field.type, union(INTEGER, NUMBER))
        return replace(field, type=kind, is_open=False)  # a finding tells of the misfit
    name = name_words(field.name)
    if name[-1:] and name[-1] in WHOLE and _scalars(values):
        return replace(field, type=with_item(field.type, INTEGER), typed_by=source)
    if name[-1:] and name[-1] in WHOLE and (default is not None or limits):
        limit_source = "the default" if default is not None else "its limits"
        return replace(field, type=with_item(field.type, INTEGER), typed_by=limit_source)
    is_counted = bool(name) and name[-1] in _COUNTED and not may_be_average(name, field.description)
    if is_counted or " ".join(name) in _EXACT:
        return replace(field, type=with_item(field.type, INTEGER), typed_by="its name")
    return replace(field, type=with_item(field.type, union(INTEGER, NUMBER)))


def may_be_average(name: Sequence[str], description: str = "") -> bool:
    """Whether a field is named, or described by its first words, as a number that may have a fraction: `Average count`."""
    first_words = description.casefold().split()[:_FIRST_WORDS]
    return not FRACTIONS.isdisjoint((*name, *first_words))


def _default(field: Field) -> tuple[Json] | None:
    """The value of a default, in a tuple of its own; None without one."""
    if field.default is None or field.default.may_be_nothing:
        return None
    written = written_value(field.default.text)
    return (written,) if written is not None else parse(field.default.text)


def _limits(limits: Constraints) -> tuple[int | float | None, ...]:
    return limits.minimum, limits.maximum, limits.exclusive_minimum, limits.exclusive_maximum, limits.multiple_of


def _scalars(values: Iterable[Json]) -> list[Json]:
    """The values, and the items of lists among them, without null and elided ones."""
    flat: list[Json] = []
    for value in values:
        flat += _scalars(value) if isinstance(value, list) else [] if value is None or value == ELIDED else [value]
    return flat
