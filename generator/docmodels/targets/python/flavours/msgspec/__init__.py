"""Structs of msgspec 0.20 and later."""

from __future__ import annotations

from types import MappingProxyType

from ...enumerations import ENUMS
from ...flavour import Flavour
from .adapt import adapt
from .present import BASE, HELPERS, present

MSGSPEC = Flavour(
    name="msgspec",
    helpers=HELPERS,
    present=present,
    support=MappingProxyType({BASE: "model.py.jinja", ENUMS: "enums.py.jinja"}),
    adapt=adapt,
    keeps_values=True,
    takes_base=True,
    extras=("ignore", "forbid"),
)
