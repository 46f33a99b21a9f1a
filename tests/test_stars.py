"""Lines that say what a star at the name of a field means, and lines that do not."""

from __future__ import annotations

import pytest
from docmodels.families.tables.rows.star_legend import Star, star_of
from docmodels.markdown import read_page
from docmodels.tables.lexicon import languages, words

ALL = words(languages())


def star(text: str) -> Star:
    page, _ = read_page("page.md", text.encode())
    assert page is not None
    return star_of(page, ALL)


@pytest.mark.parametrize(
    ("text", "required"),
    [
        ("\\* required", True),
        ("Required fields are marked with *.", True),
        ("Fields marked with an asterisk are mandatory.", True),
        ("Mit Sternchen markierte Felder sind Pflicht.", True),
        ("带 * 为必填", True),
        ("アスタリスクは必須項目です", True),
        ("Los campos con asterisco son obligatorios.", True),
        ("\\* = not required", False),
        ("Optional fields are marked with (*)", False),
        ("\\* required for new accounts only.", False),
    ],
)
def test_a_line_says_what_a_star_means(text: str, required: bool) -> None:
    assert star(f"# Room\n\n{text}\n") == Star(required, is_explained=True)


@pytest.mark.parametrize(
    "text",
    [
        "Fields without an asterisk are optional.",
        "Fields marked with * are not optional.",
        "Alle Felder ohne Sternchen (*) sind optional.",
        "4.5 * amount is required as a deposit",
        "Use `*` as wildcard; optional filters may follow.",
        "Required fields are marked with *.\n\nOptional fields are marked with *.",
        "The doors of the room.",
    ],
)
def test_other_lines_say_nothing(text: str) -> None:
    assert star(f"# Room\n\n{text}\n") == Star(True, is_explained=False)


def test_a_line_that_begins_with_a_star_comes_first() -> None:
    text = "Optional fields are marked with *.\n\n\\* required"
    assert star(f"# Room\n\n{text}\n") == Star(True, is_explained=True)


def test_a_star_may_refer_to_a_note() -> None:
    assert star("# Room\n\n\\* The id is on the door.\n") == Star(None, is_explained=True)
