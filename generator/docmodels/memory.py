"""What is remembered from run to run: which values, of which docs, and the modules that were made of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from . import python
from .cache import Cache, digest, in_halves, open_cache
from .diagnostics import Diagnostic, Place
from .dialects import Kind, Reading, Survey
from .model.declarations import Alias, Discriminator, Enumeration, Example, Field, Member, Object, Usage, WireName
from .model.types import Constant, Link, ListOf, MapOf, Nullable, Primitive, Ref, Scalar, UnionOf, Unknown
from .reading import Surveyed

REMEMBERED = (
    *(Surveyed, Survey, Kind, Reading, Diagnostic, Place, python.Rendered),
    *(Object, Field, Example, WireName, Usage, Enumeration, Member, Alias, Discriminator),
    *(Primitive, Scalar, ListOf, MapOf, UnionOf, Nullable, Constant, Unknown, Link, Ref),
)
"""The classes of all that a cache can hold."""


def memory(docs: Path) -> Cache:
    """What earlier runs found out about a docs folder."""
    return open_cache(docs, REMEMBERED, (Path(__file__).parent, python.built_in()))


def renderings(known: Cache) -> python.Recall:
    """The modules that a cache knows, each by the text that says all that it depends on; what it does not know is made."""

    def name(text: str) -> str:
        return f"module-{digest(text.encode('utf-8', 'surrogatepass'))}"

    def recall(jobs: Sequence[python.Job]) -> Sequence[python.Rendered]:
        named = [(name(text), make) for text, make in jobs]

        def render(some: Sequence[python.Job]) -> None:
            for key, make in some:
                known.recall(key, python.Rendered, make)

        in_halves(known, [(key, make) for key, make in named if not known.knows(key)], render)
        return [known.recall(key, python.Rendered, make) for key, make in named]

    return recall
