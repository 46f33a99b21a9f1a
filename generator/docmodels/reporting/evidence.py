"""Evidence that both forms show, in words that the model does not have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from ..model.model import Model
from ..model.types import FieldId


def evidence(model: Model) -> Mapping[FieldId, int]:
    """How many names on the wire are known from the example of a field."""
    evidences = (field.wire.shown_by for owner in model.objects for field in owner.fields if field.wire is not None)
    return Counter(kind for kind in evidences if kind is not None)
