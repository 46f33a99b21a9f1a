"""The same docs give the same bytes: docs_in/, a hostile tree, and real ones."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

import pytest
from docmodels.config import Config
from docmodels.pipeline import build

from tests.caches import SHARED as SHARED_CACHE
from tests.caches import cache_in
from tests.packages import DOCS_IN, HOSTILE, Make, Tree, of_real
from tests.trees import CORPORA, DOCS, SHARED, corpus, docmodels, files, importable

SEED = SHARED / "seed" / "RoomConnectionData.md"


@pytest.fixture(params=[pytest.param(name, marks=of_real(name)) for name in (DOCS_IN, HOSTILE, *CORPORA)])
def tree(request: pytest.FixtureRequest, make: Make) -> Tree:
    return make(request.param, "pydantic")


# The same docs, the same bytes


def test_generating_again_touches_nothing(tree: Tree, tmp_path: Path) -> None:
    """In a copy: other processes import the package meanwhile, which puts compiled modules there."""
    package = tmp_path / tree.package.name
    shutil.copytree(tree.package, package, ignore=shutil.ignore_patterns("__pycache__"))

    def state() -> dict[Path, tuple[int, int]]:
        return {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in package.rglob("*")}

    content, before = files(package), state()
    with cache_in(SHARED_CACHE):
        done = docmodels("generate", "--docs", tree.docs, "--out", package, cwd=tree.folder)
    assert (files(package), state()) == (content, before)
    findings, _, _ = done.err.rpartition("files: ")
    assert tree.findings.startswith(findings)
    assert re.search(r"files: \d+ unchanged", done.err)


def squeezed(text: str) -> str:
    """Without the spaces around the cells of tables."""
    return relaid(text, lambda cell: cell)


def padded(text: str) -> str:
    """With any number of spaces around the cells of tables."""
    random = Random(text)
    return relaid(text, lambda cell: " " * random.randrange(9) + cell + " \t"[: random.randrange(3)])


def relaid(text: str, lay_out: Callable[[str], str]) -> str:
    lines = text.split("\n")
    in_code = False
    for at, line in enumerate(lines):
        in_code ^= line.startswith("```")
        if line.startswith("|") and not in_code:
            _, *cells, rest = re.split(r"(?<!\\)\|", line)
            lines[at] = f"|{'|'.join(map(lay_out, map(str.strip, cells)))}|{rest}"
    return "\n".join(lines)


def with_crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


CHANGES = (squeezed, padded, with_crlf)
LAYOUTS = [
    *((name, change) for name in (DOCS_IN, HOSTILE) for change in CHANGES),
    *(pytest.param(*pair, marks=of_real(pair[0])) for pair in zip(CORPORA[1:4], CHANGES, strict=True)),
]
"""All changes of our own trees, and each of one real tree."""


@pytest.mark.parametrize(("name", "change"), LAYOUTS)
def test_the_layout_of_the_docs_changes_nothing(
    name: str, change: Callable[[str], str], make: Make, tmp_path: Path
) -> None:
    tree = make(name, "pydantic")
    pages = {path.relative_to(tree.docs): path.read_text("utf-8") for path in tree.docs.rglob("*.md")}
    for path in sorted(pages, reverse=True):  # some file systems list files in the order of their making
        (tmp_path / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / path).write_bytes(change(pages[path]).encode())
    assert any(change(text) != text for text in pages.values())
    docmodels("generate", "--docs", "docs", "--out", "out", cwd=tmp_path)
    assert files(tmp_path / "out") == files(tree.package)


@pytest.mark.parametrize("order", [sorted, reversed])
def test_the_order_in_which_folders_are_listed_changes_nothing(
    order: Callable[[list[str]], Iterable[str]], make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = make(DOCS_IN, "pydantic")

    class Listing(list[os.DirEntry[str]]):
        def __enter__(self) -> Listing:
            return self

        def __exit__(self, *_: object) -> None:
            pass

    scandir = os.scandir

    def ordered(path: str) -> Listing:
        with scandir(path) as entries:
            by_name = {entry.name: entry for entry in entries}
        return Listing(by_name[name] for name in order(sorted(by_name)))

    monkeypatch.setattr(os, "scandir", ordered)
    build.generate(Config(tree.docs, tmp_path / "out"))
    monkeypatch.undo()
    assert files(tmp_path / "out") == files(tree.package)


def test_check_finds_what_a_change_of_a_page_changes_and_writes_nothing(tmp_path: Path) -> None:
    shutil.copytree(DOCS, tmp_path / "docs_in")
    assert docmodels("generate", cwd=tmp_path).status == 0
    before = files(tmp_path)
    assert docmodels("check", cwd=tmp_path)[:2] == (0, "")
    assert files(tmp_path) == before

    page = tmp_path / "docs_in" / "Models" / "Shared" / "TransportType.md"
    page.write_text(page.read_text("utf-8").replace("tls", "quic"), "utf-8")
    before = files(tmp_path)
    done = docmodels("check", "--diff", cwd=tmp_path)
    assert done.status == 1
    assert [line for line in done.out.splitlines() if re.match(r"[-+] ", line)] == [
        '-    TLS = "tls"',
        '+    TLS = "quic"',
    ]
    assert "out of date" in done.err
    assert files(tmp_path) == before

    assert docmodels("generate", cwd=tmp_path).status == 0
    assert docmodels("check", cwd=tmp_path)[:2] == (0, "")


# The page that all began with

seed_exists = pytest.mark.skipif(not SEED.exists(), reason="the seed is not beside the repository")


@seed_exists
def test_the_seed_alone(tmp_path: Path) -> None:
    """Types without a page are any value, and said to be so; names on the wire are learnt from the examples."""
    docs = tmp_path / "docs"
    docs.mkdir()
    shutil.copy(SEED, docs)
    done = docmodels("generate", "--docs", docs, "--out", "seed", cwd=tmp_path)
    assert done.status == 0
    warnings = re.findall(r"RoomConnectionData\.md:(\d+):\d+: warning\[([a-z-]+)\]: the link to \"(\w+)\"", done.err)
    assert warnings == [
        ("10", "dead-link", "ExposedPort"),
        ("14", "dead-link", "RoomReadyStatus"),
    ]
    assert "and 1 more on this page" in done.err
    assert done.err.count("warning[unknown-wire-case]") == 1  # one model with JSON decides nothing
    assert "3 warnings" in done.err
    with importable(tmp_path / "seed"):
        model = import_module("seed").RoomConnectionData
        examples = {
            name: (field.alias, field.annotation, field.is_required()) for name, field in model.model_fields.items()
        }
        assert examples == {
            "additional_exposed_ports": ("additionalExposedPorts", list[Any], True),
            "exposed_port": ("exposedPort", Any, False),
            "process_id": ("processId", str, True),
            "room_id": ("roomId", str, True),
            "status": (None, Any, True),
        }
        assert model.__doc__ == "Connection information for the default and additional ports."


@seed_exists
def test_the_seed_in_its_tree(tmp_path: Path) -> None:
    """The types are the models of the pages that it links to."""
    docs = tmp_path / "docs"
    shutil.copytree(corpus("hathora-csharp"), docs)
    page = docs / "Models" / "Shared" / SEED.name
    page.unlink()
    shutil.copyfile(SEED, page)
    done = docmodels("generate", "--docs", docs, "--out", "seed", cwd=tmp_path)
    assert done.status == 0
    assert SEED.name not in done.err
    with importable(tmp_path / "seed"):
        shared = import_module("seed.models.shared")
        fields = shared.RoomConnectionData.model_fields
        assert fields["additional_exposed_ports"].annotation == list[shared.ExposedPort]
        assert fields["exposed_port"].annotation == shared.ExposedPort | None
        assert fields["status"].annotation is shared.RoomReadyStatus
        (port,) = fields["additional_exposed_ports"].examples[0]
        assert shared.ExposedPort.model_validate(port).transport_type is shared.TransportType.TCP
