"""docs/families/: each family has a page, and reads the sample on it. test_document.py holds the models below it."""

from __future__ import annotations

import pytest
from docmodels.families import BUILT_IN, SHAPES, claims
from docmodels.families import FAMILIES as ALL
from docmodels.markdown import read_page

from tests.document import FAMILIES, models, sample


def test_have_a_page_each() -> None:
    assert {file.stem for file in FAMILIES.iterdir()} == {*BUILT_IN, *SHAPES}


@pytest.mark.parametrize("name", BUILT_IN)
def test_read_the_samples(name: str) -> None:
    text = (FAMILIES / f"{name}.md").read_text(encoding="utf-8")
    assert f"`{name}` reads " in text
    page, problems = read_page("Room.md", sample(text).encode())
    assert page is not None
    assert problems == ()
    by_family = claims(page, ALL.values())
    surest = max(claim.sureness for claim in by_family.values())
    assert [family for family, claim in by_family.items() if claim.sureness == surest] == [name]
    assert by_family[name].models > 0


@pytest.mark.parametrize("name", SHAPES)
def test_tables_reads_the_samples_of_its_other_shapes(name: str) -> None:
    page, problems = read_page("Room.md", sample((FAMILIES / f"{name}.md").read_text(encoding="utf-8")).encode())
    assert page is not None
    assert problems == ()
    by_family = claims(page, ALL.values())
    assert max(by_family, key=lambda family: by_family[family].sureness) == "tables"
    assert by_family["tables"].models > 0


def test_a_sample_with_a_finding_is_an_error() -> None:
    with pytest.raises(ValueError, match="unknown-type"):
        models("# Room\n\n| Field | Type |\n| ----- | ---- |\n| `id` | strng |\n")
