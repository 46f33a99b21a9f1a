"""What holds for the packages of every flavour: of docs_in/, of a hostile tree, and of some real ones."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any, NamedTuple, get_type_hints

import msgspec
import pytest
from docmodels.config import Config
from docmodels.markdown import Fence
from docmodels.pipeline.build import generate
from docmodels.pipeline.understand import understand
from docmodels.targets import python

from tests import hostile
from tests.benchmarks.flavours import measure
from tests.benchmarks.running import run as run_command
from tests.documentation import document, section
from tests.fitting import fits
from tests.resolving import resolve
from tests.trees import DOCS, SHARED, Run, corpus, docmodels, importable, modules, public

HOSTILE = "hostile"
FLAVOURS = tuple(python.FLAVOURS)
CORPORA = {"clerk-csharp": 1.5, "cray-csm-widdershins": 9.5, "mistral-python": 12}
"""The share of examples, in percent, that do not fit: they lack what is required, or have another type than the docs say."""

CHECKED = ("docs_in", HOSTILE, "cray-csm-widdershins")
"""What the tools are run on, which take long."""


class Tree(NamedTuple):
    """A docs folder, and the package that a flavour makes of it."""

    docs: Path
    package: Path
    flavour: str


Make = Callable[[str, str], Tree]


@pytest.fixture(scope="session")
def make(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Generate the package of a tree and a flavour when it is asked for, once."""
    made: dict[tuple[str, str], Tree] = {}

    def tree(name: str, flavour: str) -> Tree:
        if (name, flavour) not in made:
            folder = tmp_path_factory.mktemp(f"{flavour}-{name}")
            if name == HOSTILE:
                docs = folder / "docs"
                hostile.write(docs)
            else:
                docs = DOCS if name == "docs_in" else corpus(name)
            package = folder / f"{flavour}_{name}".replace("-", "_")
            done = docmodels("generate", "--docs", docs, "--out", package, "--flavour", flavour, cwd=folder)
            assert done.status == (name == HOSTILE), done.err
            made[name, flavour] = Tree(docs, package, flavour)
        return made[name, flavour]

    return tree


@pytest.fixture(params=FLAVOURS)
def flavour(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["docs_in", HOSTILE, *CORPORA, "kava-proto"])
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_modules_can_be_imported_in_any_order_and_their_types_resolved(make: Make, name: str, flavour: str) -> None:
    tree = make(name, flavour)
    names = list(modules(tree.package))
    orders = (reversed, sorted, lambda names: Random(1).sample(names, len(names)))
    for order in orders if name in ("docs_in", HOSTILE) else orders[:1]:
        with importable(tree.package):
            for module in order(names):
                import_module(module)
            for module in names:
                for defined in public(import_module(module)).values():
                    resolve(defined, flavour)


def test_flavours_have_the_same_modules_and_names(make: Make, name: str) -> None:
    found: dict[str, dict[str, list[str]]] = {}
    for each in FLAVOURS:
        tree = make(name, each)
        with importable(tree.package):
            found[each] = {
                module.partition(".")[2]: sorted(import_module(module).__all__)
                for module in modules(tree.package)
                if not module.rpartition(".")[2].startswith("_") and hasattr(import_module(module), "__all__")
            }
    for each in FLAVOURS:
        assert found[each] == found["pydantic"], each


class Example(NamedTuple):
    """What the docs show of a class, or of the field of it that has this attribute and this name on the wire."""

    module: str
    name: str
    attribute: str
    wire: str
    value: Any


def examples(tree: Tree) -> Iterator[Example]:
    model = understand(Config(docs=tree.docs)).model
    plan, _ = python.plan(model)
    names = python.names(model, plan)
    for owner in model.objects:
        if owner.id in plan.locations:
            module, class_ = names.classes[owner.id]
            for usage in owner.usages:
                if usage.is_wire:
                    yield Example(module, class_, "", "", usage.value)
            for field, attribute in zip(owner.fields, names.attributes[owner.id], strict=True):
                wire = field.wire.name if field.wire is not None else field.name
                for value in field.values:
                    yield Example(module, class_, attribute, wire, value)


def is_decoded(value: Any, hint: Any) -> bool:
    try:
        msgspec.json.decode(json.dumps(value), type=hint)
    except msgspec.ValidationError:
        return False
    return True


@pytest.mark.parametrize("name", ["docs_in", *CORPORA])
@pytest.mark.parametrize("flavour", ["typeddict", "msgspec", "dataclass"])
def test_examples_of_the_docs_fit(make: Make, name: str, flavour: str) -> None:
    tree = make(name, flavour)
    total, misfits = 0, []
    with importable(tree.package):
        for example in examples(tree):
            hint = getattr(import_module(f"{tree.package.name}.{example.module}"), example.name)
            if example.wire:
                if not isinstance(hint, type):
                    continue  # a dict of any keys
                hints = get_type_hints(hint, include_extras=True)
                hint = hints.get(example.wire if flavour == "typeddict" else example.attribute)
            if str(hint).startswith("typing.ClassVar"):
                continue  # a tag, which the class has
            total += 1
            if not (is_decoded if flavour == "msgspec" else fits)(example.value, hint):
                misfits.append(example)
    assert total > 30
    assert len(misfits) * 100 <= total * CORPORA.get(name, 0), misfits[:10]


def test_the_page_of_flavours_shows_what_they_write(tmp_path: Path) -> None:
    page = section(document("docs/flavours.md"), "One model in all of them")
    blocks = [block for block in page.blocks if isinstance(block, Fence)]
    (docs,), shown = ([b.text for b in blocks if b.info == info] for info in ("markdown", "python"))
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "Room.md").write_text(f"{docs}\n", encoding="utf-8")
    for flavour, code in zip(FLAVOURS, shown, strict=True):
        out = tmp_path / flavour
        generate(Config(docs=tmp_path / "docs", out=out, wire_case="camel", flavour=flavour))
        assert (out / "room.py").read_text(encoding="utf-8") == f"{code}\n"


def test_changes_and_the_reading_of_the_docs_are_the_same_for_all_flavours(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(DOCS, tmp_path / "old")
    page = shutil.copytree(DOCS, tmp_path / "new") / "Models" / "Shared" / "Room.md"
    page.write_text("".join(page.read_text("utf-8").splitlines(keepends=True)[:-1]), "utf-8")
    for command in (("diff", "old", "new"), ("inspect", "--docs", "new")):
        said = set()
        for flavour in FLAVOURS:
            for layout in ("modules", "single"):
                settings = f'[tool.docmodels]\nflavour = "{flavour}"\nlayout = "{layout}"\n'
                Path("pyproject.toml").write_text(settings, "utf-8")
                said.add(run(*command))
        (done,) = said
        assert (done.status, "Room" in done.out) == (0, True)


def test_the_benchmark_decodes_with_each_flavour(tmp_path: Path) -> None:
    figures = measure(DOCS, tmp_path, lambda command: run_command(command, tmp_path, os.environ), None, 1)
    assert tuple(figures) == FLAVOURS


@pytest.mark.parametrize("name", CHECKED)
def test_black_and_ruff_leave_the_packages_alone(make: Make, name: str, flavour: str) -> None:
    tree = make(name, flavour)
    black = (sys.executable, "-m", "black", "--check", "--quiet", "--diff", "--workers", "1", tree.package)
    done = subprocess.run(black, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "")
    # Modules are named after pages, in any script; ruff knows modules in ASCII alone, and its order of names as well.
    ignored = "N999,RUF022" if name == HOSTILE else "N999"
    ruff = (sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "-q", f"--ignore={ignored}")
    done = subprocess.run((*ruff, tree.package), capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_type_checkers_accept_the_packages(make: Make, checker: str, tmp_path: Path) -> None:
    """In their strictest mode, and all packages at once: a checker takes long to start."""
    for flavour in FLAVOURS:
        for name in CHECKED:
            if name in CORPORA and not (SHARED / "corpus" / name).is_dir():
                continue
            package = make(name, flavour).package
            shutil.copytree(package, tmp_path / package.name)
    settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11"}
    tmp_path.joinpath("pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    commands = {
        "mypy": ("mypy", "--strict", "--config-file=", "--no-error-summary", "."),
        "pyright": ("pyright", "--pythonpath", sys.executable),
    }
    done = subprocess.run(
        (sys.executable, "-m", *commands[checker]), cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout
