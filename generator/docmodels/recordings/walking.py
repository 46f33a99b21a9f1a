"""A walk through a recorded value, along its type in the docs.

Each inner value is visited once, with all types that it may have. So the time is proportional to the recording.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from ..frozen import frozen, replace
from ..model.declarations import Alias, Field, Json, Object
from ..model.model import Model
from ..model.types import (
    ANY,
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


class Keys(Protocol):
    """Finds the fields of keys."""

    def fields(self, owner: Object, members: Mapping[str, Json]) -> Mapping[str, Field]:
        """Key of a recorded object → the field of an object of the docs."""
        ...

    def required(self, owner: Object) -> int:
        """The number of required fields of an object."""
        ...


Route = tuple["Route", str] | None
"""The path of a value, as the path of its holder and the last step; None for the outermost value."""


@frozen()
class Fit:
    """An object of the docs for a recorded one, and key → field."""

    owner: Object
    fields: Mapping[str, Field]


@frozen()
class Visit:
    """A visited value.

    route   its path
    holder  the innermost field around it, with the object of the field; None without such a field
    is_own  whether it is the value of that field itself, not an item or a value of a map
    wholes  its types in the docs
    types   the same types, with aliases and unions written out, without null
    fits    for an object: the objects of the docs that it fits best; several if nothing distinguishes them
    """

    route: Route
    holder: tuple[Object, Field] | None
    is_own: bool
    wholes: tuple[Type, ...]
    types: tuple[Type, ...]
    value: Json
    fits: tuple[Fit, ...] = ()


def walk(model: Model, type_: Type, value: Json, keys: Keys) -> Iterator[Visit]:
    """The value and all values inside it that the docs describe; outermost first, in the order of the recording."""
    work: list[Visit] = [Visit(None, None, False, (type_,), model.alternatives(type_), value)]
    while work:
        at = work.pop()
        match at.value:
            case list() as items:
                yield at
                lists = tuple(part.item for part in at.types if isinstance(part, ListOf))
                inner = _alternatives(model, lists)
                route = at.route, "[]"
                work.extend(Visit(route, at.holder, False, lists, inner, item) for item in reversed(items) if inner)
            case dict() as members:
                at = replace(at, fits=_fits(model, at.types, members, keys))
                yield at
                work.extend(reversed(list(_members(model, at, members))))
            case _:
                yield at


def as_path(route: Route) -> str:
    """A route as text: `$.rooms[].ports{}.host`. Keys of maps are `{}`."""
    steps: list[str] = []
    while route is not None:
        route, step = route
        steps.append(step)
    return "$" + "".join(reversed(steps))


def admits_null(model: Model, type_: Type) -> bool:
    """Whether a value of a type may be null."""
    work, seen = [type_], set[DeclarationId]()
    while work:
        part = work.pop()
        match part:
            case Nullable() | Unknown() | Primitive(Scalar.NULL | Scalar.ANY):
                return True
            case UnionOf(members):
                work.extend(members)
            case Ref(target_id) if isinstance(target := model.by_id[target_id], Alias) and target_id not in seen:
                seen.add(target_id)
                work.append(target.type)
    return False


def _members(model: Model, at: Visit, members: Mapping[str, Json]) -> Iterator[Visit]:
    if at.fits:
        for key, value in members.items():
            owned_fields = [(fit.owner, fit.fields[key]) for fit in at.fits if key in fit.fields]
            if owned_fields:
                types = tuple(known.type for _, known in owned_fields)
                yield Visit((at.route, f".{key}"), owned_fields[0], True, types, _alternatives(model, types), value)
        return
    maps = tuple(part.value for part in at.types if isinstance(part, MapOf))
    if maps:
        inner = _alternatives(model, maps)
        yield from (Visit((at.route, "{}"), at.holder, False, maps, inner, value) for value in members.values())


def _fits(model: Model, types: tuple[Type, ...], members: Mapping[str, Json], keys: Keys) -> tuple[Fit, ...]:
    """The objects of the docs with most of the keys; of these, the ones that lack fewest required fields."""
    ranked: list[tuple[tuple[int, int], Fit]] = []
    for part in types:
        owner = model.by_id[part.id] if isinstance(part, Ref) else None
        if isinstance(owner, Object):
            fields = keys.fields(owner, members)
            lacking = keys.required(owner) - len({field.name for field in fields.values() if field.required})
            strange = sum(_is_strange(field.type, members[key]) for key, field in fields.items())
            ranked.append(((len(fields) - len(members) * strange, -lacking), Fit(owner, fields)))
    best = max((rank for rank, _ in ranked), default=None)
    if best is not None and best[0] <= 0 and any(isinstance(part, MapOf | Unknown) or part == ANY for part in types):
        return ()
    return tuple(fit for rank, fit in ranked if rank == best)


def _is_strange(type_: Type, value: Json) -> bool:
    """Whether a value is none of a field's constants, which distinguish the members of a union."""
    return isinstance(type_, Constant) and isinstance(value, str | int) and value not in type_.values


def _alternatives(model: Model, wholes: tuple[Type, ...]) -> tuple[Type, ...]:
    if len(wholes) == 1:
        return model.alternatives(wholes[0])
    return tuple(dict.fromkeys(part for type_ in wholes for part in model.alternatives(type_)))
