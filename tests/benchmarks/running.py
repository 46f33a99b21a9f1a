"""Running a command and what it costs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Cost(NamedTuple):
    """seconds: of processors, for the process and those that it waited for, so that other work on the machine hardly counts.
    peak: the most memory that the process held, in MB (10^6 bytes)."""

    seconds: float
    peak: float


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str], expected: Collection[int] = (0,)) -> Cost:
    """Run a command in a folder. Raises SystemExit for an exit status that is not expected."""
    with (folder / "stderr").open("wb") as errors:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors
        )
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in expected:
        raise SystemExit(f"{' '.join(command)}\n{(folder / 'stderr').read_text('utf-8', 'replace')[-2000:]}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6)
