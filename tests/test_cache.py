"""The cache: what earlier runs found out makes a run faster, and changes nothing else, whatever state it is in."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from docmodels import Config, generate
from docmodels.cache import Cache, digest
from docmodels.cache.codec import Codec
from docmodels.cache.remembered import REMEMBERED, remember
from docmodels.cache.store import _program
from docmodels.diagnostics import Place
from docmodels.model.declarations import Alias, Declaration, Enumeration, Field, Object, WireName
from docmodels.model.model import Model, map_fields
from docmodels.pipeline.read import Claims
from docmodels.pipeline.understand import understand
from docmodels.targets import python
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.trees import CORPORA, DOCS, corpus, files

Docs = Callable[[], Path]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache folder, which is not there yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    return tmp_path / "caches" / "docmodels"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DOCS, tmp_path / "docs"))


def package(docs: Path, out: Path) -> dict[str, bytes]:
    """What `generate` writes, into a folder that is empty before."""
    shutil.rmtree(out, ignore_errors=True)
    generate(Config(docs=docs, out=out))
    return files(out)


def the_file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


# -- where it is --


def test_it_is_in_the_users_cache_folder_and_nowhere_else(folder: Path, docs: Path, tmp_path: Path) -> None:
    package(docs, tmp_path / "out")
    assert the_file(folder).suffix == ".cache"
    assert {path.name for path in tmp_path.iterdir()} == {"caches", "docs", "out"}


def test_each_docs_folder_has_its_own(folder: Path, docs: Path, tmp_path: Path) -> None:
    package(docs, tmp_path / "out")
    package(Path(shutil.copytree(docs, tmp_path / "other")), tmp_path / "out")
    assert len(list(folder.iterdir())) == 2


@pytest.mark.skipif(os.name != "posix", reason="other platforms have their own places")
def test_without_a_user_nothing_is_kept(docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", "nowhere")
    monkeypatch.chdir(tmp_path)
    assert package(docs, tmp_path / "out")
    assert not (tmp_path / "nowhere").exists()


def test_the_file_of_a_folder_that_nobody_reads_goes(folder: Path, docs: Path, tmp_path: Path) -> None:
    package(docs, tmp_path / "out")
    first = the_file(folder)
    os.utime(first, (0, 0))
    package(Path(shutil.copytree(docs, tmp_path / "other")), tmp_path / "out")
    assert the_file(folder) != first


def test_what_killed_runs_have_left_goes_once_it_is_old(folder: Path, docs: Path, tmp_path: Path) -> None:
    folder.mkdir(parents=True)
    old, young = (folder / f".docmodels-{'0' * 15}{number}.tmp" for number in "12")
    others = folder / "notes"
    for file in (old, young, others):
        file.touch()
    for file in (old, others):
        os.utime(file, (0, 0))
    package(docs, tmp_path / "out")
    assert [file.exists() for file in (old, young, others)] == [False, True, True]


# -- what it does --


def test_only_what_changed_is_made_anew(tmp_path: Path) -> None:
    made: list[str] = []

    def make(value: str) -> Callable[[], str]:
        return lambda: (made.append(value), value)[1]

    for wanted in (["a", "b"], ["a", "b"], ["b", "c"], ["a"]):
        cache = Cache(tmp_path / "file", "program", Codec(()))
        assert [cache.recall(key, str, make(key)) for key in wanted] == wanted
        cache.save()
    assert made == ["a", "b", "c", "a"]  # the second a was forgotten when nobody asked for it


@pytest.mark.parametrize("flavour", python.FLAVOURS.values(), ids=python.FLAVOURS)
def test_what_a_module_does_not_show_makes_no_other(flavour: python.Flavour) -> None:
    """A module is known by what it shows; where the docs say it, and why that is believed, are not among that."""

    def described(model: Model) -> tuple[Sequence[str], Mapping[str, bytes]]:
        texts: list[str] = []

        def recall(jobs: Sequence[python.Job]) -> Sequence[python.Rendered]:
            texts.extend(text for text, _ in jobs)
            return [make() for _, make in jobs]

        adapted, _ = flavour.adapt(model)
        made = python.render(adapted, python.plan(adapted)[0], flavour, recall=recall)
        return texts, made

    def elsewhere(place: Place) -> Place:
        return replace(place, line=place.line + 1, column=1)

    def unsaid(_: Object, field: Field) -> Field:
        wire = field.wire and WireName(field.wire.name, "", is_guess=not field.wire.is_guess)
        return replace(field, place=elsewhere(field.place), examples=(), default=None, wire=wire)

    def moved(each: Declaration) -> Declaration:
        match each:
            case Object():
                return replace(each, place=elsewhere(each.place), usages=())
            case Enumeration(members=members):
                members = tuple(replace(member, place=elsewhere(member.place)) for member in members)
                return replace(each, place=elsewhere(each.place), members=members)
            case Alias():
                return replace(each, place=elsewhere(each.place))

    model = understand(Config(docs=DOCS)).model
    other = Model(tuple(map(moved, map_fields(model, unsaid).declarations)))
    assert any(each.usages for each in model.objects)
    assert described(other) == described(model)


def test_it_is_not_written_again_where_nothing_changed(folder: Path, docs: Path, tmp_path: Path) -> None:
    package(docs, tmp_path / "out")
    before = the_file(folder).stat().st_ino
    package(docs, tmp_path / "out")
    assert the_file(folder).stat().st_ino == before


def test_a_change_of_the_program_makes_it_worthless(tmp_path: Path) -> None:
    for program, made in (("1", "old"), ("2", "new")):
        cache = Cache(tmp_path / "file", program, Codec(()))
        assert cache.recall("key", str, lambda made=made: made) == made
        cache.save()


# -- what it does not: change results --


@pytest.mark.parametrize("name", ["docs_in", *CORPORA])
def test_what_is_remembered_is_what_was_found(name: str) -> None:
    config = Config(docs=DOCS if name == "docs_in" else corpus(name))
    codec = Codec((*REMEMBERED, Claims))
    cache = Cache(None, "", codec)
    understand(config, cache)
    for declaration in understand(config).model.declarations:
        found = codec.decode(codec.encode(declaration))
        assert found == declaration
        assert repr(found) == repr(declaration)


EDITS = st.lists(
    st.tuples(
        st.integers(0, 30),
        st.sampled_from(["remove", "rename", "replace", "swap", "append", "restore"]),
        st.sampled_from(
            [
                ("*string*", "*int*"),
                (":heavy_check_mark:", ":heavy_minus_sign:"),
                ("Room", "Chamber"),
                ("exposedPort", "exposed_port"),
                ("](", "](x"),
                ("| N/A", "| `roomId`"),
                ("# ", "# A"),
            ]
        ),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=30)
@given(edits=EDITS)
def test_after_any_edits_the_package_is_that_of_a_run_without_one(
    edits: list[tuple[int, str, tuple[str, str]]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    tmp_path = tmp_path_factory.mktemp("edits")
    docs = Path(shutil.copytree(DOCS, tmp_path / "docs"))
    with pytest.MonkeyPatch.context() as patch:
        for at, kind, (old, new) in edits:
            edit(docs, at, kind, old, new)
            patch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
            remembered = package(docs, tmp_path / "out")
            patch.setenv("XDG_CACHE_HOME", str(tmp_path / "none"))
            shutil.rmtree(tmp_path / "none", ignore_errors=True)
            assert package(docs, tmp_path / "out") == remembered
    shutil.rmtree(tmp_path)


def edit(docs: Path, at: int, kind: str, old: str, new: str) -> None:
    pages = sorted(docs.rglob("*.md"))
    page, other = pages[at % len(pages)], pages[(at * 7 + 1) % len(pages)]
    match kind:
        case "remove" if len(pages) > 1:
            page.unlink()
        case "rename":
            page.rename(page.with_name(f"{page.stem}X.md"))
        case "swap":
            text = page.read_text("utf-8")
            page.write_text(other.read_text("utf-8"), "utf-8")
            other.write_text(text, "utf-8")
        case "append":
            page.write_text(page.read_text("utf-8") + "\nSays more.\n", "utf-8")
        case "replace":
            page.write_text(page.read_text("utf-8").replace(old, new), "utf-8")
        case _:
            shutil.copytree(DOCS, docs, dirs_exist_ok=True)


@settings(max_examples=40)
@given(data=st.data())
def test_a_damaged_one_is_as_good_as_none(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    tmp_path = tmp_path_factory.mktemp("damaged")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path))
        right = package(DOCS, tmp_path / "out")
        file = the_file(tmp_path / "docmodels")
        whole = file.read_bytes()
        at = data.draw(st.integers(0, len(whole) - 1))
        damage = data.draw(st.sampled_from(["cut", "flip", "insert", "empty"]))
        match damage:
            case "cut":
                file.write_bytes(whole[:at])
            case "flip":
                file.write_bytes(whole[:at] + bytes([whole[at] ^ data.draw(st.integers(1, 255))]) + whole[at + 1 :])
            case "insert":
                file.write_bytes(whole[:at] + data.draw(st.binary(min_size=1, max_size=9)) + whole[at:])
            case "empty":
                file.write_bytes(b"")
        assert package(DOCS, tmp_path / "out") == right
        assert file.read_bytes() == whole  # and it is put right
    shutil.rmtree(tmp_path)


@pytest.mark.parametrize(
    "nonsense",
    [
        b"",
        b"[",
        b"[99]",
        b"[0,[0,[",
        b"[3]",
        b"[3,1,2,3,4,5,6,7,8,9]",
        b"1",
        b'["a"]',
        b'"text"',
        b"[0]",
        b"[" * 100_000,
        b"[[1]]",
        b"[-9,1]",
    ],
)
def test_an_entry_that_makes_no_sense_is_made_anew(nonsense: bytes, folder: Path, docs: Path, tmp_path: Path) -> None:
    right = package(docs, tmp_path / "out")
    file = the_file(folder)
    first, _, body = file.read_bytes().partition(b"\n")
    lines = [line.partition(b" ")[0] + b" " + nonsense for line in body.splitlines()]
    body = b"".join(line + b"\n" for line in lines)
    head, _, _ = first.rpartition(b" ")
    file.write_bytes(head + b" " + digest(body).encode() + b"\n" + body)
    assert package(docs, tmp_path / "out") == right


def test_a_folder_that_must_not_be_written_to_is_no_reason_to_fail(folder: Path, docs: Path, tmp_path: Path) -> None:
    folder.parent.write_text("a file where the caches should be")
    assert package(docs, tmp_path / "out")


def test_a_folder_in_its_place_is_no_reason_to_fail(folder: Path, docs: Path, tmp_path: Path) -> None:
    package(docs, tmp_path / "out")
    file = the_file(folder)
    file.unlink()
    (file / "in the way").mkdir(parents=True)
    assert package(docs, tmp_path / "out")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_in_its_place_is_not_waited_for(folder: Path, docs: Path, tmp_path: Path) -> None:
    right = package(docs, tmp_path / "out")
    file = the_file(folder)
    file.unlink()
    os.mkfifo(file)
    assert package(docs, tmp_path / "out") == right


def test_the_program_is_known_by_its_text_not_by_its_times(tmp_path: Path) -> None:
    source = tmp_path / "program" / "a.py"
    source.parent.mkdir()
    names = set()
    for text in ("old", "new"):
        source.write_text(text)
        os.utime(source, (0, 0))
        (source.parent / f".#{text}.py").symlink_to("nowhere")
        names.add(_program([source.parent]))
    assert len(names) == 2


def test_templates_of_ones_own_are_always_asked(folder: Path, docs: Path, tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    templates.mkdir()
    for title in ("One", "Two"):
        text = '{{ mark }}\n\n__all__ = ["' + title + '"]\n'
        (templates / "enumeration.py.jinja").write_text(text)
        generate(Config(docs=docs, out=tmp_path / "out", templates=templates))
        found = (tmp_path / "out" / "models" / "shared" / "room_ready_status.py").read_text()
        assert f'["{title}"]' in found


def test_runs_at_the_same_time_do_not_disturb_each_other(folder: Path, docs: Path, tmp_path: Path) -> None:
    right = package(docs, tmp_path / "out")
    shutil.rmtree(folder)
    runs = [
        subprocess.Popen(
            [sys.executable, "-m", "docmodels", "generate", "-q", "--docs", docs, "--out", tmp_path / name]
        )
        for name in "abcd"
    ]
    assert [run.wait() for run in runs] == [0, 0, 0, 0]
    assert all(files(tmp_path / name) == right for name in "abcd")
    assert package(docs, tmp_path / "out") == right
    assert the_file(folder)


def test_inspecting_does_not_make_it_forget(folder: Path, docs: Path, tmp_path: Path) -> None:
    package(docs, tmp_path / "out")
    before = the_file(folder).read_bytes()
    understand(Config(docs=docs))
    assert the_file(folder).read_bytes() == before


def test_reading_one_never_runs_anything(tmp_path: Path) -> None:
    """There is no pickle in it: an object is made of what `REMEMBERED` names, and of nothing else."""
    assert Object in REMEMBERED
    codec = Codec(REMEMBERED)
    for number in range(3 + len(REMEMBERED), 300):
        with pytest.raises(IndexError):
            codec.decode([number, "os.system", "true"])
    assert remember(tmp_path).recall("key", str, lambda: "made") == "made"


# -- from several processes --

SPLIT = """
import os, sys, threading
from docmodels.cache import processes
from docmodels.cli import main

forks = []
fork = os.fork
os.fork = lambda: forks.append(fork()) or forks[-1]
os.sched_getaffinity = lambda process: {0, 1}
processes.MANY, processes.SHARE = int(sys.argv.pop(1)), 10
trouble = sys.argv.pop(1)
if trouble == "thread":
    threading.Thread(target=threading.Event().wait, daemon=True).start()
elif trouble == "one core":
    os.sched_getaffinity = lambda process: {0}
elif trouble == "death":
    processes.Cache.news = lambda cache: os.kill(os.getpid(), 9)
elif trouble == "fault":
    processes.Cache.news = lambda cache: 1 / 0
elif trouble == "orphan":
    import signal
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
elif trouble == "no room":
    def refuse():
        forks.append(0)
        raise OSError(11, "Resource temporarily unavailable")
    os.fork = refuse
elif trouble == "no more room":
    def refuse():
        forks.append(len(forks))
        if forks[-1] % 2:
            raise OSError(11, "Resource temporarily unavailable")
        return fork()
    os.fork = refuse
elif trouble == "nonsense":
    processes.Cache.news = lambda cache: b"no entry at all"
elif trouble == "daemon":
    import multiprocessing
    multiprocessing.current_process()._config["daemon"] = True
status = main(sys.argv[1:])
print(len(forks), end="")
sys.exit(status)
"""

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux copies processes safely")


@on_linux
@pytest.mark.parametrize(
    ("many", "trouble", "forks"),
    [
        (20, "", 4),  # two for the pages, two for the modules
        (20, "death", 4),
        (20, "fault", 4),
        (20, "nonsense", 4),
        (20, "orphan", 4),
        (20, "no room", 2),
        (20, "no more room", 4),
        (20, "thread", 0),
        (20, "one core", 0),
        (20, "daemon", 0),
        (1000, "", 0),
    ],
)
def test_other_processes_change_nothing(many: int, trouble: str, forks: int, docs: Path, tmp_path: Path) -> None:
    right = package(docs, tmp_path / "out")
    command = ("generate", "-q", "--docs", docs, "--out", tmp_path / "split")
    for expected in (forks, 0):  # the second run knows what the first one learnt
        done = subprocess.run(
            [sys.executable, "-c", SPLIT, str(many), trouble, *command],
            env={**os.environ, "XDG_CACHE_HOME": str(tmp_path / "new")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, str(expected), "")
        assert files(tmp_path / "split") == right


STUCK = """
import os, sys, time
from docmodels.cache import processes
from docmodels.cli import main

os.sched_getaffinity = lambda process: {0, 1}
processes.MANY, processes.SHARE = 20, 10
def stay(cache):
    os.write(1, f"{os.getpid()}\\n".encode())
    time.sleep(600)
processes.Cache.news = stay
sys.exit(main(sys.argv[1:]))
"""


@on_linux
@pytest.mark.parametrize(("signal_", "status"), [(signal.SIGINT, 130), (signal.SIGKILL, -9), (signal.SIGTERM, -15)])
def test_no_process_outlives_the_one_that_started_it(
    signal_: signal.Signals, status: int, docs: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-c", STUCK, "generate", "-q", "--docs", docs, "--out", tmp_path / "out"]
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "new")}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        assert len({run.stdout.readline() for _ in range(2)}) == 2
        run.send_signal(signal_)
        out, err = run.communicate(timeout=60)  # until nobody has the other ends of its streams any more
    assert (run.returncode, out) == (status, "")
    assert "Traceback" not in err
