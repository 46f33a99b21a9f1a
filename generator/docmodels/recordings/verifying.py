"""Compare recordings with the models of the docs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..frozen import frozen
from ..model.declarations import Access, Declaration, Direction, Enumeration, Field, Json, Object
from ..model.judge import Judge
from ..model.model import Model
from ..model.types import ANY, Constant, DeclarationId, ListOf, MapOf, Ref, Type, Unknown
from ..model.wording import Wording
from ..patterns import regex
from ..sources.paths import shown
from .contradictions import Contradiction
from .matching import Matched
from .walking import Visit, admits_null, as_path, walk

MOST_KEYS = 10
"""The most undocumented keys of a model that a report names. With more, the object is rather a map, and its keys are data."""

_NAME = regex(r"[A-Za-z_$][A-Za-z_$.-]*\d{0,2}[A-Za-z_$.-]*\d{0,2}")
_LONGEST = 64
_LONG = 80  # the most characters of a type


@dataclass
class _Met:
    """The occurrences of a contradiction: the first one, their number, and the types in the values and in the docs."""

    path: str
    file: str
    count: int = 0
    types: set[str] = field(default_factory=set)
    wanted: set[str] = field(default_factory=set)


@dataclass
class Verifier:
    """Collects contradictions between recordings and the docs.

    model      the model of the docs, with names on the wire
    is_closed  whether generated models refuse keys that the docs do not name
    recordings  the number of values so far
    """

    model: Model
    is_closed: bool = False
    recordings: int = 0
    _met: dict[_Key, _Met] = field(default_factory=dict)
    _visits: dict[DeclarationId, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._exact = Exact()
        self._judge = Judge(self.model)
        self._words = Wording(self.model)

    def add(self, recordings: Iterable[Matched], folder: Path = Path()) -> None:
        """Add recordings, each with its model.

        folder  the folder of their files
        """
        for matched in recordings:
            self.recordings += 1
            root = self.model.by_id[matched.model]
            self._visits[root.id] = self._visits.get(root.id, 0) + (not isinstance(root, Object))
            exchange = matched.recording.exchange
            direction = exchange.direction if exchange is not None else Direction.RECEIVED
            for visit in walk(self.model, Ref(matched.model), matched.value, self._exact):
                for key, value, wholes in self._contradicted(visit, root, direction):
                    met = self._met.get(key)
                    if met is None:
                        file = shown(folder / str(matched.recording))
                        met = self._met[key] = _Met(as_path(visit.route), file)
                    met.count += 1
                    met.types |= _type(value)
                    met.wanted |= {self._words.type(type_) for type_ in wholes}

    def contradictions(self) -> tuple[Contradiction, ...]:
        """All contradictions so far, in the order of the docs."""
        strange: dict[DeclarationId, int] = {}
        for key in self._met:
            if key.code == _STRANGE:
                strange[key.owner] = strange.get(key.owner, 0) + 1
        merged: dict[_Key, _Met] = {}
        for key, met in self._met.items():
            if key.code == _STRANGE and (strange[key.owner] > MOST_KEYS or not _is_name(key.name)):
                key = _Key(key.code, key.owner, "")
            into = merged.setdefault(key, _Met(met.path, met.file))
            into.count += met.count
            into.types |= met.types
            into.wanted |= met.wanted
        return tuple(sorted(self._contradiction(key, met) for key, met in merged.items()))

    def _contradiction(self, key: _Key, met: _Met) -> Contradiction:
        owner = self.model.by_id[key.owner]
        known = _field(owner, key.name)
        row = f'"{known.wire.name if known.wire else known.name}"' if known is not None else "it"
        if key.is_inner:
            row = f"a value in {row}"
        name = known.name if known is not None else key.name
        types, wanted = tuple(sorted(met.types)), _short(" or ".join(sorted(met.wanted)))
        is_ = " or ".join(types)
        says = {
            _STRANGE: f'"{key.name}" is not in the docs; it is {is_}'
            if key.name
            else "it has keys that are not in the docs",
            _MISSING: f"{row} ({wanted}) is missing, and the docs require it",
            _TYPE: f"{row} is {is_}; the docs say {wanted}",
            _NULL: f"{row} is null; the docs say {wanted}, and not that it may be null",
            _VALUE: f"{row} is {is_} that the docs do not list; they say {wanted}",
        }[key.code]
        is_let_through = key.code == _NULL and known is not None and not known.required and not key.is_inner
        breaks = self.is_closed if key.code == _STRANGE else not is_let_through
        place = known.place if known is not None and key.code != _STRANGE else owner.place
        last = known.wire.name if known is not None and known.wire is not None else key.name
        path = f"{met.path}.{last}" if last and key.code in (_STRANGE, _MISSING) else met.path
        among = self._visits.get(key.owner, 0)
        where = path, met.file, types, wanted
        return Contradiction(place, key.code, says, owner.title, name, *where, met.count, among, breaks)

    def _contradicted(self, visit: Visit, root: Declaration, direction: Direction) -> Iterator[_Contradicted]:
        holder = (visit.holder[0].id, visit.holder[1].name) if visit.holder is not None else (root.id, "")
        is_inner = visit.holder is not None and not visit.is_own
        if visit.value is None:
            known = visit.holder[1] if visit.holder is not None and visit.is_own else None
            if not (known is not None and known.nullable) and not any(map(self._admits_null, visit.wholes)):
                yield _Key(_NULL, *holder, is_inner), None, visit.wholes
        elif visit.fits and isinstance(visit.value, dict):
            fit = visit.fits[0]
            self._visits[fit.owner.id] = self._visits.get(fit.owner.id, 0) + 1
            yield from self._of_object(fit.owner, fit.fields, visit.value, direction)
        elif not self._admits(visit.types, visit.value):
            code = _VALUE if self._lists(visit.types, visit.value) else _TYPE
            yield _Key(code, *holder, is_inner), visit.value, visit.wholes

    def _of_object(
        self, owner: Object, fields: Mapping[str, Field], members: Mapping[str, Json], direction: Direction
    ) -> Iterator[_Contradicted]:
        if owner.extra is None:
            yield from (
                (_Key(_STRANGE, owner.id, key), value, ()) for key, value in members.items() if key not in fields
            )
        there = {known.name for known in fields.values()}
        for known in self._exact.required_of(owner) if len(there) < len(owner.fields) else ():
            if known.name not in there and known.access is not _NOT_IN[direction]:
                yield _Key(_MISSING, owner.id, known.name), ABSENT, (known.type,)

    def _admits_null(self, type_: Type) -> bool:
        return admits_null(self.model, type_)

    def _admits(self, types: tuple[Type, ...], value: Json) -> bool:
        """Whether one of the types admits a value. The values inside lists and objects are checked one by one."""
        if any(isinstance(part, Unknown) or part == ANY for part in types):
            return True
        match value:
            case list():
                return any(isinstance(part, ListOf) for part in types)
            case dict():
                return any(isinstance(part, MapOf) for part in types)
            case _:
                return self._judge.admits_scalar(types, value)

    def _lists(self, types: tuple[Type, ...], value: Json) -> bool:
        """Whether one of the types lists values of the same Python type as a value: texts, or numbers."""
        return any(type(value) in kinds for kinds in map(self._kinds, types))

    def _kinds(self, part: Type) -> set[type]:
        if isinstance(part, Constant):
            return {type(value) for value in part.values}
        target = self.model.by_id[part.id] if isinstance(part, Ref) else None
        return {type(member.value) for member in target.members} if isinstance(target, Enumeration) else set()


_STRANGE, _MISSING, _TYPE = "undocumented-field", "missing-field", "wrong-type"
_NULL, _VALUE = "unexpected-null", "unknown-value"

_NOT_IN: Mapping[Direction, Access] = {Direction.RECEIVED: Access.WRITE_ONLY, Direction.SENT: Access.READ_ONLY}


@frozen()
class _Key:
    """A contradiction to count.

    name      the name of the field in the docs, or the key that is no field; "" for values of the model itself
    is_inner  whether it is about items of the field's value, or values of a map
    """

    code: str
    owner: DeclarationId
    name: str
    is_inner: bool = False


_Contradicted = tuple[_Key, Json | object, tuple[Type, ...]]
"""The contradiction, the value, and the types in the docs."""

ABSENT = object()
"""The value of a missing field."""

_TYPES: Mapping[type, str] = {
    type(None): "null",
    bool: "a boolean",
    int: "an integer",
    float: "a number",
    str: "a string",
    list: "a list",
    dict: "an object",
}


def _type(value: object) -> set[str]:
    """The type of a JSON value in words; empty for an absent one."""
    return {_TYPES[type(value)]} if type(value) in _TYPES else set()


def _short(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[: _LONG - 1]}…"


class Exact:
    """Finds the field of a key by its name on the wire."""

    def __init__(self) -> None:
        self._by_wire: dict[DeclarationId, dict[str, Field]] = {}
        self._required: dict[DeclarationId, tuple[Field, ...]] = {}

    def fields(self, owner: Object, members: Mapping[str, Json]) -> Mapping[str, Field]:
        if owner.id not in self._by_wire:
            named = {other: known for known in owner.fields for other in known.also}
            self._by_wire[owner.id] = named | {
                known.wire.name: known for known in owner.fields if known.wire is not None
            }
        names = self._by_wire[owner.id]
        return {key: names[key] for key in members if key in names}

    def required(self, owner: Object) -> int:
        return len(self.required_of(owner))

    def required_of(self, owner: Object) -> tuple[Field, ...]:
        if owner.id not in self._required:
            self._required[owner.id] = tuple(known for known in owner.fields if known.required)
        return self._required[owner.id]


def _field(owner: Declaration, name: str) -> Field | None:
    return next((item for item in owner.fields if item.name == name), None) if isinstance(owner, Object) else None


def _is_name(key: str) -> bool:
    """Whether a key looks like a name in a program, unlike data such as the id of a customer."""
    return len(key) <= _LONGEST and _NAME.fullmatch(key) is not None
