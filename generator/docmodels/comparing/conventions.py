"""The conventions of the docs as a whole: marks for null, integers beside numbers, the use of models in operations."""

from __future__ import annotations

from collections.abc import Mapping

from ..diagnostics.differences import Use
from ..model.direction import Directions, reached
from ..model.model import Model
from ..model.types import INTEGER, NULL, NUMBER, DeclarationId
from .alternatives import alternatives


def uses(docs: Model, directions: Directions) -> Mapping[DeclarationId, Use]:
    """The use of each model in the operations of the docs: sent, received, or both."""
    sent, received = reached(docs, directions.sent), reached(docs, directions.received)
    alone = dict.fromkeys(sent, Use.SENT) | dict.fromkeys(received, Use.RECEIVED)
    return alone | dict.fromkeys(sent & received, Use.BOTH)


_SELDOM = 100


def marks_null(docs: Model) -> bool:
    """Whether the docs mark the fields that may be null: at least one field of a hundred has the mark."""
    fields = [field for owner in docs.objects for field in owner.fields]
    return sum(field.nullable or NULL in alternatives(docs, field.type) for field in fields) * _SELDOM >= len(fields)


def tells_integers(docs: Model) -> bool:
    """Whether a field of the docs is an integer, and no other number."""
    kinds = (set(alternatives(docs, field.type)) for owner in docs.objects for field in owner.fields)
    return any(INTEGER in types and NUMBER not in types for types in kinds)
