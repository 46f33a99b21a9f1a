"""The mutants of `tests.mutations`, which `make soak` tries."""

from __future__ import annotations

import pytest

from tests.mutations import MUTANTS, TESTS
from tests.trees import ROOT


@pytest.mark.parametrize("name", MUTANTS)
def test_every_mutant_changes_something(name: str) -> None:
    """Trying them takes minutes, so this is to tell when the code has moved on without them."""
    mutant = MUTANTS[name]
    assert (ROOT / "generator/docmodels" / mutant.file).read_text("utf-8").count(mutant.old) == 1


def test_this_is_none_of_the_tests_that_have_to_kill_them() -> None:
    assert "test_mutations" not in TESTS
