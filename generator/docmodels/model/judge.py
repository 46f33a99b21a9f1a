"""The values that a type admits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from types import MappingProxyType

from ..patterns import regex
from .declarations import Enumeration, Json
from .model import Model
from .names import folded
from .types import ANY, Constant, DeclarationId, ListOf, MapOf, Primitive, Ref, Scalar, Type, Unknown

_TEXTUAL = frozenset(
    {Scalar.STRING, Scalar.BYTES, Scalar.DATE, Scalar.DATETIME, Scalar.TIME, Scalar.DURATION, Scalar.UUID}
)


def _uuid(text: str) -> object:
    from uuid import UUID  # a tenth of what a run that changes nothing imports

    return UUID(text)


_PARSERS: Mapping[Scalar, Callable[[str], object]] = MappingProxyType(
    {Scalar.DATE: date.fromisoformat, Scalar.DATETIME: datetime.fromisoformat, Scalar.UUID: _uuid}
)
_DECIMAL = regex(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,4})?")


class Judge:
    """Knows which values a type admits."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._known: dict[DeclarationId | int, frozenset[tuple[type, Json]]] = {}
        self._judged: dict[tuple[int, int], bool] = {}

    def admits(self, type_: Type, value: Json) -> bool:
        """Whether a field of the type may have the value. The fields of an object are not checked."""
        self._judged.clear()
        return self._admits_any(type_, value)

    def admits_scalar(self, types: Iterable[Type], value: Json) -> bool:
        """Whether one of the types may have a value that is no list and no object. Aliases and unions are written out before."""
        return any(self._admits(part, value) for part in types)

    def lists(self, type_: Type, text: str) -> bool:
        """Whether the type lists the text as a value."""
        return any(
            text in part.values
            if isinstance(part, Constant)
            else isinstance(part, Ref)
            and isinstance(target := self._model.by_id[part.id], Enumeration)
            and any(member.value == text for member in target.members)
            for part in self._model.alternatives(type_)
        )

    def takes_anything(self, type_: Type) -> bool:
        """Whether no value contradicts the type."""
        return any(isinstance(part, Unknown) or part == ANY for part in self._model.alternatives(type_))

    def member(self, type_: Type, name: str) -> str | int | None:
        """The value of the member with a name, alone or behind the title of its enumeration; None without such a member.

        A listed value is its own name, in any capitals: `Solo` is `solo`.
        """
        wanted = folded(name)
        for part in self._model.alternatives(type_):
            if isinstance(part, Constant) and name not in part.values:
                alike = [value for value in part.values if isinstance(value, str) and folded(value) == wanted]
                if wanted and len(alike) == 1:
                    return alike[0]
            target = self._model.by_id.get(part.id) if isinstance(part, Ref) else None
            if isinstance(target, Enumeration):
                spelled = {
                    folded(f"{target.title}{member.name}"): member.value for member in target.members if member.name
                }
                plain = {folded(member.name): member.value for member in target.members if member.name}
                if wanted in spelled or wanted in plain:
                    return spelled.get(wanted, plain.get(wanted))
        return None

    def _admits_any(self, type_: Type, value: Json) -> bool:
        if not isinstance(value, list | dict):
            return any(self._admits(part, value) for part in self._model.alternatives(type_))
        # Unions of lists of unions of lists may ask the same question very often.
        asked = id(type_), id(value)
        if asked not in self._judged:
            self._judged[asked] = any(self._admits(part, value) for part in self._model.alternatives(type_))
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
            case Primitive(Scalar.DECIMAL):
                return is_decimal(value) or (isinstance(value, int | float) and not isinstance(value, bool))
            case Primitive(Scalar.DECIMAL_STRING):
                return is_decimal(value)
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
                    kinds = set(map(type, target.values))
                    if type(value) in kinds:
                        return True
                return self._is_one_of(value, target_id, target.values)
            case _:
                return value is None

    def _is_one_of(self, value: Json, asked: DeclarationId | int, values: Iterable[Json]) -> bool:
        """Whether the value is one of the values; 1 is neither True nor 1.0. `asked` is their key in the cache."""
        if isinstance(value, list | dict):
            return False
        if asked not in self._known:
            self._known[asked] = frozenset((type(known), known) for known in values)
        return (type(value), value) in self._known[asked]


def is_decimal(value: Json) -> bool:
    """Whether a value is a decimal number as a string: `"12.50"`."""
    return isinstance(value, str) and _DECIMAL.fullmatch(value) is not None


def _reads(scalar: Scalar, text: str) -> bool:
    """Whether a text is a value of the scalar in JSON."""
    try:
        _PARSERS.get(scalar, str)(text)
    except ValueError:
        return False
    return True
