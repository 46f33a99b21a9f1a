"""The page of figures, from invented ones: what is summed, what is rounded, and that no tree is named."""

from __future__ import annotations

import pytest

from tests.fidelity import BEGIN, END, PAGE, Share, Tree, figures, page
from tests.floors import FLOORS

TREES = [
    Tree("sdk", {"pages": Share(3, 3), "fields": Share(1999, 2000), "types": Share(9, 10)}),
    Tree("sdk", {"pages": Share(1, 1), "fields": Share(10, 10)}),
    Tree("tables", {"pages": Share(1, 3), "fields": Share(1, 2), "types": Share(0, 1)}),
]


@pytest.mark.parametrize(
    ("share", "percentage"),
    [((0, 0), "–"), ((0, 3), "0.0"), ((2, 3), "66.6"), ((9999, 10000), "99.9"), ((7, 7), "100")],
)
def test_a_percentage_never_hides_a_fault(share: tuple[int, int], percentage: str) -> None:
    assert str(Share(*share)) == percentage


def test_figures_are_summed_by_family() -> None:
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in figures(TREES).splitlines()]
    assert ["[sdk](families/sdk.md)", "2", "4", "2,010", "100", "–", "99.9", "–", "90.0", "–", "–"] in rows
    assert ["written by people", "1", "3", "2", "33.3", "–", "50.0", "–", "0.0", "–", "–"] in rows
    assert ["fields", "fields of the docs that their model has", "99.9", "1 of 2,010", "50.0", "1 of 2"] in rows


def test_the_page_keeps_its_words() -> None:
    assert page(f"a\n{BEGIN}old\n{END}b\n", TREES) == f"a\n{BEGIN}\n{figures(TREES)}\n{END}b\n"
    with pytest.raises(ValueError, match="no place"):
        page("a\n", TREES)


def test_the_page_has_figures_and_names_no_tree() -> None:
    text = PAGE.read_text("utf-8")
    assert "| all |" in text
    assert not [name for name in FLOORS if name in text]
