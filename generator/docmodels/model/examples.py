"""From the characters of an example to the JSON value that they stand for in a field of a known type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID

from ..diagnostics import Diagnostic
from .declarations import Enumeration, Example, Field, Json, Object
from .strict_json import read_json
from .tree import Model, map_fields
from .types import Constant, ListOf, MapOf, Primitive, Ref, Scalar, Type, Unknown

MAX_DEPTH = 32
"""JSON nested deeper than this is kept as text: no reader of an example gains by more."""

_TEXTUAL = frozenset(
    {Scalar.STRING, Scalar.BYTES, Scalar.DATE, Scalar.DATETIME, Scalar.TIME, Scalar.DURATION, Scalar.UUID}
)
_PARSERS: Mapping[Scalar, Callable[[str], object]] = MappingProxyType(
    {Scalar.DATE: date.fromisoformat, Scalar.DATETIME: datetime.fromisoformat, Scalar.UUID: UUID}
)


def read_examples(model: Model) -> tuple[Model, tuple[Diagnostic, ...]]:
    """Fill in `Field.values`, and `Field.nullable` where the docs give null for an example.

    Any other example that does not fit its field's type is kept as it is, with a warning.
    """
    diagnostics: list[Diagnostic] = []

    def change(_: Object, field: Field) -> Field:
        if not field.examples:
            return field
        values = []
        for example in field.examples:
            value, fits = read_value(model, field, example)
            values.append(value)
            if not fits:
                diagnostics.append(
                    Diagnostic(
                        example.place,
                        "example-misfit",
                        f'the example of "{field.name}" does not fit its type',
                        "Correct the example or the type; the model has both as they are.",
                    )
                )
        return replace(field, values=tuple(values), nullable=field.nullable or None in values)

    return map_fields(model, change), tuple(diagnostics)


def read_value(model: Model, field: Field, example: Example) -> tuple[Json, bool]:
    """The value of an example and whether it fits: JSON where the type admits it, else the text itself."""
    parsed = parse(example.text)
    if parsed == (None,):
        return None, True
    for value in (*parsed, example.text) if parsed else (example.text,):
        if admits(model, field.type, value):
            return value, True
    return parsed[0] if parsed else example.text, False


def parse(text: str) -> tuple[Json] | None:
    """The JSON value in the text, in a tuple of its own since it may be null; None where the text is no JSON."""
    try:
        value = read_json(text)
    except ValueError:
        return None
    return (value,) if _depth_within(value, MAX_DEPTH) else None


def admits(model: Model, whole: Type, value: Json) -> bool:
    """Whether a field of the type may have the value. An object's own fields are not looked into."""
    return any(_admits(model, part, value) for part in model.alternatives(whole))


def _admits(model: Model, part: Type, value: Json) -> bool:
    match part:
        case Primitive(Scalar.ANY) | Unknown():
            return True
        case Primitive(scalar) if scalar in _TEXTUAL:
            return isinstance(value, str) and _reads(scalar, value)
        case Primitive(Scalar.BOOLEAN):
            return isinstance(value, bool)
        case Primitive(Scalar.INTEGER):
            return isinstance(value, int) and not isinstance(value, bool)
        case Primitive(Scalar.NUMBER):
            return isinstance(value, int | float) and not isinstance(value, bool)
        case ListOf(item):
            return isinstance(value, list) and all(admits(model, item, entry) for entry in value)
        case MapOf(item):
            return isinstance(value, dict) and all(admits(model, item, entry) for entry in value.values())
        case Constant(values):
            return any(value == known and type(value) is type(known) for known in values)
        case Ref(key):
            target = model.by_key[key]
            if isinstance(target, Enumeration):
                kinds = {type(member.value) for member in target.members}
                if target.is_open and type(value) in kinds:
                    return True
                return any(value == member.value and type(value) is type(member.value) for member in target.members)
            return isinstance(value, dict)
        case _:
            return value is None


def _reads(scalar: Scalar, text: str) -> bool:
    """Whether a text is one that stands for a value of the kind."""
    try:
        _PARSERS.get(scalar, str)(text)
    except ValueError:
        return False
    return True


def _depth_within(value: Json, limit: int) -> bool:
    level: list[Json] = [value]
    for _ in range(limit + 1):
        inner: list[Json] = []
        for part in level:
            if isinstance(part, dict):
                inner.extend(part.values())
            elif isinstance(part, list):
                inner.extend(part)
        if not inner:
            return True
        level = inner
    return False
