"""The definitions and imports of a module that an earlier run generated, read from its text."""

from __future__ import annotations

import ast
import posixpath
from collections.abc import Iterator, Mapping

from ...diagnostics import Place
from ...frozen import frozen
from ...model.declarations import Alias, Declaration, Enumeration, Member, Object
from ...model.types import ANY, DeclarationId
from .identifiers import own_name
from .planning import ModuleName
from .syntax import Code

_ENUMERATIONS = ("Enum", "Flag")


@frozen()
class Committed:
    """A module of the output.

    name     its dotted name, in parts
    names    its public names: each with its class statement, None for an alias
    imports  paths below the output folder: the files that it may import
    """

    name: ModuleName
    names: Mapping[Code, ast.ClassDef | None]
    imports: tuple[str, ...]


def read_committed(path: str, data: bytes) -> Committed | None:
    """Read a file of the output; None if it is no module of models.

    path  the path below the output folder
    """
    try:
        tree = ast.parse(data)
    except (SyntaxError, ValueError, RecursionError):  # after an edit by hand
        return None
    name, public = module_of(path), list(map(own_name, _public(tree)))
    if not name or not public or not all(public):
        return None
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    return Committed(name, {name: classes.get(name) for name in public}, tuple(_imports(path, tree)))


def module_of(path: str) -> ModuleName:
    """The dotted name of a file below the output folder, in parts; empty if Python cannot import the file."""
    parts = tuple(map(own_name, posixpath.splitext(path)[0].split("/")))
    return parts if all(parts) else ()


def _public(tree: ast.Module) -> list[str]:
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id="__all__")], value=ast.List(elts=elements)):
                names = (element.value for element in elements if isinstance(element, ast.Constant))
                return [name for name in names if isinstance(name, str)]
    return []


def _imports(path: str, tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            folder = path
            for _ in range(node.level):
                folder = posixpath.dirname(folder)
            module = posixpath.join(folder, *(node.module or "").split("."))
            yield f"{module.rstrip('/')}.py"
            yield from (f"{posixpath.join(module, name.name)}.py" for name in node.names)


def stand_in(name: str, node: ast.ClassDef | None, id_: DeclarationId, namespace: tuple[str, ...]) -> Declaration:
    """A declaration for a definition in a module that is kept, so that other modules can still refer to it."""
    place, anchors = Place(id_.page), (name,)
    if node is None:
        return Alias(id_, name, place, "", ANY, anchors=anchors, namespace=namespace)
    bases = [ast.unparse(base) for base in node.bases]
    if any(base.endswith(_ENUMERATIONS) for base in bases):
        members = tuple(Member(member, value, place) for member, value in _members(node))
        flags = any(base.endswith("Flag") for base in bases)
        return Enumeration(id_, name, place, "", members, is_flags=flags, anchors=anchors, namespace=namespace)
    return Object(id_, name, place, "", (), anchors=anchors, namespace=namespace)


def _members(node: ast.ClassDef) -> Iterator[tuple[str, str | int]]:
    for statement in node.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=value)):
                if isinstance(value, str | int):
                    yield name, value
