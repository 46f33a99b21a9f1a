"""What a flavour of the target is: the library, or none, that the generated classes are made with."""

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
    """A way to write modules; a flavour is a package in `flavours`, a line there, and a folder of templates.

    name      as the configuration spells it
    helpers   by name, the modules of libraries that define what a module may need
    present   turns a module and all that it depends on into what the templates lay out
    support   by its name, the template of each module that the package may need besides those of the docs; no page can
              have such a name, since it begins with `_`
    adapt     the model in words that the flavour has, and findings of what it has none for
    takes_base  whether its classes can inherit from one of the user's
    extras    what its classes can do with keys that the docs do not name
    is_json   whether values stay as JSON has them: code reaches a field by its key, and no enumeration is a class
    templates the folder of its templates; None for the one of its name among those that come along
    """

    name: str
    helpers: Mapping[str, Code]
    present: Callable[[Module, Dependencies], ModuleView]
    support: Mapping[Code, str] = field(default_factory=lambda: MappingProxyType({}))
    adapt: Callable[[Model], Adapted] = as_it_is
    takes_base: bool = False
    extras: tuple[str, ...] = ("ignore",)
    is_json: bool = False
    templates: Path | None = None
