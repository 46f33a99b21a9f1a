"""Dataclasses: objects of the standard library alone."""

from __future__ import annotations

from ...flavour import Flavour
from .adapt import adapt
from .present import HELPERS, present

DATACLASS = Flavour(
    name="dataclass",
    helpers=HELPERS,
    present=present,
    adapt=adapt,
)
