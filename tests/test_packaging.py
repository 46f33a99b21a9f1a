"""What users install works: built as for release, installed and run far from this repository."""

from __future__ import annotations

import os
import sys
import sysconfig
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.processes import ended

pytestmark = pytest.mark.tools

ROOT = Path(__file__).parents[1]

PAGE = """\
# Greeting


## Fields

| Field              | Type               | Required           | Description        |
| ------------------ | ------------------ | ------------------ | ------------------ |
| `Message`          | *string*           | :heavy_check_mark: | N/A                |
"""


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command to its end and return what it printed; a failure shows all of it.

    Settings of the shell that could lead Python back to this repository are left out.
    """
    env = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    done = ended(command, cwd, env)
    assert done.status == 0, done.out
    return done.out


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel made from the sdist, as `python -m build` does for a release."""
    dist = tmp_path_factory.mktemp("dist")
    build = (sys.executable, "-m", "build", "--no-isolation")
    run(*build, "--outdir", dist, ROOT, cwd=dist)
    (built,) = dist.glob("docmodels-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts folder of an environment with the wheel in it.

    The dependencies are those of the running environment, so that nothing is
    downloaded. Python does not follow the path files of a folder that it reaches this
    way, so an editable docmodels in there stays out of sight.
    """
    home = tmp_path_factory.mktemp("user") / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", home, cwd=home.parent)
    paths = {"base": str(home), "platbase": str(home)}
    scripts = Path(sysconfig.get_path("scripts", "venv", vars=paths))
    packages = Path(sysconfig.get_path("purelib", "venv", vars=paths))
    pip = (sys.executable, "-m", "pip", "--python", scripts / "python")
    run(*pip, "install", "--no-deps", "--no-index", wheel, cwd=home.parent)
    dependencies = sysconfig.get_path("purelib")
    (packages / "dependencies.pth").write_text(dependencies, encoding="utf-8")
    return scripts


def test_the_wheel_says_that_it_is_typed(wheel: Path) -> None:
    assert "docmodels/py.typed" in ZipFile(wheel).namelist()


def test_the_wheel_holds_nothing_but_the_package(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"docmodels"}


def test_the_installed_command_generates_a_model(installed: Path, tmp_path: Path) -> None:
    """The templates come with the wheel: no file of the repository is in reach here."""
    docs = tmp_path / "docs_in"
    docs.mkdir()
    (docs / "Greeting.md").write_text(PAGE, encoding="utf-8")
    python = installed / "python"

    package = run(python, "-c", "import docmodels; print(docmodels.__file__)", cwd=docs)
    assert Path(package.strip()).is_relative_to(installed.parent)

    run(installed / "docmodels", "generate", cwd=tmp_path)

    use = "from generated.greeting import Greeting\nprint(Greeting(message='Good morning').message)"
    assert run(python, "-c", use, cwd=tmp_path) == "Good morning\n"


def test_the_command_and_the_module_are_the_same_program(installed: Path, wheel: Path, tmp_path: Path) -> None:
    command = run(installed / "docmodels", "--version", cwd=tmp_path)
    module = run(installed / "python", "-m", "docmodels", "--version", cwd=tmp_path)
    assert command == module
    assert wheel.name.split("-")[1] in command
