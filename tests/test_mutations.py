"""The mutants of `tests.mutations`, which `make soak` tries."""

from __future__ import annotations

import pytest

from tests.mutations import MUTANTS, NEAR, TESTS, Mutant, changed
from tests.trees import ROOT


@pytest.mark.parametrize("name", MUTANTS)
def test_every_mutant_changes_something(name: str) -> None:
    """Trying them takes minutes, so this is to tell when the code has moved on without them."""
    mutant = MUTANTS[name]
    assert changed(mutant) != (ROOT / "generator/docmodels" / mutant.file).read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("no such text", "", "does not stand in sources/paths.py once"),
        ("return Path(", "return Nowhere(", "F821"),
        ("return Path(", "return Path((", "invalid-syntax"),
    ],
)
def test_a_mutant_that_any_test_would_kill_is_refused(old: str, new: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        changed(Mutant("sources/paths.py", old, new))


def test_this_is_none_of_the_tests_that_have_to_kill_them() -> None:
    assert "test_mutations" not in TESTS


@pytest.mark.parametrize("name", MUTANTS)
def test_some_tests_are_near_every_mutant(name: str) -> None:
    near = [test for path, test in NEAR.items() if MUTANTS[name].file.startswith(path)]
    assert near[0] in TESTS
