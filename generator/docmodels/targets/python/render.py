"""From the model to the files of the package: paths and bytes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType

from ...frozen import frozen
from ...model.model import Model
from .dependencies import Dependencies, dependencies
from .exact import exact
from .flavour import Flavour
from .options import options_for
from .planning import Module, ModuleName, Plan
from .syntax import Code
from .templates import MARK, Templates, built_in
from .views import Options


@frozen()
class Rendered:
    """The text of a file, and the modules that it needs and that the package brings along itself."""

    text: str
    support: tuple[str, ...] = ()


Job = tuple[str, Callable[[], Rendered]]
"""A text that says all that a file depends on, and what renders it."""

Recall = Callable[[Sequence[Job]], Sequence[Rendered]]
"""Gives what was rendered before for the texts of the jobs, or else what their functions render."""


def _anew(jobs: Sequence[Job]) -> Sequence[Rendered]:
    return [make() for _, make in jobs]


def render(
    model: Model,
    plan: Plan,
    flavour: Flavour,
    options: Options | None = None,
    templates: Path | None = None,
    recall: Recall = _anew,
    kept: Mapping[ModuleName, Collection[ModuleName]] = MappingProxyType({}),
) -> Mapping[str, bytes]:
    """The files of the package: their paths in it, with `/`, and their content.

    options    what the user wants of all classes
    templates  a folder of the user's templates, of which each replaces the one of its name; their output is formatted by
               black
    recall     knows what was rendered before. It is not asked for templates that do not come along: what these
               depend on nobody can tell
    kept       modules that others import from and that are not rendered, with those that they import

    Raises TemplateFault for a template that fails, or whose output is no Python.
    """
    options = options or options_for()
    layouts = Templates(flavour.templates or built_in() / flavour.name, options, templates)
    if templates is not None or flavour.templates is not None:
        recall = _anew
    jobs: dict[str, Job] = {}
    for module, around in dependencies(model, plan, flavour.helpers, kept):
        text = exact(flavour.name, module, around)
        jobs["/".join(module.name) + ".py"] = text, partial(_module, module, around, flavour, layouts)
    for package, names in plan.packages.items():
        text = exact(flavour.name, names)
        jobs["/".join((*package, "__init__.py"))] = text, partial(_package, names, layouts)
    rendered = recall(tuple(jobs.values()))
    files: dict[str, bytes] = {}
    needed = {name for each in rendered for name in each.support}
    for name, template in flavour.support.items():
        if name in needed:
            (support,) = recall([(exact(flavour.name, template, options), partial(_support, template, layouts))])
            files[f"{name}.py"] = support.text.encode()
    files.update((path, each.text.encode()) for path, each in zip(jobs, rendered, strict=True))
    files["py.typed"] = MARK.encode()
    return files


# What fills templates in is imported where something has to be: most runs meet few files that nobody remembers.


def _module(module: Module, around: Dependencies, flavour: Flavour, layouts: Templates) -> Rendered:
    view = flavour.present(module, around)
    return Rendered(layouts.fill("module.py.jinja", module=view), tuple(sorted(view.support)))


def _package(names: Mapping[Code, tuple[Code, ...]], layouts: Templates) -> Rendered:
    from .package import present_package

    return Rendered(layouts.fill("package.py.jinja", package=present_package(names)))


def _support(template: str, layouts: Templates) -> Rendered:
    return Rendered(layouts.fill(template))
