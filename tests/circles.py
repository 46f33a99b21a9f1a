"""Modules of a package that import each other in a circle: only for these it matters which is imported first.

Modules in no circle run in one order, whatever is imported first: what a module imports, then the module.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.trees import module_name


def modules_in_circles(package: Path, paths: Iterable[Path]) -> set[str]:
    """The dotted names of the modules that import themselves, by way of others.

    paths  the files of the package, from the folder that it is in
    """
    return _in_circles({name: _imports(package.parent / path, name) for path in paths for name in [module_name(path)]})


def _imports(file: Path, name: str) -> set[str]:
    """What a module imports of its package while it is imported: the packages around it, and what its imports name."""
    home = name if file.stem == "__init__" else name.rpartition(".")[0]
    names_ = {name[:at] for at, mark in enumerate(name) if mark == "."}
    statements: list[ast.AST] = list(ast.parse(file.read_bytes()).body)
    while statements:
        match statements.pop():
            case ast.ImportFrom(level=level, module=module, names=names) if level:
                around = home.split(".")[: len(home.split(".")) + 1 - level]
                source = ".".join([*around, *([module] if module else [])])
                names_ |= {source, *(f"{source}.{alias.name}" for alias in names)}  # a name may be a module, too
            case ast.If(test=ast.Name("TYPE_CHECKING"), orelse=otherwise):
                statements += otherwise
            case ast.FunctionDef():  # `__getattr__` runs later
                pass
            case statement:
                statements += ast.iter_child_nodes(statement)
    return names_


def _in_circles(imported: Mapping[str, set[str]]) -> set[str]:
    """The modules that import themselves, by way of others."""
    circles = set()
    for name in imported:
        reached, following = set[str](), [*imported[name]]
        while following:
            module = following.pop()
            if module not in reached:
                reached.add(module)
                following += imported.get(module, ())
        if name in reached:
            circles.add(name)
    return circles
