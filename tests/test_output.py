"""The output room: comparing, showing and writing a tree of generated files.

A file is ours if it begins with the mark. Most tests build a folder, call `compare`
and `apply`, and look at what is on disk then.
"""

from __future__ import annotations

import importlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from docmodels.output import (
    Plan,
    Problem,
    Removal,
    Write,
    alone,
    apply,
    compare,
    lock,
    unified_diff,
)
from docmodels.output.atomic import is_temporary, write_file
from docmodels.output.plan import check_paths
from hypothesis import example, given
from hypothesis import strategies as st

from tests.scaled import scaled

MARK = b"# Written by docmodels.\n"
UP_TO_DATE = Plan((), (), (), (), (), ())

needs_symlinks = pytest.mark.skipif(os.name == "nt", reason="needs a privilege there")


def is_up_to_date(plan: Plan) -> bool:
    return not (plan.write or plan.remove or plan.foreign or plan.unreadable)


def ours(text: str = "") -> bytes:
    return MARK + text.encode()


def put(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def tree(folder: Path) -> dict[str, bytes | str]:
    """Everything below a folder: files with content, links with target, folders."""
    contents: dict[str, bytes | str] = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            contents[name] = f"-> {path.readlink()}"
        elif path.is_dir():
            contents[name] = "folder"
        else:
            contents[name] = path.read_bytes()
    return contents


def generate(out: Path, files: Mapping[str, bytes]) -> tuple[Plan, tuple[Problem, ...]]:
    plan = compare(out, files, MARK)
    return plan, apply(out, plan)


# -- comparing --


def test_a_missing_folder_needs_every_file(tmp_path: Path) -> None:
    files = {"b.py": ours("b"), "a/c.py": ours("c")}
    plan = compare(tmp_path / "generated", files, MARK)
    assert plan.write == (
        Write("a/c.py", None, ours("c")),
        Write("b.py", None, ours("b")),
    )
    assert not is_up_to_date(plan)
    assert not (tmp_path / "generated").exists(), "comparing changes nothing"


def test_every_file_is_in_its_class(tmp_path: Path) -> None:
    put(
        tmp_path,
        {
            "a/same.py": ours("1"),
            "a/different.py": ours("1"),
            "a/stale.py": ours("1"),
            "a/by_hand.py": b"x = 1\n",
            "a/notes.txt": b"not in the way\n",
            "__init__.py": b"",
        },
    )
    wanted = ("a/same.py", "a/different.py", "a/new.py", "a/by_hand.py", "__init__.py")
    files = {path: ours("1") for path in wanted} | {"a/different.py": ours("2")}

    plan = compare(tmp_path, files, MARK)

    reason = "a file that docmodels did not write is where a file should be"
    assert plan == Plan(
        write=(
            Write("a/different.py", ours("1"), ours("2")),
            Write("a/new.py", None, ours("1")),
        ),
        unchanged=("a/same.py",),
        remove=(Removal("a/stale.py", ours("1")),),
        foreign=(Problem("__init__.py", reason), Problem("a/by_hand.py", reason)),
        unreadable=(),
        leftovers=(),
    )


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(MARK[:-1], id="mark without line end"),
        pytest.param(MARK[:-1] + b" Or so.\n", id="mark goes on"),
        pytest.param(MARK[:-1] + b"\r# old Mac\n", id="carriage return alone"),
        pytest.param(b"\n" + MARK, id="mark on the second line"),
        pytest.param(b"\xef\xbb\xbf" + MARK, id="mark behind a byte order mark"),
        pytest.param(b"\xff\xfe\x00", id="not text"),
    ],
)
def test_what_does_not_begin_with_the_mark_is_not_ours(tmp_path: Path, content: bytes) -> None:
    put(tmp_path, {"in_the_way.py": content, "elsewhere.py": content})
    plan, problems = generate(tmp_path, {"in_the_way.py": ours()})
    assert [problem.path for problem in plan.foreign] == ["in_the_way.py"]
    assert not is_up_to_date(plan)
    assert problems == ()
    assert tree(tmp_path) == {"in_the_way.py": content, "elsewhere.py": content}


def test_line_ends_of_a_windows_checkout_do_not_disown_a_file(tmp_path: Path) -> None:
    put(tmp_path, {"a.py": ours("x = 1\n").replace(b"\n", b"\r\n")})
    plan, _ = generate(tmp_path, {"a.py": ours("x = 1\n")})
    assert [write.path for write in plan.write] == ["a.py"]
    assert tree(tmp_path) == {"a.py": ours("x = 1\n")}


def test_everything_is_in_the_order_of_paths(tmp_path: Path) -> None:
    """Whatever the order in which the file system and the caller name the files."""
    stale = [f"s/{name}.py" for name in "hgfedcba"]
    temporary = [f".docmodels-{digit * 16}.tmp" for digit in "76543210"]
    foreign = [f"f{digit}.py" for digit in "76543210"]
    put(tmp_path, {path: ours() for path in stale})
    put(tmp_path, dict.fromkeys(temporary + foreign, b""))
    new = [f"{name}{'x' * 300}/{end}" for name in "ba" for end in ("__init__.py", "z.py")]
    plan, problems = generate(tmp_path, {path: ours() for path in new + foreign})
    assert [write.path for write in plan.write] == sorted(new)
    assert [removal.path for removal in plan.remove] == sorted(stale)
    assert [problem.path for problem in plan.foreign] == sorted(foreign)
    assert list(plan.leftovers) == sorted(temporary)
    assert [problem.path for problem in problems] == sorted(new)


def test_hidden_and_compiled_files_are_not_looked_at(tmp_path: Path) -> None:
    """An environment or a repository below the folder may hold a copy of the output."""
    copies = {".venv/a.py": ours(), "a/__pycache__/a.py": ours(), ".a.py": ours()}
    put(tmp_path, copies)
    assert compare(tmp_path, {}, MARK) == UP_TO_DATE


@pytest.mark.parametrize("on_the_way", [b"x = 1\n", ours()], ids=["foreign", "ours"])
def test_a_file_where_a_folder_should_be_is_reported_once(tmp_path: Path, on_the_way: bytes) -> None:
    put(tmp_path, {"a": on_the_way})
    plan = compare(tmp_path, {"a/b/c.py": ours(), "a/d.py": ours()}, MARK)
    assert [problem.path for problem in plan.foreign] == ["a"]
    assert plan.foreign[0].reason.endswith("is where a folder should be")
    assert plan.write == ()


def test_a_folder_where_a_file_should_be_is_foreign(tmp_path: Path) -> None:
    put(tmp_path, {"a.py/b.txt": b""})
    plan, problems = generate(tmp_path, {"a.py": ours()})
    assert plan.foreign == (Problem("a.py", "a folder is where a file should be"),)
    assert problems == ()
    assert tree(tmp_path) == {"a.py": "folder", "a.py/b.txt": b""}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_foreign_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.py")
    os.mkfifo(tmp_path / "b.py")
    plan = compare(tmp_path, {"a.py": ours()}, MARK)
    assert [problem.path for problem in plan.foreign] == ["a.py"]
    assert plan.unreadable == ()


@pytest.mark.parametrize("name", ["file", "x" * 300])
def test_an_output_folder_that_cannot_be_one_is_one_finding(tmp_path: Path, name: str) -> None:
    put(tmp_path, {"file": b"x"})
    plan, problems = generate(tmp_path / name, {"a.py": ours(), "b.py": ours()})
    assert [problem.path for problem in plan.unreadable] == ["."]
    assert not is_up_to_date(plan)
    assert (plan.write, plan.foreign, problems) == ((), (), ())


def test_unreadable_files_and_folders_are_reported_and_left(unprivileged: Path) -> None:
    put(unprivileged, {"a/b.py": ours(), "c.py": ours(), "d.py": ours(), "e": ours()})
    for name in ("a", "c.py", "e"):
        (unprivileged / name).chmod(0)
    files = {path: ours("2") for path in ("a/b.py", "a/new.py", "c.py", "d.py")}
    plan, problems = generate(unprivileged, files)
    for name, mode in (("a", 0o700), ("c.py", 0o600), ("e", 0o600)):
        (unprivileged / name).chmod(mode)
    assert [problem.path for problem in plan.unreadable] == ["a", "c.py", "e"]
    assert not is_up_to_date(plan)
    assert (plan.foreign, problems) == ((), ())
    assert tree(unprivileged) == {
        "a": "folder",
        "a/b.py": ours(),
        "c.py": ours(),
        "d.py": ours("2"),
        "e": ours(),
    }


def test_a_read_only_folder_is_a_problem_of_its_files(unprivileged: Path) -> None:
    put(unprivileged, {"a/b.py": ours(), "a/stale.py": ours(), "stale.py": ours()})
    (unprivileged / "a").chmod(0o500)
    _, problems = generate(unprivileged, {"a/b.py": ours("2"), "c.py": ours()})
    (unprivileged / "a").chmod(0o700)
    assert [problem.path for problem in problems] == ["a/b.py", "a/stale.py"]
    assert tree(unprivileged) == {
        "a": "folder",
        "a/b.py": ours(),
        "a/stale.py": ours(),
        "c.py": ours(),
    }


def test_a_tree_too_deep_for_the_system_is_a_finding(tmp_path: Path) -> None:
    """A path of more than some thousand characters cannot be opened, but can exist."""
    here = os.getcwd()
    name = "d" * 200
    try:
        os.chdir(tmp_path)
        for _ in range(25):
            os.mkdir(name)
            os.chdir(name)
    except OSError:
        pytest.skip("the system does not let such a tree exist")
    finally:
        os.chdir(here)
    plan = compare(tmp_path, {}, MARK)
    assert len(plan.unreadable) == 1
    assert plan.unreadable[0].path.startswith(f"{name}/{name}/")
    assert str(tmp_path) not in plan.unreadable[0].reason


# -- what the caller must not ask for --


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/a.py",
        "../a.py",
        "a/../b.py",
        "./a.py",
        "a//b.py",
        "a/",
        "a\\b.py",
        "C:a.py",
        "a\0.py",
        ".a.py",
        "a/.git/b.py",
        "a/__pycache__/b.py",
        "\ud800.py",
    ],
)
def test_a_path_that_is_not_below_the_folder_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match=r"path below|surrogates"):
        compare(Path("generated"), {path: ours()}, MARK)


def test_a_path_cannot_be_a_file_and_a_folder() -> None:
    with pytest.raises(ValueError, match="a file and a folder"):
        check_paths(["a", "a/b/c.py"])


@pytest.mark.parametrize("mark", [b"", b"\n", b"# no line end", b"# two\n# lines\n"])
def test_a_mark_that_is_not_one_line_is_refused(mark: bytes) -> None:
    """Every file begins with an empty mark, so every file would be ours."""
    with pytest.raises(ValueError, match="mark"):
        compare(Path("generated"), {}, mark)


def test_content_without_the_mark_is_refused() -> None:
    """The next run would take the file for somebody else's."""
    with pytest.raises(ValueError, match="without the mark"):
        compare(Path("generated"), {"a.py": b"x = 1\n"}, MARK)


# -- writing --


def test_a_second_run_has_nothing_to_do(tmp_path: Path) -> None:
    files = {"a/b/c.py": ours("1"), "a/__init__.py": ours(), "py.typed": ours()}
    generate(tmp_path / "x/generated", files)
    plan = compare(tmp_path / "x/generated", files, MARK)
    assert plan.unchanged == ("a/__init__.py", "a/b/c.py", "py.typed")
    assert is_up_to_date(plan)


def test_an_unchanged_file_is_not_touched(tmp_path: Path) -> None:
    put(tmp_path, {"a.py": ours(), "b.py": ours()})
    os.utime(tmp_path / "a.py", (1, 1))
    generate(tmp_path, {"a.py": ours(), "b.py": ours("2")})
    assert (tmp_path / "a.py").stat().st_mtime == 1


def test_nothing_to_write_makes_no_folder(tmp_path: Path) -> None:
    generate(tmp_path / "generated", {})
    assert tree(tmp_path) == {}


@pytest.mark.skipif(os.name == "nt", reason="needs Unix permissions")
def test_the_mode_is_what_the_umask_gives(tmp_path: Path) -> None:
    put(tmp_path, {"old.py": ours()})
    (tmp_path / "old.py").chmod(0o600)
    before = os.umask(0o027)
    try:
        generate(tmp_path, {"old.py": ours("2"), "new.py": ours()})
    finally:
        os.umask(before)
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    assert modes == {"old.py": 0o640, "new.py": 0o640}


def test_modules_are_written_before_the_packages_that_export_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = []
    replace = os.replace

    def watch(source: str, target: str) -> None:
        order.append(Path(target).relative_to(tmp_path).as_posix())
        replace(source, target)

    monkeypatch.setattr(os, "replace", watch)
    paths = ["__init__.py", "a/__init__.py", "a/b/__init__.py", "a/b/z.py", "c.py"]
    generate(tmp_path, {path: ours() for path in paths})
    assert order == [
        "a/b/z.py",
        "c.py",
        "a/b/__init__.py",
        "a/__init__.py",
        "__init__.py",
    ]


def test_a_failure_does_not_stop_the_others(tmp_path: Path) -> None:
    too_long = f"a/{'x' * 300}.py"
    put(tmp_path, {"a/stale.py": ours()})
    files = {too_long: ours(), "a/z.py": ours(), "a/__init__.py": ours()}
    _, problems = generate(tmp_path, files)
    assert [problem.path for problem in problems] == [too_long]
    assert str(tmp_path) not in problems[0].reason
    assert tree(tmp_path) == {"a": "folder", "a/z.py": ours(), "a/__init__.py": ours()}


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    put(tmp_path, {"folder/file": b"old"})
    with pytest.raises(OSError, match="folder"):
        write_file(tmp_path / "folder", b"new")
    assert tree(tmp_path) == {"folder": "folder", "folder/file": b"old"}


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full semantics")
def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    """A limit on the size of files stands for the full disk; a child process sets it."""
    put(tmp_path, {"a.py": ours("old"), "b.py": ours("old")})
    program = f"""
import resource, signal
from pathlib import Path
from docmodels.output import apply, compare
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
out, mark = Path({os.fspath(tmp_path)!r}), {MARK!r}
files = {{"a.py": mark + bytes(10_000), "b.py": mark + b"new"}}
print([problem.path for problem in apply(out, compare(out, files, mark))])
"""
    child = subprocess.run([sys.executable, "-c", program], env=CHILD_ENV, capture_output=True, text=True)
    assert child.stdout == "['a.py']\n", child.stderr
    assert tree(tmp_path) == {"a.py": ours("old"), "b.py": ours("new")}


# -- between comparing and writing --


def test_a_file_that_somebody_made_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    plan = compare(tmp_path, {"a.py": ours(), "b.py": ours()}, MARK)
    put(tmp_path, {"a.py": b"by hand"})
    problems = apply(tmp_path, plan)
    assert [problem.path for problem in problems] == ["a.py"]
    assert tree(tmp_path) == {"a.py": b"by hand", "b.py": ours()}


def test_two_runs_at_once_do_not_trouble_each_other(tmp_path: Path) -> None:
    put(tmp_path, {"a/stale.py": ours(), "different.py": ours("1")})
    files = {"b/new.py": ours(), "different.py": ours("2")}
    first = compare(tmp_path, files, MARK)
    second = compare(tmp_path, files, MARK)
    assert apply(tmp_path, first) == ()
    assert apply(tmp_path, second) == ()
    assert tree(tmp_path) == {
        "b": "folder",
        "b/new.py": ours(),
        "different.py": ours("2"),
    }


@pytest.mark.parametrize(("written", "problems"), [(ours(), []), (b"by hand", ["a/b.py"])])
def test_a_file_that_comes_after_the_listing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: bytes, problems: list[str]
) -> None:
    """Nobody can lock a folder that is not there, so two first runs may list it at once."""
    out, scandir = tmp_path / "out", os.scandir

    def scan_before_another_run(path: str) -> Iterator[os.DirEntry[str]]:
        try:
            return scandir(path)
        finally:
            put(out, {"a/b.py": written})

    monkeypatch.setattr(os, "scandir", scan_before_another_run)
    plan = compare(out, {"a/b.py": ours()}, MARK)
    monkeypatch.undo()
    assert plan.foreign == ()
    assert [problem.path for problem in apply(out, plan)] == problems
    assert tree(out)["a/b.py"] == written


@needs_symlinks
@pytest.mark.parametrize("path", ["a", "a/b.py"])
def test_a_link_that_somebody_made_meanwhile_is_not_followed(tmp_path: Path, path: str) -> None:
    out, outside = tmp_path / "generated", tmp_path / "outside"
    put(outside, {"b.py": ours("outside"), "stale.py": ours("outside")})
    put(out, {"a/b.py": ours("1"), "a/stale.py": ours("1")})
    plan = compare(out, {"a/b.py": ours("2")}, MARK)
    shutil.move(out / "a", out / "moved")
    if path == "a":
        (out / "a").symlink_to(outside)
    else:
        (out / "a").mkdir()
        (out / "a/b.py").symlink_to(outside / "b.py")
        (out / "a/stale.py").symlink_to(outside / "stale.py")
    problems = apply(out, plan)
    assert [problem.path for problem in problems] == ["a/b.py", "a/stale.py"]
    assert tree(outside) == {"b.py": ours("outside"), "stale.py": ours("outside")}


def test_the_lock_on_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who comes second waits, but not for ever, and nothing is left of a lock."""
    pytest.importorskip("fcntl", reason="Windows has no locks on folders")
    monkeypatch.setattr(lock, "_PATIENCE", 0.05)
    with alone(tmp_path) as first, alone(tmp_path) as second:
        assert (first, second) == (True, False)
    with alone(tmp_path) as later, alone(tmp_path / "missing") as missing:
        assert (later, missing) == (True, False)
    assert tree(tmp_path) == {}


def test_who_is_alone_removes_leftovers_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docmodels.output.lock._PATIENCE", 0.0)
    leftover = "a/.docmodels-0123456789abcdef.tmp"
    put(tmp_path, {leftover: ours(), "a/b.py": ours()})
    plan = compare(tmp_path, {"a/b.py": ours()}, MARK)
    with alone(tmp_path) as is_alone:
        assert apply(tmp_path, plan) == ()  # another run, to which the folder is not free
        assert leftover in tree(tmp_path)
        assert apply(tmp_path, plan, is_alone=is_alone) == ()
    assert tree(tmp_path) == {"a": "folder", "a/b.py": ours()}


def test_who_was_not_alone_may_become_so(tmp_path: Path) -> None:
    """As the first of all runs does, whose folder is not there to be locked before it writes."""
    leftover = "a/.docmodels-0123456789abcdef.tmp"
    put(tmp_path, {leftover: ours(), "a/b.py": ours()})
    assert apply(tmp_path, compare(tmp_path, {"a/b.py": ours()}, MARK)) == ()
    assert tree(tmp_path) == {"a": "folder", "a/b.py": ours()}


@pytest.mark.parametrize("content", [b"by hand", ours("3")])
def test_what_changes_after_it_was_compared_is_left(tmp_path: Path, content: bytes) -> None:
    put(tmp_path, {"a.py": ours("1"), "stale.py": ours("1")})
    plan = compare(tmp_path, {"a.py": ours("2")}, MARK)
    put(tmp_path, {"a.py": content, "stale.py": content})
    assert [problem.path for problem in apply(tmp_path, plan)] == ["a.py", "stale.py"]
    assert tree(tmp_path) == {"a.py": content, "stale.py": content}


# -- symbolic links --


@needs_symlinks
def test_the_output_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    put(tmp_path, {"real/stale.py": ours()})
    (tmp_path / "generated").symlink_to("real")
    generate(tmp_path / "generated", {"a/b.py": ours()})
    assert tree(tmp_path / "real") == {"a": "folder", "a/b.py": ours()}
    assert is_up_to_date(compare(tmp_path / "generated", {"a/b.py": ours()}, MARK))


@needs_symlinks
def test_an_output_folder_that_leads_nowhere_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "generated").symlink_to("nowhere")
    _, problems = generate(tmp_path / "generated", {"a.py": ours(), "b.py": ours()})
    assert [problem.path for problem in problems] == ["."]
    assert tree(tmp_path) == {"generated": "-> nowhere"}


@needs_symlinks
def test_links_below_the_output_folder_are_never_followed(tmp_path: Path) -> None:
    out, outside = tmp_path / "generated", tmp_path / "outside"
    put(outside, {"a.py": ours("outside"), "stale.py": ours("outside")})
    out.mkdir()
    (out / "folder").symlink_to(outside)
    (out / "file.py").symlink_to(outside / "a.py")
    (out / "nowhere.py").symlink_to(outside / "not_there.py")
    (out / "round").symlink_to(out)
    before = tree(tmp_path)
    wanted = ["folder/a.py", "folder/b.py", "file.py", "nowhere.py", "round/c.py"]

    plan, problems = generate(out, {path: ours() for path in wanted})

    assert plan.foreign == (
        Problem("file.py", "a symbolic link is where a file should be"),
        Problem("folder", "a symbolic link is where a folder should be"),
        Problem("nowhere.py", "a symbolic link is where a file should be"),
        Problem("round", "a symbolic link is where a folder should be"),
    )
    assert (plan.write, plan.remove, problems) == ((), (), ())
    assert tree(tmp_path) == before


@needs_symlinks
def test_a_folder_that_holds_a_link_is_not_empty(tmp_path: Path) -> None:
    out = tmp_path / "generated"
    put(out, {"a/stale.py": ours()})
    put(tmp_path, {"outside/stale.cpython-311.pyc": b""})
    (out / "a/__pycache__").symlink_to(tmp_path / "outside")
    generate(out, {})
    assert tree(out) == {
        "a": "folder",
        "a/__pycache__": f"-> {tmp_path / 'outside'}",
    }
    assert tree(tmp_path / "outside") == {"stale.cpython-311.pyc": b""}


# -- removing --


def test_folders_that_removing_empties_are_removed(tmp_path: Path) -> None:
    stale = ["a/b/c/d.py", "a/b/c/__init__.py", "e/f.py", "g/h.py"]
    put(tmp_path, {path: ours() for path in stale})
    put(tmp_path, {"e/notes.txt": b""})
    (tmp_path / "empty").mkdir()
    _, problems = generate(tmp_path, {"g/i.py": ours()})
    assert problems == ()
    assert tree(tmp_path) == {
        "e": "folder",
        "e/notes.txt": b"",
        "empty": "folder",  # it was before
        "g": "folder",
        "g/i.py": ours(),
    }


def test_the_output_folder_stays_when_it_is_empty(tmp_path: Path) -> None:
    put(tmp_path, {"generated/a.py": ours()})
    generate(tmp_path / "generated", {})
    assert tree(tmp_path) == {"generated": "folder"}


def test_a_removed_package_cannot_be_imported_any_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python takes a folder that holds nothing but `__pycache__` for a package."""
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    generate(tmp_path, {"ghost/__init__.py": ours(), "ghost/inner/room.py": ours()})
    importlib.import_module("ghost.inner.room")
    assert list(tmp_path.glob("ghost/inner/__pycache__/room.*.pyc"))
    for name in ("ghost", "ghost.inner", "ghost.inner.room"):
        monkeypatch.delitem(sys.modules, name)

    generate(tmp_path, {})

    importlib.invalidate_caches()
    assert tree(tmp_path) == {}
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("ghost")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("a/__pycache__/by_hand.cpython-311.pyc", id="another module"),
        pytest.param("a/__pycache__/stale.txt", id="not compiled"),
        pytest.param("a/__pycache__/stale.pyc/x", id="a folder"),
        pytest.param("a/by_hand.py", id="outside of the cache"),
    ],
)
def test_compiled_files_stay_where_anything_else_is(tmp_path: Path, other: str) -> None:
    put(tmp_path, {"a/stale.py": ours(), "a/__pycache__/stale.cpython-311.pyc": b""})
    put(tmp_path, {other: b""})
    generate(tmp_path, {})
    after = tree(tmp_path)
    assert "a/stale.py" not in after
    assert {other, "a/__pycache__/stale.cpython-311.pyc"} <= after.keys()


def test_compiled_files_of_a_module_of_the_same_name_elsewhere_stay(
    tmp_path: Path,
) -> None:
    other = "a/__pycache__/stale.cpython-311.pyc"
    put(tmp_path, {"a/b/stale.py": ours(), other: b""})
    generate(tmp_path, {})
    assert tree(tmp_path) == {"a": "folder", "a/__pycache__": "folder", other: b""}


# -- interrupted runs --

HOUR = 3600


@pytest.fixture
def busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Another run has the output folder, and does not come to an end."""
    monkeypatch.setattr("docmodels.output.lock._PATIENCE", 0.0)
    with alone(tmp_path) as is_alone:
        if not is_alone:
            pytest.skip("needs locks")
        yield


@pytest.mark.usefixtures("busy")
def test_old_leftovers_of_an_interrupted_run_are_removed(tmp_path: Path) -> None:
    old, live = (f"a/.docmodels-{digit * 16}.tmp" for digit in "0f")
    foreign = "a/.docmodels-notes.tmp"
    folder = f"a/.docmodels-{'1' * 16}.tmp"
    put(tmp_path, {path: ours() for path in (old, live, foreign)})
    (tmp_path / folder).mkdir()
    for path in (old, foreign, folder):
        os.utime(tmp_path / path, (time.time() - 2 * HOUR,) * 2)
    plan, problems = generate(tmp_path, {})
    assert plan.leftovers == (old, live)
    assert is_up_to_date(plan), "leftovers are no part of the output"
    assert problems == ()
    assert tree(tmp_path) == {
        "a": "folder",
        live: ours(),
        foreign: ours(),
        folder: "folder",
    }


@pytest.mark.usefixtures("busy")
def test_a_leftover_does_not_keep_its_folder_for_ever(tmp_path: Path) -> None:
    leftover = "a/.docmodels-0123456789abcdef.tmp"
    put(tmp_path, {leftover: ours(), "a/stale.py": ours()})
    generate(tmp_path, {})
    assert tree(tmp_path) == {"a": "folder", leftover: ours()}
    os.utime(tmp_path / leftover, (time.time() - 2 * HOUR,) * 2)
    generate(tmp_path, {})
    assert tree(tmp_path) == {}


CHILD_ENV = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
GENERATE_FOR_EVER = """
import itertools, signal, sys
from pathlib import Path
from docmodels.output import apply, compare
out, mark, step = Path(sys.argv[1]), sys.argv[2].encode(), int(sys.argv[3])
steps = turn = 0

def count(event, arguments):
    global steps
    if turn >= 3 and (event == "open" or event.startswith("os.")):
        steps += 1
        if steps == step:
            signal.raise_signal(signal.SIGKILL)

sys.addaudithook(count)
for turn in itertools.count():
    files = {
        f"p{turn % 3}/m{n}.py": mark + bytes([65 + turn % 2]) * 20_000
        for n in range(60)
    }
    apply(out, compare(out, files, mark))
"""
"""It is killed at a step of its fourth turn, or later: just before a file or a folder is opened, made, renamed or removed."""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
@pytest.mark.parametrize("step", [1, 150, 301, 777])
def test_a_killed_run_leaves_whole_files_only(tmp_path: Path, step: int) -> None:
    command = [sys.executable, "-c", GENERATE_FOR_EVER, tmp_path, MARK.decode(), str(step)]
    assert subprocess.run(command, env=CHILD_ENV, check=False).returncode == -signal.SIGKILL

    contents = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and not is_temporary(path.name)]
    assert contents
    assert set(contents) <= {MARK + b"A" * 20_000, MARK + b"B" * 20_000}

    files = {"p/m.py": ours()}
    for path in tmp_path.rglob(".docmodels-*"):
        os.utime(path, (time.time() - 2 * HOUR,) * 2)
    assert generate(tmp_path, files)[1] == ()
    assert {path for path, what in tree(tmp_path).items() if what != "folder"} == {"p/m.py"}


def test_names_of_temporary_files_are_recognised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What `write_file` leaves when it is killed is what the next run looks for."""
    names = []

    def die(source: str, target: Path) -> None:
        temporary = Path(source)
        assert temporary.parent == target.parent
        assert temporary.exists()
        names.append(temporary.name)
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", die)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "a.py", b"")
    assert [is_temporary(name) for name in names] == [True]
    assert tree(tmp_path) == {}


# -- file systems that take two names for one --


@pytest.fixture
def caseless(tmp_path: Path) -> Path:
    (tmp_path / "probe").touch()
    if not (tmp_path / "PROBE").exists():
        pytest.skip("the file system tells upper from lower case")
    (tmp_path / "probe").unlink()
    return tmp_path


def test_another_spelling_of_a_name_is_foreign(caseless: Path) -> None:
    put(caseless, {"Room.py": b"by hand"})
    plan, problems = generate(caseless, {"room.py": ours()})
    assert [problem.path for problem in plan.foreign] == ["room.py"]
    assert problems == ()
    assert tree(caseless) == {"Room.py": b"by hand"}


def test_another_spelling_of_ours_is_replaced_in_two_runs(caseless: Path) -> None:
    put(caseless, {"Models/Room.py": ours()})
    files = {"models/room.py": ours()}
    plan = compare(caseless, files, MARK)
    assert plan.write or plan.remove
    generate(caseless, files)
    generate(caseless, files)
    assert tree(caseless) == {"models": "folder", "models/room.py": ours()}


# -- the diff --


def diff(*, old: bytes | None, new: bytes | None, path: str = "m/a.py") -> str:
    write = () if new is None else (Write(path, old, new),)
    remove = (Removal(path, old),) if old is not None and new is None else ()
    return "".join(unified_diff(Plan(write, (), remove, (), (), ())))


def test_a_changed_file() -> None:
    patch = diff(old=b"1\n2\n3\n4\n5\n6\n", new=b"1\n2\n3\n4\nfive\n6\n")
    assert patch.splitlines() == [
        "--- a/m/a.py",
        "+++ b/m/a.py",
        "@@ -2,5 +2,5 @@",
        " 2",
        " 3",
        " 4",
        "-5",
        "+five",
        " 6",
    ]


def test_a_new_file() -> None:
    assert diff(old=None, new=b"1\n2\n").splitlines() == [
        "--- /dev/null",
        "+++ b/m/a.py",
        "@@ -0,0 +1,2 @@",
        "+1",
        "+2",
    ]


def test_a_removed_file_and_a_line_without_end() -> None:
    assert diff(old=b"1\n2", new=None).splitlines() == [
        "--- a/m/a.py",
        "+++ /dev/null",
        "@@ -1,2 +0,0 @@",
        "-1",
        "-2",
        "\\ No newline at end of file",
    ]


def test_files_are_in_the_order_of_their_paths(tmp_path: Path) -> None:
    put(tmp_path, {"a.py": ours("1"), "b.py": ours(), "d.py": ours()})
    files = {"a.py": ours("2"), "c.py": ours(), "e.py": ours()}
    lines = list(unified_diff(compare(tmp_path, files, MARK)))
    headers = [line for line in lines if line.startswith(("---", "+++"))]
    assert headers == [
        "--- a/a.py\n",
        "+++ b/a.py\n",
        "--- a/b.py\n",
        "+++ /dev/null\n",
        "--- /dev/null\n",
        "+++ b/c.py\n",
        "--- a/d.py\n",
        "+++ /dev/null\n",
        "--- /dev/null\n",
        "+++ b/e.py\n",
    ]


def test_only_a_line_feed_ends_a_line() -> None:
    patch = diff(old=None, new="1\r\n2\x0c3\u20284\n".encode())
    assert "@@ -0,0 +1,2 @@\n+1\r\n+2\x0c3\u20284\n" in patch


def test_bytes_that_are_not_utf_8_are_shown_as_such() -> None:
    assert "-\ufffd\n" in diff(old=b"\xff\n", new=b"x\n")


@pytest.mark.parametrize(
    ("path", "header"),
    [
        ("m/plain.py", "b/m/plain.py"),
        ("m/größe.py", "b/m/größe.py"),
        ("m/a copy.py", "b/m/a copy.py\t"),
        ('m/"a".py', r'"b/m/\042a\042.py"'),
        ("m/a\nb.py", r'"b/m/a\012b.py"'),
        (os.fsdecode(b"m/\xff.py"), r'"b/m/\377.py"'),
    ],
)
def test_names_are_quoted_as_git_does(path: str, header: str) -> None:
    assert diff(old=None, new=b"x\n", path=path).split("\n")[1] == f"+++ {header}"


def git_apply(folder: Path, patch: str) -> None:
    subprocess.run(
        ["git", "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "-"],
        cwd=folder,
        env=os.environ
        | {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CEILING_DIRECTORIES": os.fspath(folder.parent),
        },
        input=patch.encode(),
        check=True,
    )


needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


@needs_git
def test_git_applies_the_diff_of_awkward_names(tmp_path: Path) -> None:
    names = ["a copy.py", "größe.py", "tab\tin.py", 'quo"te.py', "back\\slash.py"]
    put(tmp_path, {f"m/{name}": ours("1\n") for name in names})
    files = {"m/a copy.py": ours("2\n"), "m/n/new one.py": ours("3\n")}
    git_apply(tmp_path, "".join(unified_diff(compare(tmp_path, files, MARK))))
    assert is_up_to_date(compare(tmp_path, files, MARK))


@needs_git
def test_git_applies_the_diff_of_large_files(tmp_path: Path) -> None:
    """Beyond ten thousand lines a file is replaced as a whole."""
    lines = "".join(f"line {number}\n" for number in range(12_000))
    put(tmp_path, {"a.py": ours(lines)})
    files = {"a.py": ours(lines + "end")}
    patch = "".join(unified_diff(compare(tmp_path, files, MARK)))
    assert "@@ -1,12001 +1,12002 @@\n" in patch
    git_apply(tmp_path, patch)
    assert is_up_to_date(compare(tmp_path, files, MARK))


texts = st.lists(st.sampled_from(["a\n", "b\n", "\n", "c\r\n", "\t\x0c\n", "é\u2028\r\r\n", "--- a\n"])).flatmap(
    lambda lines: st.sampled_from(["", "end"]).map("".join(lines).__add__)
)
paths = st.sampled_from(["a.py", "b.py", "p/__init__.py", "p/a.py", "p/q/a.py", "p/q/r/b.py", "q/a.py"])
trees = st.dictionaries(paths, texts.map(ours))


@needs_git
@given(before=trees, after=trees)
@scaled(0.4)
def test_git_applying_the_diff_is_what_apply_does(before: dict[str, bytes], after: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as name:
        by_git, by_us = Path(name) / "git", Path(name) / "us"
        for folder in (by_git, by_us):
            folder.mkdir()
            put(folder, before)
        plan = compare(by_us, after, MARK)
        patch = "".join(unified_diff(plan))
        assert (patch == "") == is_up_to_date(plan) == (before == after)
        if patch:
            git_apply(by_git, patch)
        apply(by_us, plan)
        assert tree(by_git) == tree(by_us)


# -- whatever is there before --

somebody = st.dictionaries(
    st.one_of(paths, st.sampled_from(["p", "q/a.py/x", "p/q/notes", "p/q/r", "z/z"])),
    st.sampled_from([b"", b"x = 1\n", MARK[1:], b"\x00\xff", None]),  # None: a link
)


@given(before=trees, foreign=somebody, after=trees)
@example(before={}, foreign={"p": b""}, after={"p/a.py": MARK})
@example(before={}, foreign={"p": None}, after={"p/a.py": MARK})
@scaled(1)
def test_the_wanted_files_are_there_and_the_foreign_ones_still(
    before: dict[str, bytes],
    foreign: dict[str, bytes | None],
    after: dict[str, bytes],
) -> None:
    with tempfile.TemporaryDirectory() as name:
        out, outside = Path(name) / "out", Path(name) / "outside"
        put(outside, {"a.py": ours("outside"), "q/a.py": ours("outside")})
        out.mkdir()
        for path, content in foreign.items():
            try:
                (out / path).parent.mkdir(parents=True, exist_ok=True)
                if content is None:
                    (out / path).symlink_to(outside)
                else:
                    (out / path).write_bytes(content)
            except OSError:
                pass  # in the way of each other
        theirs, elsewhere = tree(out), tree(outside)
        for path, ours_before in before.items():
            if not any(
                (out / part).is_symlink() or (out / part).is_file() for part in [path, *map(str, Path(path).parents)]
            ):
                put(out, {path: ours_before} if not (out / path).exists() else {})

        plan, problems = generate(out, after)
        now = tree(out)

        assert problems == ()
        assert tree(outside) == elsewhere
        assert {path: what for path, what in theirs.items() if what != "folder"}.items() <= now.items()
        in_the_way = {problem.path for problem in plan.foreign}
        for path, content in after.items():
            ways = {path, *(parent.as_posix() for parent in Path(path).parents)}
            assert (now.get(path) == content) != bool(ways & in_the_way)
        leftover_of_ours = {path for path, what in now.items() if isinstance(what, bytes) and what.startswith(MARK)}
        assert leftover_of_ours <= after.keys()

        again = compare(out, after, MARK)
        assert (again.write, again.remove) == ((), ())
        assert again.foreign == plan.foreign
