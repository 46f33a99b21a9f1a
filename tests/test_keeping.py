"""An error in the docs loses no model that was written before."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from docmodels.config import Config
from docmodels.pipeline.build import check, generate
from docmodels.pipeline.result import Result

from tests.trees import DOCS

BROKEN = b"\xff"


def page(title: str, *fields: str) -> str:
    rows = "".join(f"| `{name}` | {kind} |\n" for name, _, kind in (field.partition(" ") for field in fields))
    return f"# {title}\n\n## Fields\n\n| Field | Type |\n| --- | --- |\n{rows}"


PAGES = {
    "Room.md": page("Room", "port [Port](Port.md)", "next [Room](Room.md)"),
    "Port.md": page("Port", "room [Room](Room.md)", "state [State](State.md)"),
    "State.md": "# State\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `Open` | open |\n| `Shut` | shut |\n",
    "Key.md": page("Key", "name *string*"),
}


@pytest.fixture
def config(tmp_path: Path) -> Config:
    config = Config(docs=tmp_path / "docs", out=tmp_path / "models", wire_case="camel")
    config.docs.mkdir()
    for path, text in PAGES.items():
        (config.docs / path).write_text(text, "utf-8")
    assert not generate(config).diagnostics
    return config


def files(config: Config) -> dict[str, bytes]:
    return {
        path.relative_to(config.out).as_posix(): path.read_bytes()
        for path in config.out.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def codes(result: Result) -> set[str]:
    return {diagnostic.code for diagnostic in result.diagnostics}


def import_all(config: Config) -> None:
    code = (
        "import importlib, pkgutil, models\n"
        "for each in pkgutil.walk_packages(models.__path__, 'models.'): importlib.import_module(each.name)\n"
        "assert models.Room.model_json_schema()\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=config.out.parent, check=True)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("how", ["not UTF-8", "too large"])
def test_a_page_that_cannot_be_read_changes_nothing(config: Config, name: str, how: str) -> None:
    before = files(config)
    broken = BROKEN if how == "not UTF-8" else b"x" * (config.limits.page_bytes + 1)
    (config.docs / name).write_bytes(broken)
    result = generate(config)
    assert "kept-module" in codes(result)
    assert files(config) == before
    assert check(config).difference == ""
    import_all(config)


@pytest.mark.parametrize("name", ["Room.md", "Port.md", "State.md"])
def test_a_page_whose_table_is_gone_keeps_its_module(config: Config, name: str) -> None:
    before = files(config)
    file = config.docs / name
    file.write_text("".join(line for line in PAGES[name].splitlines(True) if not line.startswith("|")), "utf-8")
    assert codes(generate(config)) == {"kept-module", "no-table"}
    assert files(config) == before


def test_a_page_that_is_gone_takes_its_module_with_it(config: Config) -> None:
    (config.docs / "Key.md").unlink()
    assert generate(config).removed == ("key.py",)


def test_a_page_that_says_that_it_is_something_else_takes_its_module_with_it(config: Config) -> None:
    (config.docs / "Key.md").write_text("# How to open a room\n\nTurn the key.\n", "utf-8")
    assert generate(config).removed == ("key.py",)


def test_an_error_of_a_row_keeps_nothing(config: Config) -> None:
    (config.docs / "Key.md").write_text(page("Key", "name *string*", "name *string*", "size *int*"), "utf-8")
    result = generate(config)
    assert codes(result) == {"repeated-field"}
    assert result.written == ("key.py",)


def test_what_the_configuration_ignores_is_no_accident(config: Config) -> None:
    (config.docs / "Key.md").write_bytes(BROKEN)
    ignoring = Config(docs=config.docs, out=config.out, wire_case="camel", ignore={"Key.md": ("not-utf8",)})
    assert generate(ignoring).removed == ("key.py",)


def test_a_module_that_somebody_has_broken_is_not_kept(config: Config) -> None:
    (config.out / "key.py").write_bytes((config.out / "key.py").read_bytes() + b"\n(")
    (config.docs / "Key.md").write_bytes(BROKEN)
    assert generate(config).removed == ("key.py",)


def test_the_run_that_mends_it_writes_what_is_new(config: Config) -> None:
    (config.docs / "Key.md").write_bytes(BROKEN)
    generate(config)
    (config.docs / "Key.md").write_text(page("Key", "name *string*", "size *int*"), "utf-8")
    result = generate(config)
    assert (codes(result), result.written) == (set(), ("key.py",))


@pytest.fixture(scope="module")
def of_ours(tmp_path_factory: pytest.TempPathFactory) -> Config:
    """All pages of this repository, with their models."""
    folder = tmp_path_factory.mktemp("ours")
    for file in DOCS.rglob("*.md"):
        copy = folder / "docs" / file.relative_to(DOCS)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    config = Config(docs=folder / "docs", out=folder / "models", wire_case="camel")
    generate(config)
    return config


@pytest.mark.parametrize("path", sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")))
def test_no_page_of_ours_loses_a_module(path: str, of_ours: Config) -> None:
    """Pages of many models, and of namespaces, too."""
    config = of_ours
    before = files(config)
    (config.docs / path).write_bytes(BROKEN)
    try:
        generate(config)
    finally:
        shutil.copyfile(DOCS / path, config.docs / path)
    after = files(config)
    assert set(after) == set(before)
