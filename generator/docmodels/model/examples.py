"""From the characters of an example to the JSON value that they stand for in a field of a known type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID

from ..diagnostics import Diagnostic
from .declarations import Enumeration, Field, Json, Object, Shown, Value
from .model import Model, map_fields
from .names import folded
from .strict_json import read_json
from .types import ANY, Constant, DeclarationId, ListOf, MapOf, Primitive, Ref, Scalar, Type, Unknown

MAX_DEPTH, MAX_SIZE = 32, 10_000
"""JSON that is nested deeper, or holds more values, is kept as text: no reader of an example gains by more."""

_TEXTUAL = frozenset(
    {Scalar.STRING, Scalar.BYTES, Scalar.DATE, Scalar.DATETIME, Scalar.TIME, Scalar.DURATION, Scalar.UUID}
)
_NULLS = frozenset({"<nil>", "nil", "None", "-"})
"""How docs write null besides `null`: a value that a language prints, or a dash."""

_PARSERS: Mapping[Scalar, Callable[[str], object]] = MappingProxyType(
    {Scalar.DATE: date.fromisoformat, Scalar.DATETIME: datetime.fromisoformat, Scalar.UUID: UUID}
)


def read_examples(model: Model) -> tuple[Model, tuple[Diagnostic, ...]]:
    """Fill in `Field.values` and `Field.default_value`, and `Field.nullable` where the docs give null for an example.

    `None` is null, as is what other languages have for it, unless the type lists it as one of its values.

    Any other example that does not fit its field's type is kept as it is, with a warning. A default that does not fit
    says nothing: `[default to undefined]` does not name a value.
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
        return replace(field, values=tuple(values), nullable=field.nullable or None in values, default_value=default)

    return map_fields(model, change), tuple(diagnostics)


def _read_value(judge: Judge, field: Field, example: Shown) -> tuple[Json, bool]:
    """The value of an example and whether it fits: JSON where the type admits it, else the text itself."""
    parsed = parse(example.text)
    if parsed == (None,):
        return None, True
    for value in (*parsed, example.text) if parsed else (example.text,):
        if judge.admits(field.type, value):
            return value, True
    return parsed[0] if parsed else example.text, False


def _read_default(judge: Judge, field: Field, shown: Shown) -> Value | None:
    """A default as its field's type has it, None where it is no such value.

    Code may name a member of an enumeration: `Status.OPEN`, `Status_Open`. Other code is no text, where any value fits.
    """
    if parse(shown.text) is None:
        member = judge.member(field.type, shown.text)
        if member is not None:
            return Value(member)
        if judge.takes_anything(field.type):
            return None
    value, fits = _read_value(judge, field, shown)
    return Value(value) if fits and value is not None else None


def parse(text: str) -> tuple[Json] | None:
    """The JSON value in the text, in a tuple of its own since it may be null; None where the text is no JSON."""
    try:
        value = read_json(text)
    except ValueError:
        return None
    return (value,) if is_small(value) else None


class Judge:
    """Knows which values a type admits."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._known: dict[DeclarationId | int, frozenset[tuple[type, Json]]] = {}
        self._judged: dict[tuple[int, int], bool] = {}

    def admits(self, whole: Type, value: Json) -> bool:
        """Whether a field of the type may have the value. An object's own fields are not looked into."""
        self._judged.clear()
        return self._admits_any(whole, value)

    def admits_scalar(self, types: Iterable[Type], value: Json) -> bool:
        """Whether one of the types, aliases and unions written out, may have a value that is no list and no object."""
        return any(self._admits(part, value) for part in types)

    def lists(self, whole: Type, text: str) -> bool:
        """Whether the type has the text among the values that it lists."""
        return any(
            text in part.values
            if isinstance(part, Constant)
            else isinstance(part, Ref)
            and isinstance(target := self._model.by_id[part.id], Enumeration)
            and any(member.value == text for member in target.members)
            for part in self._model.alternatives(whole)
        )

    def takes_anything(self, whole: Type) -> bool:
        """Whether no value contradicts the type."""
        return any(isinstance(part, Unknown) or part == ANY for part in self._model.alternatives(whole))

    def member(self, whole: Type, name: str) -> str | int | None:
        """The value of the member that a name stands for, alone or behind the title of its enumeration."""
        wanted = folded(name)
        for part in self._model.alternatives(whole):
            target = self._model.by_id.get(part.id) if isinstance(part, Ref) else None
            if isinstance(target, Enumeration):
                spelled = {folded(f"{target.title}{each.name}"): each.value for each in target.members if each.name}
                plain = {folded(each.name): each.value for each in target.members if each.name}
                if wanted in spelled or wanted in plain:
                    return spelled.get(wanted, plain.get(wanted))
        return None

    def _admits_any(self, whole: Type, value: Json) -> bool:
        if not isinstance(value, list | dict):
            return any(self._admits(part, value) for part in self._model.alternatives(whole))
        # Lists of lists of lists may be read in as many ways as a number has digits.
        asked = id(whole), id(value)
        if asked not in self._judged:
            self._judged[asked] = any(self._admits(part, value) for part in self._model.alternatives(whole))
        return self._judged[asked]

    def _admits(self, part: Type, value: Json) -> bool:
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
                return isinstance(value, list) and all(self._admits_any(item, entry) for entry in value)
            case MapOf(item):
                return isinstance(value, dict) and all(self._admits_any(item, entry) for entry in value.values())
            case Constant(values):
                return self._is_one_of(value, id(part), values)
            case Ref(target_id):
                target = self._model.by_id[target_id]
                if not isinstance(target, Enumeration):
                    return isinstance(value, dict)
                if target.is_open and isinstance(value, str | int):
                    kinds = {type(member.value) for member in target.members}
                    if type(value) in kinds:
                        return True
                return self._is_one_of(value, target_id, (member.value for member in target.members))
            case _:
                return value is None

    def _is_one_of(self, value: Json, asked: DeclarationId | int, values: Iterable[Json]) -> bool:
        """Whether the value is among those that were asked for by this; 1 is not True, nor 1.0."""
        if isinstance(value, list | dict):
            return False
        if asked not in self._known:
            self._known[asked] = frozenset((type(known), known) for known in values)
        return (type(value), value) in self._known[asked]


def _reads(scalar: Scalar, text: str) -> bool:
    """Whether a text is one that stands for a value of the kind."""
    try:
        _PARSERS.get(scalar, str)(text)
    except ValueError:
        return False
    return True


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
