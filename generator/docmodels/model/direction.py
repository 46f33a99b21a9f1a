"""The models that clients send and receive, by the operations in the docs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from types import MappingProxyType

from ..frozen import frozen
from .declarations import Direction, Request
from .model import Model, references
from .types import DeclarationId


@frozen()
class Directions:
    """The declarations that operations name: those sent in requests, those received in responses.

    requests  request and direction → the declarations, for operations whose requests the docs show
    """

    sent: frozenset[DeclarationId] = frozenset()
    received: frozenset[DeclarationId] = frozenset()
    requests: Mapping[tuple[Request, Direction], tuple[DeclarationId, ...]] = field(
        default_factory=lambda: MappingProxyType({}), compare=False
    )


def reached(model: Model, ids: Iterable[DeclarationId]) -> frozenset[DeclarationId]:
    """The declarations of the model among some ids, and all declarations that they refer to."""
    reached_ids = {id_ for id_ in ids if id_ in model.by_id}
    queue = list(reached_ids)
    while queue:
        for target in references(model.by_id[queue.pop()]):
            if target not in reached_ids:
                reached_ids.add(target)
                queue.append(target)
    return frozenset(reached_ids)
