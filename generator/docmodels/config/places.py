"""Where the keys of a TOML file stand."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path


def place_of(file: Path, *keys: str) -> tuple[int, int]:
    """Line and column of the key that `keys` lead to in a file of valid TOML, 0 and 0 where it cannot be told."""
    try:
        return find(file.read_text(encoding="utf-8"), keys)
    except (OSError, UnicodeDecodeError):  # it has changed since it was read
        return 0, 0


def find(text: str, keys: Sequence[str]) -> tuple[int, int]:
    """Line and column of the key that `keys` lead to in a valid TOML text, 0 and 0 where it cannot be told.

    It is on the last line that names the key and has nothing but whole statements without the key before it.
    """
    lines = text.split("\n")
    found = (0, 0)
    for number, line in enumerate(lines):
        if keys[-1] not in line:
            continue
        try:
            before: object = tomllib.loads("\n".join(lines[:number]))
        except ValueError:
            continue
        for key in keys:
            before = before.get(key) if isinstance(before, dict) else None
        if before is not None:
            break
        found = (number + 1, line.index(keys[-1]) + 1)
    return found
