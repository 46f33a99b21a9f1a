"""docs/families.md: each family has a section, and reads the sample in it."""

from __future__ import annotations

import re

import pytest
from docmodels.families import NAMES, claims
from docmodels.markdown import Fence, read_page

from tests.documentation import ROOT, document

TEXT = (ROOT / "docs/families.md").read_text(encoding="utf-8")
SAMPLES = re.findall(r"(?ms)^`([\w-]+)`: (?:[^\n]+\n)+\n````markdown\n(.*?)^````$", TEXT)


def test_are_all_there() -> None:
    assert sorted(name for name, _ in SAMPLES) == sorted(NAMES)
    fences = [block for each in document("docs/families.md").sections for block in each.blocks]
    assert len(SAMPLES) == sum(isinstance(block, Fence) and block.info == "markdown" for block in fences)


@pytest.mark.parametrize(("name", "sample"), SAMPLES, ids=[name for name, _ in SAMPLES])
def test_read_the_samples(name: str, sample: str) -> None:
    page, problems = read_page("Room.md", sample.encode())
    assert page is not None
    assert problems == ()
    found = claims(page)
    surest = max(claim.sureness for claim in found.values())
    assert [each for each, claim in found.items() if claim.sureness == surest] == [name]
    assert found[name].models > 0
