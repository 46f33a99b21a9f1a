"""A flavour: one way to write classes, mostly with one library."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from ...frozen import frozen
from .adapting import Adapted, as_it_is
from .syntax import Code

if TYPE_CHECKING:
    from ...model.model import Model
    from .dependencies import Dependencies
    from .planning import Module
    from .views import ModuleView


@frozen()
class Flavour:
    """A way to write modules, with a folder of templates.

    name      as the configuration spells it
    helpers   by name, the library modules that define it: `Any` -> `typing`
    present   turns a module, and all that it depends on, into the view for the templates
    support   templates of helper modules of the package, by module: `_model`. No page makes such a name
    adapt     rewrites the model for the flavour, with findings about all that the flavour cannot express
    takes_base  whether its classes can inherit from a class of the user
    extras    the values of the setting `extra` that its classes support
    keeps_values  whether its enumerations can keep values that the docs do not list, by `_enums`
    is_json   whether values stay as JSON has them: code reaches a field by its key, and no enumeration is a class
    templates the folder of its templates; None for the built-in folder of its name
    """

    name: str
    helpers: Mapping[str, Code]
    present: Callable[[Module, Dependencies], ModuleView]
    support: Mapping[Code, str] = field(default_factory=lambda: MappingProxyType({}))
    adapt: Callable[[Model], Adapted] = as_it_is
    takes_base: bool = False
    extras: tuple[str, ...] = ("ignore",)
    keeps_values: bool = False
    is_json: bool = False
    templates: Path | None = None
