"""README.md: what it shows is what docmodels does, and what it tells to type works. So do the guides of docs/."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sysconfig
import tomllib
from pathlib import Path

import pytest
from docmodels.diagnostics.codes import CODES
from docmodels.families import BUILT_IN, SHAPES

from tests.documentation import ROOT, column, document, fences, tables
from tests.processes import ended
from tests.repositories import git
from tests.trees import generate

README = document("README.md")
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDES = (
    "foreign",
    "own-tables",
    "writing",
    "contributing",
    "configuration",
    "versions",
    "export",
    "report",
    "reports",
)

IGNORED = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", "build", "dist", "site")


def command_lines() -> list[str]:
    """The lines to type, each once, in their order."""
    pages = (README, *(document(f"docs/{name}.md") for name in GUIDES))
    lines = (line for page in pages for text in fences(page, "console") for line in text.splitlines())
    return list(dict.fromkeys(line.removeprefix("$ ") for line in lines))


def test_is_short() -> None:
    assert len(TEXT.splitlines()) <= 150


def test_the_page_makes_the_models_beside_it(tmp_path: Path) -> None:
    ((page,), (models,)) = (re.findall(rf"(?s)```{info}\n(.*?)```", TEXT) for info in ("markdown", "python"))
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "rooms.md").write_text(page, encoding="utf-8")
    generate(tmp_path / "docs", tmp_path / "generated")
    assert (tmp_path / "generated" / "rooms.py").read_text(encoding="utf-8").endswith(f"\n\n{models}")


def test_the_site_shows_the_same_pair() -> None:
    home = (ROOT / "docs/index.md").read_text(encoding="utf-8")
    for info in ("markdown", "python"):
        (fence,) = re.findall(rf"(?s)```{info}\n.*?```", TEXT)
        assert fence in home


class TestTheFamilies:
    """The table shows all of them, with lines of what docs/families/ shows."""

    def test_are_all(self) -> None:
        (table,) = tables(README, "Family")
        assert tuple(column(table, "Family")) == (*BUILT_IN, *SHAPES)

    @pytest.mark.parametrize("line", column(next(tables(README, "Family")), "A line of them"))
    def test_are_as_the_guide_shows_them(self, line: str) -> None:
        texts = (file.read_text("utf-8") for file in (ROOT / "docs/families").iterdir())
        rows = {" ".join(row.split()) for text in texts for row in text.splitlines()}
        assert any(" ".join(line.split()) in row for row in rows)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository whose environment is the one that is running, with generated/ up to date."""
    copy = tmp_path_factory.mktemp("copy") / "docmodels"
    shutil.copytree(ROOT, copy, ignore=IGNORED)
    (copy / ".venv").mkdir()
    (copy / ".venv" / "bin").symlink_to(sysconfig.get_path("scripts"))
    (copy / ".venv" / ".ready").touch()
    generate(copy / "docs_in", copy / "generated")
    git(copy, "init", "--quiet")
    git(copy, "add", "docs_in")
    git(copy, "commit", "--quiet", "--message", "The docs")
    return copy


class TestTheCommandLines:
    """They run in a copy of the repository, with the docs committed; what takes long or needs a network is looked at instead."""

    @pytest.mark.parametrize("line", command_lines())
    def test_work(self, checkout: Path, tmp_path: Path, line: str) -> None:
        match line.split():
            case ["docmodels", "init"]:  # for a project without a configuration
                shutil.copytree(checkout / "docs_in", tmp_path / "docs_in")
                run(line, tmp_path)
            case ["docmodels", *command, ">", file]:
                assert run(shlex.join(["docmodels", *command]), checkout)
                assert Path(file).suffix
            case ["docmodels", *_] | ["make", "generate"]:
                run(line, checkout)
            case ["make", target]:
                assert f"bin/{TOOL[target]}" in run(f"make --dry-run --always-make {target}", checkout)
            case ["validate-pyproject", file]:
                assert (checkout / file).is_file()
            case ["pip", "install", "validate-pyproject"]:
                assert "validate-pyproject" in (ROOT / "pyproject.toml").read_text("utf-8")
            case ["pip", "install", name] | ["pip", "install", "--upgrade", name]:
                assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["name"] == name
            case ["git", "submodule", "add", _, folder]:  # test_nightly.py does so, from a repository on disk
                assert f'"{folder}"' in (ROOT / "tests/test_nightly.py").read_text("utf-8")
            case _:
                pytest.fail(f"nobody has tried: {line}")

    def test_are_some(self) -> None:
        assert {"make generate", "make test", "docmodels generate", "docmodels check"} <= set(command_lines())


TOOL = {
    "setup": "python -m pip install",
    "test": "python -m pytest",
    "test-all": "python -m pytest",
    "check": "mypy",
    "golden": "python -m tests.golden",
    "docs": "sphinx-build",
    "soak": "python -m tests.mutations",
}


def run(line: str, folder: Path) -> str:
    """Run a command line, with the scripts of the running environment in reach."""
    env = {**os.environ, "PATH": os.pathsep.join([sysconfig.get_path("scripts"), os.environ["PATH"]])}
    env.pop("MAKEFLAGS", None)  # those of a `make test` that runs this
    done = ended(shlex.split(line), folder, env)
    assert done.status == 0, done.out
    return done.out


def test_what_becomes_any_names_codes() -> None:
    (table,) = tables(document("docs/reading.md"), "What the docs show")
    findings = re.findall(
        r"(warning|error) ((?:[a-z]+-[a-z]+(?:, )?)+)", "\n".join(column(table, "What docmodels reports"))
    )
    named = {code: severity for severity, codes in findings for code in codes.split(", ")}
    assert len(named) >= 8
    assert named == {code: CODES[code].severity for code in named}
