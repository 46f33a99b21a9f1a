"""What a run remembers for the next one: values, the docs that they come from, and the modules made from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
from ..targets import python
from .processes import prepare
from .store import Cache, digest, open_cache

REMEMBERED: Sequence[type] = (
    *(Claim, Sureness, Reading, Sighting, Diagnostic, Place, python.Rendered),
    *(Object, Field, Shown, Value, WireName, Usage, Presence, Access, Constraints, Enumeration, Member),
    *(Alias, Discriminator, Request, Use, Direction, DeclarationId),
    *(Primitive, Scalar, ListOf, MapOf, UnionOf, Nullable, Constant, Unknown, Link, Ref),
)
"""The classes of all that a cache can hold, besides those that `remember` adds."""


def remember(docs: Path, *classes: type) -> Cache:
    """What earlier runs found out about a docs folder.

    classes  more classes of values that are to be kept
    """
    return open_cache(docs, (*REMEMBERED, *classes), (Path(__file__).parents[1], python.built_in()))


def renderings(known: Cache) -> python.Recall:
    """The modules that a cache knows, each by the text that says all that it depends on; what it does not know is made."""

    def recall(jobs: Sequence[python.Job]) -> Sequence[python.Rendered]:
        named = [(f"module-{digest(text.encode('utf-8', 'surrogatepass'))}", make) for text, make in jobs]
        prepare(known, [job for job in named if not known.knows(job[0])], _rendered)
        return _rendered(known, named)

    return recall


def _rendered(known: Cache, jobs: Sequence[_Named]) -> Sequence[python.Rendered]:
    return [known.recall(key, python.Rendered, make) for key, make in jobs]


_Named = tuple[str, Callable[[], python.Rendered]]
"""A key of the cache, and what makes its value."""
