"""The members of an enumeration."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from ... import diagnostics
from ...diagnostics import Diagnostic
from ...model.declarations import Member
from .annotations import Place, constant
from .modules import Modules, dotted


def members_of(
    modules: Modules, node: ast.ClassDef, at: Place, *, is_text: bool, is_flags: bool
) -> Iterator[Member | Diagnostic]:
    """The members, in order; a finding for a value that only running the code tells.

    is_text   what `auto()` makes: the name in small letters, or the next number
    is_flags  the next power of two
    """
    last = 0
    names = set[str]()
    makes = _next_value(node)
    for statement in node.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if not name.startswith("_"):
                place = diagnostics.Place(at.module.path, statement.lineno)
            case _:
                continue
        if _is_made_of(value, names):
            continue
        names.add(name)
        known = _value(modules, value, at)
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
    """What the method of the class for `auto()` returns, in terms of `name`; "" for anything else, None without one."""
    for each in node.body:
        if isinstance(each, ast.FunctionDef) and each.name == "_generate_next_value_":
            returned = each.body[-1].value if isinstance(each.body[-1], ast.Return) else None
            name = each.args.args[0].arg if each.args.args else ""
            return re.sub(rf"\b{re.escape(name)}\b", "name", ast.unparse(returned)) if returned and name else ""
    return None


def _is_made_of(value: ast.expr, names: set[str]) -> bool:
    """Whether a member is another name of members before it, or made of them: `READ | WRITE`, `~0 & READ`."""
    used = {part.id for part in ast.walk(value) if isinstance(part, ast.Name)}
    return bool(used) and used <= names and not any(isinstance(part, ast.Call) for part in ast.walk(value))


def _value(modules: Modules, value: ast.expr, at: Place) -> object:
    match value:
        case ast.BinOp(op=ast.LShift(), left=left, right=right):
            first, second = constant(modules, left, at), constant(modules, right, at)
            is_small = isinstance(second, int) and 0 <= second < 64
            return first << second if isinstance(first, int) and isinstance(second, int) and is_small else ...
        case _:
            return constant(modules, value, at)


def _is_auto(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and dotted(value.func).rpartition(".")[2] == "auto"


def is_open(node: ast.ClassDef) -> bool:
    """Whether the enumeration takes other values too: it has a method for them."""
    return any(isinstance(each, ast.FunctionDef) and each.name == "_missing_" for each in node.body)
