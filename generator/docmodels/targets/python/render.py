"""From the model to the files of the package: paths and bytes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from ...frozen import frozen
from ...installation import built_in
from ...model.code_names import Names
from ...model.model import Model
from ...model.types import DeclarationId
from .dependencies import Dependencies, Given, dependencies
from .flavour import Flavour
from .options import options_for
from .package import present_package
from .planning import Module, ModuleName, plan
from .syntax import Code
from .templates import MARK, Templates
from .views import Options


@frozen()
class ModuleFile:
    """A module as it is written, or the `__init__.py` of a package.

    support  the modules that it needs and that the package brings along itself
    """

    text: bytes
    support: frozenset[Code]


Recall = Callable[[str, object, Callable[[], ModuleFile]], ModuleFile]
"""Returns the module at a path, as an earlier run made it of an equal value, or else as a function makes it now."""


def anew(path: str, made_of: object, make: Callable[[], ModuleFile]) -> ModuleFile:
    """A `Recall` without earlier runs."""
    return make()


def render(
    model: Model,
    names: Names[Code],
    flavour: Flavour,
    options: Options | None = None,
    templates: Path | None = None,
    kept: Mapping[ModuleName, Collection[ModuleName]] = MappingProxyType({}),
    given: Mapping[DeclarationId, Given] = MappingProxyType({}),
    recall: Recall = anew,
) -> Mapping[str, bytes]:
    """The files of the package: their paths in it, with `/`, and their content.

    model      as the flavour writes it; `names` has the names of all that is in it
    options    the user's wishes for all classes
    templates  a folder of the user's templates; each replaces the built-in one of the same name, and black formats its
               output
    kept       modules that others import from and that are not rendered, with those that they import
    given      classes of the user, which models inherit from or which stand in for them
    recall     finds modules of earlier runs, which are made of the same

    Raises TemplateFault for a template that fails, or that writes no Python.
    """
    wishes = options or options_for()
    layouts = Templates(flavour.templates or built_in() / flavour.name, wishes, templates)
    files: dict[str, bytes] = {}
    needed: set[str] = set()
    own = {each: place for each, place in names.classes.items() if each not in given or not given[each].use}
    modules = plan(model, own)
    for module, around in dependencies(model, modules, names, flavour.helpers, kept, given):
        path = "/".join(module.name) + ".py"
        made_of = flavour.name, wishes, module, around
        file = recall(path, made_of, partial(_rendered, module, around, flavour, layouts))
        needed |= file.support
        files[path] = file.text
    for package, exported in modules.packages.items():
        path = "/".join((*package, "__init__.py"))
        files[path] = recall(path, (flavour.name, wishes, exported), partial(_package, exported, layouts)).text
    for name, template in flavour.support.items():
        if name in needed:
            files[f"{name}.py"] = layouts.fill(template).encode()
    files["py.typed"] = MARK.encode()
    return files


def _rendered(module: Module, around: Dependencies, flavour: Flavour, layouts: Templates) -> ModuleFile:
    view = flavour.present(module, around)
    return ModuleFile(layouts.fill("module.py.jinja", module=view).encode(), view.support)


def _package(exported: Mapping[Code, tuple[Code, ...]], layouts: Templates) -> ModuleFile:
    return ModuleFile(layouts.fill("package.py.jinja", package=present_package(exported)).encode(), frozenset())
