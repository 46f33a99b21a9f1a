"""Runs that are killed, interrupted, or made to share an output folder, and what must be there afterwards.

A run is stopped at one of its steps: just before it opens, lists, makes, renames or removes a file or a folder. What is
on the disk changes in these steps alone, and no busy machine moves them.
"""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import ExitStack
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
from docmodels.pipeline import build  # so that the steps are those of the run
from docmodels import cli

run = cli._run
steps, running = 0, False


def count(event, arguments):
    global steps
    if running and (event == "open" or event.startswith("os.")):
        steps += 1
        if steps == {step}:
            signal.raise_signal({signal})


def counted(arguments):  # only now a signal meets the command, not this program
    global running
    running = True
    try:
        return run(arguments)
    finally:  # nor the end of the process
        running = False
        print(steps, flush=True)


sys.addaudithook(count)
cli._run = counted
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

    def start(self, version: int, signal: int = 0, step: int = 0) -> subprocess.Popen[bytes]:
        """A run that has begun, and gets the signal at the step; without a step, it gets none."""
        program = _RUN.format(docs=str(self.docs(version)), out=str(self.out), signal=int(signal), step=step)
        return subprocess.Popen(
            [sys.executable, "-c", program], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )

    def run(self, version: int) -> int:
        """Run in peace, which must put everything right; how many steps it took."""
        with self.start(version) as child:
            steps, errors = child.communicate()
            assert child.returncode == 0, errors
        assert self.there() == self.fresh[version] | _FOREIGN
        return int(steps)

    def there(self) -> Mapping[str, bytes]:
        return files(self.out)

    def check(self) -> None:
        """Every file is whole, of one version or the other, and nothing of somebody else's is lost."""
        there = self.there()
        for path, content in there.items():
            if not path.rpartition("/")[2].startswith(".docmodels-"):
                contents = [state.get(path) for state in (*self.fresh, _FOREIGN)]
                assert content in contents, path
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
            description = f"What version {version if number % 3 else 0} says. " * 60
            rows = "".join(f"| `Field{at}` | *string* | {description} |\n" for at in range(10))
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


def kill(project: Project, times: int, chance: random.Random) -> int:
    """Kill runs at random steps; check after each, and that the next one puts everything right.

    How many of them were killed before they were done.
    """
    steps = _most_steps(project)
    killed = 0
    for turn in range(times):
        with project.start(turn % 2, signal.SIGKILL, _step(turn, times, steps, chance)) as child:
            child.communicate()
            killed += child.returncode == -signal.SIGKILL
        project.check()
        project.run(chance.choice((0, 1)))
    return killed


def interrupt(project: Project, times: int, chance: random.Random) -> int:
    """Press Control-C at random steps; the run ends at once, says nothing, and leaves nothing but whole files."""
    steps = _most_steps(project)
    stopped = 0
    for turn in range(times):
        with project.start(turn % 2, signal.SIGINT, _step(turn, times, steps, chance)) as child:
            _, errors = child.communicate()
            assert (child.returncode, errors) in ((130, b""), (0, b""))
            stopped += child.returncode != 0
        project.check()
        assert not list(project.out.rglob(".docmodels-*")), "a temporary file is left"
    project.run(0)
    return stopped


def _most_steps(project: Project) -> int:
    """The steps of a run that writes all modules of a version, with those of the other before it."""
    project.run(0)
    return project.run(1)


def _step(turn: int, times: int, steps: int, chance: random.Random) -> int:
    """A step in that part of a run that the turn stands for: the first turns stop runs early, the last ones late."""
    return 1 + int(chance.uniform(turn, turn + 1) / times * steps)


def race(project: Project, times: int, runs: int, chance: random.Random) -> None:
    """Several runs at once on one output folder: they do not trouble each other, and one of them has the last word."""
    project.run(0)
    for _ in range(times):
        with ExitStack() as started:  # which waits for all, whatever one of them comes to
            children = [started.enter_context(project.start(chance.choice((0, 1)))) for _ in range(runs)]
            for child in children:
                _, errors = child.communicate()
                assert child.returncode == 0, errors
        assert project.there() in [fresh | _FOREIGN for fresh in project.fresh]
