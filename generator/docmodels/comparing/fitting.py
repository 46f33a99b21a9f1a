"""How a type of the docs and a type of the code relate, by the JSON that they take."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum, auto

from ..frozen import frozen
from ..model.declarations import Field, Object
from ..model.model import Model
from ..model.types import (
    ANY,
    INTEGER,
    NULL,
    STRING,
    TEXTS,
    Constant,
    DeclarationId,
    ListOf,
    MapOf,
    Primitive,
    Ref,
    Scalar,
    Type,
    Unknown,
    union,
)
from .alternatives import alternatives, named
from .members import inherits
from .target import JSON_TEXT, UNTAGGED

_DEEPEST = 50
_DECIMALS = frozenset({Scalar.DECIMAL, Scalar.DECIMAL_STRING, Scalar.NUMBER, Scalar.INTEGER, Scalar.STRING})
_CLOCKS = frozenset({Scalar.DATETIME, Scalar.DATE, Scalar.DURATION})
"""The types that Python libraries read from numbers too."""


class Relation(Enum):
    """The type of the code, compared with that of the docs. MORE_EXACT: the docs leave open what the code has."""

    SAME = ""
    LOOSER = "type-looser"
    MORE_EXACT = "type-more-exact"
    NARROWER = "type-narrower"
    DIFFERENT = "type-differs"


class _Way(Enum):
    """The question that a comparison answers.

    CODE_TAKES     does the code's type take all values of the docs' type?
    CODE_MAY_TAKE  the same question; a value that the docs leave open counts as taken
    DOCS_DESCRIBE  does the docs' type have all values of the code's type?
    """

    CODE_TAKES = auto()
    CODE_MAY_TAKE = auto()
    DOCS_DESCRIBE = auto()


@frozen()
class Fitting:
    """Both models, and the pairs of their declarations.

    is_python       whether the code holds Python classes: these read a number as a date
    tells_integers  whether the docs tell integers from numbers; if not, `number` stands for both
    """

    docs: Model
    code: Model
    pairs: Mapping[DeclarationId, DeclarationId]
    is_python: bool
    tells_integers: bool

    def relation(self, docs: Type, code: Type) -> Relation:
        """How the type of the code relates to that of the docs."""
        is_wide = self._holds(docs, code, _Way.CODE_TAKES)
        is_narrow = self._holds(code, docs, _Way.DOCS_DESCRIBE)
        if is_wide:
            return Relation.SAME if is_narrow or isinstance(docs, Unknown) else Relation.LOOSER
        if self._holds(docs, code, _Way.CODE_MAY_TAKE):
            return Relation.MORE_EXACT
        return Relation.NARROWER if is_narrow else Relation.DIFFERENT

    def are_paired(self, docs: Type, code: Type) -> bool:
        """Whether both refer to the two sides of one pair. The differences of that pair cover them."""
        return isinstance(docs, Ref) and isinstance(code, Ref) and self.pairs.get(docs.id) == code.id

    def are_containers_alike(self, docs: Type, code: Type) -> bool:
        """Whether both are lists, or both are maps."""
        ours, theirs = list(alternatives(self.docs, docs)), list(alternatives(self.code, code))
        return len(ours) == len(theirs) == 1 and type(ours[0]) is type(theirs[0])

    def share_a_pair(self, docs: Type, code: Type) -> bool:
        """Whether the alternatives of the docs have one side of a pair, and those of the code the other."""
        return bool(self._common(docs, code))

    def takes(self, docs: Type, code: Type) -> bool:
        """Whether the code's alternative takes that of the docs."""
        return self._has(docs, code, _Way.CODE_MAY_TAKE, 0)

    def describes(self, code: Type, docs: Type) -> bool:
        """Whether the docs' alternative describes that of the code."""
        return self._has(code, docs, _Way.DOCS_DESCRIBE, 0) or self.takes(docs, code)

    def has_constant(self, owned: Field) -> bool:
        """Whether a field of the code has one value only, by default, so that the JSON always has it."""
        values = [part for part in alternatives(self.code, owned.type) if part != NULL]
        is_set = owned.default_value is not None and owned.default_value.json is not None
        return is_set and len(values) == 1 and isinstance(values[0], Constant)

    def is_any(self, code: Type) -> bool:
        """Whether a type of the code takes any value or is unknown."""
        return any(isinstance(part, Unknown) or part == ANY for part in alternatives(self.code, code))

    def is_open(self, docs: Type) -> bool:
        """Whether a type of the docs is any value or unknown."""
        return any(isinstance(part, Unknown) or part == ANY for part in alternatives(self.docs, docs))

    def has_null(self, type_: Type, *, of_code: bool) -> bool:
        """Whether a type lists null among its values; `any` does not list it."""
        return NULL in alternatives(self.code if of_code else self.docs, type_)

    def _holds(self, inner: Type, outer: Type, way: _Way, depth: int = 0) -> bool:
        """Whether the type of one side has all values of the other's."""
        docs, code = (outer, inner) if way is _Way.DOCS_DESCRIBE else (inner, outer)
        if self.are_paired(docs, code):
            return True
        common = self._common(docs, code)
        of_docs = list(alternatives(self.docs, docs, common.keys()))
        of_code = list(alternatives(self.code, code, common.values()))
        if way is _Way.DOCS_DESCRIBE:
            of_docs = _with_one_list(of_docs)
            if UNTAGGED in of_code and self._are_untagged(of_docs):
                of_code.remove(UNTAGGED)
        elif way is _Way.CODE_MAY_TAKE and not any(isinstance(part, Constant) for part in of_docs):
            of_code += _of_values(of_code)
        parts, places = (of_code, of_docs) if way is _Way.DOCS_DESCRIBE else (of_docs, of_code)
        return depth < _DEEPEST and all(any(self._has(part, place, way, depth) for place in places) for part in parts)

    def _common(self, docs: Type, code: Type) -> Mapping[DeclarationId, DeclarationId]:
        """The pairs that have one side among the alternatives of the docs, and the other among those of the code."""
        theirs = frozenset(named(self.code, code))
        return {docs_id: self.pairs[docs_id] for docs_id in named(self.docs, docs) if self.pairs.get(docs_id) in theirs}

    def _is_form(self, docs: DeclarationId, code: DeclarationId) -> bool:
        """Whether a class is the pair of a model, or inherits from that pair."""
        mate, declared = self.pairs.get(docs), self.code.by_id[code]
        return mate == code or (
            mate is not None and isinstance(declared, Object) and inherits(self.code, declared, mate)
        )

    def _are_untagged(self, parts: Iterable[Type]) -> bool:
        """Whether several alternatives are objects, which a library may be unable to tell apart."""
        return sum(isinstance(part, Ref) and isinstance(self.docs.by_id[part.id], Object) for part in parts) > 1

    def _has(self, part: Type, place: Type, way: _Way, depth: int) -> bool:
        """Whether one alternative has all values of one of the other side."""
        of_docs, is_lenient = way is not _Way.DOCS_DESCRIBE, way is _Way.CODE_MAY_TAKE
        model, other = (self.docs, self.code) if of_docs else (self.code, self.docs)
        match part, place:
            case _, Unknown() | Primitive(Scalar.ANY):
                return True
            case Unknown(), _:
                return is_lenient or not of_docs
            case Primitive(Scalar.ANY), _:
                return is_lenient
            case MapOf(Primitive(Scalar.ANY) | Unknown()), Ref(target) if isinstance(other.by_id[target], Object):
                return is_lenient
            case Primitive(Scalar.STRING), Primitive(scalar) if scalar in TEXTS:
                return is_lenient or scalar is Scalar.STRING or part == JSON_TEXT
            case Primitive(Scalar.INTEGER | Scalar.NUMBER), Primitive(scalar) if scalar in _CLOCKS:
                return of_docs and self.is_python
            case Primitive(Scalar.NUMBER), Primitive(Scalar.INTEGER):
                return is_lenient and not self.tells_integers
            case Primitive(one), Primitive(two):
                return one == two or _is_inside(one, two) or _is_decimal(*((part, place) if of_docs else (place, part)))
            case (ListOf(item), ListOf(items)) | (MapOf(item), MapOf(items)):
                return self._holds(item, items, way, depth + 1)
            case Ref(one), Ref(two):
                return self._is_form(*((one, two) if of_docs else (two, one)))
            case Ref(one), MapOf(value) if isinstance(model.by_id[one], Object):
                return isinstance(value, Unknown) or (isinstance(value, Primitive) and value.scalar is Scalar.ANY)
            case Constant((value,)), _:
                return _has_value(place, value)
            case _:
                return False


def _of_values(parts: Iterable[Type]) -> list[Type]:
    """The types of the listed texts and integers. Docs that list no values leave them open."""
    values = [value for part in parts if isinstance(part, Constant) for value in part.values]
    texts = [STRING] if any(isinstance(value, str) for value in values) else []
    is_number = any(isinstance(value, int) and not isinstance(value, bool) for value in values)
    return [*texts, *([INTEGER] if is_number else [])]


def _with_one_list(parts: list[Type]) -> list[Type]:
    """Alternatives with several lists as one: code that cannot tell `list[A]` from `list[B]` has a `list[A | B]`."""
    items = [part.item for part in parts if isinstance(part, ListOf)]
    others = [part for part in parts if not isinstance(part, ListOf)]
    return [*others, ListOf(union(*items))] if len(items) > 1 else parts


def _is_inside(narrow: Scalar, wide: Scalar) -> bool:
    if wide is Scalar.STRING:
        return narrow in TEXTS
    return (narrow, wide) == (Scalar.INTEGER, Scalar.NUMBER)


def _is_decimal(docs: Type, code: Type) -> bool:
    """Whether the code has a decimal, which reads texts and numbers; or a number for a decimal, as JSON has it."""
    if not isinstance(docs, Primitive) or not isinstance(code, Primitive):
        return False
    if code.scalar is Scalar.DECIMAL:
        return docs.scalar in _DECIMALS
    return docs.scalar is Scalar.DECIMAL and code.scalar is Scalar.NUMBER


def _has_value(type_: Type, value: str | int | bool) -> bool:
    """Whether a scalar or a constant has a value."""
    match type_:
        case Primitive(scalar):
            if isinstance(value, bool):
                return scalar is Scalar.BOOLEAN
            return scalar in ((Scalar.STRING,) if isinstance(value, str) else (Scalar.INTEGER, Scalar.NUMBER))
        case Constant(values):
            return any(type(constant) is type(value) and constant == value for constant in values)
        case _:
            return False
