"""Output for the terminal, character by character."""

from __future__ import annotations

import io
import math
import re
import subprocess
import sys
from pathlib import Path

import pytest
from docmodels.config import ConfigError
from docmodels.diagnostics import Diagnostic, Place
from docmodels.diagnostics.codes import CODES
from docmodels.pipeline.result import Counts
from docmodels.reporting import terminal
from docmodels.reporting.terminal import (
    failures,
    findings,
    progress,
    shown,
    summary,
    write,
)
from docmodels.reporting.text import cells, visible
from hypothesis import given
from hypothesis import strategies as st

# A code of each severity; which one does not matter here.
ERROR, WARNING = (
    min(name for name, code in CODES.items() if code.severity == severity) for severity in ("error", "warning")
)


class Terminal(io.StringIO):
    """A stream that claims to be a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def no_wishes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment asks for nothing."""
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A docs folder in the current folder."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "docs"
    folder.mkdir()
    return folder


def printed(*diagnostics: Diagnostic, docs: Path, columns: int = 80) -> str:
    stream = io.StringIO()
    write(findings(diagnostics, docs, columns=columns), stream)
    return stream.getvalue()


def about(docs: Path, line: str, column: int, length: int, columns: int = 80) -> str:
    """The excerpt that is shown of a page with this one line."""
    (docs / "Page.md").write_text(line, encoding="utf-8")
    place = Place("Page.md", 1, column, length)
    text = printed(Diagnostic(place, ERROR, "wrong"), docs=docs, columns=columns)
    heading, _, excerpt = text.partition("\n")
    assert heading == f"docs/Page.md:{place.line}:{place.column}: error[{ERROR}]: wrong"
    return excerpt


# -- findings --


def test_a_finding_with_the_line_it_is_about(docs: Path) -> None:
    (docs / "Models").mkdir()
    rows = ["# Kettle", "", "| Field | Type |", "| --- | --- |", "| `Name` | *strng* |"]
    (docs / "Models" / "Kettle.md").write_text("\n".join(rows), encoding="utf-8")
    place = Place("Models/Kettle.md", 5, 13, 5)
    finding = Diagnostic(place, ERROR, '"strng" is no type', 'did you mean "string"?')
    expected = f"""\
docs/Models/Kettle.md:5:13: error[{ERROR}]: "strng" is no type
   5 | | `Name` | *strng* |
     |             ^^^^^
   help: did you mean "string"?
"""
    assert printed(finding, docs=docs) == expected


def test_findings_follow_each_other(docs: Path) -> None:
    (docs / "Page.md").write_text("\n" * 9 + "word\n", encoding="utf-8")
    text = printed(
        Diagnostic(Place("Page.md"), WARNING, "the page as a whole"),
        Diagnostic(Place("Page.md", 10), WARNING, "a line as a whole"),
        Diagnostic(Place("Page.md", 10, 2, 3), ERROR, "a part of it", "mend it"),
        Diagnostic(Place("Page.md", 12, 1), ERROR, "beyond the last line"),
        docs=docs,
    )
    expected = f"""\
docs/Page.md: warning[{WARNING}]: the page as a whole
docs/Page.md:10: warning[{WARNING}]: a line as a whole
   10 | word
docs/Page.md:10:2: error[{ERROR}]: a part of it
   10 | word
      |  ^^^
   help: mend it
docs/Page.md:12:1: error[{ERROR}]: beyond the last line
"""
    assert text == expected


@pytest.mark.parametrize("content", [None, b"caf\xe9\n"], ids=["missing", "not UTF-8"])
def test_no_line_is_shown_of_a_file_that_cannot_be_read(docs: Path, content: bytes | None) -> None:
    if content is not None:
        (docs / "Page.md").write_bytes(content)
    text = printed(Diagnostic(Place("Page.md", 1, 4), ERROR, "wrong"), docs=docs)
    assert text == f"docs/Page.md:1:4: error[{ERROR}]: wrong\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_where_markdown_ends_them(docs: Path, end: str) -> None:
    text = end.join(["\ufeff# A", "b\x0cb\u2028b", "third"])
    (docs / "Page.md").write_bytes(text.encode())
    excerpt = printed(Diagnostic(Place("Page.md", 3, 1, 5), ERROR, "wrong"), docs=docs)
    assert excerpt.endswith("\n   3 | third\n     | ^^^^^\n")


def test_the_docs_folder_itself(docs: Path) -> None:
    text = printed(Diagnostic(Place(""), ERROR, "it is empty"), docs=docs)
    assert text == f"docs: error[{ERROR}]: it is empty\n"


def test_a_finding_about_a_file_in_another_folder(docs: Path, tmp_path: Path) -> None:
    stream = io.StringIO()
    diagnostics = [Diagnostic(Place("room.py"), code, "wrong") for code in (ERROR, WARNING)]
    write(findings(diagnostics, docs, {WARNING: tmp_path / "out"}), stream)
    assert stream.getvalue().splitlines() == [
        f"docs/room.py: error[{ERROR}]: wrong",
        f"out/room.py: warning[{WARNING}]: wrong",
    ]


# -- excerpts --


def test_tabs_and_wide_characters_do_not_move_the_caret(docs: Path) -> None:
    assert about(docs, "|\t表a | strng", 8, 5) == ("   1 | |    表a | strng\n     |            ^^^^^\n")
    assert about(docs, "| e\u0301 | 型型 |", 8, 2) == ("   1 | | e\u0301 | 型型 |\n     |       ^^^^\n")


def test_what_a_terminal_would_obey_is_spelled_out(docs: Path) -> None:
    assert about(docs, "\x1b[31m \u202eab\u2066 \x9b x\u200bx", 8, 2) == (
        "   1 | \\x1b[31m \\u202eab\\u2066 \\x9b x\\u200bx\n     |                ^^\n"
    )


def test_a_place_in_the_middle_of_an_escape(docs: Path) -> None:
    assert about(docs, "a\x00b", 2, 1) == "   1 | a\\x00b\n     |  ^^^^\n"


def test_padding_is_left_out_of_a_line_that_does_not_fit(docs: Path) -> None:
    row = "| `Name`" + " " * 99 + "| *strng*" + " " * 99 + "| yes" + " " * 99 + "|"
    assert about(docs, row, row.index("strng") + 1, 5) == (
        "   1 | | `Name` | *strng* | yes |\n     |             ^^^^^\n"
    )


def test_a_long_line_is_cut_on_both_sides(docs: Path) -> None:
    line = "a1 " * 100 + "wrong" + " z9" * 100
    assert about(docs, line, 301, 5, columns=40) == (
        "   1 | … a1 a1 a1 a1 wrong z9 z9 z9 z9 …\n     |               ^^^^^\n"
    )


def test_a_long_line_is_cut_on_one_side_where_the_other_is_short(docs: Path) -> None:
    assert about(docs, "ab wrong" + " z9" * 100, 4, 5, columns=40) == (
        "   1 | ab wrong z9 z9 z9 z9 z9 z9 z9 z9…\n     |    ^^^^^\n"
    )
    assert about(docs, "a1 " * 100 + "wrong cd", 301, 5, columns=40) == (
        "   1 | …a1 a1 a1 a1 a1 a1 a1 a1 wrong cd\n     |                          ^^^^^\n"
    )


def test_a_place_that_is_longer_than_the_terminal_is_wide(docs: Path) -> None:
    assert about(docs, "ab " + "x" * 500, 4, 500, columns=40) == (f"   1 | {'x' * 32}…\n     | {'^' * 33}\n")


def test_space_at_the_end_of_a_line_is_not_shown(docs: Path) -> None:
    assert about(docs, "| a |   ", 3, 1) == "   1 | | a |\n     |   ^\n"


def test_a_byte_order_mark_is_no_character_of_the_line(docs: Path) -> None:
    assert about(docs, "\ufeff# A", 3, 1) == "   1 | # A\n     |   ^\n"


def test_a_place_at_the_end_of_the_line(docs: Path) -> None:
    assert about(docs, "| a ", 5, 1) == "   1 | | a \n     |     ^\n"


def test_a_place_beyond_the_end_of_the_line(docs: Path) -> None:
    assert about(docs, "| a", 9, 3) == "   1 | | a\n     |    ^\n"


# -- paths --


def test_a_path_is_shown_from_the_current_folder(docs: Path, tmp_path: Path) -> None:
    assert shown(docs / "Page.md") == "docs/Page.md"
    assert shown(Path("docs/../docs/Page.md")) == "docs/Page.md"
    assert shown(tmp_path) == "."


def test_a_path_outside_of_the_current_folder_is_absolute(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (docs / "below").mkdir()
    monkeypatch.chdir(docs / "below")
    assert shown(docs / "Page.md") == f"{docs.as_posix()}/Page.md"
    assert shown(Path("../Page.md")) == f"{docs.as_posix()}/Page.md"


# -- wrong usage and configuration --


def test_a_failure_has_a_place_if_there_is_one(docs: Path, tmp_path: Path) -> None:
    stream = io.StringIO()
    file = tmp_path / "pyproject.toml"
    write(
        [
            *failures(ConfigError('no "api\n"')),
            *failures(ConfigError("cannot be read", file)),
            *failures(ConfigError('unknown key "doc"', file, 3, 1)),
        ],
        stream,
    )
    expected = """\
docmodels: error: no "api\\n"
pyproject.toml: error: cannot be read
pyproject.toml:3:1: error: unknown key "doc"
"""
    assert stream.getvalue() == expected


# -- the summary --


@pytest.mark.parametrize(
    ("counts", "line"),
    [
        (Counts(), "0 pages: 0 models"),
        (Counts(1, 1, written=2), "1 page: 1 model; files: 2 written"),
        (Counts(2, 2, unchanged=3), "2 pages: 2 models; files: 3 unchanged"),
        (Counts(1, skipped=1), "1 page: 0 models, 1 page skipped"),
        (
            Counts(24, 20, written=3, unchanged=21, removed=1, skipped=4),
            "24 pages: 20 models, 4 pages skipped; files: 3 written, 21 unchanged, 1 removed",
        ),
    ],
)
def test_the_summary_accounts_for_every_page(counts: Counts, line: str) -> None:
    assert summary(counts, []) == line


def test_the_summary_of_a_check_says_what_would_be_done() -> None:
    counts = Counts(24, 20, written=3, unchanged=21, removed=1, skipped=4)
    assert summary(counts, [], would=True) == (
        "24 pages: 20 models, 4 pages skipped; files: 3 would be written, 21 unchanged, 1 would be removed"
    )


def test_the_summary_counts_findings() -> None:
    warning = Diagnostic(Place("Page.md"), WARNING, "…")
    error = Diagnostic(Place("Page.md"), ERROR, "…")
    counts = Counts(1, 1, unchanged=2)
    line = "1 page: 1 model; files: 2 unchanged"
    assert summary(counts, [error]) == f"{line}; 1 error"
    assert summary(counts, [warning, error, warning]) == f"{line}; 2 warnings, 1 error"
    assert summary(Counts(), [error, error]) == "0 pages: 0 models; 2 errors"


# -- colours --


@pytest.mark.parametrize(
    ("stream", "environment", "coloured"),
    [
        (io.StringIO, {}, False),
        (Terminal, {}, True),
        (Terminal, {"TERM": "dumb"}, False),
        (Terminal, {"NO_COLOR": "1"}, False),
        (Terminal, {"NO_COLOR": ""}, True),
        (io.StringIO, {"FORCE_COLOR": "1"}, True),
        (io.StringIO, {"FORCE_COLOR": "1", "TERM": "dumb"}, True),
        (io.StringIO, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_there_are_colours_where_they_are_wanted(
    monkeypatch: pytest.MonkeyPatch,
    stream: type[io.StringIO],
    environment: dict[str, str],
    coloured: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    written = stream()
    write([[("error", "bold red"), (": [bold]no markup[/bold] :smile:", "")]], written)
    rest = ": [bold]no markup[/bold] :smile:\n"
    assert written.getvalue() == (f"\x1b[1;31merror\x1b[0m{rest}" if coloured else f"error{rest}")


def test_rich_is_not_imported_for_plain_text(tmp_path: Path) -> None:
    (tmp_path / "Page.md").write_text("x" * 500, encoding="utf-8")
    program = f"""\
import sys
from pathlib import Path
from docmodels.diagnostics import Diagnostic, Place
from docmodels.reporting.terminal import findings, progress, write

wrong = Diagnostic(Place("Page.md", 1, 250), {ERROR!r}, "wrong")
with progress(sys.stdout) as report:
    assert report is None
write(findings([wrong], Path()), sys.stdout)
assert "rich" not in sys.modules
"""
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "wrong" in done.stdout


# -- progress --


def test_a_long_run_has_a_bar_that_is_gone_at_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "DELAY", 0.0)
    stream = Terminal()
    with progress(stream) as report:
        assert report is not None
        for done in range(1, 11):
            report(done, 20)
        assert "Reading pages" in stream.getvalue()
        assert "50%" in stream.getvalue()
        report(20, 20)
        assert "Writing modules" in stream.getvalue()
    assert stream.getvalue().endswith("\x1b[2K")  # the line is erased


def test_a_short_run_has_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "DELAY", math.inf)
    stream = Terminal()
    with progress(stream) as report:
        assert report is not None
        for done in range(1000):
            report(done + 1, 1000)
    assert stream.getvalue() == ""


def test_there_is_no_bar_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    with progress(io.StringIO()) as report:
        assert report is None
    monkeypatch.setenv("TERM", "dumb")
    with progress(Terminal()) as report:
        assert report is None


# -- whatever the docs hold --

# Any character, and often one that is dangerous to print.
HOSTILE = st.characters() | st.sampled_from("\x1b\x9b\r\n\t\x7f\x00\u202e\u2067\u200d\ufeff")
TEXTS = st.text(HOSTILE)
PLACES = st.builds(
    Place,
    TEXTS | st.just("Page.md"),
    st.integers(0, 3),
    st.integers(0, 99),
    st.integers(0, 99),
)


@given(TEXTS)
def test_visible_text_is_printable_and_loses_nothing(text: str) -> None:
    assert visible(text).isprintable()
    if text.isascii() and "\\" not in text:
        assert visible(text).encode().decode("unicode_escape") == text


@given(
    st.lists(st.builds(Diagnostic, PLACES, st.sampled_from([ERROR, WARNING]), TEXTS, TEXTS)),
    st.text(st.characters(codec="utf-8") | HOSTILE.filter(str.isprintable)),
)
def test_nothing_but_line_ends_controls_the_terminal(
    tmp_path_factory: pytest.TempPathFactory, diagnostics: list[Diagnostic], page: str
) -> None:
    docs = tmp_path_factory.mktemp("docs")
    (docs / "Page.md").write_bytes(page.encode(errors="replace"))
    plain = printed(*diagnostics, docs=docs)
    assert plain.replace("\n", "").isprintable()

    stream = Terminal()
    write(findings(diagnostics, docs, columns=80), stream)
    assert re.sub(r"\x1b\[[0-9;]*m", "", stream.getvalue()) == plain


@pytest.mark.parametrize(
    ("text", "columns"), [("", 0), ("room", 4), ("部屋", 4), ("ｒ", 2), ("e\u0301", 1), ("a\u20dd", 1), ("Ω", 1)]
)
def test_text_takes_as_many_columns_as_unicode_says(text: str, columns: int) -> None:
    """UAX #11, in the version of Unicode that Python has; later versions make some more characters wide."""
    assert cells(text) == columns


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), min_size=1),
    st.data(),
)
def test_the_caret_marks_what_is_meant(
    tmp_path_factory: pytest.TempPathFactory, line: str, data: st.DataObject
) -> None:
    line = line.replace("\ufeff", "")
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start + 1, start + 1 + len(line)))
    docs = tmp_path_factory.mktemp("docs")
    (docs / "Page.md").write_text(line, encoding="utf-8")
    place = Place("Page.md", 1, start + 1, end - start)
    text = printed(Diagnostic(place, ERROR, ""), docs=docs, columns=2000)
    _, excerpt, carets, _ = text.split("\n")
    before, after = carets.index("^"), len(carets)
    meant = visible(line[start:end].replace("\t", "    "))
    assert after - before == max(cells(meant), 1)
    assert meant in excerpt
    excerpt_line = excerpt.partition("| ")[2]
    left = visible(line[:start].replace("\t", "    "))
    assert excerpt_line.startswith(left + meant)
    assert before == cells("   1 | " + left)


@given(
    st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1),
    st.integers(1, 5000),
    st.integers(1, 5000),
    st.integers(27, 200),
)
def test_no_excerpt_is_wider_than_the_terminal(
    tmp_path_factory: pytest.TempPathFactory,
    piece: str,
    column: int,
    length: int,
    columns: int,
) -> None:
    docs = tmp_path_factory.mktemp("docs")
    (docs / "Page.md").write_text(piece * 50, encoding="utf-8")
    finding = Diagnostic(Place("Page.md", 1, column, length), ERROR, "")
    _, *excerpt = printed(finding, docs=docs, columns=columns).splitlines()
    assert len(excerpt) == 2
    assert all(len(line) <= columns for line in excerpt)
