"""What holds for the packages of whole trees, whatever the flavour."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path
from random import Random

import pytest

from tests.circles import modules_in_circles
from tests.packages import DOCS_IN, FLAVOURS, HOSTILE, TREES, Make, of_real
from tests.resolving import resolve
from tests.trees import importable, modules, public

EVERY_FLAVOUR = (DOCS_IN, HOSTILE, "cray-csm-widdershins", "kava-proto")
"""The trees that all flavours are imported from; of the others, pydantic's package is."""


@pytest.mark.parametrize(
    ("name", "flavour"),
    [
        pytest.param(name, flavour, marks=of_real(name))
        for name in TREES
        for flavour in FLAVOURS
        if name in EVERY_FLAVOUR or flavour == "pydantic"
    ],
)
def test_modules_can_be_imported_in_any_order_and_their_types_resolved(make: Make, name: str, flavour: str) -> None:
    """Modules in circles in another order, too. Only pydantic's types depend on which module asks first.

    The hostile tree, which has every oddity, makes the JSON schemas; they do not depend on the order.
    """
    tree = make(name, flavour)
    names = list(modules(tree.package))
    with importable(tree.package):
        definitions = [value for module in reversed(names) for value in public(import_module(module)).values()]
        assert f" {len(definitions)} models" in tree.findings
        resolve(definitions, flavour, with_schema=name == HOSTILE)
    if name not in (DOCS_IN, HOSTILE):
        return
    paths = [path.relative_to(tree.package.parent) for path in tree.package.rglob("*.py")]
    circles = sorted(modules_in_circles(tree.package, paths))
    assert circles
    with importable(tree.package):
        order = Random(1).sample(circles, len(circles))
        definitions = [value for module in order for value in public(import_module(module)).values()]
        if flavour == "pydantic":
            resolve(definitions, flavour)


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


@pytest.mark.parametrize(
    ("room", "hall", "circles"),
    [
        ("from .hall import Hall", "from .room import Room", {"out.room", "out.hall"}),
        ("from . import hall as _hall", "from ..out.room import Room", {"out.room", "out.hall"}),
        (
            "import typing\n\nx = 1\nfrom .hall import Hall",
            "if 1:\n    from .room import Room",
            {"out.room", "out.hall"},
        ),
        ("from .hall import Hall", "if TYPE_CHECKING:\n    from .room import Room", set()),
        ("from .hall import Hall", "from . import x", set()),
        ("from .room import Room", "", {"out.room"}),
    ],
)
def test_modules_in_circles(tmp_path: Path, room: str, hall: str, circles: set[str]) -> None:
    package = tmp_path / "out"
    package.mkdir()
    for name, text in {"__init__": "", "room": room, "hall": hall}.items():
        (package / f"{name}.py").write_text(text, encoding="utf-8")
    paths = [file.relative_to(tmp_path) for file in package.iterdir()]
    assert modules_in_circles(package, paths) == circles
