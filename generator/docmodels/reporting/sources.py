"""The Python code of single classes, from the modules of a package."""

from __future__ import annotations

import ast
from collections.abc import Mapping


def sources(files: Mapping[str, bytes]) -> Mapping[tuple[str, str], str]:
    """Dotted name of a module and name of a class or alias → its statements.

    files  the package: path in it, with `/` → content
    """
    texts: dict[tuple[str, str], str] = {}
    for path, content in files.items():
        if path.endswith(".py") and not path.endswith("__init__.py"):
            module = path.removesuffix(".py").replace("/", ".")
            text = content.decode("utf-8")
            for name, source in _statements(text):
                texts.setdefault((module, name), source)
    return texts


def _statements(text: str) -> list[tuple[str, str]]:
    """The names that a module defines, with the lines of their statements; a docstring belongs to the alias before it."""
    lines, statements = text.split("\n"), ast.parse(text).body
    cut: list[tuple[str, str]] = []
    for at, statement in enumerate(statements):
        if not (name := _defined(statement)):
            continue
        first = min([statement.lineno, *(decorator.lineno for decorator in getattr(statement, "decorator_list", ()))])
        following = statements[at + 1] if at + 1 < len(statements) else None
        is_described = isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant)
        last = (following if is_described and following is not None else statement).end_lineno
        cut.append((name, "\n".join(lines[first - 1 : last])))
    return cut


def _defined(statement: ast.stmt) -> str:
    match statement:
        case ast.ClassDef(name=name):
            return name
        case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
            return name
    return ""
