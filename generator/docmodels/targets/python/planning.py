"""Which module and which name each declaration gets."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from ...diagnostics import Diagnostic
from ...model.declarations import Declaration
from ...model.model import Model
from ...model.names import folded
from ...model.types import DeclarationId
from .identifiers import class_name, marked, module_name
from .syntax import Code

LONGEST = 255
"""Bytes that the name of a file may take on the file systems in use."""

DEEPEST = 100
"""Packages that a module may be inside of. Python imports each of them for the next and gives up at about 250."""


@dataclass(frozen=True, slots=True)
class Location:
    """module: the parts of its dotted name below the output package; name: the class or alias in it."""

    module: tuple[Code, ...]
    name: Code

    @property
    def package(self) -> tuple[Code, ...]:
        return self.module[:-1]


def locate(model: Model) -> tuple[Mapping[DeclarationId, Location], tuple[Diagnostic, ...]]:
    """The places of the declarations.

    Titles decide names, and no two in a folder may differ in nothing but case; where a file's name has lost its word
    boundaries (`roomdata.md`), the title has them. A declaration without a name of its own, with one that another page
    has, or with one that no file can have, gets no place but an error.
    """
    found: dict[DeclarationId, Location] = {}
    diagnostics: list[Diagnostic] = []
    modules: dict[tuple[str, ...], Declaration] = {}
    names: dict[tuple[tuple[str, ...], str], Declaration] = {}
    folders = {posixpath.dirname(declaration.place.path) for declaration in model.declarations}
    within = {folder: _package(folder) for folder in folders}
    shown = {declaration.id: _module(declaration, within) for declaration in model.declarations}
    packages = {
        module[:depth] for module in shown.values() if len(module) <= DEEPEST for depth in range(1, len(module))
    }
    # Python finds a package before a module of the same name.
    shown = {key: (*module[:-1], marked(module[-1])) if module in packages else module for key, module in shown.items()}
    inside = packages.union(shown.values())
    for declaration in model.declarations:
        module, name = shown[declaration.id], class_name(declaration.title)
        if (problem := _unusable(declaration, module, name)) is not None:
            diagnostics.append(problem)
            continue
        if (*module[:-1], name) in inside:  # scripts without capitals: the package could not hold both
            name = marked(name)
        other = modules.get(module)
        if other is not None and other.place.path != declaration.place.path:
            diagnostics.append(_clash("module-clash", declaration, other, f"the module {'.'.join(module)}"))
            continue
        other = names.get((module[:-1], name.casefold()))
        if other is not None:
            diagnostics.append(_clash("title-clash", declaration, other, f"the name {name}"))
            continue
        modules[module] = names[module[:-1], name.casefold()] = declaration
        found[declaration.id] = Location(module, name)
    return found, tuple(diagnostics)


def _package(folder: str) -> tuple[Code, ...]:
    return tuple(module_name(part) or Code("package") for part in folder.split("/")) if folder else ()


def _module(declaration: Declaration, within: Mapping[str, tuple[Code, ...]]) -> tuple[Code, ...]:
    """What the page's path makes of a module, the last part "" if neither its file nor its title has words."""
    folder, file = posixpath.split(declaration.place.path)
    stem = posixpath.splitext(file)[0]
    name = declaration.title if folded(stem) == folded(declaration.title) else stem
    return (*within[folder], module_name(name) or module_name(declaration.title))


def _unusable(declaration: Declaration, module: tuple[Code, ...], name: Code) -> Diagnostic | None:
    """Why there can be no such module or name, if so."""
    if not name:
        message = f'the title "{declaration.title}" makes no Python name; the page is left out'
        help_ = "Give the page a title with a letter in it."
        return Diagnostic(declaration.place, "no-python-name", message, help_)
    longest = max(map(_size, module))
    if longest > LONGEST:
        message = f"the name of its module takes {longest} bytes, and file systems take {LONGEST}; the page is left out"
        return Diagnostic(declaration.place, "long-path", message, "Give the file or the folder a shorter name.")
    if len(module) > DEEPEST + 1:
        message = f"the page is {len(module) - 1} folders deep, and packages go {DEEPEST} deep; it is left out"
        return Diagnostic(declaration.place, "long-path", message, "Move the page up.")
    return None


def _size(part: str) -> int:
    return len(f"{part}.py".encode())


def _clash(code: str, declaration: Declaration, other: Declaration, what: str) -> Diagnostic:
    return Diagnostic(
        declaration.place,
        code,
        f"{what} is that of {other.place.path} already; this page is left out",
        "Rename one of the pages.",
    )
