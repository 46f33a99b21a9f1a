"""Which models a client sends and which it receives, by what the pages of operations say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .tree import Model, references


@dataclass(frozen=True, slots=True)
class Directions:
    """The paths of the pages that operations link to: as parameters, and as responses."""

    sent: frozenset[str] = frozenset()
    received: frozenset[str] = frozenset()


def reached(model: Model, pages: Iterable[str]) -> frozenset[str]:
    """The keys of the declarations on the pages and of all that these refer to."""
    pages = frozenset(pages)
    found = {declaration.key for declaration in model.declarations if declaration.place.path in pages}
    queue = list(found)
    while queue:
        for key in references(model.by_key[queue.pop()]):
            if key not in found:
                found.add(key)
                queue.append(key)
    return frozenset(found)
