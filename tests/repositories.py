"""Git repositories that tests make, apart from the settings of whoever runs them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

SETTINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.com",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.com",
}
"""The environment of git: no settings of the user, and somebody to commit as."""


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder and return what it prints; raises CalledProcessError."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**inherited, **SETTINGS},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def repository(folder: Path, files: Mapping[str, str]) -> Path:
    """A new repository with one commit of these files, by path."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder, files)
    return folder


def commit(folder: Path, files: Mapping[str, str | None]) -> None:
    """Write files, or remove those that are None, and commit all that has changed."""
    write(folder, files)
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "Change")


def write(folder: Path, files: Mapping[str, str | None]) -> None:
    for path, text in files.items():
        file = folder / path
        if text is None:
            file.unlink()
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
