"""What modules are known by: texts that say all that a module can show.

    WireName("roomId", evidence="the docs name it")  ->  ["WireName","roomId"]

Two values have one text only where all that is made of them is the same. `repr` says as much, but takes several times
as long, and every run describes every module. Nor is a module another one where a row of its page only moves.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from operator import attrgetter
from types import MappingProxyType

from ...model.declarations import (
    Alias,
    Constraints,
    Discriminator,
    Enumeration,
    Field,
    Member,
    Object,
    Value,
    WireName,
)
from ...model.types import Constant, ListOf, MapOf, Nullable, Primitive, Ref, UnionOf, Unknown
from .dependencies import Dependencies, Dependency
from .planning import Location, Module
from .views import Options

_WHOLE = (
    *(Module, Location, Dependencies, Dependency, Options),
    *(Discriminator, Value, Constraints),
    *(Primitive, ListOf, MapOf, UnionOf, Nullable, Constant, Unknown, Ref),
)
_NEVER_SHOWN: Mapping[type, frozenset[str]] = MappingProxyType(
    {
        **dict.fromkeys(_WHOLE, frozenset[str]()),
        Object: frozenset({"place", "usages"}),
        Enumeration: frozenset({"place"}),
        Alias: frozenset({"place"}),
        Member: frozenset({"place"}),
        Field: frozenset({"place", "examples", "default"}),
        WireName: frozenset({"evidence", "shown_by", "is_rule", "is_guess"}),
    }
)
"""Where the docs say something, in which characters, and why it is believed."""


def exact(*values: object) -> str:
    """All of the values that a module can show: dataclasses, sets, and what JSON has arrays and texts for."""
    return _ENCODER.encode(values)


def _parts(value: object) -> object:
    return sorted(map(exact, value)) if isinstance(value, frozenset) else _PARTS_OF[type(value)](value)


def _parts_of(kind: type, never: frozenset[str]) -> Callable[[object], object]:
    return attrgetter("__class__.__name__", *(each.name for each in fields(kind) if each.name not in never))


_PARTS_OF = {kind: _parts_of(kind, never) for kind, never in _NEVER_SHOWN.items()}
_ENCODER = json.JSONEncoder(default=_parts, check_circular=False)
