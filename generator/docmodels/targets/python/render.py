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
from .dependencies import Dependencies, UserClass, dependencies
from .flavour import Flavour
from .options import options_for
from .package import present_package
from .planning import Module, ModuleName, plan
from .syntax import Code
from .templates import MARK, Templates
from .views import Options


@frozen()
class ModuleFile:
    """The text of a module, or of the `__init__.py` of a package.

    support  the helper modules of the package that it needs: `_model`
    """

    text: bytes
    support: frozenset[Code]


Recall = Callable[[str, object, Callable[[], ModuleFile]], ModuleFile]
"""Returns the module at a path: an earlier run's, if made from an equal value, or else a new one from the function."""


def anew(path: str, made_of: object, make: Callable[[], ModuleFile]) -> ModuleFile:
    """A `Recall` without earlier runs: it always makes the module."""
    return make()


def render(
    model: Model,
    names: Names[Code],
    flavour: Flavour,
    options: Options | None = None,
    templates: Path | None = None,
    kept: Mapping[ModuleName, Collection[ModuleName]] = MappingProxyType({}),
    user_classes: Mapping[DeclarationId, UserClass] = MappingProxyType({}),
    recall: Recall = anew,
) -> Mapping[str, bytes]:
    """The files of the package: path in it, with `/` → content.

    model         as the flavour writes it
    names         all names of the package
    options       the settings of all classes
    templates     a folder of the user's templates; each replaces the built-in one of the same name, and black formats its
                  output
    kept          modules that others import from but that are not rendered, with the modules that they import
    user_classes  classes of the user, as bases of models or in their place
    recall        finds modules of earlier runs

    Raises TemplateFault for a template that fails, or that writes no Python.
    """
    wishes = options or options_for()
    layouts = Templates(flavour.templates or built_in() / flavour.name, wishes, templates)
    files: dict[str, bytes] = {}
    needed: set[str] = set()
    own = {
        identity: place
        for identity, place in names.classes.items()
        if identity not in user_classes or not user_classes[identity].use
    }
    modules = plan(model, own)
    for module, around in dependencies(model, modules, names, flavour.helpers, kept, user_classes):
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
