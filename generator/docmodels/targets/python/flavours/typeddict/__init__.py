"""TypedDicts: the JSON as `json.loads` gives it, with types for those who check them and nothing at run time."""

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

_TYPING = ("Any", "Literal", "NotRequired", "TypeAlias", "TypedDict")


def _present(module: Module, around: Dependencies) -> ModuleView:
    from .present import present

    return present(module, around)


def _adapt(model: Model) -> Adapted:
    from .adapt import adapt

    return adapt(model)


TYPEDDICT = Flavour(
    name="typeddict",
    helpers=MappingProxyType({name: Code("typing") for name in _TYPING}),
    present=_present,
    adapt=_adapt,
    is_json=True,
)
