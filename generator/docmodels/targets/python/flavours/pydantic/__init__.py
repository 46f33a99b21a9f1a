"""Classes of pydantic 2."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ...flavour import Flavour
from ...syntax import Code

if TYPE_CHECKING:
    from ...dependencies import Dependencies
    from ...planning import Module
    from ...views import ModuleView

BASE = Code("_model")
"""The module with what all classes are made of."""

TAGS = Code("_tags")
"""The module that unions need to choose a member."""

_HELPERS = {
    Code("datetime"): ("date", "datetime", "time", "timedelta"),
    Code("enum"): ("IntEnum", "IntFlag", "StrEnum"),
    Code("pydantic"): ("AliasChoices", "ConfigDict", "Discriminator", "Field", "Tag"),
    Code("typing"): ("Annotated", "Any", "Literal", "TypeAlias"),
    Code("typing_extensions"): ("TypeAliasType",),
    Code("uuid"): ("UUID",),
}


def _present(module: Module, around: Dependencies) -> ModuleView:
    from .present import present  # only where a module has to be made that nobody remembers

    return present(module, around)


PYDANTIC = Flavour(
    name="pydantic",
    helpers=MappingProxyType({name: module for module, names in _HELPERS.items() for name in names}),
    present=_present,
    takes_base=True,
    extras=("ignore", "allow", "forbid"),
    support=MappingProxyType({BASE: "model.py.jinja", TAGS: "tags.py.jinja"}),
)
