"""Programs that tests run to their end."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Ended(NamedTuple):
    """The exit status of a program, and what it wrote to both of its streams."""

    status: int
    out: str


def ended(command: Sequence[str | Path], folder: Path, env: Mapping[str, str]) -> Ended:
    """Run a program in a folder, without anything to read."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return Ended(done.returncode, done.stdout)
