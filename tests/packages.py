"""Packages of whole documentation trees, a package for each tree and flavour, made once a run of the tests."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from docmodels.targets import python

from tests import caches, hostile
from tests.caches import cache_in
from tests.trees import CORPORA, DOCS, SHARED, corpus, docmodels

DOCS_IN, HOSTILE = "docs_in", "hostile"
FLAVOURS = tuple(python.FLAVOURS)
TREES = (DOCS_IN, HOSTILE, *CORPORA, "cray-csm-widdershins", "kava-proto")
"""The names of the trees; the real ones are skipped where they do not stand beside the repository."""


OFTEN = (DOCS_IN, HOSTILE, "hathora-csharp", "cray-csm-widdershins", "kava-proto")
"""The trees that `make test` looks at; `make test-all` adds the other real ones, which take a minute."""


def of_real(name: str) -> tuple[pytest.MarkDecorator, ...]:
    """The marks of a test of a tree."""
    return () if name in OFTEN else (pytest.mark.tools,)


class Tree(NamedTuple):
    """A docs folder, the package that a flavour made of it in a current folder, and the findings on standard error."""

    docs: Path
    package: Path
    flavour: str
    folder: Path
    findings: str


Make = Callable[[str, str], Tree]
"""The fixture `make`: the tree of a name and a flavour."""


def exists(name: str) -> bool:
    """Whether a tree is there to be generated from."""
    return name in (DOCS_IN, HOSTILE) or (SHARED / "corpus" / name).is_dir()


def package_name(name: str, flavour: str) -> str:
    """The package that tests/consumer.py imports is called like the one of the repository."""
    return "generated" if (name, flavour) == (DOCS_IN, "pydantic") else f"{flavour}_{name}".replace("-", "_")


def made(folder: Path, name: str, flavour: str) -> Tree:
    """The package of a tree and a flavour below `folder`, which processes of one run share.

    A process generates into a folder of its own and renames that, so that no other one sees half a package.
    """
    home = folder / f"{flavour}-{name}"
    docs = _hostile_docs(folder) if name == HOSTILE else DOCS if name == DOCS_IN else corpus(name)
    package = package_name(name, flavour)
    if not home.is_dir():
        staging = Path(tempfile.mkdtemp(dir=folder))
        with cache_in(caches.SHARED):  # each flavour of a tree reads the same pages
            cwd = docs.parent if name == HOSTILE else staging  # a real tree has a configuration beside it
            done = docmodels("generate", "--docs", docs, "--out", staging / package, "--flavour", flavour, cwd=cwd)
        assert done.status == (name == HOSTILE), done.err  # some titles of the hostile tree make the same name
        (staging / "findings.txt").write_text(done.err, "utf-8", newline="")
        _share(staging, home)
    findings = (home / "findings.txt").read_text("utf-8")
    return Tree(docs, home / package, flavour, docs.parent if name == HOSTILE else home, findings)


def _hostile_docs(folder: Path) -> Path:
    """The pages of the hostile tree, below the folder that processes share."""
    home = folder / HOSTILE
    if not home.is_dir():
        staging = Path(tempfile.mkdtemp(dir=folder))
        hostile.write(staging / "docs")
        _share(staging, home)
    return home / "docs"


def _share(staging: Path, home: Path) -> None:
    try:
        staging.rename(home)
    except OSError:  # another process was faster
        shutil.rmtree(staging)
