"""Classes of pydantic 2."""

from __future__ import annotations

from types import MappingProxyType

from ...enumerations import ENUMS
from ...flavour import Flavour
from .present import BASE, DECIMALS, HELPERS, present
from .tagged import LOOSE, TAGS

PYDANTIC = Flavour(
    name="pydantic",
    helpers=HELPERS,
    present=present,
    takes_base=True,
    keeps_values=True,
    extras=("ignore", "allow", "forbid"),
    support=MappingProxyType(
        {
            BASE: "model.py.jinja",
            DECIMALS: "decimals.py.jinja",
            ENUMS: "enums.py.jinja",
            LOOSE: "loose.py.jinja",
            TAGS: "tags.py.jinja",
        }
    ),
)
