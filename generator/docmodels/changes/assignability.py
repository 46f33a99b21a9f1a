"""Whether all values of a type are values of another type, which belongs to another model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ..model.code_names import key_of
from ..model.declarations import Alias, Enumeration, Field, Object
from ..model.model import Model
from ..model.types import (
    INTEGER,
    NULL,
    STRING,
    Constant,
    DeclarationId,
    ListOf,
    MapOf,
    Nullable,
    Primitive,
    Ref,
    Scalar,
    Type,
    UnionOf,
    Unknown,
    walk,
)

Same = Callable[[DeclarationId, DeclarationId], bool]
"""Whether two identities, one of each model, mean the same declaration."""

_JSON = frozenset({Scalar.STRING, Scalar.INTEGER, Scalar.NUMBER, Scalar.BOOLEAN, Scalar.NULL, Scalar.ANY})
_KINDS = ((bool, Scalar.BOOLEAN), (int, Scalar.INTEGER), (str, Scalar.STRING))  # a bool is an int in Python

_DEEPEST = 50
_Id = tuple[str, str]
"""The names of a field: in the docs (and so in Python), and on the wire."""


class Assignability:
    """Compares the types of one model with those of another, by the values in Python.

    as_received  whether code reads the values: then `any` holds plain JSON, no object and no date, and an object may have
                 fields that code does not read. Otherwise it must not have fields that would be lost
    by_class     whether an object of another class with the same fields is another value
    """

    def __init__(self, model: Model, other: Model, same: Same, *, as_received: bool, by_class: bool = False) -> None:
        self._model = model
        self._other = other
        self._same = same
        self._as_received = as_received
        self._by_class = by_class
        self._fit: set[tuple[Type, Type]] = set()
        self._unfit: set[tuple[Type, Type]] = set()
        self._depth = 0

    def fits(self, narrow: Type, wide: Type) -> bool:
        """Whether every value of `narrow`, a type of the first model, is a value of `wide`, a type of the other.

        Types that refer to each other fit unless a part of them does not: two chains of the same links fit. A type inside
        more than `_DEEPEST` others does not fit.
        """
        pair = narrow, wide
        if pair in self._fit:
            return True
        if pair in self._unfit or self._depth == _DEEPEST:
            return False
        before = set(self._fit)
        self._fit.add(pair)
        self._depth += 1
        places = tuple(_alternatives(self._other, wide))
        fits = all(any(self._has(place, part) for place in places) for part in _alternatives(self._model, narrow))
        self._depth -= 1
        if not fits:
            self._fit = before  # pairs that fit only because of this one may not fit
            self._unfit.add(pair)
        return fits

    def _has(self, wide: Type, narrow: Type) -> bool:
        match narrow, wide:
            case _, Unknown() | Primitive(Scalar.ANY):
                return not self._as_received or self._is_json(narrow)
            case Primitive(Scalar.INTEGER), Primitive(Scalar.NUMBER):
                return True
            case Primitive(Scalar.DECIMAL | Scalar.DECIMAL_STRING), Primitive(Scalar.DECIMAL | Scalar.DECIMAL_STRING):
                return True
            case Primitive(one), Primitive(other):
                return one == other
            case ListOf(item), ListOf(other):
                return self.fits(item, other)
            case MapOf(item), MapOf(other):
                return self.fits(item, other)
            case Ref(one), Ref(other) if self._same(one, other):
                return True
            case Ref(one), Ref(other) if self._are_objects(one, other):
                return not self._by_class and self._fields_fit(_fields(self._model, one), _fields(self._other, other))
            case _:
                values = _values(self._model, narrow)
                return bool(values) and all(self._holds(wide, value) for value in values)

    def _are_objects(self, one: DeclarationId, other: DeclarationId) -> bool:
        return isinstance(self._model.by_id[one], Object) and isinstance(self._other.by_id[other], Object)

    def _fields_fit(self, narrow: Mapping[_Id, Field], wide: Mapping[_Id, Field]) -> bool:
        if self._as_received:
            if not wide.keys() <= narrow.keys():
                return False
        elif not narrow.keys() <= wide.keys() or any(wide[key].required for key in wide.keys() - narrow.keys()):
            return False
        for key in narrow.keys() & wide.keys():
            one, other = narrow[key], wide[key]
            if other.required and not one.required:
                return False
            if one.nullable and not other.nullable and not (self._as_received and not other.required):
                return False
            if not self.fits(one.type, other.type):
                return False
        return True

    def _holds(self, wide: Type, value: str | int | bool) -> bool:
        if isinstance(wide, Primitive):
            scalar = next(scalar for kind, scalar in _KINDS if isinstance(value, kind))
            return wide.scalar is scalar or (wide.scalar is Scalar.NUMBER and scalar is Scalar.INTEGER)
        listed = _values(self._other, wide)
        return any(type(value) is type(other) and value == other for other in listed)

    def _is_json(self, type_: Type) -> bool:
        """Whether Python has the same values for a type as JSON."""
        for part in walk(type_):
            if isinstance(part, Primitive) and part.scalar not in _JSON:
                return False
            if isinstance(part, Ref) and not isinstance(self._model.by_id[part.id], Enumeration):
                return False
        return True


def _alternatives(model: Model, type_: Type) -> Iterator[Type]:
    """The types that a value may have, aliases, unions, constants and open enumerations written out; null among them."""
    for part in model.alternatives(type_):
        if isinstance(part, Constant):
            yield from (Constant((value,)) for value in part.values)
        elif isinstance(part, Ref) and isinstance(target := model.by_id[part.id], Enumeration) and target.is_open:
            yield from dict.fromkeys(STRING if isinstance(m.value, str) else INTEGER for m in target.members)
        else:
            yield part
    if _may_be_null(model, type_):
        yield NULL


def _may_be_null(model: Model, type_: Type) -> bool:
    queue, seen = [type_], set[DeclarationId]()
    while queue:
        match queue.pop():
            case Nullable():
                return True
            case UnionOf(members):
                queue.extend(members)
            case Ref(target_id) if target_id not in seen:
                seen.add(target_id)
                target = model.by_id[target_id]
                if isinstance(target, Alias):
                    queue.append(target.type)
    return False


def _fields(model: Model, declaration: DeclarationId) -> Mapping[_Id, Field]:
    owner = model.by_id[declaration]
    assert isinstance(owner, Object)
    return {(field.name, key_of(field)): field for field in owner.fields}


def _values(model: Model, type_: Type) -> tuple[str | int | bool, ...]:
    """All values of a type that lists them: a constant or an enumeration."""
    match type_:
        case Constant(values):
            return values
        case Ref(target_id) if isinstance(target := model.by_id[target_id], Enumeration):
            return target.values
        case _:
            return ()
