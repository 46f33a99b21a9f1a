"""The evidence for names on the wire, counted by the fields with the examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from ..model.model import Model
from ..model.types import FieldId


def evidence(model: Model) -> Mapping[FieldId, int]:
    """Field → the number of names on the wire that its examples show."""
    wires = (field.wire for owner in model.objects for field in owner.fields if field.wire is not None)
    return Counter(wire.shown_by for wire in wires if wire.shown_by is not None)
