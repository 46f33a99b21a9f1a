"""A flavour: one way to write classes, with one library."""

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

    name          its name in the configuration
    helpers       name → the library module that defines it: `Any` → `typing`
    present       makes the view for the templates, from a module and its dependencies
    support       helper module of the package → its template: `_model` → `model.py.jinja`. No page makes such a name
    adapt         rewrites the model for the flavour, with findings about everything that the flavour cannot express
    takes_base    whether its classes can inherit from a class of the user
    extras        the values of the setting `extra` that its classes support
    keeps_values  whether its enumerations can keep values beyond those of the docs, by `_enums`
    is_json       whether values stay as JSON has them: code reaches a field by its key, and no enumeration is a class
    templates     the folder of its templates; None for the built-in folder with its name
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
