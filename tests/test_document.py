"""The documentation that is written from the program is up to date, and complete."""

from __future__ import annotations

import re
from pathlib import Path

import docmodels
import pytest
from docmodels.changes import ChangeKind, Whom
from docmodels.diagnostics.codes import CODES, Explanation

from tests.document import CHANGES, DIAGNOSTICS, changes, diagnostics

SOURCES = Path(docmodels.__file__).parent


def test_the_list_of_diagnostics_is_up_to_date() -> None:
    """`make golden` writes it."""
    assert DIAGNOSTICS.read_text(encoding="utf-8") == diagnostics()


def test_the_list_of_changes_is_up_to_date() -> None:
    """`make golden` writes it."""
    assert CHANGES.read_text(encoding="utf-8") == changes()


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
