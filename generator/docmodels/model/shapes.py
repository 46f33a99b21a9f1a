"""The types of values in docs or recordings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from ..patterns import regex
from .declarations import Json
from .types import ANY, BOOLEAN, DATE, DATETIME, INTEGER, NUMBER, STRING, ListOf, MapOf, Type, nullable, union

ELIDED = "…"
"""The stand-in for a value that an example leaves out."""

_DATE = regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = regex(r"T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?")
_NAME = regex(r"[^\W\d]\w*|[$@_][\w.$@-]*|[^\W\d][\w .$:/@-]{0,60}")
_CODE = regex(r"[A-Z0-9][A-Z0-9_/:.-]*")
_DIGITS = regex(r"[0-9]+")
_FEWEST_DIGITS = 3  # runs of digits in an identifier
_SHORTEST_IDENTIFIER = 16  # characters
_MOST_KINDS = 3  # values of more kinds have the type any

Record = Callable[[Sequence[dict[str, Json]]], Type]
"""Makes the type of objects that are no maps."""


def type_of(values: Iterable[Json], record: Record) -> Type:
    """The common type of all values, apart from null."""
    kinds: dict[str, list[Json]] = {}
    for value in values:
        if value is not None and value != ELIDED:
            kinds.setdefault(_kind(value), []).append(value)
    if not kinds or len(kinds) > _MOST_KINDS:
        return ANY
    if "float" in kinds and "int" in kinds:
        kinds["float"] += kinds.pop("int")
    return union(*(_of_kind(kind, alike, record) for kind, alike in kinds.items()))


def _kind(value: Json) -> str:
    return type(value).__name__


def _of_kind(kind: str, values: list[Json], record: Record) -> Type:
    if kind == "dict":
        return _object([value for value in values if isinstance(value, dict)], record)
    if kind == "list":
        items = [item for value in values if isinstance(value, list) for item in value]
        inner = type_of(items, record)
        return ListOf(nullable(inner) if None in items else inner)
    if kind == "str":
        return _text([value for value in values if isinstance(value, str)])
    return {"bool": BOOLEAN, "int": INTEGER, "float": NUMBER}[kind]


def _object(values: Sequence[dict[str, Json]], record: Record) -> Type:
    if not any(values):
        return MapOf(ANY)
    if is_map(values):
        return MapOf(type_of((inner for value in values for inner in value.values()), record))
    return record(values)


def _text(values: Sequence[str]) -> Type:
    if all(map(_is_date, values)):
        return DATE
    if all(len(value) > 10 and _is_date(value[:10]) and _TIME.fullmatch(value[10:]) for value in values):
        return DATETIME
    return STRING


def _is_date(text: str) -> bool:
    try:
        return _DATE.fullmatch(text) is not None and bool(date.fromisoformat(text))
    except ValueError:
        return False


def is_map(values: Sequence[dict[str, Json]]) -> bool:
    """Whether the keys of objects are data and no names: numbers, identifiers, or codes of objects of one kind."""
    keys = {key for value in values for key in value}
    if not keys:
        return False
    if not all(map(_NAME.fullmatch, keys)):
        return sum(_NAME.fullmatch(key) is None for key in keys) * 2 > len(keys)
    if all(map(_is_identifier, keys)):
        return True
    inner = [part for value in values for part in value.values()]
    is_alike = len(keys) > 1 and len(set(map(_kind, inner))) == 1 and isinstance(inner[0], dict)
    return is_alike and all(map(_CODE.fullmatch, keys))


def _is_identifier(key: str) -> bool:
    """Whether a key is long, and has letters and digits in turns: `acct_3e3j5tkog48pnny9`. No name is like that."""
    return len(key) >= _SHORTEST_IDENTIFIER and len(_DIGITS.findall(key)) >= _FEWEST_DIGITS
