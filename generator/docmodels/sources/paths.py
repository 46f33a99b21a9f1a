"""Paths for people."""

from __future__ import annotations

import os
from pathlib import Path


def absolute(path: Path) -> Path:
    """The absolute path, without `..`. Symbolic links are not followed."""
    return Path(os.path.abspath(path))


def shown(path: Path) -> str:
    """A path for messages, which terminals make clickable: relative to the current folder if inside it, else absolute."""
    full, here = absolute(path), Path.cwd()
    return (full.relative_to(here) if full.is_relative_to(here) else full).as_posix()


def is_hidden(name: str) -> bool:
    """Whether a name is hidden: no page has it, and no folder of pages."""
    return name.startswith(".")
