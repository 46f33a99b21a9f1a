"""The flavours of the target: a new one is a package here and a place in this table."""

from __future__ import annotations

from types import MappingProxyType

from ..flavour import Flavour
from .pydantic import PYDANTIC

FLAVOURS = MappingProxyType({flavour.name: flavour for flavour in (PYDANTIC,)})
"""The flavours by name."""

__all__ = ["FLAVOURS", "Flavour"]
