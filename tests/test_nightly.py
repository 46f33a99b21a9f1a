"""docs/foreign.md and docs/ci.md: the nightly recipe is run as it is, against a repository on disk."""

from __future__ import annotations

import os
import subprocess
import sysconfig
from pathlib import Path

import pytest
import yaml

from tests.documentation import document, fences, recipe, section
from tests.repositories import SETTINGS, commit, git, repository
from tests.trees import Done

pytestmark = pytest.mark.tools

NIGHTLY, REVIEW = fences(document("docs/foreign.md"), "sh")
PAGE = "docs/Kite.md"


def kite(*rows: str) -> str:
    lines = "".join(f"| {row} |\n" for row in rows)
    return f"# Kite\n\n| Field | Type | Required |\n| - | - | - |\n{lines}"


COLOUR, TAIL, BROKEN = "colour | string | yes", "tail | integer | no", "knots | array of [a](b.md | no | too | many"


def run(folder: Path, script: str) -> Done:
    path = os.pathsep.join([sysconfig.get_path("scripts"), os.environ["PATH"]])
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment = {**inherited, **SETTINGS, "PATH": path}
    command = ["sh", "-c", script]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
    return Done(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def vendor(tmp_path: Path) -> Path:
    """The repository of docs of somebody else, with an error that stays."""
    return repository(tmp_path / "acme", {PAGE: kite(COLOUR, TAIL), "docs/Reel.md": kite(COLOUR, BROKEN)})


@pytest.fixture
def project(tmp_path: Path, vendor: Path) -> Path:
    """A project that pins these docs, as docs/foreign.md has it."""
    (settings,) = [text for text in fences(document("docs/foreign.md"), "toml") if "vendor/acme/docs" in text]
    folder = repository(tmp_path / "project", {"pyproject.toml": settings, ".gitignore": "changes.md\n"})
    git(folder, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(vendor), "vendor/acme")
    assert run(folder, "docmodels generate --quiet").status == 1
    commit(folder, {})
    return folder


def steps() -> list[str]:
    """The commands of the workflow."""
    workflow = yaml.safe_load(recipe("Nightly", "yaml"))
    return [step["run"] for step in workflow["jobs"]["docs"]["steps"] if "run" in step]


def test_a_night_with_new_docs(project: Path, vendor: Path) -> None:
    """The text has the commits, then the changes; the check of the pull request fails for what breaks code."""
    commit(vendor, {PAGE: kite(COLOUR, TAIL, "string | number | no")})
    commit(vendor, {PAGE: kite(COLOUR, TAIL, "string | number | no") + "\nWords.\n"})
    commit(vendor, {PAGE: kite(TAIL, "string | number | no")})
    assert run(project, NIGHTLY).status == 0
    text = (project / "changes.md").read_text("utf-8")
    assert text.startswith("**2 of 3 commits change the models, 1 of them breaking**\n\n| Commit |")
    assert "### 1 breaking change\n" in text
    assert "none of them new, so changes may be missing" in text
    assert "string" in (project / "src/acme_models/kite.py").read_text("utf-8")

    commit(project, {})
    failed = run(project, REVIEW)
    assert failed.status == 1
    assert "field-removed" in failed.out
    (fingerprint,) = [line.split()[-1].rstrip("]") for line in failed.out.splitlines() if "[field-removed" in line]
    accepted = (
        f'docmodels diff "$(git rev-parse HEAD^:vendor/acme)" --accept {fingerprint} --because "we read no colour"'
    )
    assert run(project, accepted).status == 0
    assert run(project, REVIEW).status == 0


def test_a_night_without_new_docs_changes_nothing(project: Path) -> None:
    assert run(project, NIGHTLY).status == 0
    assert git(project, "status", "--porcelain") == ""
    assert (project / "changes.md").read_text("utf-8").startswith("**none of 0 commits change the models**\n")


def test_a_new_error_fails_the_review_and_not_the_night(project: Path, vendor: Path) -> None:
    commit(vendor, {"docs/Line.md": kite(COLOUR, BROKEN)})
    assert run(project, NIGHTLY).status == 0
    commit(project, {})
    done = run(project, REVIEW)
    assert done.status == 1
    assert "docs/Line.md" in done.err
    assert "Reel" not in done.err


def test_a_wrong_configuration_stops_the_night(project: Path) -> None:
    (project / "pyproject.toml").write_text("[tool.docmodels]\nstrict = 3\n", "utf-8")
    done = run(project, NIGHTLY)
    assert done.status != 0
    assert "pyproject.toml:2:1: error: strict" in done.err
    assert not (project / "changes.md").exists()


def test_the_workflow_commits_what_has_changed(project: Path, vendor: Path, tmp_path: Path) -> None:
    """All steps but those that need a server are run; `gh` is one that only notes its arguments."""
    install, nightly, publish = steps()
    assert (install, nightly) == ("pip install docmodels", "sh nightly.sh")
    remote = tmp_path / "remote.git"
    git(tmp_path, "init", "--quiet", "--bare", str(remote))
    git(project, "remote", "add", "origin", str(remote))
    (project / "nightly.sh").write_text(NIGHTLY, "utf-8")
    commit(project, {})
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "gh").write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/asked\n', "utf-8")
    (tools / "gh").chmod(0o755)
    for changed in (True, False):
        if changed:
            commit(vendor, {PAGE: kite(COLOUR)})
        assert run(project, nightly).status == 0
        done = run(project, f'set -e; PATH="{tools}:$PATH"\n{publish}')
        assert done.status == 0, done.err
        if changed:
            git(project, "update-ref", "refs/heads/main", "HEAD")
    assert (tmp_path / "asked").read_text("utf-8").splitlines() == [
        "pr create --head acme-docs --title Update the docs of Acme --body-file changes.md"
    ]
    files = git(remote, "show", "--name-only", "--format=", "acme-docs").split()
    assert {"vendor/acme", "src/acme_models/kite.py"} <= set(files)


def test_the_pages_lead_to_each_other() -> None:
    assert section(document("docs/ci.md"), "Nightly")
    assert section(document("docs/foreign.md"), "Update every night")
