"""Docs of hostile size take time in proportion to it, and end in models or in a diagnostic.

Here the sizes are small and the calls are counted, which no busy machine changes; `make soak` takes the full ones.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import FrameType, ModuleType

import pytest
from docmodels.cli import main
from docmodels.config import Config
from docmodels.families import census
from docmodels.limits import NAME_CHARACTERS, PAGE_BYTES, RECORDING_BYTES, TEXT_CHARACTERS, Limits
from docmodels.markdown.reader import NESTING
from docmodels.model.examples import MAX_DEPTH as JSON_DEPTH
from docmodels.model.examples import MAX_SIZE as JSON_SIZE
from docmodels.model.model import MOST_ALTERNATIVES
from docmodels.notation.grammar import MAX_DEPTH
from docmodels.pipeline.build import generate
from docmodels.pipeline.result import Result
from docmodels.recordings.files import MOST_FILES
from docmodels.recordings.parsing import MAX_DEPTH as RECORDING_DEPTH
from docmodels.targets.python import identifiers

from tests.caches import cache_in
from tests.counted import assert_linear, forget
from tests.documentation import document, fences
from tests.soak.sizes import CASES, Make, model, row, write
from tests.trees import ROOT


def read(folder: Path, pages: Mapping[str, str], limits: Limits | None = None) -> Result:
    write(pages, folder / "docs")
    with cache_in(folder / "cache"):  # to look through one that others fill is work, too
        return generate(Config(docs=folder / "docs", out=folder / "out", limits=limits or Limits()))


def codes(result: Result) -> list[str]:
    return [diagnostic.code for diagnostic in result.diagnostics if diagnostic.code != "unknown-wire-case"]


@pytest.mark.parametrize("case", CASES)
def test_time_is_proportional_to_size(case: str, tmp_path: Path) -> None:
    make, full = CASES[case]
    size = max(min(full // 400, 60), 8)
    _work(tmp_path / "imports", make, size)
    assert_linear(lambda times: _work(tmp_path / f"{times}", make, times), size, slack=2000)


@pytest.mark.parametrize(
    "case",
    ["fields of one name after normalisation", "fields of one wire name", "values of one name"],
)
def test_namesakes_are_numbered_in_linear_time(case: str, tmp_path: Path) -> None:
    """What takes time there is a loop, which calls nothing."""
    make, _ = CASES[case]
    assert_linear(
        lambda times: _work(tmp_path / f"{times}", make, times), 50, slack=200, count=partial(lines, identifiers)
    )


def test_tables_are_counted_in_linear_time(tmp_path: Path) -> None:
    """What took time there was a loop over all tables of the page, for each of them."""
    table = "| Field | Type | Description |\n| - | - | - |\n| id | string | Its number |\n"

    def work(size: int) -> None:
        _work(tmp_path / f"{size}", lambda count: {"p.md": f"## Room\n\n{table}\n" * count}, size)

    assert_linear(work, 30, slack=200, count=partial(lines, census))


def lines(module: ModuleType, work: Callable[[], object]) -> int:
    """How many lines of a module the work runs."""
    forget()
    counted = 0

    def count(frame: FrameType, event: str, argument: object) -> object:
        nonlocal counted
        counted += event == "line"
        return count if frame.f_code.co_filename == module.__file__ else None

    before = sys.gettrace()
    sys.settrace(count)
    try:
        work()
    finally:
        sys.settrace(before)
    return counted


def _work(folder: Path, make: Make, size: int) -> None:
    result = read(folder, make(size))
    assert result.counts.models or codes(result)


# -- the limits, and the findings on what goes beyond them --


def test_a_page_that_is_too_large_is_left_out(tmp_path: Path) -> None:
    page = model(row())
    limits = Limits(page_bytes=len(page))
    result = read(tmp_path, {"Hall.md": page.replace("Room", "Hall"), "Room.md": page + "\n"}, limits)
    assert [str(diagnostic.place) for diagnostic in result.diagnostics if diagnostic.code == "page-too-large"] == [
        "Room.md"
    ]
    assert result.counts.models == 1


@pytest.mark.skipif(sys.platform == "win32", reason="files have no holes there unless one asks for them")
def test_a_page_that_is_far_too_large_is_not_read_at_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither for its models nor to show what is meant: a machine may not have the memory."""
    write({"Room.md": model(row())}, tmp_path / "docs")
    with (tmp_path / "docs/Huge.md").open("wb") as page:
        page.truncate(1 << 40)  # a hole of a terabyte
    assert main(["generate", "--docs", str(tmp_path / "docs"), "--out", str(tmp_path / "out")]) == 1
    assert "Huge.md: error[page-too-large]: " in capsys.readouterr().err
    assert (tmp_path / "out/room.py").is_file()


def test_a_cell_that_is_too_long_is_plain_text(tmp_path: Path) -> None:
    pages = {"Room.md": model(row(description="Tom &amp; Jerry, again."))}
    result = read(tmp_path, pages, Limits(text_characters=23))
    assert codes(result) == []
    assert '"Tom & Jerry, again."' in (tmp_path / "out/room.py").read_text("utf-8")
    result = read(tmp_path, pages, Limits(text_characters=22))
    assert codes(result) == ["text-too-long"]
    assert '"Tom &amp; Jerry, again."' in (tmp_path / "out/room.py").read_text("utf-8")


def test_a_type_that_is_too_long_is_any_value(tmp_path: Path) -> None:
    kind = "Dictionary<*string*, *string*>"
    result = read(tmp_path, {"Room.md": model(row(kind=kind))}, Limits(text_characters=len(kind) - 1))
    assert codes(result) == ["text-too-long", "type-syntax"]
    assert "id: Any\n" in (tmp_path / "out/room.py").read_text("utf-8")


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    """A title is cut, so that the model is there; a field by another name would be another field."""
    name = "n" * NAME_CHARACTERS
    result = read(tmp_path, {"Room.md": model(row(name), f"N{name[1:]}")})
    assert codes(result) == []
    result = read(tmp_path, {"Room.md": model(row(name + "n"), f"N{name}")})
    assert codes(result) == ["name-too-long", "name-too-long"]
    assert f"class N{name[1:]}(\n" in (tmp_path / "out/room.py").read_text("utf-8")


def test_a_type_of_lists_is_as_deep_as_any_other(tmp_path: Path) -> None:
    """Suffixes nest, too, and parentheses between them do not hide how deep."""
    deep = "[]" * 50
    kinds = [
        f"string{deep}",
        f"string{deep}[]",
        f"({'(string' + '[]' * 25})[])" + "[]" * 24,
        "(" * 9 + "string" + "[]" * 9,
    ]
    result = read(tmp_path, {"Room.md": model("".join(row(f"F{at}", kind) for at, kind in enumerate(kinds)))})
    assert [
        (diagnostic.code, diagnostic.place.line)
        for diagnostic in result.diagnostics
        if diagnostic.code == "type-syntax"
    ] == [
        ("type-syntax", 10),
        ("type-syntax", 12),
    ]


def test_a_table_that_the_parser_cuts_short_is_reported(tmp_path: Path) -> None:
    """markdown-it fills in 65,536 cells that rows leave out, and ends the table there."""
    head = "| Field | Type " + "| More " * 998 + "|\n" + "| - " * 1000 + "|\n"
    rows = "".join(f"| `f{at}` | *int* |\n" for at in range(70))
    result = read(tmp_path, {"Room.md": f"# Room\n\n## Fields\n\n{head}{rows}"})
    (cut,) = [diagnostic for diagnostic in result.diagnostics if diagnostic.code == "table-cut-short"]
    fields = (tmp_path / "out/room.py").read_text("utf-8").count(": int")
    assert cut.place.line == 7 + fields
    assert fields == 65_536 // 998


def test_ten_thousand_pages_of_one_title_are_not_listed(tmp_path: Path) -> None:
    pages = {f"f{at}/Hall.md": model(row(), "Hall") for at in range(9)}
    result = read(tmp_path, pages | {"Room.md": model(row(kind="Hall"))})
    message = next(diagnostic.message for diagnostic in result.diagnostics if diagnostic.code == "ambiguous-title")
    assert (
        message
        == '"Hall" may be any of f0/Hall.md, f1/Hall.md, f2/Hall.md, f3/Hall.md, f4/Hall.md and 4 more; the field is typed as Any'
    )


def test_an_example_that_could_be_read_in_many_ways(tmp_path: Path) -> None:
    """Two kinds of lists in each other, thirty deep, are a thousand million ways."""
    make, full = CASES["examples that could be read in many ways"]
    assert codes(read(tmp_path, make(full))) == ["example-misfit"]


def test_the_limits_are_documented() -> None:
    (settings,) = fences(document("docs/limits.md"), "toml")
    assert Limits(**tomllib.loads(settings)["tool"]["docmodels"]["limits"]) == Limits()
    text = (ROOT / "docs/limits.md").read_text("utf-8")
    fixed = (NAME_CHARACTERS, NESTING, MAX_DEPTH, JSON_DEPTH, JSON_SIZE, MOST_ALTERNATIVES)
    for number in (PAGE_BYTES, TEXT_CHARACTERS, RECORDING_BYTES, MOST_FILES, RECORDING_DEPTH, *fixed):
        assert f"{number:,} " in text or f"{number:,}," in text
