"""Running a command and what it costs."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Cost(NamedTuple):
    """seconds: from start to end; peak: the most memory that the process held, in MB (10^6 bytes)."""

    seconds: float
    peak: float


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run a command, which must succeed, in a folder."""
    with (folder / "stderr").open("wb") as errors:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(command)}\n{(folder / 'stderr').read_text('utf-8', 'replace')[-2000:]}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(seconds, usage.ru_maxrss * unit / 1e6)
