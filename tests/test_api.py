"""The public API: what `docmodels` itself offers to Python code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import docmodels
import pytest

PAGE = """# Greeting

## Fields

| Field     | Type     | Required           | Description |
| --------- | -------- | ------------------ | ----------- |
| `message` | *strng*  | :heavy_check_mark: | N/A         |
"""


def test_every_public_name_is_there() -> None:
    for name in docmodels.__all__:
        assert getattr(docmodels, name) is not None
    assert dir(docmodels) == docmodels.__all__


def test_another_name_is_not() -> None:
    with pytest.raises(AttributeError, match="'generat'"):
        docmodels.generat  # noqa: B018


def test_a_run_says_what_it_did_and_what_it_found(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "Greeting.md").write_text(PAGE, "utf-8")
    config = docmodels.Config(docs=tmp_path / "docs", out=tmp_path / "models")

    result = docmodels.generate(config)

    assert result.counts == docmodels.Counts(pages=1, models=1, written=4)
    assert [(d.code, d.severity, str(d.place)) for d in result.diagnostics] == [
        ("unknown-type", docmodels.Severity.WARNING, "Greeting.md:7:16")
    ]
    _, difference = docmodels.check(config)
    assert list(difference) == []


def test_importing_it_imports_none_of_its_rooms() -> None:
    code = "import sys, docmodels; print([name for name in sys.modules if name.startswith('docmodels.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
