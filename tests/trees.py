"""Documentation trees that packages are generated from, and the way there: the command, run as its users run it."""

from __future__ import annotations

import importlib
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest
from docmodels.cli import main
from docmodels.config import Config
from docmodels.markdown import read_page
from docmodels.pipeline.remember import remembered
from docmodels.pipeline.understand import Understanding, understand
from docmodels.sources.folder import find_pages

from tests.caches import SHARED as SHARED_CACHE
from tests.caches import cache_in

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs_in"
SHARED = ROOT.parent / "shared"

_OF_TERMINALS = ("FORCE_COLOR", "COLUMNS")
"""Variables of the environment that change what the command prints."""

CORPORA = (
    "clerk-csharp",
    "dub-php",
    "dub-ruby",
    "hathora-csharp",
    "hathora-go",
    "hathora-java",
    "mistral-python",
)
"""The real documentation trees in `SHARED` that must generate flawless packages. Some machines have them.

That of hathora-typescript has errors of its own: a table in it holds a `|` that is not escaped.
"""


class Done(NamedTuple):
    """What a run of the command came to."""

    status: int
    out: str
    err: str


Run = Callable[..., Done]
"""The fixture `run`: the command within this process, with arguments, in the current folder."""


def docmodels(*arguments: str | Path, cwd: Path) -> Done:
    """Run the command in a folder; the folder and those above it decide on its configuration.

    It runs in this process: a process of its own takes longer to start than most commands take.
    """
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n") for _ in range(2))
    with pytest.MonkeyPatch.context() as patch, open(os.devnull) as nothing:
        for name in _OF_TERMINALS:
            patch.delenv(name, raising=False)
        patch.setattr(sys, "stdin", nothing)
        with chdir(cwd), redirect_stdout(out), redirect_stderr(err):
            try:
                status = main([os.fspath(argument) for argument in arguments])
            except SystemExit as stop:  # how argparse ends
                status = int(stop.code or 0)
    return Done(status, *(_text(stream) for stream in (out, err)))


def _text(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


def generate(docs: Path, out: Path) -> str:
    """Generate the package `out` and return the findings, which must not be errors."""
    done = docmodels("generate", "--docs", docs, "--out", out, cwd=out.parent)
    assert done.status == 0, done.err
    return done.err


def understood(config: Config) -> Understanding:
    """What the docs of a configuration say; what a tree was found to hold is looked up, if a test has read it before."""
    with cache_in(SHARED_CACHE):
        cache = remembered(config)
        understanding = understand(config, cache)
        cache.save()
    return understanding


def tables(docs: Path) -> int:
    """How many tables the pages of a folder have, as the Markdown parser shows them."""
    files, _ = find_pages(docs, (), 10_000_000)
    pages = (read_page(path, data, 20_000)[0] for path, data in files)
    return sum(len(section.tables) for page in pages if page is not None for section in page.sections)


def corpus(name: str) -> Path:
    """The docs of a corpus; the test is skipped without one."""
    docs = SHARED / "corpus" / name / "docs"
    if not docs.is_dir():
        pytest.skip(f"there is no corpus {name} beside the repository")
    return docs


def files(folder: Path) -> dict[str, bytes]:
    """The content of a folder, by path, less what Python leaves there when it imports something."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def modules(package: Path) -> tuple[str, ...]:
    """The dotted names of the package and of all modules in it."""
    return tuple(map(module_name, sorted(path.relative_to(package.parent) for path in package.rglob("*.py"))))


def module_name(path: Path) -> str:
    """The dotted name of the module in a file, from the folder that the package is in."""
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


@contextmanager
def importable(package: Path) -> Iterator[None]:
    """Let the package be imported, from nothing: what was imported of it before is forgotten, now and in the end."""
    sys.path.insert(0, str(package.parent))
    importlib.invalidate_caches()
    forget(package.name)
    try:
        yield
    finally:
        sys.path.remove(str(package.parent))
        forget(package.name)


def forget(package: str) -> None:
    """Make the next import of the package the first one."""
    for name in loaded(package):
        del sys.modules[name]


def loaded(package: str) -> set[str]:
    """The modules of the package that have been imported."""
    return {name for name in sys.modules if name == package or name.startswith(f"{package}.")}


def public(module: ModuleType) -> dict[str, Any]:
    """The models that the module itself defines; none where it re-exports them, or helps to define others."""
    if hasattr(module, "__path__") or module.__name__.rpartition(".")[2].startswith("_"):
        return {}
    return {name: getattr(module, name) for name in module.__all__}
