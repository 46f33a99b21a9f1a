"""A family, a flavour and a human language from outside, as docs/adding.md shows them."""

from __future__ import annotations

import importlib
import importlib.util
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import MappingProxyType, ModuleType

import pytest
from docmodels import families
from docmodels.config import Config
from docmodels.markdown import Fence
from docmodels.pipeline.build import generate
from docmodels.tables import lexicon
from docmodels.targets import python

from tests.documentation import document, section

PAGE = document("docs/adding.md")

Load = Callable[[str, str], ModuleType]


def fences(heading: str, info: str) -> Sequence[str]:
    """What the fences of a kind below a heading of the page hold, each line with its end."""
    blocks = section(PAGE, heading).blocks
    return [f"{block.text}\n" for block in blocks if isinstance(block, Fence) and block.info == info]


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Load:
    """Makes a package of code, far from docmodels, and imports it."""
    outside = tmp_path / "outside"
    monkeypatch.syspath_prepend(outside)

    def make(name: str, code: str) -> ModuleType:
        (outside / name).mkdir(parents=True)
        (outside / name / "__init__.py").write_text(code, encoding="utf-8")
        monkeypatch.delitem(sys.modules, name, raising=False)
        importlib.invalidate_caches()
        return importlib.import_module(name)

    return make


@pytest.fixture
def record_sheets(load: Load, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The family, among all others, and a folder of its docs."""
    code, _ = fences("A family", "python")
    (page,) = fences("A family", "markdown")
    family = load("record_sheets", code).RecordSheets()
    monkeypatch.setattr(families, "FAMILIES", (*families.FAMILIES, family))
    docs = tmp_path / "docs_in"
    docs.mkdir()
    (docs / "host.md").write_text(page, encoding="utf-8")
    return docs


@pytest.fixture
def plain(load: Load, monkeypatch: pytest.MonkeyPatch) -> str:
    """The flavour, among all others; its name."""
    code, _ = fences("A flavour", "python")
    module = load("plain", code)
    assert module.__file__ is not None
    for name, text in zip(("module", "package"), fences("A flavour", "jinja"), strict=True):
        Path(module.__file__).with_name(f"{name}.py.jinja").write_text(text, encoding="utf-8")
    flavours = MappingProxyType({**python.FLAVOURS, module.PLAIN.name: module.PLAIN})
    monkeypatch.setattr(python, "FLAVOURS", flavours)
    return "plain"


def imported(folder: Path, name: str) -> str:
    """What Python says where it uses a package: its standard output and its errors."""
    code = f"import {name}"
    return subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False).stderr


def test_a_family_reads_its_docs(record_sheets: Path, tmp_path: Path) -> None:
    out = tmp_path / "generated"
    result = generate(Config(docs=record_sheets, out=out))
    assert result.diagnostics == ()
    assert (out / "host.py").read_text(encoding="utf-8") == fences("A family", "python")[1]


def test_a_family_that_claims_a_page_leaves_the_others_to_theirs(record_sheets: Path, tmp_path: Path) -> None:
    (record_sheets / "Region.md").write_text(
        "# Region\n\n## Fields\n\n| Field | Type |\n| ----- | ---- |\n| `name` | *string* |\n", encoding="utf-8"
    )
    result = generate(Config(docs=record_sheets, out=tmp_path / "generated"))
    assert result.diagnostics == ()
    assert {"host.py", "region.py"} <= set(result.written)


def test_a_flavour_writes_what_any_family_has_read(record_sheets: Path, plain: str, tmp_path: Path) -> None:
    out = tmp_path / "generated"
    result = generate(Config(docs=record_sheets, out=out, flavour=plain))
    assert result.diagnostics == ()
    assert (out / "host.py").read_text(encoding="utf-8") == fences("A flavour", "python")[1]
    assert imported(tmp_path, "generated.host") == ""


def test_a_human_language_is_one_file_of_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, expected = fences("A human language", "python")
    (page,) = fences("A human language", "markdown")
    outside = tmp_path / "languages"
    outside.mkdir()
    (outside / "eo.py").write_text(code, encoding="utf-8")
    monkeypatch.setattr(lexicon, "__path__", [*lexicon.__path__, str(outside)])
    importlib.invalidate_caches()
    docs, out = tmp_path / "docs_in", tmp_path / "generated"
    docs.mkdir()
    (docs / "room.md").write_text(page, encoding="utf-8")
    result = generate(Config(docs=docs, out=out))
    assert result.diagnostics == ()
    assert (out / "room.py").read_text(encoding="utf-8") == expected
