"""The members of an enumeration."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from ...diagnostics import Diagnostic, Place
from ...model.declarations import Member
from .annotations import Scope, constant
from .modules import dotted


def members_of(node: ast.ClassDef, at: Scope, *, is_text: bool, is_flags: bool) -> Iterator[Member | Diagnostic]:
    """The members, in order; a finding for a value that is known at run time only.

    `auto()` makes the name in small letters if `is_text`, the next power of two if `is_flags`, else the next number.
    """
    last = 0
    names = set[str]()
    makes = _next_value(node)
    for statement in node.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if not name.startswith("_"):
                place = Place(at.module.path, statement.lineno)
            case _:
                continue
        if _is_made_of(value, names):
            continue
        names.add(name)
        known = _value(value, at)
        if _is_auto(value):
            known = name.lower() if is_text else (last * 2 or 1) if is_flags else last + 1
            if makes is not None:
                known = {"name": name, "name.lower()": name.lower(), "name.upper()": name.upper()}.get(makes, ...)
        if isinstance(known, tuple) and known and isinstance(known[0], str | int):
            known = known[0]  # a value with more for `__new__`
        if isinstance(known, str | int) and not isinstance(known, bool):
            last = known if isinstance(known, int) else last
            yield Member(name, known, place)
        else:
            message = f"the value of {node.name}.{name} is known at run time only; it is not compared"
            yield Diagnostic(place, "target-not-clear", message, "Write the value out, if it shall be compared.")


def _next_value(node: ast.ClassDef) -> str | None:
    """The value that the class makes for `auto()`, as an expression of `name`; None if the class has no method for it.

    "" stands for a method that docmodels cannot read.
    """
    for statement in node.body:
        if isinstance(statement, ast.FunctionDef) and statement.name == "_generate_next_value_":
            returned = statement.body[-1].value if isinstance(statement.body[-1], ast.Return) else None
            name = statement.args.args[0].arg if statement.args.args else ""
            return re.sub(rf"\b{re.escape(name)}\b", "name", ast.unparse(returned)) if returned and name else ""
    return None


def _is_made_of(value: ast.expr, names: set[str]) -> bool:
    """Whether a member is another name of members before it, or made of them: `READ | WRITE`, `~0 & READ`."""
    used = {part.id for part in ast.walk(value) if isinstance(part, ast.Name)}
    return bool(used) and used <= names and not any(isinstance(part, ast.Call) for part in ast.walk(value))


def _value(value: ast.expr, at: Scope) -> object:
    match value:
        case ast.BinOp(op=ast.LShift(), left=left, right=right):
            first, second = constant(left, at), constant(right, at)
            is_small = isinstance(second, int) and 0 <= second < 64
            return first << second if isinstance(first, int) and isinstance(second, int) and is_small else ...
        case _:
            return constant(value, at)


def _is_auto(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and dotted(value.func).rpartition(".")[2] == "auto"


def is_open(node: ast.ClassDef) -> bool:
    """Whether the enumeration takes other values too: it has a method for them."""
    return any(isinstance(statement, ast.FunctionDef) and statement.name == "_missing_" for statement in node.body)
