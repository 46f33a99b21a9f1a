"""The values that a run keeps for the next one: claims and readings of pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..diagnostics import Diagnostic, Place
from ..families import Claim, Reading, Sighting, Sureness
from ..model.declarations import (
    Access,
    Alias,
    Constraints,
    Direction,
    Discriminator,
    Enumeration,
    Field,
    Member,
    Object,
    Presence,
    Request,
    Shown,
    Usage,
    Use,
    Value,
    WireName,
)
from ..model.types import (
    Constant,
    DeclarationId,
    Link,
    ListOf,
    MapOf,
    Nullable,
    Primitive,
    Ref,
    Scalar,
    UnionOf,
    Unknown,
)
from .store import Cache, open_cache

REMEMBERED: Sequence[type] = (
    *(Claim, Sureness, Reading, Sighting, Diagnostic, Place),
    *(Object, Field, Shown, Value, WireName, Usage, Presence, Access, Constraints, Enumeration, Member),
    *(Alias, Discriminator, Request, Use, Direction, DeclarationId),
    *(Primitive, Scalar, ListOf, MapOf, UnionOf, Nullable, Constant, Unknown, Link, Ref),
)
"""The classes of all that a cache can hold, besides those that `remember` adds."""


def remember(docs: Path, *classes: type) -> Cache:
    """What earlier runs found out about a docs folder.

    classes  more classes of values that are to be kept
    """
    return open_cache(docs, (*REMEMBERED, *classes), (Path(__file__).parents[1],))
