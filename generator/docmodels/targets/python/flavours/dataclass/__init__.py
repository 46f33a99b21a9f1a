"""Dataclasses: objects of the standard library alone."""

from __future__ import annotations

from types import MappingProxyType

from ...enumerations import ENUMS
from ...flavour import Flavour
from .adapt import adapt
from .present import HELPERS, present

DATACLASS = Flavour(
    name="dataclass",
    helpers=HELPERS,
    present=present,
    adapt=adapt,
    keeps_values=True,
    support=MappingProxyType({ENUMS: "enums.py.jinja"}),
)
