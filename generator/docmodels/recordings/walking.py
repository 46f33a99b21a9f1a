"""A recorded value, walked along the type that the docs give it.

Each value is met once, with all the types that it may have there, so that the time is proportional to the recording.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from ..model.declarations import Field, Json, Object
from ..model.model import Model
from ..model.types import ANY, Constant, ListOf, MapOf, Ref, Type, Unknown


class Keys(Protocol):
    """Knows which keys are fields of the objects of the docs."""

    def fields(self, owner: Object, members: Mapping[str, Json]) -> Mapping[str, Field]:
        """The fields of an object that a recorded one has, by their keys."""
        ...

    def required(self, owner: Object) -> int:
        """How many fields an object must have."""
        ...


Route = tuple["Route", str] | None
"""The way to a value from the outermost one, the last step outermost; None for that itself."""


@dataclass(frozen=True, slots=True)
class Fit:
    """An object of the docs that a recorded one may be, and its keys that are fields of it."""

    owner: Object
    fields: Mapping[str, Field]


@dataclass(frozen=True, slots=True)
class Visit:
    """A value on the way.

    route   how it is reached
    holder  the field that it is the value of, and the object of that; None for the outermost one, for items, and for the
            values of maps
    types   what the docs allow there, null left out
    fits    of an object: what it fits best, more than one where nothing tells them apart
    """

    route: Route
    holder: tuple[Object, Field] | None
    types: tuple[Type, ...]
    value: Json
    fits: tuple[Fit, ...] = ()


def walk(model: Model, whole: Type, value: Json, keys: Keys) -> Iterator[Visit]:
    """The value and all that is in it, as far as the docs describe it; outermost first, in the order of the recording."""
    work: list[Visit] = [Visit(None, None, model.alternatives(whole), value)]
    while work:
        at = work.pop()
        match at.value:
            case list() as items:
                yield at
                lists = [part.item for part in at.types if isinstance(part, ListOf)]
                inner = _alternatives(model, lists)
                work.extend(Visit((at.route, "[]"), None, inner, item) for item in reversed(items) if inner)
            case dict() as members:
                fits = _fits(model, at.types, members, keys)
                yield Visit(at.route, at.holder, at.types, at.value, fits)
                work.extend(reversed(list(_members(model, at, members, fits))))
            case _:
                yield at


def shown(route: Route) -> str:
    """The way as text: `$.rooms[].ports{}.host`. Keys of maps are `{}`."""
    steps: list[str] = []
    while route is not None:
        route, step = route
        steps.append(step)
    return "$" + "".join(reversed(steps))


def _members(model: Model, at: Visit, members: Mapping[str, Json], fits: tuple[Fit, ...]) -> Iterator[Visit]:
    if fits:
        for key, value in members.items():
            found = [(fit.owner, fit.fields[key]) for fit in fits if key in fit.fields]
            if found:
                inner = _alternatives(model, [field.type for _, field in found])
                yield Visit((at.route, f".{key}"), found[0], inner, value)
        return
    maps = _alternatives(model, [part.value for part in at.types if isinstance(part, MapOf)])
    if maps:
        yield from (Visit((at.route, "{}"), None, maps, value) for value in members.values())


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


def _is_strange(whole: Type, value: Json) -> bool:
    """Whether a value is none of the constants that a field holds, which tell the members of a union apart."""
    return isinstance(whole, Constant) and isinstance(value, str | int) and value not in whole.values


def _alternatives(model: Model, wholes: list[Type]) -> tuple[Type, ...]:
    if len(wholes) == 1:
        return model.alternatives(wholes[0])
    return tuple(dict.fromkeys(part for whole in wholes for part in model.alternatives(whole)))
