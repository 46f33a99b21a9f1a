"""From the model to the files of the package: paths and bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..diagnostics import Diagnostic
from ..model.declarations import Alias, Enumeration, Object
from ..model.tree import Model
from .modules import locate
from .present import present, present_package
from .scope import circles
from .templates import MARK, Templates

_TEMPLATE = {
    Object: "object.py.jinja",
    Enumeration: "enumeration.py.jinja",
    Alias: "alias.py.jinja",
}


@dataclass(frozen=True, slots=True)
class Package:
    """files: path below the output folder (with `/`) to content; sources: the page of each module, by its path."""

    files: Mapping[str, bytes]
    sources: Mapping[str, str]


def render(model: Model, templates: Path | None = None) -> tuple[Package, tuple[Diagnostic, ...]]:
    """The package of the model.

    templates  a folder of templates of one's own, of which each replaces the one of its name; their output is
               formatted by black

    Raises TemplateFault for a template that fails, or whose output is no Python.
    """
    places, diagnostics = locate(model)
    layouts = Templates(templates)
    round_about = circles(model)
    files: dict[str, bytes] = {}
    sources: dict[str, str] = {}
    packages: dict[tuple[str, ...], dict[str, str]] = {(): {}}
    for declaration in model.declarations:
        place = places.get(declaration.key)
        if place is None:
            continue
        path = "/".join(place.module) + ".py"
        view = present(declaration, model, places, round_about)
        files[path] = layouts.fill(_TEMPLATE[type(declaration)], module=view)
        sources[path] = declaration.place.path
        for depth in range(len(place.package) + 1):
            packages.setdefault(place.package[:depth], {})
        packages[place.package][place.name] = place.module[-1]
    for package, modules in packages.items():
        path = "/".join((*package, "__init__.py"))
        files[path] = layouts.fill("package.py.jinja", package=present_package(dict(sorted(modules.items()))))
    files["py.typed"] = MARK.encode()
    return Package(files, sources), diagnostics
