"""The prose of the project: some turns of phrase make a reader read twice, and none of them comes back."""

from __future__ import annotations

import re

import pytest

from tests.documentation import ROOT
from tests.repositories import git

_TURNS = ("is|none", "are|none", "is|said", "are|said", "is|told", "are|told", "what|is wrong with", "of|one's own")
_TURNS += ("is|taken for", "goes|by another", "costs|nothing but", "told|apart", "tells|apart", "tells|so", "told|of")
_TURNS += (
    "say|of",
    "says|of",
    "said|of",
    "such|a one",
    "written|so",
    "named|so",
    "called|so",
    "is|handed",
    "are|handed",
)
_TURNS += ("as|it stands", "as|they stand", "reckon|with", "goes|with", "one|and the same", "the|docs tell")
TURNS = re.compile(r"\b(?:" + "|".join(turn.replace("|", " ") for turn in _TURNS) + r")\b")
"""Written in halves above, so that a search for them does not find this file."""

SUFFIXES = (".md", ".py", ".jinja", ".toml")


def files() -> list[str]:
    if not (ROOT / ".git").exists():
        pytest.skip("this is no checkout")
    listed = git(ROOT, "ls-files").splitlines()
    return [path for path in listed if path.endswith(SUFFIXES) and path != "CHANGELOG.md" and (ROOT / path).is_file()]


def test_is_plain() -> None:
    found = [
        f"{path}:{number}: {line.strip()}"
        for path in files()
        for number, line in enumerate((ROOT / path).read_text(encoding="utf-8").splitlines(), 1)
        if TURNS.search(line)
    ]
    assert found == []


def test_looks_at_files() -> None:
    assert {"README.md", "docs/start.md", "generator/docmodels/pipeline/build.py"} <= set(files())
    assert TURNS.search("what is" + " said")
