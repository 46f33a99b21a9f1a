"""The flavours of the target: a new one is a package here and a place in this table."""

from __future__ import annotations

from types import MappingProxyType

from ..flavour import Flavour
from .dataclass import DATACLASS
from .msgspec import MSGSPEC
from .pydantic import PYDANTIC
from .typeddict import TYPEDDICT

FLAVOURS = MappingProxyType({flavour.name: flavour for flavour in (PYDANTIC, TYPEDDICT, MSGSPEC, DATACLASS)})
"""The flavours by name."""

__all__ = ["FLAVOURS", "Flavour"]
