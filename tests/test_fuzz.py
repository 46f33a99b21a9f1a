"""What the fuzzer found worth keeping holds, without the fuzzer: see tests/fuzz."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module

import pytest

from tests.fuzz import corpus, targets

render = import_module("docmodels.targets.python.render")


@pytest.mark.parametrize(("name", "target"), [("page", targets.page), ("table", targets.table), ("cell", targets.cell)])
def test_the_corpus_of_the_fuzzer(name: str, target: Callable[[bytes], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "Templates", cache(render.Templates))  # they are the same for all
    inputs = corpus.read(name)
    assert inputs
    for data in inputs:
        target(data)
