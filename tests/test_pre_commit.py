"""The hooks of .pre-commit-hooks.yaml, run by pre-commit from a repository of docmodels in a repository of a user."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.documentation import ROOT, recipe
from tests.processes import Ended, ended
from tests.trees import DOCS

pytestmark = pytest.mark.tools

SHIPPED = ("generator", "templates", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", ".pre-commit-hooks.yaml")
PAGE = "docs_in/Models/Shared/Amount.md"


def run(folder: Path, *command: str | Path) -> Ended:
    """Run a command in a repository; settings of the one that the tests run in are left out."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    identity = {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "Somebody"), ("EMAIL", "somebody@example.com"))
    }
    return ended(command, folder, {**env, **identity, "GIT_CONFIG_GLOBAL": os.devnull, "PRE_COMMIT_COLOR": "never"})


def git(folder: Path, *arguments: str) -> str:
    done = run(folder, "git", *arguments)
    assert done.status == 0, done.out
    return done.out.strip()


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's repository: the example docs, their models, and the configuration that docs/ci.md shows.

    pre-commit has made the environment that it runs the hooks in.
    """
    provider = tmp_path / "docmodels"
    provider.mkdir()
    for name in SHIPPED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, provider / name)
    commit_all(provider)

    user = tmp_path / "user"
    shutil.copytree(DOCS, user / "docs_in")
    shutil.copytree(ROOT / "generated", user / "generated", ignore=shutil.ignore_patterns("__pycache__"))
    (user / "pyproject.toml").write_text("[tool.docmodels]\n", encoding="utf-8")
    hook = recipe("pre-commit", "yaml")
    assert "https://git.example.com/docmodels" in hook
    assert "v0.1.0" in hook
    configuration = hook.replace("https://git.example.com/docmodels", provider.as_posix())
    configuration = configuration.replace("v0.1.0", git(provider, "rev-parse", "HEAD"))
    (user / ".pre-commit-config.yaml").write_text(configuration, encoding="utf-8")
    commit_all(user)

    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "pre-commit"))
    installed = run(user, sys.executable, "-m", "pre_commit", "install-hooks")
    assert installed.status == 0, installed.out
    return user


def commit_all(repository: Path) -> None:
    git(repository, "init", "--quiet")
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", "As it is")


def hook(repository: Path, identifier: str, stage: str) -> Ended:
    """What a hook makes of the repository, all of which is about to be committed or pushed."""
    git(repository, "add", "--all")
    return run(repository, sys.executable, "-m", "pre_commit", "run", "--all-files", "--hook-stage", stage, identifier)


def generate(repository: Path) -> Ended:
    return hook(repository, "docmodels-generate", "pre-commit")


def check(repository: Path) -> Ended:
    return hook(repository, "docmodels-check", "pre-push")


def changed(repository: Path, *paths: str) -> list[str]:
    """What is not as it was committed, as `git status` says it."""
    return git(repository, "status", "--porcelain", *paths).splitlines()


def test_the_hooks(repository: Path) -> None:
    """One test, as the environment takes half a minute to make."""
    # Models that belong to the docs pass.
    assert generate(repository) == passed("docmodels generate")
    assert check(repository) == passed("docmodels check")
    assert changed(repository) == []

    # A field gets another name, and nobody has generated: the check names the module, and changes nothing.
    page = repository / PAGE
    text = page.read_text(encoding="utf-8")
    assert "`Currency` " in text
    page.write_text(text.replace("`Currency` ", "`Coin`     "), encoding="utf-8")
    failed = check(repository)
    assert failed.status == 1
    assert "write   generated/models/shared/amount.py" in failed.out
    assert changed(repository) == [f"M  {PAGE}"]

    # The other hook stops the commit too, and writes the models. With them, the commit passes.
    stopped = generate(repository)
    assert stopped.status == 1
    assert "files were modified by this hook" in stopped.out
    assert "files: 1 written, " in stopped.out
    assert changed(repository, "generated") == ["M generated/models/shared/amount.py"]
    assert generate(repository) == passed("docmodels generate")
    assert check(repository) == passed("docmodels check")

    # pre-commit notices changes of files that Git knows, and no others. The hook stops the commit for those as well.
    mood = repository / "docs_in/Extra/Mood.md"
    mood.parent.mkdir()
    mood.write_text("# Mood\n\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `Good` | good |\n", encoding="utf-8")
    stopped = generate(repository)
    assert stopped.status == 1
    assert "files were modified by this hook" not in stopped.out
    assert changed(repository, "generated/extra") == ["?? generated/extra/"]
    assert generate(repository) == passed("docmodels generate")

    # A commit without pages is no reason to run.
    git(repository, "commit", "--quiet", "--no-verify", "--message", "A mood and a coin")
    (repository / "main.py").touch()
    git(repository, "add", "--all")
    skipped = run(repository, sys.executable, "-m", "pre_commit", "run", "docmodels-generate")
    assert skipped.out == "docmodels generate...................................(no files to check)Skipped\n"


def passed(name: str) -> Ended:
    return Ended(0, f"{name:.<73}Passed\n")
