"""All that a module depends on besides its own declaration, as one value for each.

What a module says is a function of the two; so whoever has seen both before knows the module.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ...model.cycles import components
from ...model.declarations import Alias, Declaration, Object
from ...model.direction import reached
from ...model.model import Model, references
from ...model.types import DeclarationId
from .naming import field_names
from .planning import Location
from .syntax import Code

HELPERS = MappingProxyType(
    {
        "Annotated": Code("typing"),
        "Any": Code("typing"),
        "BaseModel": Code("pydantic"),
        "ConfigDict": Code("pydantic"),
        "Discriminator": Code("pydantic"),
        "Field": Code("pydantic"),
        "IntEnum": Code("enum"),
        "Literal": Code("typing"),
        "StrEnum": Code("enum"),
        "Tag": Code("pydantic"),
        "TypeAlias": Code("typing"),
        "TypeAliasType": Code("typing_extensions"),
        "UUID": Code("uuid"),
        "date": Code("datetime"),
        "datetime": Code("datetime"),
        "time": Code("datetime"),
        "timedelta": Code("datetime"),
    }
)
"""The module that defines each of the names that a module may need of a library."""

SUPPORT = Code("_tags")
"""The module with what unions need to be told apart; no page can have its name."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """What a module must know of a declaration that its own refers to.

    place      None for a declaration without a name, which stands for any value
    is_alias   whether it is one
    in_circle  whether it refers back to the module's own declaration, directly or not
    is_shared  whether other declarations have its name
    tag        in a union that is told by a field, what the declaration's class calls that; "" elsewhere
    """

    id: DeclarationId
    place: Location | None
    is_alias: bool
    in_circle: bool
    is_shared: bool
    tag: Code


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All that a module depends on besides its own declaration.

    here        the module's own place
    neighbours  what the declaration refers to, each once, in the order of the docs
    circle      how many declarations are in a circle with it, itself among them; 0 where it is in none
    mistaken    the helpers whose names other declarations have, which refer to this one
    names       the names of all declarations where there are such helpers
    """

    here: Location
    neighbours: tuple[Neighbour, ...]
    circle: int
    mistaken: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Circles:
    """Which declarations cannot be defined one after the other, and the names that must not be mistaken there.

    edges    what each declaration refers to
    whole    for each declaration that refers to itself through others, or directly, the circle that it is in
    counts   how many declarations have a name
    hidden   for the name of a helper, all that declarations of this name refer to, directly or not
    """

    edges: Mapping[DeclarationId, tuple[DeclarationId, ...]]
    whole: Mapping[DeclarationId, frozenset[DeclarationId]]
    counts: Mapping[str, int]
    hidden: Mapping[str, frozenset[DeclarationId]]


def surroundings(model: Model, places: Mapping[DeclarationId, Location]) -> Iterator[tuple[Declaration, Surroundings]]:
    """The declarations that have a place, each with its surroundings."""
    circles = _circles(model, places)
    for declaration in model.declarations:
        here = places.get(declaration.id)
        if here is None:
            continue
        key = declaration.id
        circle = circles.whole.get(key, frozenset())
        mistaken = tuple(sorted(name for name, keys in circles.hidden.items() if key in keys))
        yield (
            declaration,
            Surroundings(
                here,
                tuple(_neighbours(declaration, model, places, circles)),
                len(circle),
                mistaken,
                tuple(sorted(circles.counts)) if mistaken else (),
            ),
        )


def _neighbours(
    declaration: Declaration, model: Model, places: Mapping[DeclarationId, Location], circles: _Circles
) -> Iterator[Neighbour]:
    circle = circles.whole.get(declaration.id, frozenset())
    tag = declaration.discriminator.field if isinstance(declaration, Alias) and declaration.discriminator else ""
    for key in circles.edges[declaration.id]:
        place = places.get(key)
        target = model.by_id[key]
        yield Neighbour(
            key,
            place,
            isinstance(target, Alias),
            key in circle,
            place is not None and circles.counts[place.name] > 1,
            _attribute(target, tag) if tag else Code(""),
        )


def _attribute(owner: Declaration, name: str) -> Code:
    """What a class calls the field that the docs call so."""
    if not isinstance(owner, Object):
        raise TypeError("only objects are told apart by a field")
    named = zip(owner.fields, field_names(owner), strict=True)
    return next(own for field, own in named if field.name == name)


def _circles(model: Model, places: Mapping[DeclarationId, Location]) -> _Circles:
    edges = {declaration.id: references(declaration) for declaration in model.declarations}
    counts: Counter[str] = Counter(place.name for place in places.values())
    namesakes = {
        name: [key for key, place in places.items() if place.name == name] for name in HELPERS.keys() & counts.keys()
    }
    hidden = {name: reached(model, ids) for name, ids in namesakes.items()}
    whole = {key: component for component in components(edges) for key in component}
    return _Circles(edges, whole, counts, hidden)
