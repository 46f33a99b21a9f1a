"""Modules as syntax trees, and the way from a name to its definition."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping

from ...frozen import frozen

_FURTHEST = 30
"""The most imports between a name and its definition; more are a circle."""


@frozen()
class Import:
    """module: the full name of the module; name: the name imported from it, "" for the module itself."""

    module: str
    name: str = ""


@frozen()
class Module:
    """One file.

    path    as reports show it, below the prefix of the target
    name    the full name, by the folders with an `__init__.py`
    bound   definitions and imports by their names at the top of the module; a nested class is `Outer.Inner`
    stars   the modules of its `from … import *`
    texts   docstrings below definitions, by name
    """

    path: str
    name: str
    bound: Mapping[str, ast.AST | Import]
    stars: tuple[str, ...]
    texts: Mapping[str, str]


@frozen()
class Defined:
    """A definition inside the target: its module, its name there, and its syntax."""

    module: Module
    name: str
    node: ast.AST


Definition = Defined | str
"""A definition inside the target, or the full name of a thing outside it: `pydantic.BaseModel`."""


@frozen()
class Modules:
    """All files of a target; `by_name` has each module under every name that imports may give it."""

    by_path: Mapping[str, Module]
    by_name: Mapping[str, Module]

    def find(self, module: Module, dotted: str, scope: str = "") -> Definition:
        """Follow a name, as it stands in a module, to its definition.

        scope  the class that the name is used in
        """
        while scope:
            if isinstance(node := module.bound.get(f"{scope}.{dotted}"), ast.AST):
                return Defined(module, f"{scope}.{dotted}", node)
            scope = scope.rpartition(".")[0]
        return self._find(module, dotted, 0)

    def _find(self, module: Module, dotted: str, steps: int) -> Definition:
        head, _, rest = dotted.partition(".")
        bound = module.bound.get(head)
        if steps > _FURTHEST:
            return dotted
        if isinstance(bound, Import):
            return self._imported(bound, rest, steps)
        if bound is not None:
            node = module.bound.get(dotted)
            return Defined(module, dotted, node) if isinstance(node, ast.AST) else dotted
        for star in module.stars:
            source = self.by_name.get(star)
            if source is not None and isinstance(there := self._find(source, dotted, steps + 1), Defined):
                return there
        return dotted

    def _imported(self, bound: Import, rest: str, steps: int) -> Definition:
        full = ".".join(filter(None, (bound.module, bound.name, rest)))
        parts = full.split(".")
        for length in range(len(parts), 0, -1):
            source = self.by_name.get(".".join(parts[:length]))
            if source is not None and (inner := ".".join(parts[length:])):
                there = self._find(source, inner, steps + 1)
                return there if isinstance(there, Defined) else full
        return full


def module_of(path: str, name: str, tree: ast.Module, *, is_package: bool) -> Module:
    """The module of a syntax tree."""
    bound: dict[str, ast.AST | Import] = {}
    stars: list[str] = []
    package = name if is_package else name.rpartition(".")[0]
    texts: dict[str, str] = {}
    last = ""
    for statement in _statements(tree.body):
        before, last = last, ""
        match statement:
            case ast.Expr(value=ast.Constant(value=str() as text)) if before:
                texts[before] = text
            case ast.Import(names=names):
                for alias in names:
                    bound[alias.asname or alias.name.partition(".")[0]] = Import(
                        alias.name if alias.asname else alias.name.partition(".")[0]
                    )
            case ast.ImportFrom(module=source, names=names, level=level):
                origin = _origin(package, source or "", level)
                for alias in names:
                    if alias.name == "*":
                        stars.append(origin)
                    else:
                        bound[alias.asname or alias.name] = Import(origin, alias.name)
            case ast.ClassDef():
                bound.update(_classes(statement, ""))
            case ast.Assign(targets=[ast.Name(id=target)]):
                bound[target], last = statement, target
            case ast.AnnAssign(target=ast.Name(id=target), value=ast.expr()):
                bound[target], last = statement, target
            case _ if type(statement).__name__ == "TypeAlias":  # since Python 3.12
                last = str(statement.name.id)  # type: ignore[attr-defined]
                bound[last] = statement
    return Module(path, name, bound, tuple(stars), texts)


def _origin(package: str, source: str, level: int) -> str:
    if not level:
        return source
    parts = package.split(".") if package else []
    kept = parts[: len(parts) - level + 1]
    return ".".join([*kept, source] if source else kept)


def _statements(body: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements of a module, with those inside `if TYPE_CHECKING` and `try`."""
    for statement in body:
        match statement:
            case ast.If(body=inner, orelse=other):
                yield from _statements(other)
                yield from _statements(inner)
            case ast.Try(body=inner, handlers=handlers):
                for handler in handlers:
                    yield from _statements(handler.body)
                yield from _statements(inner)
            case _:
                yield statement


def _classes(node: ast.ClassDef, outer: str) -> Iterator[tuple[str, ast.ClassDef]]:
    name = f"{outer}.{node.name}" if outer else node.name
    yield name, node
    for statement in node.body:
        if isinstance(statement, ast.ClassDef):
            yield from _classes(statement, name)


def dotted(node: ast.expr | None) -> str:
    """A name with its dots, as it stands: `pydantic.Field`; "" for any other expression."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=attr):
            return f"{before}.{attr}" if (before := dotted(value)) else ""
        case _:
            return ""
