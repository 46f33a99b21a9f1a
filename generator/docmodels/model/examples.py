"""The JSON values of examples and defaults, by the types of their fields."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from types import MappingProxyType

from ..diagnostics import Diagnostic
from ..frozen import replace
from .declarations import Field, Json, Object, RawValue, Value
from .extra_keys import extra_keys
from .judge import Judge
from .misfits import misfits
from .model import Model, map_fields
from .strict_json import read_json
from .types import Type
from .written_numbers import written_number

MAX_DEPTH, MAX_SIZE = 32, 10_000
"""The deepest nesting and the most values of an example. Larger JSON stays text."""

_EXACT_DIGITS = 15
"""The decimal digits that a float always keeps."""

_NULLS = frozenset({"<nil>", "nil", "None", "-"})
"""Words for null in docs, besides `null`: null as some language prints it, or a dash."""

_NOTHING = _NULLS | {"undefined", "none", "n/a", ""}
_TRUTHS = MappingProxyType({"true": True, "false": False})


def read_examples(model: Model) -> tuple[Model, tuple[Diagnostic, ...]]:
    """Fill in `Field.values` and `Field.default_value`, and `Field.nullable` for fields with null as an example.

    `None` and its kin in other languages are null, unless the type lists the word as a value.

    Any other example that does not fit its field's type stays as it is, with a warning. A default that does not fit goes to
    the description, with a warning, unless it means that there is none: `[default to undefined]`.
    """
    diagnostics: list[Diagnostic] = []
    judge = Judge(model)

    def change(_: Object, field: Field) -> Field:
        if not field.examples and field.default is None:
            return field
        values = []
        for example in field.examples:
            is_null = example.text in _NULLS and not judge.lists(field.type, example.text)
            value, fits = (None, True) if is_null else _read_value(judge, field, example)
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
        default = None if field.default is None else _read_default(judge, field, field.default)
        if field.default is not None and default is None and not _needs_no_finding(field.default):
            diagnostics.extend(_default_misfit(judge, field.type, field.default))
            field = _with_described_default(field, field.default.text)
        return replace(field, values=tuple(values), nullable=field.nullable or None in values, default_value=default)

    return map_fields(model, change), (*diagnostics, *misfits(model, judge), *extra_keys(model))


def _read_value(judge: Judge, field: Field, example: RawValue) -> tuple[Json, bool]:
    """The value of an example, and whether it fits: its JSON if the type admits that, else its text."""
    parsed = parse(example.text)
    if parsed == (None,):
        return None, True
    for value in (*parsed, example.text) if parsed else (example.text,):
        if judge.admits(field.type, value) and not (
            _has_lost_digits(value, example.text) and judge.admits(field.type, example.text)
        ):
            return value, True
    return parsed[0] if parsed else example.text, False


def _has_lost_digits(value: Json, text: str) -> bool:
    """Whether a text has more digits than the float that it became."""
    return isinstance(value, float) and len(text) > _EXACT_DIGITS and Decimal(repr(value)) != Decimal(text)


def _read_default(judge: Judge, field: Field, default: RawValue) -> Value | None:
    """A default as a value of its field's type; None if it is no such value.

    Code may name a member of an enumeration: `Status.OPEN`, `Status_Open`. If the type takes any value, other code is no
    default.
    """
    if default.may_be_nothing:
        return Value(default.text) if judge.lists(field.type, default.text) else None
    if parse(default.text) is None:
        member = judge.member(field.type, default.text)
        if member is not None:
            return Value(member)
        if judge.takes_anything(field.type):
            return None
    value, fits = _read_value(judge, field, default)
    if fits:
        return Value(value) if value is not None else None
    written = written_value(default.text)
    return Value(written) if written is not None and judge.admits(field.type, written) else None


def _needs_no_finding(default: RawValue) -> bool:
    """Whether a default is a word for "none" or null, or stands in the description."""
    is_nothing = default.may_be_nothing or default.text in _NOTHING or parse(default.text) == (None,)
    return default.is_described or is_nothing


def _default_misfit(judge: Judge, kind: Type, default: RawValue) -> Iterator[Diagnostic]:
    """A finding for a default that is no value of its type; none if the type takes any value."""
    if not judge.takes_anything(kind):
        message = f'the default "{default.text}" does not fit the type; it is in the docs of the field'
        yield Diagnostic(default.place, "default-misfit", message, "Correct the default or the type.")


def _with_described_default(field: Field, default: str) -> Field:
    """The field with a default in its description, unless the description has it already."""
    if default in field.description:
        return field
    return replace(field, description="\n\n".join(filter(None, (field.description, f"Default: `{default}`"))))


def written_value(text: str) -> int | float | bool | None:
    """The number or truth in a text that is no JSON: `1,000`, `FALSE`; None for any other text."""
    truth = _TRUTHS.get(text.casefold())
    return truth if truth is not None else written_number(text)


def parse(text: str) -> tuple[Json] | None:
    """The JSON value of the text, in a tuple since it may be null; None if the text is no JSON."""
    try:
        value = read_json(text)
    except ValueError:
        return None
    return (value,) if is_small(value) else None


def is_small(value: Json) -> bool:
    """Whether a value is within `MAX_DEPTH` and `MAX_SIZE`."""
    level: list[Json] = [value]
    size = 0
    for _ in range(MAX_DEPTH + 1):
        inner: list[Json] = []
        for part in level:
            if isinstance(part, dict):
                inner.extend(part.values())
            elif isinstance(part, list):
                inner.extend(part)
        size += len(inner)
        if not inner or size > MAX_SIZE:
            return not inner
        level = inner
    return False
