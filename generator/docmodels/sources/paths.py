"""Paths as people see them."""

from __future__ import annotations

import os
from pathlib import Path


def absolute(path: Path) -> Path:
    """The path from the root and without `..`. Symbolic links are not followed."""
    return Path(os.path.abspath(path))


def shown(path: Path) -> str:
    """The path in a form that terminals make clickable: relative to the current folder if it is inside, else absolute."""
    full, here = absolute(path), Path.cwd()
    return (full.relative_to(here) if full.is_relative_to(here) else full).as_posix()


def is_hidden(name: str) -> bool:
    """Whether no page has this name, nor is in a folder of this name."""
    return name.startswith(".")
