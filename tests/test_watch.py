"""`docmodels generate --watch`, in a process of its own: files are edited, and their effect is waited for."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import watchfiles
from docmodels.cli import main
from docmodels.sources import watching
from docmodels.sources.folder import SUFFIXES

PAGE = """\
# Greeting


## Fields

| Field     | Type     | Required           | Description |
| --------- | -------- | ------------------ | ----------- |
| `Message` | *string* | :heavy_check_mark: | N/A         |
"""
DOUBTFUL = PAGE.replace("*string*", "*strng* ")

PATIENCE = 600  # seconds until a test gives up; none waits that long unless something is wrong


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with a configuration and a docs folder of one page."""
    (tmp_path / "docs_in").mkdir()
    configure(tmp_path)
    save(tmp_path / "docs_in/Greeting.md", PAGE)
    return tmp_path


def configure(project: Path, setting: str = "") -> None:
    save(project / "pyproject.toml", f"[tool.docmodels]\nwire_case = 'camel'\n{setting}\n")


def save(file: Path, text: str) -> None:
    """Save as most editors do: a new file takes the place of the old one."""
    new = file.with_name(f".{file.name}.new")
    new.write_text(text, encoding="utf-8")
    new.replace(file)


class Watch:
    """A running `docmodels generate --watch`, and what it says."""

    def __init__(self, process: subprocess.Popen[bytes], log: Path) -> None:
        self.process = process
        self._log = log

    @property
    def output(self) -> str:
        return self._log.read_text(encoding="utf-8")

    @property
    def runs(self) -> int:
        """How many runs have said what they came to."""
        return len(re.findall(r"^\d+ pages?: .*\n", self.output, re.MULTILINE))

    def until(self, reached: Callable[[], bool]) -> None:
        """Wait for a state of things."""
        end = time.monotonic() + PATIENCE
        while not reached():
            assert self.process.poll() is None, self.output
            assert time.monotonic() < end, self.output
            time.sleep(0.02)

    def until_said(self, text: str) -> None:
        self.until(lambda: text in self.output)

    def until_holds(self, file: Path, text: str) -> None:
        self.until(lambda: file.exists() and text in file.read_text(encoding="utf-8"))


@contextmanager
def watch_in(project: Path, *options: str) -> Iterator[Watch]:
    """The watch in a folder, from when the first run is over."""
    log = project / "log"
    command = (sys.executable, "-m", "docmodels", "generate", "--watch", *options)
    env = {name: value for name, value in os.environ.items() if name != "FORCE_COLOR"}
    with (
        log.open("wb") as stream,
        subprocess.Popen(command, cwd=project, env=env, stdin=subprocess.DEVNULL, stderr=stream) as process,
    ):
        watch = Watch(process, log)
        try:
            watch.until(lambda: watch.runs == 1)
            yield watch
        finally:
            process.kill()


def test_a_save_is_followed_by_a_run_that_says_what_it_wrote(project: Path) -> None:
    with watch_in(project) as watch:
        save(project / "docs_in/Greeting.md", PAGE.replace("Message", "Text"))
        watch.until(lambda: watch.runs >= 2)
        assert "text: str" in (project / "generated/greeting.py").read_text(encoding="utf-8")
        assert watch.output.startswith(
            "watching docs_in; Control-C ends it\n"
            "1 page: 1 model; files: 4 written\n"
            "wrote generated/greeting.py\n"
            "1 page: 1 model; files: 1 written, 3 unchanged\n"
        )


def test_many_modules_are_counted_and_not_named(project: Path) -> None:
    with watch_in(project) as watch:
        for number in range(12):
            save(project / f"docs_in/Greeting{number}.md", PAGE.replace("Greeting", f"Greeting{number}"))
        watch.until((project / "generated/greeting11.py").exists)
        configure(project, "out = 'elsewhere'")
        watch.until_said("16 written\n")
        lines = watch.output.partition("wrote elsewhere/_model.py\n")[2].splitlines()
        assert lines[:10] == [
            *(f"wrote elsewhere/greeting{name}.py" for name in ("", *range(2), 10, 11, *range(2, 5))),
            "wrote 6 more",
            "13 pages: 13 models; files: 16 written",
        ]


def test_new_findings_are_said_once_and_old_ones_counted(project: Path) -> None:
    page = project / "docs_in/Greeting.md"
    save(page, DOUBTFUL)
    with watch_in(project) as watch:
        save(page, DOUBTFUL.replace("\n\n\n", "\n\nHello.\n\n"))  # the old finding moves to another line
        watch.until_said("unchanged; 1 warning\n")
        save(page, DOUBTFUL + "| `Mood` | *mod* | :heavy_check_mark: | N/A |\n")
        watch.until_said("unchanged; 2 warnings\n")
        save(page, PAGE)
        watch.until_said("unchanged\n")
        assert watch.output.count('no page describes the type "strng"') == 1
        assert watch.output.count('no page describes the type "mod"') == 1


def test_a_page_written_in_two_goes_comes_out_whole(project: Path) -> None:
    """A run between the two would see half a page; the second go is followed by another."""
    with watch_in(project) as watch:
        with (project / "docs_in/Greeting.md").open("w", encoding="utf-8") as file:
            file.write(PAGE[: len(PAGE) // 2])
            file.flush()
            watch.until(lambda: watch.runs > 1)
            file.write(PAGE[len(PAGE) // 2 :] + "| `Mood` | *string* | :heavy_check_mark: | N/A |\n")
        watch.until_holds(project / "generated/greeting.py", "mood: str")
        assert "message: str" in (project / "generated/greeting.py").read_text(encoding="utf-8")


def test_docs_that_are_gone_cost_no_models_and_come_back(project: Path) -> None:
    with watch_in(project) as watch:
        shutil.rmtree(project / "docs_in")
        watch.until_said('docmodels: error: no docs folder "docs_in"')
        assert (project / "generated/greeting.py").exists()

        (project / "docs_in/Rooms").mkdir(parents=True)
        save(project / "docs_in/Rooms/Room.md", PAGE.replace("Greeting", "Room"))
        watch.until((project / "generated/rooms/room.py").exists)
        watch.until(lambda: not (project / "generated/greeting.py").exists())
        save(project / "docs_in/Rooms/Room.md", PAGE.replace("Greeting", "Room").replace("Message", "Text"))
        watch.until_holds(project / "generated/rooms/room.py", "text: str")
        watch.until_said("removed generated/greeting.py\n")


def test_a_folder_that_another_takes_the_place_of_is_watched_again(project: Path) -> None:
    """As a generator of docs does that begins by removing all that it wrote."""
    with watch_in(project) as watch:
        other = project / "other"
        other.mkdir()
        save(other / "Room.md", PAGE.replace("Greeting", "Room"))
        (project / "docs_in").rename(project / "docs_old")
        other.rename(project / "docs_in")
        watch.until((project / "generated/room.py").exists)
        save(project / "docs_in/Room.md", PAGE.replace("Greeting", "Room").replace("Message", "Text"))
        watch.until_holds(project / "generated/room.py", "text: str")


def test_an_output_folder_that_is_gone_is_written_anew_with_the_next_run(project: Path) -> None:
    with watch_in(project) as watch:
        shutil.rmtree(project / "generated")
        save(project / "docs_in/Farewell.md", PAGE.replace("Greeting", "Farewell"))
        watch.until_said("2 pages: 2 models; files: 5 written\n")
        assert (project / "generated/greeting.py").exists()


def test_what_it_writes_among_the_docs_is_no_reason_to_run(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs, out = project / "docs_in", project / "docs_in/models"
    (out / "notes").mkdir(parents=True)
    written = [out / "greeting.py", out / "notes.txt", out / "notes", out / ".docmodels-0123456789abcdef.tmp"]

    def changes(*_: object, **__: object) -> Iterator[set[tuple[watchfiles.Change, str]]]:
        yield set()  # watching has begun
        for path in (*written, docs / "Greeting.md", *written):
            yield {(watchfiles.Change.added, str(path))}
        raise KeyboardInterrupt

    monkeypatch.setattr(watching, "watch", changes)
    places = watching.Places((watching.Tree(docs, SUFFIXES),), frozenset(), out)
    due = watching.due(lambda: places)
    next(due)  # the first run
    next(due)  # that for the page
    with pytest.raises(KeyboardInterrupt):
        next(due)


def test_a_configuration_is_used_once_it_can_be_read(project: Path) -> None:
    with watch_in(project) as watch:
        configure(project, "docs = ")
        watch.until_said("pyproject.toml:3:8: error: invalid TOML")
        save(project / "docs_in/Farewell.md", PAGE.replace("Greeting", "Farewell"))
        watch.until(lambda: watch.output.count("error: invalid TOML") >= 2)
        assert not (project / "generated/farewell.py").exists()

        configure(project, "docs = 'pages'")
        watch.until_said('pyproject.toml:3:1: error: no docs folder "pages"')
        (project / "docs_in").rename(project / "pages")
        watch.until((project / "generated/farewell.py").exists)


def test_a_template_counts_and_may_be_broken_for_a_while(project: Path) -> None:
    (project / "templates").mkdir()
    configure(project, "templates = 'templates'")
    template = project / "templates/object.py.jinja"
    with watch_in(project) as watch:
        save(template, "{% if %}")
        watch.until_said("docmodels: error: the template object.py.jinja cannot be used")
        save(template, "{{ mark }}\nclass Greeting: ...\n")
        watch.until_holds(project / "generated/greeting.py", "class Greeting: ...")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
def test_control_c_ends_it_with_nothing_more_said(project: Path) -> None:
    with watch_in(project) as watch:
        output = watch.output
        watch.process.send_signal(signal.SIGINT)
        assert watch.process.wait(PATIENCE) == 130
        assert watch.output == output


def test_what_is_wrong_at_the_start_ends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["generate", "--watch"]) == 2
    assert 'error: no docs folder "docs_in"' in capsys.readouterr().err


def test_a_system_that_cannot_watch_any_more_is_no_accident(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> Iterator[None]:
        raise RuntimeError("Too many open files (os error 24)")

    monkeypatch.chdir(project)
    monkeypatch.setattr("docmodels.sources.watching.watch", refuse)
    assert main(["generate", "--watch"]) == 2
    assert capsys.readouterr().err == (
        "docmodels: error: the docs cannot be watched: Too many open files (os error 24)\n"
    )


@pytest.mark.parametrize("form", ["github", "sarif"])
def test_it_is_for_people(
    form: str, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project)
    assert main(["generate", "--watch", "--format", form]) == 2
    assert f"--format {form} for programs" in capsys.readouterr().err
    assert not (project / "generated").exists()


def test_without_watchfiles_it_is_told_how_to_get_it(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project)
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    for name in ("docmodels.sources.watching", "docmodels.cli.watch"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    assert main(["generate", "--watch"]) == 2
    assert capsys.readouterr().err == ("docmodels: error: --watch needs watchfiles: pip install 'docmodels[watch]'\n")
    assert not (project / "generated").exists()
