"""Regular expressions that compile at their first use."""

from __future__ import annotations

import ast
import gc
import importlib
import pkgutil
import re
from pathlib import Path

import docmodels
import pytest
from docmodels import patterns
from docmodels.patterns import regex
from hypothesis import given
from hypothesis import strategies as st


def test_it_compiles_at_its_first_use_and_only_then(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []

    def compile_(source: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(source)
        return re.compile(source, flags)

    monkeypatch.setattr(patterns, "re", type("re", (), {"compile": staticmethod(compile_)}))
    digits = regex(r"\d+")
    assert (digits.pattern, compiled) == (r"\d+", [])
    assert (digits.findall("a1b22"), digits.sub("", "a1b")) == (["1", "22"], "ab")
    assert compiled == [r"\d+"]


@given(st.text(alphabet="aAbB1 \n", max_size=12), st.sampled_from([0, re.IGNORECASE, re.MULTILINE]))
def test_it_does_what_a_compiled_one_does(text: str, flags: int) -> None:
    source = r"^(?P<letter>[ab])|(\d)$"
    ours, compiled = regex(source, flags), re.compile(source, flags)
    for method in ("match", "search", "fullmatch"):
        assert str(getattr(ours, method)(text)) == str(getattr(compiled, method)(text))
    assert [match.span() for match in ours.finditer(text)] == [match.span() for match in compiled.finditer(text)]
    assert (ours.findall(text), ours.split(text)) == (compiled.findall(text), compiled.split(text))
    assert (ours.sub("_", text), ours.subn("_", text)) == (compiled.sub("_", text), compiled.subn("_", text))
    assert (ours.flags, ours.groups, ours.groupindex) == (compiled.flags, compiled.groups, compiled.groupindex)


def test_a_name_that_patterns_do_not_have() -> None:
    with pytest.raises(AttributeError, match="serach"):
        _ = regex("a").serach  # type: ignore[attr-defined]


def test_every_one_of_docmodels_compiles() -> None:
    """An expression with a fault would raise in the middle of somebody's run."""
    for module in pkgutil.walk_packages(docmodels.__path__, "docmodels."):
        if module.name not in ("docmodels.__main__", "docmodels.hatch"):
            importlib.import_module(module.name)
    gc.unfreeze()  # `get_objects` does not list what a run before this test has frozen
    ours = [expression for expression in gc.get_objects() if type(expression) is type(regex(""))]
    assert len(ours) > 800
    for expression in ours:
        assert expression.fullmatch  # compiles, or raises


def test_no_module_compiles_one_when_it_is_imported() -> None:
    def compiles(node: ast.AST) -> bool:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            return False
        is_call = isinstance(node, ast.Attribute) and ast.unparse(node) == "re.compile"
        return is_call or any(map(compiles, ast.iter_child_nodes(node)))

    sources = Path(docmodels.__file__).parent.rglob("*.py")
    assert [path for path in sources if compiles(ast.parse(path.read_text(encoding="utf-8")))] == []
