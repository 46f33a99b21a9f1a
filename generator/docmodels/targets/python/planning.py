"""Modules and classes: the place and the name of each declaration, for each layout."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal

from ...diagnostics import Diagnostic
from ...frozen import Keeping, cached_property, frozen
from ...model.addresses import folder_of
from ...model.code_names import Classes, Location
from ...model.declarations import Declaration
from ...model.model import Model
from ...model.names import folded
from ...model.types import DeclarationId
from .identifiers import class_name, free, marked, module_name, prefixed
from .syntax import Code

LONGEST = 255
"""The most bytes of a file's name, on the file systems in use."""

DEEPEST = 100
"""The most packages around a module. Python imports each of them for the next, and gives up at about 250."""

ModuleName = tuple[Code, ...]
"""The parts of a module's dotted name below the output package."""


@frozen()
class Module:
    """A module and the declarations that it defines, in the order of the docs."""

    name: ModuleName
    declarations: tuple[Declaration, ...]


@frozen()
class Plan(Keeping):
    """The modules of a package, in the order of the docs, and the location of each declaration that has one."""

    modules: tuple[Module, ...]
    locations: Classes[Code]

    @cached_property
    def packages(self) -> Mapping[ModuleName, Mapping[Code, tuple[Code, ...]]]:
        """Package → its names, sorted, each with the modules that define it."""
        packages: dict[ModuleName, dict[Code, list[Code]]] = {(): {}}
        for module in self.modules:
            package = module.name[:-1]
            for depth in range(len(package) + 1):
                packages.setdefault(package[:depth], {})
            for declaration in module.declarations:
                packages[package].setdefault(self.locations[declaration.id].name, []).append(module.name[-1])
        return {
            package: {name: tuple(modules) for name, modules in sorted(names.items())}
            for package, names in packages.items()
        }


def plan(model: Model, classes: Classes[Code]) -> Plan:
    """Group the declarations of a model by their modules."""
    modules: dict[ModuleName, list[Declaration]] = {}
    for declaration in model.declarations:
        if declaration.id in classes:
            modules.setdefault(classes[declaration.id].module, []).append(declaration)
    return Plan(tuple(Module(name, tuple(declarations)) for name, declarations in modules.items()), classes)


Layout = Literal["modules", "single"]

Located = tuple[Classes[Code], tuple[Diagnostic, ...]]
"""The locations of declarations; and the findings about declarations without one, or with another name than their title's."""


def locate(model: Model, layout: Layout = "modules") -> Located:
    """Give every declaration a module and a name.

    "modules"  A page is a module; a page with namespaces is a package with a module for each. A file whose name has lost
               its word boundaries (`roomdata.md`) has those of its only model's title. A declaration without a usable name
               gets no place but an error; so do all declarations of a page whose module another page has. The second of
               two namesakes on a page gets a number, with an error.
    "single"   One module holds everything. The second of two namesakes has folders and namespaces before its name, as many
               as distinguish the two; if these do not, its page too; if that name is taken as well, a number, with an
               error.
    """
    return _in_one_module(model) if layout == "single" else _Planner(model).located()


ONLY = Code("models")
"""The module of all declarations in the layout "single"."""


def _in_one_module(model: Model) -> Located:
    names: dict[Code, Declaration] = {}
    diagnostics: list[Diagnostic] = []
    for declaration in model.declarations:
        own = class_name(declaration.title)
        if (problem := _unusable(declaration, (ONLY,), own)) is not None:
            diagnostics.append(problem)
            continue
        candidates = (own, *_longer_names(declaration, own))
        name = next((candidate for candidate in candidates if candidate not in names), None)
        if name is None:
            name = free(own, names)
            diagnostics.append(_title_clash(declaration, names[own], name))
        names[name] = declaration
    return {declaration.id: Location((ONLY,), name) for name, declaration in names.items()}, tuple(diagnostics)


def _longer_names(declaration: Declaration, name: Code) -> Iterator[Code]:
    """Longer names for a declaration whose name is taken, the shortest first."""
    folder, file = posixpath.split(declaration.place.path)
    around = (*_package(folder), *map(_part, declaration.namespace))
    for depth in range(1, len(around) + 1):
        yield prefixed(around[-depth:], name)
    yield prefixed((*around, module_name(posixpath.splitext(file)[0])), name)


class _Planner:
    def __init__(self, model: Model) -> None:
        self._model = model
        folders = {folder_of(declaration.place.path) for declaration in model.declarations}
        within = {folder: _package(folder) for folder in folders}
        models = Counter(declaration.place.path for declaration in model.declarations if declaration.part_of is None)
        titles = {
            declaration.place.path: declaration.title
            for declaration in model.declarations
            if declaration.part_of is None and models[declaration.place.path] == 1 and not declaration.namespace
        }
        pages: dict[str, ModuleName] = {}
        # If the path of a page makes no name, the first title that makes one does.
        for declaration in reversed(model.declarations):
            path = declaration.place.path
            if (module := _module(declaration, titles)) or path not in pages:
                pages[path] = (*within[folder_of(path)], module)
        pages = _cased(pages)
        modules = {
            declaration.id: (*pages[declaration.place.path], *map(_part, declaration.namespace))
            for declaration in model.declarations
        }
        packages = {
            module[:depth] for module in modules.values() if len(module) <= DEEPEST for depth in range(1, len(module))
        }
        # Python finds a package before a module of the same name.
        self._shown: dict[DeclarationId, ModuleName] = {
            identity: (*module[:-1], marked(module[-1])) if module in packages else module
            for identity, module in modules.items()
        }
        self._inside = packages.union(self._shown.values())

    def located(self) -> Located:
        """The location of each declaration, in the order of the docs, and the findings about them."""
        owners: dict[ModuleName, Declaration] = {}
        defined: dict[ModuleName, dict[Code, Declaration]] = {}
        classes: dict[DeclarationId, Location[Code]] = {}
        diagnostics: list[Diagnostic] = []
        for declaration in self._model.declarations:
            module, name = self._shown[declaration.id], class_name(declaration.title)
            if (problem := _unusable(declaration, module, name)) is not None:
                diagnostics.append(problem)
                continue
            if (*module[:-1], name) in self._inside:  # in scripts without capitals, a class may have a module's name
                name = marked(name)
            owner = owners.setdefault(module, declaration)
            if owner.place.path != declaration.place.path:
                diagnostics.append(_module_clash(declaration, owner, module))
                continue
            names = defined.setdefault(module, {})
            if name in names:
                twin = free(name, names)
                diagnostics.append(_title_clash(declaration, names[name], twin))
                name = twin
            names[name] = declaration
            classes[declaration.id] = Location(module, name)
        return classes, tuple(diagnostics)


def _cased(pages: Mapping[str, ModuleName]) -> dict[str, ModuleName]:
    """The modules of pages. If two paths differ in case only, as `Url.md` and `URL.md`, one module has an underscore behind it."""
    taken: dict[tuple[str, ModuleName], str] = {}
    cased: dict[str, ModuleName] = {}
    for path in sorted(pages, reverse=True):  # `Url.md` before `URL.md`
        module = pages[path]
        while taken.setdefault((path.casefold(), module), path) != path:
            module = (*module[:-1], marked(module[-1]))
        cased[path] = module
    return cased


def _package(folder: str) -> ModuleName:
    return tuple(map(_part, folder.split("/"))) if folder else ()


def _part(name: str) -> Code:
    return module_name(name) or Code("package")


def _module(declaration: Declaration, titles: Mapping[str, str]) -> Code:
    """The name of a module, from its page's path or a title; "" if neither has a letter or digit."""
    stem = posixpath.splitext(posixpath.basename(declaration.place.path))[0]
    title = titles.get(declaration.place.path, "")
    name = title if folded(stem) == folded(title) else stem
    return module_name(name) or module_name(title) or module_name(declaration.title)


def _unusable(declaration: Declaration, module: ModuleName, name: Code) -> Diagnostic | None:
    """The finding about a module or name that cannot exist; None for a usable one."""
    if not name:
        message = f'the title "{declaration.title}" makes no Python name; it is left out'
        help_ = "Give it a title with a letter in it."
        return Diagnostic(declaration.place, "no-python-name", message, help_)
    longest = max(map(_size, module))
    if longest > LONGEST:
        message = f"the name of its module has {longest} bytes, and file systems allow {LONGEST}; it is left out"
        return Diagnostic(declaration.place, "long-path", message, "Give the file or the folder a shorter name.")
    if len(module) > DEEPEST + 1:
        message = f"the page is {len(module) - 1} folders deep, and packages may be {DEEPEST} deep; it is left out"
        return Diagnostic(declaration.place, "long-path", message, "Move the page up.")
    return None


def _size(part: str) -> int:
    return len(f"{part}.py".encode())


def _module_clash(declaration: Declaration, owner: Declaration, module: ModuleName) -> Diagnostic:
    return Diagnostic(
        declaration.place,
        "module-clash",
        f"the page {owner.place.path} already makes the module {'.'.join(module)}; this page is left out",
        "Rename one of the pages.",
    )


def _title_clash(declaration: Declaration, other: Declaration, name: Code) -> Diagnostic:
    place = f"in line {other.place.line}"
    if other.place.path != declaration.place.path:
        place = f"{place} of {other.place.path}"
    return Diagnostic(
        declaration.place,
        "title-clash",
        f'"{other.title}" {place} has the same name in Python; this one becomes {name}',
        "Give one of them another heading, or a name in [tool.docmodels.names].",
    )
