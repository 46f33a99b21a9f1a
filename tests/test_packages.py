"""What holds for the packages of whole trees, whatever the flavour."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path
from random import Random

import pytest

from tests.packages import DOCS_IN, FLAVOURS, HOSTILE, TREES, Make
from tests.resolving import resolve
from tests.trees import importable, modules, public

EVERY_FLAVOUR = (DOCS_IN, HOSTILE, "cray-csm-widdershins", "kava-proto")
"""The trees that all flavours are imported from; of the others, pydantic's package is."""


@pytest.mark.parametrize(
    ("name", "flavour"),
    [(name, flavour) for name in TREES for flavour in FLAVOURS if name in EVERY_FLAVOUR or flavour == "pydantic"],
)
def test_modules_can_be_imported_in_any_order_and_their_types_resolved(make: Make, name: str, flavour: str) -> None:
    """Three orders for the trees with most circles. Only pydantic's types depend on which module asks first.

    The hostile tree, which has every oddity, makes the JSON schemas; they do not depend on the order.
    """
    tree = make(name, flavour)
    names = list(modules(tree.package))
    orders = (reversed, sorted, lambda names: Random(1).sample(names, len(names)))
    for number, order in enumerate(orders if name in (DOCS_IN, HOSTILE) else orders[:1]):
        with importable(tree.package):
            definitions = [value for module in order(names) for value in public(import_module(module)).values()]
            assert f" {len(definitions)} models" in tree.findings
            if number == 0 or flavour == "pydantic":
                resolve(definitions, flavour, with_schema=name == HOSTILE and number == 0)


@pytest.mark.parametrize("name", EVERY_FLAVOUR)
def test_flavours_have_the_same_modules_and_names(make: Make, name: str) -> None:
    names: dict[str, dict[str, list[str]]] = {}
    for flavour in FLAVOURS:
        package = make(name, flavour).package
        names[flavour] = {
            path.relative_to(package).as_posix(): sorted(exported(path))
            for path in package.rglob("*.py")
            if path.name == "__init__.py" or not path.name.startswith("_")
        }
    assert all(names[flavour] == names["pydantic"] for flavour in FLAVOURS)


def exported(module: Path) -> list[str]:
    """The names in `__all__`; none where a module has no such list."""
    for statement in ast.parse(module.read_bytes()).body:
        match statement:
            case ast.Assign(targets=[ast.Name("__all__")], value=value):
                return list(ast.literal_eval(value))
    return []
