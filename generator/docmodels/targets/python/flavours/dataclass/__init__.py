"""Dataclasses: objects of the standard library alone."""

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

_HELPERS = {
    Code("dataclasses"): ("dataclass", "field"),
    Code("datetime"): ("date", "datetime", "time", "timedelta"),
    Code("enum"): ("IntEnum", "IntFlag", "StrEnum"),
    Code("typing"): ("Any", "Literal", "TypeAlias"),
    Code("uuid"): ("UUID",),
}


def _present(module: Module, around: Dependencies) -> ModuleView:
    from .present import present

    return present(module, around)


def _adapt(model: Model) -> Adapted:
    from .adapt import adapt

    return adapt(model)


DATACLASS = Flavour(
    name="dataclass",
    helpers=MappingProxyType({name: module for module, names in _HELPERS.items() for name in names}),
    present=_present,
    adapt=_adapt,
)
