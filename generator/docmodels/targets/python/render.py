"""From the model to the files of the package: paths and bytes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from types import MappingProxyType

from ...installation import built_in
from ...model.code_names import Names
from ...model.model import Model
from ...model.types import DeclarationId
from .dependencies import Given, dependencies
from .flavour import Flavour
from .options import options_for
from .package import present_package
from .planning import ModuleName, plan
from .syntax import Code
from .templates import MARK, Templates
from .views import Options


def render(
    model: Model,
    names: Names[Code],
    flavour: Flavour,
    options: Options | None = None,
    templates: Path | None = None,
    kept: Mapping[ModuleName, Collection[ModuleName]] = MappingProxyType({}),
    given: Mapping[DeclarationId, Given] = MappingProxyType({}),
) -> Mapping[str, bytes]:
    """The files of the package: their paths in it, with `/`, and their content.

    model      as the flavour writes it; `names` has the names of all that is in it
    options    the user's wishes for all classes
    templates  a folder of the user's templates; each replaces the built-in one of the same name, and black formats its
               output
    kept       modules that others import from and that are not rendered, with those that they import
    given      classes of the user, which models inherit from or which stand in for them

    Raises TemplateFault for a template that fails, or whose output is no Python.
    """
    layouts = Templates(flavour.templates or built_in() / flavour.name, options or options_for(), templates)
    files: dict[str, str] = {}
    needed: set[str] = set()
    own = {each: place for each, place in names.classes.items() if each not in given or not given[each].use}
    modules = plan(model, own)
    for module, around in dependencies(model, modules, names, flavour.helpers, kept, given):
        view = flavour.present(module, around)
        needed |= view.support
        files["/".join(module.name) + ".py"] = layouts.fill("module.py.jinja", module=view)
    for package, exported in modules.packages.items():
        path = "/".join((*package, "__init__.py"))
        files[path] = layouts.fill("package.py.jinja", package=present_package(exported))
    for name, template in flavour.support.items():
        if name in needed:
            files[f"{name}.py"] = layouts.fill(template)
    files["py.typed"] = MARK
    return {path: text.encode() for path, text in files.items()}
