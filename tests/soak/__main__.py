"""`make soak`: hostile sizes in full, and runs that are killed, interrupted and made to race, by the hundred.

Prints what the note of a release needs: the machine, and for each case its size, time, peak of memory and outcome.
"""

from __future__ import annotations

import os
import platform
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from math import inf
from pathlib import Path
from typing import NamedTuple

from .interrupted import interrupt, kill, project, race
from .sizes import CASES

_PEAK = 1e9  # bytes of memory that no case may take with the limits that hold by default
_SECONDS = 600  # of the processor
_TIMES = 200  # that runs are ended before they are done
_RAISED = "[tool.docmodels.limits]\npage_bytes = 2_000_000_000\n"


class Run(NamedTuple):
    """docs: bytes of the docs; seconds: of the processor; peak: bytes of memory; findings: what the findings are."""

    docs: int
    seconds: float
    peak: int
    status: int
    findings: str


def main() -> int:
    print(
        f"{platform.node()}: {platform.platform()}, {os.cpu_count()} processors, Python {platform.python_version()}\n"
    )
    failed = list(_sizes(sys.argv[1] if len(sys.argv) > 1 else ""))
    if len(sys.argv) == 1:
        _interrupted()
    for name in failed:
        print(f"failed: {name}")
    return bool(failed)


def _sizes(wanted: str) -> Iterator[str]:
    """The cases that fail; of one that is too large to be read, what comes of it where that is allowed."""
    print(f"{'case':46}{'size':>9}{'docs MB':>9}{'seconds':>9}{'peak MB':>9}  status and findings")
    for name, (_, full) in CASES.items():
        if wanted not in name:
            continue
        done = _run(name, full, raised=False)
        yield from _told(name, full, done, peak=_PEAK)
        if "page-too-large" in done.findings:
            for size in (full // 2, full):
                yield from _told(f"{name} *", size, _run(name, size, raised=True))
    print("\n* the same with page_bytes raised, at half the size and in full")


def _told(name: str, size: int, done: Run, peak: float = inf) -> Iterator[str]:
    """Print a line of the table; the case, if it failed."""
    figures = f"{size:9}{done.docs / 1e6:9.1f}{done.seconds:9.2f}{done.peak / 1e6:9.0f}"
    print(f"{name:46}{figures}  {done.status} {done.findings}", flush=True)
    if done.status not in (0, 1) or done.peak > peak:
        yield name


def _run(name: str, size: int, *, raised: bool) -> Run:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        # A process of its own: what it takes of memory would count as its sibling's, too.
        subprocess.run([sys.executable, "-m", "tests.soak.sizes", name, str(size), str(folder / "docs")], check=True)
        docs = sum(file.stat().st_size for file in folder.rglob("*.md"))
        (folder / "pyproject.toml").write_text(_RAISED if raised else "[tool.docmodels]\n", encoding="utf-8")
        command = [sys.executable, "-m", "docmodels", "generate", "--docs", "docs", "--out", "out"]
        with (folder / "output").open("wb") as output:
            child = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output, preexec_fn=_limited)
            _, ended, used = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(ended)
        text = (folder / "output").read_text("utf-8", errors="replace")
        if "Traceback" in text:
            return Run(docs, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, -1, text[-300:])
        codes = Counter(re.findall(r": (?:error|warning)\[([a-z0-9-]+)\]: ", text))
        listed = ", ".join(f"{code} x{count}" if count > 1 else code for code, count in sorted(codes.items()))
        return Run(docs, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, child.returncode, listed)


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


def _interrupted() -> None:
    chance = random.Random()
    with tempfile.TemporaryDirectory() as name:
        where = project(Path(name), pages=150)
        for what, work in (("killed", kill), ("stopped by Control-C", interrupt)):
            began = time.monotonic()
            ended = work(where, _TIMES, chance)
            assert ended > _TIMES / 2, "too few runs ended before they were done"
            print(f"{ended} of {_TIMES} runs {what}; all checks held; {time.monotonic() - began:.0f} s", flush=True)
        began = time.monotonic()
        race(where, 25, 4, chance)
        print(f"25 times 4 runs at once; all checks held; {time.monotonic() - began:.0f} s", flush=True)


if __name__ == "__main__":
    sys.exit(main())
