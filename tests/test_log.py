"""`docmodels log`: which commits of the docs change the models, and how."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import docmodels
import pytest
from docmodels import Config, ConfigError, log
from docmodels.changes import Gate
from docmodels.pipeline import diff as comparing
from docmodels.pipeline.log import LogEntry, Step
from docmodels.reporting.log_forms import LIMIT, as_lines, as_markdown
from docmodels.sources.revisions import Commit
from jsonschema import Draft202012Validator

from tests.repositories import commit, git, repository
from tests.test_json_output import schema, strict
from tests.trees import Done, Run

PAGE = "docs/Kite.md"


def kite(*rows: str) -> str:
    lines = "".join(f"| {row} |\n" for row in rows)
    return f"# Kite\n\n| Field | Type | Required |\n| - | - | - |\n{lines}"


COLOUR, TAIL, STRING = "colour | string | yes", "tail | integer | no", "string | number | yes"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose docs begin with the second commit."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    folder = repository(tmp_path / "project", {"README.md": "Kites.\n"})
    for text in (
        kite(COLOUR, TAIL),
        kite(COLOUR, TAIL) + "\nWords.\n",
        kite(COLOUR, TAIL, STRING),
        kite(TAIL, STRING),
    ):
        commit(folder, {PAGE: text})
    commit(folder, {"README.md": "More kites.\n"})
    monkeypatch.chdir(folder)
    return folder


def lines(done: Done) -> list[str]:
    """The text, without hashes and days."""
    assert (done.status, done.err) == (0, "")
    return [re.sub(r"^[0-9a-f]{9}  \d{4}-\d\d-\d\d  ", "", line) for line in done.out.splitlines()]


def test_each_commit_that_changes_models_has_a_line(project: Path, run: Run) -> None:
    """One of words alone has none, nor has one of other files."""
    *listed, closing = lines(run("log"))
    assert listed == [
        "1 change, 1 breaking      breaks everybody: Kite.colour is removed; it was string  [field-removed]",
        "1 change, 1 breaking      breaks senders: Kite.string is new, required: integer or number  [required-field-added]",
    ]
    first = git(project, "log", "--reverse", "--format=%h", "--abbrev=9", "--", "docs").split()[0]
    assert closing == f"2 of 3 commits change the models, 2 of them breaking; the docs begin with {first}"


def test_a_range_is_one_of_git(project: Path, run: Run) -> None:
    assert lines(run("log", "HEAD~2.."))[-1] == "1 of 1 commit changes the models, 1 of them breaking"
    assert lines(run("log", "HEAD..")) == ["none of 0 commits change the models"]
    for wrong in ("nowhere..HEAD", "--all", "--output=x"):
        assert run("log", wrong).status == 2
    assert not (project / "x").exists()


def test_a_merge_is_one_step(project: Path, run: Run) -> None:
    git(project, "checkout", "-q", "-b", "side", "HEAD~1")
    for row in ("string | date | yes", "string | boolean | yes"):
        commit(project, {PAGE: kite(TAIL, row)})
    git(project, "checkout", "-q", "main")
    git(project, "merge", "-q", "--no-ff", "--message", "Merge", "side")
    (listed, _) = lines(run("log", "HEAD^.."))
    assert listed.startswith("1 change, 1 breaking      breaks senders and receivers: Kite.string is boolean now")


def test_new_errors_are_counted(project: Path, run: Run) -> None:
    (project / "docs/Broken.md").write_bytes(b"# \xff\n")
    commit(project, {})
    (listed, closing) = lines(run("log", "HEAD^.."))
    assert listed.split() == ["0", "changes,", "0", "breaking", "1", "new", "error"]
    assert closing.startswith("none of 1 commit")


def test_the_document_fits_its_schema(project: Path, run: Run) -> None:
    document = json.loads(run("log", "--format", "json").out)
    Draft202012Validator(strict(schema("log"))).validate(document)
    assert document["summary"] == {"commits": 3, "changing": 2, "breaking": 2}
    last, *_, first = document["commits"]
    assert (last["worst"], first["is_compared"]) == (last["changes"][0]["fingerprint"], False)
    assert [schema("log")["$defs"][name] for name in ("change", "place")] == [
        schema("changes")["$defs"][name] for name in ("change", "place")
    ]


def test_a_second_log_reads_no_page_again(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run over the docs as they are does not make it forget; a new commit costs one step."""
    before = run("log")
    run("generate")
    read: list[object] = []
    understand = comparing.understand_pages

    def counted(*arguments: Any) -> Any:
        read.append(arguments)
        return understand(*arguments)

    monkeypatch.setattr(comparing, "understand_pages", counted)
    assert run("log") == before
    assert not read
    commit(project, {PAGE: kite(TAIL)})
    assert lines(run("log"))[1:-1] == lines(before)[:-1]
    assert len(read) == 2


def test_the_configuration_decides_what_is_worst(project: Path, run: Run) -> None:
    commit(project, {PAGE: kite(TAIL, STRING, "knots | string | yes", "reel | string | no")})
    commit(project, {PAGE: kite(TAIL, "knots | string | no", "line | string | yes")})
    assert "[field-removed]" in lines(run("log", "HEAD^.."))[0]
    settings = '[tool.docmodels.changes]\nrequired-field-added = "error"\n'
    (project / "pyproject.toml").write_text(settings, "utf-8")
    assert "[required-field-added]" in lines(run("log", "HEAD^.."))[0]


def test_without_a_repository(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="not a git repository"):
        list(log(Config(docs=tmp_path)))


# -- the forms --


def entry(subject: str, changes: int = 0) -> LogEntry:
    return LogEntry(Commit("0" * 40, "1" * 40, "2026-11-28", subject), Step((), changes, changes))


def test_a_subject_is_no_markup() -> None:
    text = as_markdown([entry("a | `b` <b>@you</b> ![](x)\x1b", 1)], Gate())
    row = text.splitlines()[-1]
    assert row.count("|") == 8
    assert "<code>" in row
    assert not any(sign in row for sign in ("\x1b", "@you", "<b>", "!["))


def test_what_does_not_fit_is_counted() -> None:
    text = as_markdown([entry("word " * 20, 1)] * 500, Gate())
    assert len(text) <= LIMIT + 200
    count = text.count("| 2026-11-28 |")
    assert f"**{500 - count} commits more did not fit in here.**" in text


def test_no_commit_has_a_sentence() -> None:
    assert as_markdown([], Gate()) == "**none of 0 commits change the models**\n"
    assert ["".join(text for text, _ in line) for line in as_lines([], Gate())] == [
        "none of 0 commits change the models"
    ]
    assert docmodels.LogEntry is LogEntry
