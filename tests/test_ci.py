"""docs/ci.md: its recipes are run as they stand, but for what takes a server or a network.

pre-commit and hatch have tests of their own, as they are more than a recipe: test_pre_commit.py, test_hatch.py.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from docmodels.cli import main

from tests.documentation import ROOT, document, fences, recipe
from tests.trees import DOCS


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose models belong to its docs."""
    shutil.copytree(DOCS, tmp_path / "docs_in")
    shutil.copytree(ROOT / "generated", tmp_path / "generated", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "pyproject.toml").write_text("[tool.docmodels]\n", encoding="utf-8")
    return tmp_path


def rename_a_field(project: Path, page: str = "Amount", old: str = "Currency", new: str = "Coin") -> None:
    """Change the docs, and forget about the models."""
    file = project / f"docs_in/Models/Shared/{page}.md"
    text = file.read_text(encoding="utf-8")
    assert f"`{old}`" in text
    file.write_text(text.replace(f"`{old}`", f"`{new}`"), encoding="utf-8")


class Done(NamedTuple):
    status: int
    out: str


def run(folder: Path, *command: str | Path) -> Done:
    """Run a command with the scripts of the running environment in reach."""
    path = os.pathsep.join([sysconfig.get_path("scripts"), os.environ["PATH"]])
    # Not the settings of the `make test` or the tox that runs this.
    env = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS", "TOX"))}
    done = subprocess.run(
        command,
        cwd=folder,
        env={**env, "PATH": path},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return Done(done.returncode, done.stdout)


class TestTheServers:
    """What they run is run; how they are told is held against the schemas that they publish."""

    @pytest.mark.parametrize(
        ("heading", "schema"), [("GitHub Actions", "vendor.github-workflows"), ("GitLab CI", "vendor.gitlab-ci")]
    )
    def test_understand_the_recipe(self, heading: str, schema: str, tmp_path: Path) -> None:
        file = tmp_path / "recipe.yml"
        file.write_text(recipe(heading, "yaml"), encoding="utf-8")
        done = run(tmp_path, sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, file)
        assert done == Done(0, "ok -- validation done\n")

    @pytest.mark.parametrize("heading", ["GitHub Actions", "GitLab CI"])
    def test_pass_models_that_belong_to_the_docs(self, heading: str, project: Path) -> None:
        assert [run(project, "bash", "-ec", script).status for script in scripts(heading)] == [0]

    @pytest.mark.parametrize("heading", ["GitHub Actions", "GitLab CI"])
    def test_fail_where_they_do_not(self, heading: str, project: Path) -> None:
        rename_a_field(project)
        (done,) = [run(project, "bash", "-ec", script) for script in scripts(heading)]
        assert done.status == 1
        assert "+    coin: Annotated[" in done.out


def scripts(heading: str) -> Iterator[str]:
    """What the jobs of a recipe run, less the installation, which must be that of this project."""
    jobs = yaml.safe_load(recipe(heading, "yaml"))
    for job in jobs.get("jobs", jobs).values():
        lines = job["script"] if "script" in job else [step["run"] for step in job["steps"] if "run" in step]
        assert lines[0] == f"pip install {project_table()['name']}"
        yield "\n".join(lines[1:])


def project_table() -> dict[str, object]:
    table: dict[str, object] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return table


class TestMake:
    @pytest.fixture(autouse=True)
    def _makefile(self, project: Path) -> None:
        """Both parts of the recipe are one file."""
        makefile = recipe("Make", "make") + recipe("Make", "make", 1)
        (project / "Makefile").write_text(makefile, encoding="utf-8")

    def test_writes_the_models_by_default(self, project: Path) -> None:
        rename_a_field(project)
        assert run(project, "make").status == 0
        assert "coin: Annotated[" in (project / "generated/models/shared/amount.py").read_text(encoding="utf-8")

    def test_checks_them(self, project: Path) -> None:
        assert run(project, "make", "check-models").status == 0
        rename_a_field(project)
        failed = run(project, "make", "check-models")
        assert failed.status != 0
        assert "+    coin: Annotated[" in failed.out

    def test_makes_again_only_what_depends_on_a_module_that_has_changed(self, project: Path) -> None:
        schema = project / "build/schema.json"
        assert run(project, "make", "build/schema.json").status == 0
        made = schema.stat().st_mtime_ns

        rename_a_field(project)
        assert run(project, "make", "build/schema.json").status == 0
        assert schema.stat().st_mtime_ns == made

        rename_a_field(project, "Room", "CreatedBy", "Creator")
        assert run(project, "make", "build/schema.json").status == 0
        assert "creator" in schema.read_text(encoding="utf-8")


def test_tox_checks_and_hands_options_on(project: Path) -> None:
    """docmodels is the one that is running: installing it would take half a minute."""
    (project / "tox.ini").write_text(recipe("tox", "ini"), encoding="utf-8")
    running = ("-x", "testenv:models.deps=", "-x", "testenv:models.allowlist_externals=docmodels")
    tox = (sys.executable, "-m", "tox", "run", *running, "-e", "models")
    assert run(project, *tox, "--", "--strict").status == 0
    rename_a_field(project)
    failed = run(project, *tox)
    assert failed.status == 1
    assert "+    coin: Annotated[" in failed.out
    assert "docmodels check --strict" in run(project, *tox, "--", "--strict").out


def test_watch_is_an_option_and_an_extra(capsys: pytest.CaptureFixture[str]) -> None:
    """What it does is shown in test_watch.py."""
    install, generate = recipe("Watch", "console").removeprefix("$ ").strip().split("\n$ ")
    extras = project_table()["optional-dependencies"]
    assert isinstance(extras, dict)
    assert shlex.split(install) == ["pip", "install", f"docmodels[{next(iter(extras))}]"]
    program, command, option = generate.split()
    with pytest.raises(SystemExit):
        main([command, "--help"])
    assert f"[{option}]" in capsys.readouterr().out.replace(" | ", "] [")
    assert program == "docmodels"


def test_every_recipe_is_tried() -> None:
    """A kind of recipe that no test knows would be one that nobody has run."""
    page = document("docs/ci.md")
    tried = {"yaml": 3, "make": 2, "ini": 1, "console": 1, "toml": 1}
    assert {info: len(fences(page, info)) for info in tried} == tried
    blocks = [block for each in page.sections for block in each.blocks if hasattr(block, "info")]
    assert len(blocks) == sum(tried.values())
