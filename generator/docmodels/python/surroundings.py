"""All that a module depends on besides its own declaration, as one value for each.

What a module says is a function of the two; so whoever has seen both before knows the module.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model.cycles import components
from ..model.declarations import Alias, Declaration, Object
from ..model.direction import reached
from ..model.tree import Model, references
from .modules import Location
from .naming import field_names
from .scope import HELPERS, Neighbour, Surroundings
from .shapes import Code


@dataclass(frozen=True, slots=True)
class _Circles:
    """Which declarations cannot be defined one after the other, and the names that must not be mistaken there.

    edges    what each declaration refers to
    whole    for each declaration that refers to itself through others, or directly, the circle that it is in
    counts   how many declarations have a name
    hidden   for the name of a helper, the keys of all that declarations of this name refer to, directly or not
    """

    edges: Mapping[str, tuple[str, ...]]
    whole: Mapping[str, frozenset[str]]
    counts: Mapping[str, int]
    hidden: Mapping[str, frozenset[str]]


def surroundings(model: Model, places: Mapping[str, Location]) -> Iterator[tuple[Declaration, Surroundings]]:
    """The declarations that have a place, each with its surroundings."""
    circles = _circles(model, places)
    for declaration in model.declarations:
        here = places.get(declaration.key)
        if here is None:
            continue
        key = declaration.key
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
    declaration: Declaration, model: Model, places: Mapping[str, Location], circles: _Circles
) -> Iterator[Neighbour]:
    circle = circles.whole.get(declaration.key, frozenset())
    tag = declaration.discriminator.field if isinstance(declaration, Alias) and declaration.discriminator else ""
    for key in circles.edges[declaration.key]:
        place = places.get(key)
        target = model.by_key[key]
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


def _circles(model: Model, places: Mapping[str, Location]) -> _Circles:
    edges = {declaration.key: references(declaration) for declaration in model.declarations}
    counts: Counter[str] = Counter(place.name for place in places.values())
    namesakes = {
        name: [model.by_key[key].place.path for key, place in places.items() if place.name == name]
        for name in HELPERS.keys() & counts.keys()
    }
    hidden = {name: reached(model, pages) for name, pages in namesakes.items()}
    whole = {key: component for component in components(edges) for key in component}
    return _Circles(edges, whole, counts, hidden)
