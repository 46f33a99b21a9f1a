"""A recorded value, walked along the type that the docs give it.

Each value is met once, with all the types that it may have there, so that the time is proportional to the recording.
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
    """Knows which keys are fields of the objects of the docs."""

    def fields(self, owner: Object, members: Mapping[str, Json]) -> Mapping[str, Field]:
        """The fields of an object that a recorded one has, by their keys."""
        ...

    def required(self, owner: Object) -> int:
        """The number of required fields of an object."""
        ...


Route = tuple["Route", str] | None
"""The way to a value from the outermost one, the last step outermost; None for that itself."""


@frozen()
class Fit:
    """An object of the docs that a recorded one may be, and its keys that are fields of it."""

    owner: Object
    fields: Mapping[str, Field]


@frozen()
class Visit:
    """A value on the way.

    route   how it is reached
    holder  the innermost field that it is in, and the object of that; None for the outermost one, and what is in no field
    is_own  whether it is the field's own value, rather than an item or the value of a map
    wholes  the types that the docs have there
    types   these, aliases and unions written out, null left out
    fits    of an object: what it fits best, more than one where nothing distinguishes them
    """

    route: Route
    holder: tuple[Object, Field] | None
    is_own: bool
    wholes: tuple[Type, ...]
    types: tuple[Type, ...]
    value: Json
    fits: tuple[Fit, ...] = ()


def walk(model: Model, type_: Type, value: Json, keys: Keys) -> Iterator[Visit]:
    """The value and all that is in it, as far as the docs describe it; outermost first, in the order of the recording."""
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


def shown(route: Route) -> str:
    """The way as text: `$.rooms[].ports{}.host`. Keys of maps are `{}`."""
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
    """The objects of the docs that have most of the keys, and of these the ones that lack fewest."""
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
    """Whether a value differs from all constants that a field holds, which distinguish the members of a union."""
    return isinstance(type_, Constant) and isinstance(value, str | int) and value not in type_.values


def _alternatives(model: Model, wholes: tuple[Type, ...]) -> tuple[Type, ...]:
    if len(wholes) == 1:
        return model.alternatives(wholes[0])
    return tuple(dict.fromkeys(part for type_ in wholes for part in model.alternatives(type_)))
