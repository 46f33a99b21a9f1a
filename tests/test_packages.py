"""What holds for the packages of whole trees, whatever the flavour."""

from __future__ import annotations

from importlib import import_module
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
    """Three orders for the trees with most circles. Only pydantic's types depend on which module asks first."""
    tree = make(name, flavour)
    names = list(modules(tree.package))
    orders = (reversed, sorted, lambda names: Random(1).sample(names, len(names)))
    for number, order in enumerate(orders if name in (DOCS_IN, HOSTILE) else orders[:1]):
        with importable(tree.package):
            definitions = [value for module in order(names) for value in public(import_module(module)).values()]
            assert f" {len(definitions)} models" in tree.findings
            for definition in definitions if number == 0 or flavour == "pydantic" else ():
                resolve(definition, flavour)


@pytest.mark.parametrize("name", EVERY_FLAVOUR)
def test_flavours_have_the_same_modules_and_names(make: Make, name: str) -> None:
    names: dict[str, dict[str, list[str]]] = {}
    for flavour in FLAVOURS:
        package = make(name, flavour).package
        with importable(package):
            names[flavour] = {
                module.partition(".")[2]: sorted(import_module(module).__all__)
                for module in modules(package)
                if not module.rpartition(".")[2].startswith("_") and hasattr(import_module(module), "__all__")
            }
    assert all(names[flavour] == names["pydantic"] for flavour in FLAVOURS)


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_types_make_schemas(make: Make, flavour: str) -> None:
    """Of the hostile tree, which has every oddity; a JSON schema does not depend on the order of imports."""
    tree = make(HOSTILE, flavour)
    with importable(tree.package):
        for module in modules(tree.package):
            for definition in public(import_module(module)).values():
                resolve(definition, flavour, with_schema=True)
