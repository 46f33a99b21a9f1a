"""Which module and which name each declaration gets."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from ..diagnostics import Diagnostic
from ..model.declarations import Declaration
from ..model.names import folded
from ..model.tree import Model
from .identifiers import class_name, module_name


@dataclass(frozen=True, slots=True)
class Location:
    """module: the parts of its dotted name below the output package; name: the class or alias in it."""

    module: tuple[str, ...]
    name: str

    @property
    def package(self) -> tuple[str, ...]:
        return self.module[:-1]


def locate(model: Model) -> tuple[Mapping[str, Location], tuple[Diagnostic, ...]]:
    """The places of the declarations, by key.

    Titles decide names, and no two in a folder may differ in nothing but case; where a file's name has lost its word boundaries (`roomdata.md`), the title has them. A
    declaration without a name of its own, or with one that another page has, gets no place but an error.
    """
    found: dict[str, Location] = {}
    diagnostics: list[Diagnostic] = []
    modules: dict[tuple[str, ...], Declaration] = {}
    names: dict[tuple[tuple[str, ...], str], Declaration] = {}
    packages = {
        parts[:depth] for d in model.declarations for parts in [_folder(d)] for depth in range(1, len(parts) + 1)
    }
    for declaration in model.declarations:
        name = class_name(declaration.title)
        if not name:
            diagnostics.append(
                Diagnostic(
                    declaration.place,
                    "no-python-name",
                    f'the title "{declaration.title}" makes no Python name; the page is left out',
                    "Give the page a title with a letter in it.",
                )
            )
            continue
        module = _module(declaration, packages)
        if name == module[-1]:  # scripts without capitals: the package could not hold both
            name += "_"
        other = modules.get(module)
        if other is not None and other.place.path != declaration.place.path:
            diagnostics.append(_clash("module-clash", declaration, other, f"the module {'.'.join(module)}"))
            continue
        other = names.get((module[:-1], name.casefold()))
        if other is not None:
            diagnostics.append(_clash("title-clash", declaration, other, f"the name {name}"))
            continue
        modules[module] = names[module[:-1], name.casefold()] = declaration
        found[declaration.key] = Location(module, name)
    return found, tuple(diagnostics)


def _folder(declaration: Declaration) -> tuple[str, ...]:
    folder = posixpath.dirname(declaration.place.path)
    return tuple(module_name(part) or "package" for part in folder.split("/")) if folder else ()


def _module(declaration: Declaration, packages: set[tuple[str, ...]]) -> tuple[str, ...]:
    stem = posixpath.splitext(posixpath.basename(declaration.place.path))[0]
    name = declaration.title if folded(stem) == folded(declaration.title) else stem
    module = (
        *_folder(declaration),
        module_name(name) or module_name(declaration.title),
    )
    # Python finds a package before a module of the same name.
    return (*module[:-1], f"{module[-1]}_") if module in packages else module


def _clash(code: str, declaration: Declaration, other: Declaration, what: str) -> Diagnostic:
    return Diagnostic(
        declaration.place,
        code,
        f"{what} is that of {other.place.path} already; this page is left out",
        "Rename one of the pages.",
    )
