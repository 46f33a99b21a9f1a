"""Cells that a pattern could part in very many ways take no time, in families whose tools write their own notation."""

from __future__ import annotations

import pytest
from docmodels.families.crd_ref_docs.cells import block_text, read_description
from docmodels.families.swagger2markup.outline import drafts
from docmodels.markdown import Inline, Prose, read_page
from docmodels.tables.choices import choices, choices_in_type
from docmodels.tables.default_cells import read_default_cell
from docmodels.tables.dressing import readable_paragraph
from docmodels.tables.lexicon import words

from tests.counted import assert_linear, assert_quick


@pytest.mark.parametrize("blanks", [" ", "\u00a0"])
def test_blanks_that_no_break_follows_take_no_time(blanks: str) -> None:
    cell = Inline(f"Open{blanks * 30_000}! *Enum*: open, shut", 1, 1)
    prose = Prose(1, f"<p>Open{blanks * 30_000}!</p>")
    assert read_description(cell).rules == ("Enum: open, shut",)
    assert block_text(prose).startswith("Open")
    assert_quick(lambda: (read_description(cell), block_text(prose)), seconds=5)


def test_breaks_in_a_row_are_one() -> None:
    assert (
        read_description(Inline("Open. <br> <br/>\n*Enum*: open, shut <br> Or not.", 1, 1)).prose.source
        == "Open.<br>Or not."
    )


def test_many_sections_of_definitions_take_no_time() -> None:
    table = "|Name|Schema|\n|---|---|\n|**id**  <br>*required*|string|\n"

    def read_sections(count: int) -> None:
        text = "".join(f"## Definitions\n\n### R{number}\n\n{table}\n" for number in range(count))
        page, _ = read_page("Room.md", text.encode())
        assert page is not None
        assert len(drafts(page)) == count

    read_sections(1)
    assert_linear(read_sections, 50, slack=500)


@pytest.mark.parametrize("piece", ["`", "a", "个", "1,", "a, ", '"', "(", "[`", "<b>`", "{% a %}"])
def test_a_piece_that_is_repeated_takes_no_time(piece: str) -> None:
    text, english = piece * (30_000 // len(piece)), words(("en",))

    def read() -> None:
        read_default_cell(Inline(text, 1, 1), english)
        choices_in_type(text, english)
        choices(text, english)
        readable_paragraph(f"<br>{text}")

    assert_quick(read, seconds=10)


def test_a_value_like_a_format_of_dates_takes_no_time() -> None:
    values, english = tuple(f"{piece}!" for piece in ("Z" * 40, "M" * 40)), words(("en",))
    chosen = choices(f"One of `{values[0]}`, `{values[1]}`", english)
    assert chosen is not None
    assert chosen.values == values
    assert_quick(lambda: choices(f"One of `{values[1]}`, `{values[0]}`", english), seconds=5)


def test_remarks_without_an_end_are_read_once_each() -> None:
    english = words(("en",))
    assert_linear(lambda count: choices("a:" * count, english), 800, slack=5000)
