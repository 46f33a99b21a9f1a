"""Whatever ends a run before its time, every module is whole, nothing of somebody else's is lost, and the next run puts
everything right.

Here a few runs are killed; `make soak` kills two hundred.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from docmodels.cli import main
from docmodels.sources.files import Below

from tests.soak.interrupted import Project, interrupt, kill, project, race
from tests.trees import files

PAGE = "# Room\n\n## Fields\n\n| Field | Type |\n| - | - |\n| `Id` | *string* |\n"

needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL, and another Control-C")


@pytest.fixture(scope="module")
def two_versions(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project that a run takes long enough to write for it to be stopped in between."""
    return project(tmp_path_factory.mktemp("project"), pages=20)


def run(docs: Path, out: Path, *options: str) -> int:
    return main(["generate", "--docs", str(docs), "--out", str(out), *options])


# -- stopped --


@needs_signals
def test_a_run_that_is_killed_leaves_whole_files_and_the_next_one_puts_everything_right(two_versions: Project) -> None:
    assert kill(two_versions, 3, random.Random(1)) > 0


@needs_signals
def test_an_interrupt_ends_a_run_at_once_and_cleanly(two_versions: Project) -> None:
    assert interrupt(two_versions, 3, random.Random(1)) > 0


@needs_signals
def test_several_runs_at_once_write_one_after_the_other(two_versions: Project) -> None:
    race(two_versions, 2, 3, random.Random(1))


@needs_signals
def test_several_first_runs_at_once(two_versions: Project, tmp_path: Path) -> None:
    """There is no folder to lock yet."""
    first = Project(tmp_path, two_versions.fresh)
    for version in (0, 1):
        first.docs(version).symlink_to(two_versions.docs(version))
    children = [first.start(0) for _ in range(4)]
    ends = [(child.communicate()[1], child.returncode) for child in children]
    assert all(code == 0 for _, code in ends), ends
    assert first.there() == first.fresh[0]


@needs_signals
def test_the_leftover_of_a_killed_run_goes_with_the_next(two_versions: Project) -> None:
    """It can be nobody else's: who writes has locked the folder."""
    (two_versions.out / "models/.docmodels-0123456789abcdef.tmp").write_text("half a modu", "utf-8")
    two_versions.run(0)


@needs_signals
def test_a_named_pipe_for_an_output_folder_is_not_waited_for(
    two_versions: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "out")
    assert run(two_versions.docs(0), tmp_path / "out") == 1
    assert "out: error[not-written]: Not a directory" in capsys.readouterr().err


# -- no room --


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 128 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(folder)]
    try:
        made = subprocess.run(mounted, capture_output=True, check=False)
    except OSError:
        pytest.skip("there is no mount here")
    if made.returncode:
        pytest.skip("only root may mount a small file system")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_is_said_and_leaves_whole_files(
    two_versions: Project, small_disk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = small_disk / "out"
    assert run(two_versions.docs(0), out) == 1
    output = capsys.readouterr().err
    assert "error[not-written]: No space left on device" in output
    there = files(out)
    assert there
    assert there.items() <= two_versions.fresh[0].items()

    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
    assert run(two_versions.docs(0), out) == 0
    assert files(out) == two_versions.fresh[0]


def test_a_full_disk_costs_no_file_that_is_there(two_versions: Project, small_disk: Path) -> None:
    """The models of other docs stay until those of these can be written."""
    out = small_disk / "out"
    subprocess.run(["mount", "-o", "remount,size=8m", str(small_disk)], check=True)
    assert run(two_versions.docs(0), out) == 0
    ballast = small_disk / "ballast"
    with ballast.open("wb", buffering=0) as stream, suppress(OSError):
        while True:
            stream.write(bytes(1 << 16))
    assert run(two_versions.docs(1), out) == 1
    there = files(out)
    for path, content in there.items():
        assert content in [fresh.get(path) for fresh in two_versions.fresh]
    ballast.unlink()
    assert run(two_versions.docs(1), out) == 0
    assert files(out) == two_versions.fresh[1]


# -- not allowed --


def test_a_folder_that_is_half_read_only(unprivileged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    docs, out = unprivileged / "docs", unprivileged / "out"
    for folder in ("free", "fast"):
        (docs / folder).mkdir(parents=True)
        (docs / folder / "Room.md").write_text(PAGE, "utf-8")
    assert run(docs, out) == 0
    before = files(out)
    for folder in ("free", "fast"):
        (docs / folder / "Room.md").write_text(PAGE.replace("Id", "Name"), "utf-8")
    (out / "fast").chmod(0o500)
    try:
        assert run(docs, out) == 1
        after = files(out)
    finally:
        (out / "fast").chmod(0o700)
    assert "out/fast/room.py: error[not-written]: Permission denied" in capsys.readouterr().err
    assert {path for path in before if before[path] != after[path]} == {"free/room.py"}
    assert after.keys() == before.keys()
    assert run(docs, out) == 0
    assert b"    name: " in files(out)["fast/room.py"]


def test_a_folder_that_is_read_only(unprivileged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    docs, out = unprivileged / "docs", unprivileged / "out"
    for folder in (docs, out):
        folder.mkdir()
    (docs / "Room.md").write_text(PAGE, "utf-8")
    out.chmod(0o500)
    try:
        assert run(docs, out) == 1
    finally:
        out.chmod(0o700)
    assert "error[not-written]: Permission denied" in capsys.readouterr().err
    assert files(out) == {}


# -- not what it was --


def test_a_module_that_is_a_folder_now(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    docs, out = tmp_path / "docs", tmp_path / "out"
    docs.mkdir()
    (docs / "Room.md").write_text(PAGE, "utf-8")
    (out / "room.py").mkdir(parents=True)
    (out / "room.py/notes").write_text("by hand", "utf-8")
    assert run(docs, out) == 1
    assert "out/room.py: error[foreign-file]: a folder is where a file should be" in capsys.readouterr().err
    assert (out / "room.py/notes").read_text("utf-8") == "by hand"


@pytest.mark.parametrize("when", ["before it is opened", "while it is read"])
def test_a_page_that_goes_away(
    when: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page is what could be read of it: the run says what could not, and the next one sees the page as it is."""
    docs, out = tmp_path / "docs", tmp_path / "out"
    docs.mkdir()
    for name in ("Hall", "Room"):
        (docs / f"{name}.md").write_text(PAGE.replace("Room", name), "utf-8")
    assert run(docs, out) == 0
    before = files(out)
    page = docs / "Room.md"
    page.rename(tmp_path / "kept")
    page.write_text(PAGE, "utf-8")

    class Late(Below):
        def read(self, path: str, largest: int = sys.maxsize) -> bytes:
            if path == page.name:
                page.unlink()
            return super().read(path, largest)

    def fstat(file: int) -> os.stat_result:
        """What is asked of a page once it is open."""
        status = os.stat(file)
        if page.exists() and os.path.samestat(status, page.stat()):
            os.truncate(page, 10)
        return status

    with monkeypatch.context() as patch:
        if when == "before it is opened":
            patch.setattr("docmodels.sources.folder.Below", Late)
        else:
            patch.setattr(os, "fstat", fstat)
        status = run(docs, out)
    output = capsys.readouterr().err
    if when == "before it is opened":
        assert status == 1
        assert "Room.md: error[not-read]: it cannot be read: No such file or directory" in output
    assert files(out)["hall.py"] == before["hall.py"]
    (tmp_path / "kept").rename(page)
    assert run(docs, out) == 0
    assert files(out) == before


def test_docs_that_change_all_the_time(two_versions: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages come, go, and are half written, before and after each page that is read."""
    docs, out = tmp_path / "docs", tmp_path / "out"
    docs.mkdir()
    sources = [path.read_bytes() for path in sorted(two_versions.docs(0).rglob("*.md"))]
    chance = random.Random(1)

    def change() -> None:
        for _ in range(chance.randrange(5)):
            at = chance.randrange(len(sources))
            page = docs / f"P{at}.md"
            if chance.random() < 0.3:
                page.unlink(missing_ok=True)
            else:
                page.write_bytes(sources[at][: chance.randrange(len(sources[at]))])

    class Restless(Below):
        def read(self, path: str, largest: int = sys.maxsize) -> bytes:
            change()
            try:
                return super().read(path, largest)
            finally:
                change()

    for at, source in enumerate(sources):
        (docs / f"P{at}.md").write_bytes(source)
    with monkeypatch.context() as patch:
        patch.setattr("docmodels.sources.folder.Below", Restless)
        statuses = [run(docs, out, "-q") for _ in range(10)]
    assert set(statuses) <= {0, 1}
    assert files(docs) != {f"P{at}.md": source for at, source in enumerate(sources)}
    for at, source in enumerate(sources):
        (docs / f"P{at}.md").write_bytes(source)
    assert run(docs, out) == 0
    assert run(docs, tmp_path / "fresh") == 0
    assert files(out) == files(tmp_path / "fresh")


@pytest.mark.parametrize("stage", ["written", "removed"])
def test_what_somebody_puts_there_meanwhile_is_not_lost(
    stage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A module is looked at again right before it is replaced or removed."""
    docs, out = tmp_path / "docs", tmp_path / "out"
    docs.mkdir()
    for name in ("Hall", "Room"):
        (docs / f"{name}.md").write_text(PAGE.replace("Room", name), "utf-8")
    assert run(docs, out) == 0
    (docs / "Room.md").unlink()
    (docs / "Hall.md").write_text(PAGE.replace("Room", "Hall").replace("Id", "Name"), "utf-8")
    path = out / ("hall.py" if stage == "written" else "room.py")
    from docmodels import output

    apply: Callable[..., object] = output.apply

    def late(*arguments: object, **named: object) -> object:
        path.write_text("by hand", "utf-8")
        return apply(*arguments, **named)

    monkeypatch.setattr(output, "apply", late)
    assert run(docs, out) == 1
    assert f"{path.name}: error[not-written]: {path.name} has changed since it was compared" in capsys.readouterr().err
    assert path.read_text("utf-8") == "by hand"
