"""What holds for the packages of whole documentation trees: docs_in/, a hostile one, and real ones."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest
from docmodels.config import Config
from docmodels.pipeline import build
from pydantic import TypeAdapter

from tests import hostile
from tests.trees import CORPORA, DOCS, SHARED, corpus, docmodels, files, importable, modules, public

SEED = SHARED / "seed" / "RoomConnectionData.md"
CONSUMER = Path(__file__).with_name("consumer.py")
HOSTILE = "hostile"


class Tree(NamedTuple):
    """A docs folder, the package that the command made of it, and what it said."""

    docs: Path
    package: Path
    said: str


Make = Callable[[str], Tree]


@pytest.fixture(scope="session")
def make(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Generate the package of a tree when it is asked for, once; all packages stand in one folder."""
    folder = tmp_path_factory.mktemp("packages")
    made: dict[str, Tree] = {}

    def tree(name: str) -> Tree:
        if name not in made:
            if name == HOSTILE:
                docs = tmp_path_factory.mktemp("hostile")
                hostile.write(docs)
            else:
                docs = DOCS if name == "docs_in" else corpus(name)
            package = folder / ("generated" if name == "docs_in" else name.replace("-", "_"))
            done = docmodels("generate", "--docs", docs, "--out", package, cwd=folder)
            assert done.status == (name == HOSTILE), done.err  # in there, some titles make the same name
            made[name] = Tree(docs, package, done.err)
        return made[name]

    return tree


@pytest.fixture(params=["docs_in", HOSTILE, *CORPORA])
def tree(request: pytest.FixtureRequest, make: Make) -> Tree:
    return make(request.param)


# What tools say about the packages


def test_black_leaves_every_byte_alone(tree: Tree, tmp_path: Path) -> None:
    command = (sys.executable, "-m", "black", "--check", "--quiet", "--diff", "--workers", "1", tree.package)
    env = {**os.environ, "BLACK_CACHE_DIR": str(tmp_path)}
    done = subprocess.run(command, env=env, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_type_checkers_accept_the_packages_and_find_the_mistakes_of_those_who_use_them(
    checker: str, make: Make, tmp_path: Path
) -> None:
    """In their strictest mode, and all packages at once: a checker takes long to start."""
    for name in ("docs_in", HOSTILE, *CORPORA):
        if name not in CORPORA or (SHARED / "corpus" / name).is_dir():
            package = make(name).package
            shutil.copytree(package, tmp_path / package.name)
    consumer = Path(shutil.copy(CONSUMER, tmp_path))
    wrong = {at for at, line in enumerate(consumer.read_text("utf-8").splitlines(), 1) if line.endswith("# rejected")}
    assert len(wrong) == 11
    report = {"mypy": mypy, "pyright": pyright}[checker](tmp_path)
    assert {place for place, _ in report} == {("consumer.py", line) for line in wrong}, report


Report = list[tuple[tuple[str, int], str]]


def mypy(folder: Path) -> Report:
    """File, line and message of each error."""
    command = (sys.executable, "-m", "mypy", "--strict", "--config-file=", "--no-error-summary", "--output=json", ".")
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return [((each["file"], each["line"]), each["message"]) for each in found if each["severity"] == "error"]


def pyright(folder: Path) -> Report:
    """File, line and message of each error and warning."""
    settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11"}
    folder.joinpath("pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    command = (sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "--outputjson")
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1, done.stderr
    found = json.loads(done.stdout)["generalDiagnostics"]
    return [
        ((Path(each["file"]).name, each["range"]["start"]["line"] + 1), each["message"])
        for each in found
        if each["severity"] != "information"
    ]


# The packages at work


def test_modules_can_be_imported_in_any_order_and_their_models_work(tree: Tree) -> None:
    names = list(modules(tree.package))
    for order in (sorted, reversed, lambda names: Random(1).sample(names, len(names))):
        with importable(tree.package):
            defined = [each for name in order(names) for each in public(import_module(name)).values()]
            assert f" {len(defined)} models" in tree.said
            for each in defined:
                TypeAdapter(each)


# The same docs, the same bytes


def test_generating_again_touches_nothing(tree: Tree) -> None:
    def state() -> dict[Path, tuple[int, int]]:
        return {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in tree.package.rglob("*")}

    content, before = files(tree.package), state()
    done = docmodels("generate", "--docs", tree.docs, "--out", tree.package, cwd=tree.package.parent)
    assert (files(tree.package), state()) == (content, before)
    findings, _, _ = done.err.rpartition("files: ")
    assert tree.said.startswith(findings)
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


@pytest.mark.parametrize("change", [squeezed, padded, with_crlf])
def test_the_layout_of_the_docs_changes_nothing(change: Callable[[str], str], tree: Tree, tmp_path: Path) -> None:
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
    tree = make("docs_in")

    class Listing(list[os.DirEntry[str]]):
        def __enter__(self) -> Listing:
            return self

        def __exit__(self, *_: object) -> None:
            pass

    scandir = os.scandir

    def ordered(path: str) -> Listing:
        with scandir(path) as entries:
            found = {entry.name: entry for entry in entries}
        return Listing(found[name] for name in order(sorted(found)))

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
    done = docmodels("check", cwd=tmp_path)
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
    assert "as 1 more on the page" in done.err
    assert "2 warnings" in done.err
    with importable(tmp_path / "seed"):
        model = import_module("seed").RoomConnectionData
        shown = {
            name: (field.alias, field.annotation, field.is_required()) for name, field in model.model_fields.items()
        }
        assert shown == {
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
