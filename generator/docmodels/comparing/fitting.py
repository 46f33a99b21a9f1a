"""How a type of the docs and one of the code relate, as far as JSON goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum

from ..frozen import frozen
from ..model.declarations import Alias, Enumeration, Field, Object
from ..model.model import Model
from ..model.types import (
    ANY,
    INTEGER,
    NULL,
    NUMBER,
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
)

_DEEPEST = 50
_TEXTS = frozenset(
    {Scalar.STRING, Scalar.BYTES, Scalar.DATE, Scalar.DATETIME, Scalar.TIME, Scalar.DURATION, Scalar.UUID}
    | {Scalar.DECIMAL_STRING}
)
_DECIMALS = frozenset({Scalar.DECIMAL, Scalar.DECIMAL_STRING, Scalar.NUMBER, Scalar.INTEGER, Scalar.STRING})
_CLOCKS = frozenset({Scalar.DATETIME, Scalar.DATE, Scalar.DURATION})
"""What libraries read from numbers too."""


class Relation(Enum):
    """SAME, or what the code is: LOOSER, MORE_EXACT where the docs leave it open, NARROWER, or something else."""

    SAME = ""
    LOOSER = "type-looser"
    MORE_EXACT = "type-more-exact"
    NARROWER = "type-narrower"
    DIFFERENT = "type-differs"


@frozen()
class Fitting:
    """Both models, and the pairs of their declarations.

    is_python  whether the code is classes of Python: these read numbers where they have dates
    """

    docs: Model
    code: Model
    pairs: Mapping[DeclarationId, DeclarationId]
    is_python: bool

    def relation(self, docs: Type, code: Type) -> Relation:
        """How the type of the code relates to that of the docs."""
        is_wide = self._holds_docs(docs, code, 0, lenient=False)
        is_narrow = self._holds_code(code, docs, 0)
        if is_wide:
            return Relation.SAME if is_narrow or self._says_nothing(docs) else Relation.LOOSER
        if self._holds_docs(docs, code, 0, lenient=True):
            return Relation.MORE_EXACT
        return Relation.NARROWER if is_narrow else Relation.DIFFERENT

    def are_paired(self, docs: Type, code: Type) -> bool:
        """Whether both are references to the two of a pair; how these two differ is told there."""
        return isinstance(docs, Ref) and isinstance(code, Ref) and self.pairs.get(docs.id) == code.id

    def are_containers_alike(self, docs: Type, code: Type) -> bool:
        """Whether both are lists, or both are maps."""
        ours, theirs = list(alternatives(self.docs, docs)), list(alternatives(self.code, code))
        return len(ours) == len(theirs) == 1 and type(ours[0]) is type(theirs[0])

    def takes(self, docs: Type, code: Type) -> bool:
        """Whether the code's alternative takes that of the docs."""
        return self._takes(docs, code, 0, lenient=True)

    def describes(self, code: Type, docs: Type) -> bool:
        """Whether the docs' alternative describes that of the code."""
        return self._describes(code, docs, 0) or self._takes(docs, code, 0, lenient=True)

    def has_constant(self, owned: Field) -> bool:
        """Whether a field of the code has one value, and has it by default: it is written whether or not it is set."""
        values = [part for part in alternatives(self.code, owned.type) if part != NULL]
        is_set = owned.default_value is not None and owned.default_value.json is not None
        return is_set and len(values) == 1 and isinstance(values[0], Constant)

    def is_any(self, code: Type) -> bool:
        """Whether a type of the code takes any value, or nobody can tell what it takes."""
        return any(isinstance(part, Unknown) or part == ANY for part in alternatives(self.code, code))

    def is_open(self, docs: Type) -> bool:
        """Whether a type of the docs is any value, or nobody can tell what it is."""
        return any(isinstance(part, Unknown) or part == ANY for part in alternatives(self.docs, docs))

    def has_null(self, whole: Type, *, of_code: bool) -> bool:
        """Whether null is among the values; not of what is any value."""
        return NULL in alternatives(self.code if of_code else self.docs, whole)

    def _says_nothing(self, docs: Type) -> bool:
        return isinstance(docs, Unknown)

    def _holds_docs(self, docs: Type, code: Type, depth: int, *, lenient: bool) -> bool:
        """Whether the code takes all that the docs describe.

        lenient  whether what the docs leave open is whatever the code has
        """
        if self.are_paired(docs, code):
            return True
        places = list(alternatives(self.code, code))
        return depth < _DEEPEST and all(
            any(self._takes(part, place, depth, lenient=lenient) for place in places)
            for part in alternatives(self.docs, docs)
        )

    def _takes(self, docs: Type, code: Type, depth: int, *, lenient: bool) -> bool:
        match docs, code:
            case _, Unknown() | Primitive(Scalar.ANY):
                return True
            case Unknown() | Primitive(Scalar.ANY), _:
                return lenient
            case MapOf(Primitive(Scalar.ANY) | Unknown()), Ref(target) if isinstance(self.code.by_id[target], Object):
                return lenient
            case Primitive(Scalar.STRING), Primitive(other) if other in _TEXTS:
                return lenient or other is Scalar.STRING
            case Primitive(Scalar.INTEGER | Scalar.NUMBER), Primitive(other) if other in _CLOCKS and self.is_python:
                return True
            case Primitive(one), Primitive(other):
                return one == other or _is_inside(one, other) or _is_decimal(docs, code)
            case ListOf(item), ListOf(other):
                return self._holds_docs(item, other, depth + 1, lenient=lenient)
            case MapOf(item), MapOf(other):
                return self._holds_docs(item, other, depth + 1, lenient=lenient)
            case Ref(one), Ref(other) if self._are_objects(one, other):
                return self.pairs.get(one) == other
            case Ref(one), MapOf(value) if isinstance(self.docs.by_id[one], Object):
                return value == ANY or isinstance(value, Unknown)
            case Ref(one), Ref(other) if self.pairs.get(one) == other:
                return True
            case Constant((value,)), _:
                return _has(self.code, code, value)
            case _:
                return False

    def _holds_code(self, code: Type, docs: Type, depth: int) -> bool:
        """Whether the docs describe all that the code takes."""
        if self.are_paired(docs, code):
            return True
        places = list(alternatives(self.docs, docs))
        return depth < _DEEPEST and all(
            any(self._describes(part, place, depth) for place in places) for part in alternatives(self.code, code)
        )

    def _describes(self, code: Type, docs: Type, depth: int) -> bool:
        match code, docs:
            case Unknown(), _:
                return True
            case _, Unknown() | Primitive(Scalar.ANY):
                return True
            case Primitive(Scalar.STRING, "json"), Primitive(other):
                return other in _TEXTS
            case Primitive(one), Primitive(other):
                return one == other or _is_inside(one, other) or _is_decimal(docs, code)
            case ListOf(item), ListOf(other):
                return self._holds_code(item, other, depth + 1)
            case MapOf(item), MapOf(other):
                return self._holds_code(item, other, depth + 1)
            case Ref(one), Ref(other) if self._are_objects(other, one):
                return self.pairs.get(other) == one
            case Ref(one), MapOf(value) if isinstance(self.code.by_id[one], Object):
                return value == ANY
            case Ref(one), Ref(other) if self.pairs.get(other) == one:
                return True
            case Constant((value,)), _:
                return _has(self.docs, docs, value)
            case _:
                return False

    def _are_objects(self, docs: DeclarationId, code: DeclarationId) -> bool:
        return isinstance(self.docs.by_id[docs], Object) and isinstance(self.code.by_id[code], Object)


def _is_inside(narrow: Scalar, wide: Scalar) -> bool:
    if wide is Scalar.STRING:
        return narrow in _TEXTS
    return (narrow, wide) == (Scalar.INTEGER, Scalar.NUMBER)


def _is_decimal(docs: Type, code: Type) -> bool:
    """Whether the code has a decimal, which reads texts and numbers; or a number for a decimal, as JSON has it."""
    if not isinstance(docs, Primitive) or not isinstance(code, Primitive):
        return False
    if code.scalar is Scalar.DECIMAL:
        return docs.scalar in _DECIMALS
    return docs.scalar is Scalar.DECIMAL and code.scalar is Scalar.NUMBER


def _has(model: Model, whole: Type, value: str | int | bool) -> bool:
    match whole:
        case Primitive(scalar):
            if isinstance(value, bool):
                return scalar is Scalar.BOOLEAN
            return scalar in ((Scalar.STRING,) if isinstance(value, str) else (Scalar.INTEGER, Scalar.NUMBER))
        case Constant(values):
            return any(type(each) is type(value) and each == value for each in values)
        case _:
            return False


def alternatives(model: Model, whole: Type) -> Iterator[Type]:
    """The types that a value may have: aliases and unions written out, null among them, each constant by itself."""
    queue, seen = [whole], set[DeclarationId]()
    while queue:
        part = queue.pop()
        match part:
            case Ref(target) if isinstance(declared := model.by_id[target], Alias):
                if target not in seen:
                    seen.add(target)
                    queue.append(declared.type)
            case Ref(target) if isinstance(declared := model.by_id[target], Enumeration):
                yield from (Constant((member.value,)) for member in declared.members)
                if declared.is_open or not declared.members:
                    yield from dict.fromkeys(STRING if isinstance(m.value, str) else INTEGER for m in declared.members)
                if declared.is_flags:
                    yield INTEGER
            case UnionOf(members):
                queue.extend(reversed(members))
            case Nullable(item):
                yield NULL
                queue.append(item)
            case Constant(values):
                yield from (Constant((value,)) for value in values)
            case _:
                yield part


def values_of(model: Model, whole: Type) -> tuple[dict[str | int | bool, None], bool, tuple[Type, ...]]:
    """The values that a type lists, whether it takes others of their types too, and its other alternatives."""
    parts = list(alternatives(model, whole))
    values = {value: None for part in parts if isinstance(part, Constant) for value in part.values}
    rest = tuple(part for part in parts if not isinstance(part, Constant))
    kinds = {STRING if isinstance(value, str) else INTEGER for value in values}
    is_open = any(part in kinds or part in (ANY, NUMBER) for part in rest)
    return values, is_open, rest


def item_of(model: Model, whole: Type) -> Type | None:
    """The type of the items of a list, or of the values of a map, if the type is nothing else."""
    parts = list(alternatives(model, whole))
    match parts:
        case [ListOf(item)] | [MapOf(item)]:
            return item
        case _:
            return None
