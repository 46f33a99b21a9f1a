"""What the fuzzer found worth keeping holds, without the fuzzer: see tests/fuzz."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.fuzz import corpus, targets


@pytest.mark.parametrize(("name", "target"), [("page", targets.page), ("cell", targets.cell)])
def test_the_corpus_of_the_fuzzer(name: str, target: Callable[[bytes], None]) -> None:
    inputs = corpus.read(name)
    assert inputs
    for data in inputs:
        target(data)
