"""No text of the docs can get into a module as code, by the way docmodels is built.

`Code` is text that may stand in a module as it is. mypy, which `make check` runs, lets nothing else be a name, an
annotation, an import, a literal, an attribute of a view; so all that is left to look at is where text becomes `Code`.
"""

from __future__ import annotations

import ast
import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from docmodels.targets.python import views
from docmodels.targets.python.syntax import Code
from docmodels.targets.python.templates import built_in
from jinja2 import Environment, FileSystemLoader, meta, nodes

from tests.trees import ROOT

TARGET = ROOT / "generator/docmodels/targets/python"
MAKERS = {
    # a literal
    "literals.string": "escapes",
    "literals._literal": "repr of a number, True, False or None",
    "literals._float": "repr of a number",
    "docstrings.docstring": "escapes",
    "docstrings.comment": "escapes",
    # an identifier
    "identifiers._identifier": "keeps what an identifier may have",
    "identifiers.dotted_name": "takes names that Python can have",
    "identifiers.own_name": "takes names that Python can have",
    "identifiers.free": "puts a number behind code",
    "identifiers.behind": "puts code behind code",
    "identifiers.marked": "puts a _ behind code",
    "identifiers.prefixed": "puts names of modules before code",
    "identifiers.private": "puts a _ before code",
    "scope.Scope.helper": "takes the keys of a table",
    # pieces of code, put together
    "syntax.call": "",
    "syntax.subscript": "",
    "syntax.mapped": "",
    "syntax.keyword": "",
    "syntax.dotted": "",
    "syntax.renamed": "",
    "layout.lay_out": "",
    "layout.on_one_line": "",
    "layout.called": "",
    "layout.item": "",
    "layout.stacked": "",
    "layout.flat": "",
}
"""The functions that make code of what is no constant in their own source, and what they do that makes it code."""


def sources() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(TARGET.rglob("*.py")):
        yield path.stem, ast.parse(path.read_text("utf-8"))


def calls_of_code(node: ast.AST, name: str) -> Iterator[tuple[str, ast.Call]]:
    """Each call of `Code` below a node, with the dotted name of what it stands in."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call) and isinstance(child.func, ast.Name) and child.func.id == "Code":
            yield name, child
        inside = f"{name}.{child.name}" if isinstance(child, ast.FunctionDef | ast.ClassDef) else name
        yield from calls_of_code(child, inside)


def test_text_becomes_code_in_these_functions_only() -> None:
    calls = {
        name
        for module, source in sources()
        for name, call in calls_of_code(source, module)
        if not all(isinstance(argument, ast.Constant) for argument in call.args)
    }
    assert calls == set(MAKERS)


def test_nothing_keeps_mypy_from_telling_text_and_code_apart() -> None:
    """Neither a cast nor Any nor a comment that mypy obeys; and `Code` has no other name than its own."""
    for path in sorted(TARGET.rglob("*.py")):
        text = path.read_text("utf-8")
        names = {node.id for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)}
        assert not names & {"cast", "Any"}, path
        assert "type: ignore" not in text, path
        assert "Code as" not in text, path
        arguments = [
            argument for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call) for argument in node.args
        ]
        assert not [argument for argument in arguments if isinstance(argument, ast.Name) and argument.id == "Code"], (
            path
        )  # map(Code, …)


def test_a_view_holds_code_and_views_of_code() -> None:
    for name, view in vars(views).items():
        if name.endswith("View") or name == "Options":
            hints = get_type_hints(view)
            for field in dataclasses.fields(view):
                assert all(map(is_code, leaves(hints[field.name]))), (name, field.name)


def leaves(hint: Any) -> Iterator[Any]:
    if get_origin(hint) is None:
        yield hint
    else:
        yield from (leaf for part in get_args(hint) if part is not ... for leaf in leaves(part))


def is_code(hint: Any) -> bool:
    return hint is Code or hint is bool or hint.__name__.endswith("View")


@pytest.mark.parametrize("template", sorted(built_in().rglob("*.py.jinja")), ids=lambda path: path.name)
def test_a_template_is_handed_views_and_the_mark_and_nothing_else(template: Path) -> None:
    environment = Environment(loader=FileSystemLoader(template.parent))
    tree = environment.parse(template.read_text("utf-8"))
    assert meta.find_undeclared_variables(tree) <= {"mark", "options", "module", "declaration", "package"}
    # It lays out and does not make: no filter, no call, no text put together.
    for made in (nodes.Filter, nodes.Call, nodes.Concat, nodes.Add, nodes.Mod, nodes.Import):
        assert not list(tree.find_all(made)), made


def test_the_tests_that_SECURITY_md_names_are_there() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)`", (ROOT / "SECURITY.md").read_text("utf-8"))
    assert len(set(named)) > 4
    assert all((ROOT / name).is_file() for name in named)
