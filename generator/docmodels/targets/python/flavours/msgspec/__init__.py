"""Structs of msgspec 0.20 and later."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ...adapting import Adapted
from ...flavour import Flavour
from ...syntax import Code

if TYPE_CHECKING:
    from .....model.model import Model
    from ...dependencies import Dependencies
    from ...planning import Module
    from ...views import ModuleView

BASE = Code("_model")
"""The module with what all classes are made of."""

_HELPERS = {
    Code("datetime"): ("date", "datetime", "time", "timedelta"),
    Code("enum"): ("IntEnum", "IntFlag", "StrEnum"),
    Code("msgspec"): ("UNSET", "Meta", "UnsetType", "field"),
    Code("typing"): ("Annotated", "Any", "ClassVar", "Literal", "TypeAlias"),
    Code("uuid"): ("UUID",),
}


def _present(module: Module, around: Dependencies) -> ModuleView:
    from .present import present

    return present(module, around)


def _adapt(model: Model) -> Adapted:
    from .adapt import adapt

    return adapt(model)


MSGSPEC = Flavour(
    name="msgspec",
    helpers=MappingProxyType({name: module for module, names in _HELPERS.items() for name in names}),
    present=_present,
    support=MappingProxyType({BASE: "model.py.jinja"}),
    adapt=_adapt,
    takes_base=True,
    extras=("ignore", "forbid"),
)
