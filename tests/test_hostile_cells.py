"""Cells that a pattern could part in very many ways take no time, in families whose tools write their own notation."""

from __future__ import annotations

import time

import pytest
from docmodels.families.crd_ref_docs.cells import block_text, read_description
from docmodels.families.swagger2markup.outline import drafts
from docmodels.markdown import Inline, Prose, read_page


@pytest.mark.parametrize("blanks", [" ", "\u00a0"])
def test_blanks_that_no_break_follows_take_no_time(blanks: str) -> None:
    start = time.process_time()
    assert read_description(Inline(f"Open{blanks * 30_000}! *Enum*: open, shut", 1, 1)).rules == ("Enum: open, shut",)
    assert block_text(Prose(1, f"<p>Open{blanks * 30_000}!</p>")).startswith("Open")
    assert time.process_time() - start < 5


def test_breaks_in_a_row_are_one() -> None:
    assert (
        read_description(Inline("Open. <br> <br/>\n*Enum*: open, shut <br> Or not.", 1, 1)).prose.source
        == "Open.<br>Or not."
    )


def test_many_sections_of_definitions_take_no_time() -> None:
    table = "|Name|Schema|\n|---|---|\n|**id**  <br>*required*|string|\n"
    page, _ = read_page("Room.md", "".join(f"## Definitions\n\n### R{i}\n\n{table}\n" for i in range(2_000)).encode())
    assert page is not None
    start = time.process_time()
    assert len(drafts(page)) == 2_000
    assert time.process_time() - start < 5
