"""The documentation that is written from the program is up to date, and complete."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import docmodels
import pytest
from docmodels.changes import ChangeKind, Whom
from docmodels.diagnostics.codes import CODES, Explanation

from tests.document import DOCS, PARTS, changes, commands, diagnostics, documents, page

SOURCES = Path(docmodels.__file__).parent


def test_what_is_written_is_up_to_date() -> None:
    """`make golden` writes it."""
    for file, text in documents().items():
        assert file.read_text(encoding="utf-8") == text, file.name


def test_a_part_that_is_not_there_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.document.DOCS", tmp_path)
    (tmp_path / "interface.md").write_text("# Nothing\n", encoding="utf-8")
    with pytest.raises(ValueError, match="has no part interface"):
        page("interface.md")


@pytest.mark.parametrize("name", PARTS)
def test_a_page_says_who_writes_it(name: str) -> None:
    assert "`make golden`" in (DOCS / name).read_text(encoding="utf-8")


def test_a_command_is_shown_with_its_arguments() -> None:
    parser = argparse.ArgumentParser()
    command = parser.add_subparsers().add_parser(
        "sail", description="Sail.", epilog="exit status:\n  0 done\n\nexample:\n  sail"
    )
    command.add_argument("--to", choices=("a", "b"), help="a | b\nor none")
    command.add_argument("-q", "--quiet", action="store_true", help="say nothing")
    assert commands(parser) == (
        "## docmodels sail\n\nSail.\n\n| Argument | Meaning |\n| -------- | ------- |\n"
        "| `--to {a,b}` | a \\| b or none |\n| `-q`, `--quiet` | say nothing |\n\n"
        "*Exit status:* 0 done.\n\n```console\n$ sail\n```\n"
    )


def test_a_kind_is_shown_with_whom_it_breaks() -> None:
    page = changes({"boat-sunk": ChangeKind((Whom.SENDERS, Whom.RECEIVERS), "sank", "It is gone.")})
    assert page.endswith("\n### boat-sunk\n\n*Breaks senders and receivers.* It is gone.\n")


def test_a_code_is_shown_with_all_that_is_said_of_it() -> None:
    page = diagnostics({"no-ink": Explanation("warning", "The pen writes nothing.", "Fill it.")})
    assert page.endswith("\n## no-ink\n\n*Warning.* The pen writes nothing.\n\n*Remedy.* Fill it.\n")


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_one_that_docmodels_can_give(code: str) -> None:
    assert any(
        f'"{code}"' in file.read_text(encoding="utf-8") for file in SOURCES.rglob("*.py") if file.stem != "codes"
    )


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
def test_a_code_is_explained_in_whole_sentences(code: Explanation) -> None:
    assert code.severity in ("error", "warning", "note")
    for text in (code.meaning, code.remedy):
        assert re.fullmatch(r"[A-Z`][^\n]*\.", text)
