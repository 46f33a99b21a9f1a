"""From the model to the files of the package: paths and bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..diagnostics import Diagnostic
from ..model.tree import Model
from .modules import locate
from .present import present, present_package
from .scope import SUPPORT, circles
from .shapes import Code
from .templates import MARK, Templates
from .views import AliasView, EnumerationView, ObjectView

_TEMPLATE = {ObjectView: "object.py.jinja", EnumerationView: "enumeration.py.jinja", AliasView: "alias.py.jinja"}


@dataclass(frozen=True, slots=True)
class Package:
    """files: paths in the package (with `/`) to content; models: how many of these define one."""

    files: Mapping[str, bytes]
    models: int


def render(model: Model, templates: Path | None = None) -> tuple[Package, tuple[Diagnostic, ...]]:
    """The package of the model, and what is wrong with its names.

    templates  a folder of templates of one's own, of which each replaces the one of its name; their output is
               formatted by black

    Raises TemplateFault for a template that fails, or whose output is no Python.
    """
    places, diagnostics = locate(model)
    layouts = Templates(templates)
    round_about = circles(model, places)
    files: dict[str, bytes] = {}
    packages: dict[tuple[Code, ...], dict[Code, Code]] = {(): {}}
    for declaration in model.declarations:
        place = places.get(declaration.key)
        if place is None:
            continue
        view = present(declaration, model, places, round_about)
        files["/".join(place.module) + ".py"] = layouts.fill(_TEMPLATE[type(view.declaration)], module=view)
        if view.needs_tags:
            files[f"{SUPPORT}.py"] = layouts.fill("tags.py.jinja")
        for depth in range(len(place.package) + 1):
            packages.setdefault(place.package[:depth], {})
        packages[place.package][place.name] = place.module[-1]
    for package, modules in packages.items():
        path = "/".join((*package, "__init__.py"))
        files[path] = layouts.fill("package.py.jinja", package=present_package(dict(sorted(modules.items()))))
    files["py.typed"] = MARK.encode()
    return Package(files, len(places)), diagnostics
