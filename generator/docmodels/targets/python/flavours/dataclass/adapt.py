"""The model for dataclasses, which have slots."""

from __future__ import annotations

from .....model.bases import copy_bases
from .....model.model import Model
from ...adapting import Adapted, maps_for_empty, write_out


def adapt(model: Model) -> Adapted:
    """The model with at most one base for each object: Python cannot lay out the slots of two."""
    written, _ = write_out(maps_for_empty(model), is_cut=False)
    return copy_bases(written, lambda owner, base, place: place == 0), ()
