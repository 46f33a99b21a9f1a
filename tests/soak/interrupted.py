"""Runs that are killed, interrupted, or made to share an output folder, and what must be there afterwards."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.trees import files

_FOREIGN = {
    "models/notes.md": b"by hand",
    "models/own.py": b"OWN = True\n",
    "old/own.txt": b"by hand, in a folder whose modules come and go",
    "models/.hidden": b"by hand",
}
"""What somebody else keeps in the output folder."""

_RUN = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # what a shell starts in the background ignores it
from docmodels.pipeline import build  # so that the time goes into the run
from docmodels import cli

run = cli._run


def ready(arguments):  # only now an interrupt meets the command, not this program
    ours, sys.stdout = sys.stdout, open({said!r}, "a")
    print("ready", file=ours, flush=True)
    try:
        return run(arguments)
    finally:  # nor the end of the process
        signal.signal(signal.SIGINT, signal.SIG_IGN)


cli._run = ready
sys.exit(cli.main(["generate", "-q", "--docs", {docs!r}, "--out", {out!r}]))
"""


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with two versions of docs, and with what a run in peace makes of each."""

    folder: Path
    fresh: tuple[Mapping[str, bytes], Mapping[str, bytes]]

    @property
    def out(self) -> Path:
        return self.folder / "out"

    def docs(self, version: int) -> Path:
        return self.folder / f"docs{version}"

    def start(self, version: int) -> subprocess.Popen[bytes]:
        """A run that has begun, and is about to read the docs."""
        program = _RUN.format(said=str(self.folder / "said"), docs=str(self.docs(version)), out=str(self.out))
        child = subprocess.Popen(
            [sys.executable, "-c", program], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        return child

    def run(self, version: int) -> float:
        """Run in peace, which must put everything right; the seconds that it took."""
        with self.start(version) as child:
            began = time.monotonic()
            _, said = child.communicate()
            assert child.returncode == 0, said
        assert self.there() == self.fresh[version] | _FOREIGN
        return time.monotonic() - began

    def there(self) -> Mapping[str, bytes]:
        return files(self.out)

    def check(self) -> None:
        """Every file is whole, of one version or the other, and nothing of somebody else's is lost."""
        there = self.there()
        for path, content in there.items():
            if not path.rpartition("/")[2].startswith(".docmodels-"):
                whole = [each.get(path) for each in (*self.fresh, _FOREIGN)]
                assert content in whole, path
        for path, content in _FOREIGN.items():
            assert there.get(path) == content, path


def project(folder: Path, pages: int) -> Project:
    """A project whose versions differ in what is there and in what it says."""
    fresh = []
    for version in (0, 1):
        for number in range(pages):
            page = (
                folder / f"docs{version}" / (f"Old/P{number}.md" if number % 5 == version else f"Models/P{number}.md")
            )
            if number % 7 == version:
                continue
            page.parent.mkdir(parents=True, exist_ok=True)
            said = f"What version {version if number % 3 else 0} says. " * 60
            rows = "".join(f"| `Field{at}` | *string* | {said} |\n" for at in range(10))
            head = "| Field | Type | Description |\n| - | - | - |\n"
            page.write_text(f"# P{number}\n\n## Fields\n\n{head}{rows}", encoding="utf-8")
        out = folder / "out"
        made = subprocess.run(
            [sys.executable, "-m", "docmodels", "generate", "-q", "--docs", f"docs{version}", "--out", "out"],
            cwd=folder,
            check=False,
            capture_output=True,
        )
        assert made.returncode == 0, made.stderr
        fresh.append(files(out))
        shutil.rmtree(out)
    for path, content in _FOREIGN.items():
        file = folder / "out" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return Project(folder, (fresh[0], fresh[1]))


def kill(where: Project, times: int, chance: random.Random) -> int:
    """Kill runs at random moments; check after each, and that the next one puts everything right.

    How many of them were killed before they were done.
    """
    lasts = where.run(0)
    killed = 0
    for turn in range(times):
        with where.start(turn % 2) as child:
            time.sleep(chance.uniform(turn, turn + 1) / times * lasts)  # early in some turn
            child.kill()
            child.communicate()
            killed += child.returncode == -signal.SIGKILL
        where.check()
        where.run(chance.choice((0, 1)))
    return killed


def interrupt(where: Project, times: int, chance: random.Random) -> int:
    """Press Control-C at random moments; the run ends at once, says so, and leaves nothing but whole files."""
    lasts = where.run(0)
    stopped = 0
    for turn in range(times):
        with where.start(turn % 2) as child:
            time.sleep(chance.uniform(turn, turn + 1) / times * lasts)  # early in some turn
            child.send_signal(signal.SIGINT)
            _, said = child.communicate(timeout=60)
            # Once Python shuts down, the signal itself ends it; a shell says 130 of both.
            assert child.returncode in (130, -signal.SIGINT, 0), said
            # Python itself says of an interrupt that meets a callback of its own that it is lost.
            assert not said or said.startswith(b"Exception ignored in"), said
            stopped += child.returncode != 0
        where.check()
        assert not list(where.out.rglob(".docmodels-*")), "a temporary file is left"
    where.run(0)
    return stopped


def race(where: Project, times: int, runs: int, chance: random.Random) -> None:
    """Several runs at once on one output folder: they do not trouble each other, and one of them has the last word."""
    where.run(0)
    for _ in range(times):
        children = [where.start(chance.choice((0, 1))) for _ in range(runs)]
        for child in children:
            with child:
                _, said = child.communicate()
                assert child.returncode == 0, said
        assert where.there() in [fresh | _FOREIGN for fresh in where.fresh]
