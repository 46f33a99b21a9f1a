"""Measure, and print the results as the table of docs/speed.md.

python -m tests.benchmarks [DOCS] [--rounds N] [--peer COMMAND]

DOCS    the tree to measure with, ../shared/corpus/clerk-csharp/docs by default, docs_in without it
--peer  a command that makes pydantic models of the same API from its OpenAPI document, {out} in it standing for a folder
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shlex
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from docmodels.sources.folder import SUFFIXES

from tests.benchmarks.by_hand import write_by_hand
from tests.benchmarks.flavours import measure
from tests.benchmarks.flavours import report as report_flavours
from tests.benchmarks.running import Cost
from tests.benchmarks.running import run as run_command
from tests.trees import DOCS, SHARED, modules

GOALS: Mapping[str, float | None] = {
    "cold `generate` ÷ `black -q` over the tree that it wrote": 0.35,
    "cold `generate` ÷ the peer on the OpenAPI document": 0.4,
    "`generate`, nothing changed ÷ cold": 0.25,
    "`generate`, one page changed ÷ nothing changed": 1.3,
    "`docmodels --version` ÷ `python -c pass`": 2.5,
    "`check` of docs_in, up to date ÷ `python -c pass`": 2.5,
    "ten copies of the tree ÷ one, cold": 10.5,
    "importing every module ÷ as many by hand in the same style": 1.3,
    "importing every module ÷ as many by hand without attribute docstrings": None,
    "importing one leaf model ÷ pydantic and one class": 1.5,
}
"""None for a figure without a goal."""

PEAK = "peak memory, ten copies, cold"
MOST = 300
"""MB that the peak may have."""

Step = Callable[[], Cost]


class Figure(NamedTuple):
    ratio: float
    first: float  # seconds
    second: float


def main() -> int:
    docs = SHARED / "corpus" / "clerk-csharp" / "docs"
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Measure docmodels.")
    parser.add_argument("docs", nargs="?", type=Path, default=docs if docs.is_dir() else DOCS)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--peer", default="", help="a command; {out} in it stands for the package to write; it may need pydantic[email]"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="docmodels-benchmark-") as name:
        bench = Bench(options.docs.resolve(), Path(name))
        steps = bench.pairs(options.peer)
        costs = {figure: ([], []) for figure in steps}
        for _ in range(options.rounds):
            for figure, (first, second) in steps.items():
                costs[figure][0].append(first())
                costs[figure][1].append(second())
        flavours = measure(bench.docs, Path(name), bench.run, bench.peer(options.peer), options.rounds)
    figures = {
        figure: Figure(a / b, a, b)
        for figure, (first, second) in costs.items()
        for a, b in [(min(cost.seconds for cost in first), min(cost.seconds for cost in second))]
    }
    peak = max(cost.peak for cost in costs["ten copies of the tree ÷ one, cold"][0])
    report(figures, peak, options.docs, options.rounds)
    report_flavours(flavours)
    missed = any(goal is not None and figures[name].ratio > goal for name, goal in GOALS.items() if name in figures)
    return 1 if missed or peak > MOST else 0


class Bench:
    """The commands that are measured, in a folder of their own.

    Each has its own cache folder, so that what is cold is cold and what is not is known.
    """

    def __init__(self, docs: Path, folder: Path) -> None:
        self._folder = folder
        self._caches = folder / "caches"
        self.docs = Path(shutil.copytree(docs, folder / "docs"))
        self._many = folder / "many"
        for number in range(10):
            shutil.copytree(docs, self._many / f"copy{number}")
        self._page = max(_pages(self.docs), key=_rows)
        self._colds = 0
        self._out = folder / "models"
        self._generate(self.docs, self._out)
        self._alike, self._plain = folder / "by_hand_alike", folder / "by_hand_plain"
        write_by_hand(self.docs, self._alike, documented=True)
        write_by_hand(self.docs, self._plain, documented=False)

    def pairs(self, peer: str) -> Mapping[str, tuple[Step, Step]]:
        names = list(GOALS)
        pairs: list[tuple[Step, Step] | None] = [
            (self.cold, self.black),
            (self.cold, lambda: self._peer(peer)) if peer else None,
            (self.unchanged, self.cold),
            (self.changed, self.unchanged),
            (self.version, self.nothing),
            (self.check, self.nothing),
            (self.cold_ten, self.cold),
            (lambda: self.imports(self._out), lambda: self.imports(self._alike)),
            (lambda: self.imports(self._out), lambda: self.imports(self._plain)),
            (self.leaf, self.pydantic),
        ]
        return {name: pair for name, pair in zip(names, pairs, strict=True) if pair is not None}

    def cold(self) -> Cost:
        return self._cold(self.docs)

    def cold_ten(self) -> Cost:
        return self._cold(self._many)

    def black(self) -> Cost:
        self._colds += 1
        tree = self._folder / f"black{self._colds}"
        shutil.copytree(self._out, tree, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.rmtree(self._caches, ignore_errors=True)
        return self.run([_installed("black"), "-q", str(tree)])

    def _peer(self, command: str) -> Cost:
        self._colds += 1
        return self.run(shlex.split(command.format(out=self._folder / f"peer{self._colds}")))

    def peer(self, command: str) -> Path | None:
        """What the peer has written, None without one."""
        if not command:
            return None
        out = self._folder / "peer_models"
        self.run(shlex.split(command.format(out=out)))
        return out

    def unchanged(self) -> Cost:
        self._settle(self.docs, self._out)
        return self._generate(self.docs, self._out)

    def _settle(self, docs: Path, out: Path) -> None:
        """Put right what another step changed, and find nothing to do once the files are old enough for a glance."""
        self._generate(docs, out)
        time.sleep(2.1)
        self._generate(docs, out)

    def check(self) -> Cost:
        """The second of two checks: the first finds the answer that it keeps."""
        out = self._folder / "small"
        self._settle(DOCS, out)
        command = [_installed("docmodels"), "check", "-q", "--docs", str(DOCS), "--out", str(out)]
        self.run(command)
        return self.run(command)

    def changed(self) -> Cost:
        self._generate(self.docs, self._out)
        text = self._page.read_text("utf-8")
        self._page.write_text(
            text.replace("| N/A", "| Says more.", 1) if "| N/A" in text else text + "\nMore.\n", "utf-8"
        )
        cost = self._generate(self.docs, self._out)
        self._page.write_text(text, "utf-8")
        return cost

    def version(self) -> Cost:
        return self.run([_installed("docmodels"), "--version"])

    def nothing(self) -> Cost:
        return self.run([sys.executable, "-c", "pass"])

    def imports(self, package: Path) -> Cost:
        lines = [f"import {name}" for name in modules(package)]
        script = self._folder / f"import_{package.name}.py"
        script.write_text("\n".join(lines), "utf-8")
        return self.run([sys.executable, str(script)])

    def leaf(self) -> Cost:
        return self.run([sys.executable, "-c", f"import {_leaf(self._out)}"])

    def pydantic(self) -> Cost:
        code = "import pydantic\nclass One(pydantic.BaseModel):\n    name: str\n"
        return self.run([sys.executable, "-c", code])

    def _cold(self, docs: Path) -> Cost:
        """Into a folder that was never there: some file systems are slow to make files where many were just removed."""
        self._colds += 1
        shutil.rmtree(self._caches, ignore_errors=True)
        return self._generate(docs, self._folder / f"cold{self._colds}")

    def _generate(self, docs: Path, out: Path) -> Cost:
        """By the same script as `check`: Python's path is another one with `-m`, and a glance depends on that."""
        command = [_installed("docmodels"), "generate", "-q", "--docs", str(docs), "--out", str(out)]
        return self.run(command, (0, 1))  # real docs may have errors

    def run(self, command: list[str], expected: Collection[int] = (0,)) -> Cost:
        """Run a command with caches of its own, and with the compiled modules that every installation has.

        expected  the exit statuses that it may have
        """
        caches = {"XDG_CACHE_HOME": str(self._caches), "BLACK_CACHE_DIR": str(self._caches / "black")}
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        return run_command(command, self._folder, {**environment, **caches}, expected)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _installed(command: str) -> str:
    return str(Path(sys.executable).with_name(command))


def _pages(docs: Path) -> list[Path]:
    return [path for path in docs.rglob("*") if path.name.endswith(SUFFIXES)]


def _rows(page: Path) -> int:
    return page.read_text("utf-8", "replace").count("\n| ")


def _leaf(package: Path) -> str:
    """A module of the package that imports no other of it."""
    return next(
        ".".join(path.relative_to(package.parent).with_suffix("").parts)
        for path in sorted(package.rglob("[!_]*.py"))
        if "(Model):\n" in (text := path.read_text("utf-8"))
        and not re.search(r"^from \.+(?!\.*_model )", text, re.MULTILINE)
    )


def report(figures: Mapping[str, Figure], peak: float, docs: Path, rounds: int) -> None:
    print(f"{platform.node()}: {_cores()} cores, {platform.system()} {platform.release()} {platform.machine()}")
    print(f"Python {platform.python_version()}, {', '.join(map(_versioned, _LIBRARIES))}")
    print(f"{docs.parent.name}/{docs.name}: {len(_pages(docs))} pages; the fastest of {rounds} rounds\n")
    print("| figure | goal | measured | seconds |")
    print("| ------ | ---- | -------- | ------- |")
    for name, figure in figures.items():
        seconds = f"{figure.first:.3f} ÷ {figure.second:.3f}"
        goal = "" if GOALS[name] is None else f"≤ {GOALS[name]}"
        print(f"| {name} | {goal} | {figure.ratio:.2f} | {seconds} |")
    print(f"| {PEAK} | ≤ {MOST} MB | {peak:.0f} MB | |")


_LIBRARIES = ("docmodels", "black", "markdown-it-py", "jinja2", "pydantic")


def _versioned(name: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return f"no {name}"


if __name__ == "__main__":
    sys.exit(main())
