"""What the usual tools find in generated packages: nothing. Each runs once, over one folder that holds all packages."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from itertools import zip_longest
from pathlib import Path

import pytest

from tests.packages import DOCS_IN, FLAVOURS, HOSTILE, TREES, Make, exists

pytestmark = pytest.mark.tools

CONSUMER = Path(__file__).with_name("consumer.py")
TYPED = (DOCS_IN, HOSTILE, "cray-csm-widdershins")
"""What the type checkers read in every flavour; of the other trees they read the models of pydantic."""

Place = tuple[str, int]


@pytest.fixture(scope="module")
def folder(make: Make, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages of all trees, those of `TYPED` in every flavour, and a program that uses one."""
    home = tmp_path_factory.mktemp("all")
    for name in filter(exists, TREES):
        for flavour in FLAVOURS if name in TYPED else ("pydantic",):
            package = make(name, flavour).package
            shutil.copytree(package, home / package.name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(CONSUMER, home)
    return home


def test_black_leaves_every_byte_alone(folder: Path, tmp_path: Path) -> None:
    command = (sys.executable, "-m", "black", "--check", "--quiet", "--diff", "--extend-exclude", CONSUMER.name, folder)
    env = {**os.environ, "BLACK_CACHE_DIR": str(tmp_path)}
    done = subprocess.run(command, env=env, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("is_hostile", [False, True])
def test_ruff_finds_nothing(folder: Path, is_hostile: bool) -> None:
    """Modules are named after pages, in any script; ruff knows modules in ASCII alone, and its order of names as well."""
    ignored = "N999,RUF022" if is_hostile else "N999"
    packages = [path for path in sorted(folder.iterdir()) if path.is_dir() and (HOSTILE in path.name) == is_hostile]
    command = (
        sys.executable,
        "-m",
        "ruff",
        "check",
        "--isolated",
        "--no-cache",
        "-q",
        f"--ignore={ignored}",
        *packages,
    )
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_type_checkers_find_only_the_mistakes_of_the_program_that_uses_a_package(checker: str, folder: Path) -> None:
    """In their strictest mode."""
    lines = CONSUMER.read_text("utf-8").splitlines()
    rejected = {(CONSUMER.name, number) for number, line in enumerate(lines, 1) if line.endswith("# rejected")}
    assert len(rejected) == 11
    report = {"mypy": mypy, "pyright": pyright}[checker](folder)
    assert {place for place, _ in report} == rejected, report


def test_pyright_finds_nothing_in_a_module_that_it_meets_first(folder: Path) -> None:
    """60 modules, by chance. No two of one run are of one package, so each is the first of its package that it meets."""
    chance = random.Random(60)
    shuffled = {
        package: chance.sample(sorted(package.rglob("*.py")), k=len(list(package.rglob("*.py"))))
        for package in sorted(folder.iterdir())
        if package.is_dir()
    }
    checked = 0
    for run in zip_longest(*shuffled.values()):
        modules = [module for module in run if module is not None][: 60 - checked]
        command = (sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "--pythonversion", "3.11", *modules)
        done = subprocess.run(command, cwd=folder.parent, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stdout
        checked += len(modules)
        if checked == 60:
            break
    assert checked == 60


Report = list[tuple[Place, str]]


def mypy(folder: Path) -> Report:
    """File, line and message of each error."""
    command = (sys.executable, "-m", "mypy", "--strict", "--config-file=", "--no-error-summary", "--output=json", ".")
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1, done.stderr
    messages = [json.loads(line) for line in done.stdout.splitlines()]
    return [((item["file"], item["line"]), item["message"]) for item in messages if item["severity"] == "error"]


def pyright(folder: Path) -> Report:
    """File, line and message of each error and warning."""
    settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11"}
    folder.joinpath("pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    command = (sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "--outputjson")
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1, done.stderr
    messages = json.loads(done.stdout)["generalDiagnostics"]
    return [
        ((Path(item["file"]).name, item["range"]["start"]["line"] + 1), item["message"])
        for item in messages
        if item["severity"] != "information"
    ]
