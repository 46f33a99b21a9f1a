"""From the model to the files of the package: paths and bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ...diagnostics import Diagnostic
from ...model.declarations import Declaration
from ...model.model import Model
from .dependencies import SUPPORT, Surroundings, surroundings
from .planning import locate
from .syntax import Code
from .templates import MARK, Templates


@dataclass(frozen=True, slots=True)
class Rendered:
    """The text of a file, and whether it needs the module with what unions need to be told apart."""

    text: str
    needs_tags: bool = False


Job = tuple[str, Callable[[], Rendered]]
"""A text that says all that a file depends on, and what renders it."""

Recall = Callable[[Sequence[Job]], Sequence[Rendered]]
"""Gives what was rendered before for the texts of the jobs, or else what their functions render."""


@dataclass(frozen=True, slots=True)
class Package:
    """files: paths in the package (with `/`) to content; models: how many of these define one."""

    files: Mapping[str, bytes]
    models: int


def _anew(jobs: Sequence[Job]) -> Sequence[Rendered]:
    return [make() for _, make in jobs]


def render(
    model: Model, templates: Path | None = None, recall: Recall = _anew
) -> tuple[Package, tuple[Diagnostic, ...]]:
    """The package of the model, and what is wrong with its names.

    templates  a folder of templates of one's own, of which each replaces the one of its name; their output is
               formatted by black
    recall     knows what was rendered before. It is not asked where there are templates of one's own: what these
               depend on nobody can tell

    Raises TemplateFault for a template that fails, or whose output is no Python.
    """
    places, diagnostics = locate(model)
    layouts = Templates(templates)
    if templates is not None:
        recall = _anew
    files: dict[str, bytes] = {}
    packages: dict[tuple[Code, ...], dict[Code, Code]] = {(): {}}
    jobs: dict[str, Job] = {}
    for declaration, around in surroundings(model, places):
        place = around.here
        job = (f"{declaration!r}{around!r}", partial(_module, declaration, around, layouts))
        jobs["/".join(place.module) + ".py"] = job
        for depth in range(len(place.package) + 1):
            packages.setdefault(place.package[:depth], {})
        packages[place.package][place.name] = place.module[-1]
    for package, modules in packages.items():
        names = dict(sorted(modules.items()))
        jobs["/".join((*package, "__init__.py"))] = (repr(names), partial(_package, names, layouts))
    rendered = recall(tuple(jobs.values()))
    if any(each.needs_tags for each in rendered):
        (tags,) = recall([(SUPPORT, partial(_support, layouts))])
        files[f"{SUPPORT}.py"] = tags.text.encode()
    files.update((path, each.text.encode()) for path, each in zip(jobs, rendered, strict=True))
    files["py.typed"] = MARK.encode()
    return Package(files, len(places)), diagnostics


# What fills templates in is imported where something has to be: most runs meet few files that nobody remembers.


def _module(declaration: Declaration, around: Surroundings, layouts: Templates) -> Rendered:
    from .present import present
    from .views import AliasView, EnumerationView, ObjectView

    view = present(declaration, around)
    templates = {ObjectView: "object", EnumerationView: "enumeration", AliasView: "alias"}
    template = f"{templates[type(view.declaration)]}.py.jinja"
    return Rendered(layouts.fill(template, module=view), view.needs_tags)


def _package(modules: Mapping[Code, Code], layouts: Templates) -> Rendered:
    from .present import present_package

    return Rendered(layouts.fill("package.py.jinja", package=present_package(modules)))


def _support(layouts: Templates) -> Rendered:
    return Rendered(layouts.fill("tags.py.jinja"))
