"""Output for the terminal: findings with their lines of the docs, a summary, a progress bar.

All text from the docs goes through `visible`. rich is imported only for colours and for the progress bar.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TextIO

from ..config import ConfigError
from ..diagnostics import Diagnostic, Place, Severity
from ..model.wording import counted
from ..patterns import regex
from ..sources.files import read_below
from ..sources.paths import shown
from .text import cells, visible

if TYPE_CHECKING:
    from ..pipeline.result import Counts

Piece = tuple[str, str]
"""A text and its rich style, "" for none."""

DELAY = 1.0  # seconds before a progress bar; a shorter run has none

_STYLES: Mapping[Severity, str] = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.NOTE: "bold cyan",
}
_FAINT = "blue"
_TAB = " " * 4
_CUT = "…"
_PADDING = regex(" {2,}")
# GitHub's `::error::` at the start of a text and `##[error]` anywhere, Azure's `##vso[…]`, TeamCity's `##teamcity[…]`.
_CI_COMMAND = regex(r"\A\s*:(?=:)|#(?=#\w*\[)")
_REACH = 4000  # the most characters of a line before and behind a place


def write(texts: Iterable[Iterable[Piece]], stream: TextIO) -> None:
    """Write texts, each with a line end.

    They are in colour if the stream is a terminal, unless NO_COLOR, FORCE_COLOR or TERM=dumb in the environment decide
    (https://no-color.org, https://force-color.org). Text that a CI server would read as a command is spelled differently.
    """
    if not _wants_colour(stream, os.environ):
        for pieces in texts:
            stream.write(_inert("".join(text for text, _ in pieces)) + "\n")
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, force_terminal=True, color_system="standard", no_color=False)
    for pieces in texts:
        console.print(Text.assemble(*((_inert(text), style) for text, style in pieces)), soft_wrap=True)


def _inert(text: str) -> str:
    return _CI_COMMAND.sub(lambda command: f"{command[0][:-1]}\\x{ord(command[0][-1]):02x}", text)


def findings(
    diagnostics: Iterable[Diagnostic],
    docs: Path,
    elsewhere: Mapping[str, Path] = MappingProxyType({}),
    columns: int = 0,
) -> Iterator[Iterable[Piece]]:
    """Each finding, with its line of the docs and with its help.

    docs       the folder that the places are relative to; a file that cannot be read has no lines
    elsewhere  code → the folder that places of its findings are relative to instead
    columns    the most columns of a line of the docs; 0 for the width of the terminal, 100 without a terminal
    """
    columns = columns or width()

    def file(finding: Diagnostic) -> tuple[Path, str]:
        return elsewhere.get(finding.code, docs), finding.place.path

    for (folder, path), group in groupby(diagnostics, file):
        name, group_findings = shown(folder / path), list(group)
        # Without a place in it, the file may be too large to read.
        lines = _lines(folder, path) if any(finding.place.line for finding in group_findings) else ()
        for finding in group_findings:
            yield _finding(finding, name, lines, columns)


def width() -> int:
    """The columns of the terminal, 100 without one."""
    return shutil.get_terminal_size((100, 24)).columns


def failures(error: ConfigError) -> Iterable[Iterable[Piece]]:
    """The mistakes in the configuration or the command line, a line each."""
    return map(_failure, error.errors)


def _failure(error: ConfigError) -> Iterable[Piece]:
    name = "docmodels" if error.file is None else shown(error.file)
    yield from _heading(Place(name, error.line, error.column), Severity.ERROR)
    yield visible(error.message), ""


def summary(counts: Counts, diagnostics: Iterable[Diagnostic], *, would: bool = False) -> str:
    """One line: `24 pages: 20 models, 4 pages skipped; files: 3 written, 21 unchanged; 1 error`.

    diagnostics  the findings to count
    would        whether the run only says what it would write and remove
    """
    be = "would be " if would else ""
    severities = [diagnostic.severity for diagnostic in diagnostics]
    pages = [counted(counts.models, "model"), f"{counted(counts.skipped, 'page')} skipped" if counts.skipped else ""]
    files = [
        f"{counts.written} {be}written" if counts.written else "",
        f"{counts.unchanged} unchanged" if counts.unchanged else "",
        f"{counts.removed} {be}removed" if counts.removed else "",
    ]
    totals = [
        counted(severities.count(severity), severity)
        for severity in (Severity.WARNING, Severity.ERROR)
        if severity in severities
    ]
    parts = [
        f"{counted(counts.pages, 'page')}: {_joined(pages)}",
        f"files: {_joined(files)}" if any(files) else "",
        _joined(
            [
                *totals,
                f"{counts.ignored} ignored" if counts.ignored else "",
                f"{counts.known} known" if counts.known else "",
            ]
        ),
    ]
    return _joined(parts, "; ")


@contextmanager
def progress(stream: TextIO) -> Iterator[Callable[[int, int], None] | None]:
    """A function that draws a progress bar during a long run; it takes the number of steps done and of all steps.

    None if the stream is no terminal that can draw one.
    """
    if not stream.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    with ExitStack() as stack:
        draw: Callable[[int, int], None] | None = None
        drawn = 0
        begun = time.monotonic()

        def report(done: int, total: int) -> None:
            nonlocal draw, drawn
            if draw is None and time.monotonic() - begun < DELAY:
                return
            if draw is None:
                draw = stack.enter_context(_bar(stream))
            if done - drawn >= total // 100 or done == total:
                draw(done, total)
                drawn = done

        yield report


def _wants_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"


@contextmanager
def _bar(stream: TextIO) -> Iterator[Callable[[int, int], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        console=Console(file=stream),
        transient=True,
        auto_refresh=False,  # it would need a thread, and a process with threads must not fork
    )
    with bar:
        task = bar.add_task("Reading pages")

        def draw(done: int, total: int) -> None:
            step = "Reading pages" if done < total else "Writing modules"
            bar.update(task, completed=done, total=total, description=step, refresh=True)

        yield draw


def _heading(place: Place, severity: Severity, code: str = "") -> Iterator[Piece]:
    yield f"{visible(str(place))}: ", "bold"
    yield severity + (f"[{code}]" if code else ""), _STYLES[severity]
    yield ": ", ""


def _finding(finding: Diagnostic, name: str, lines: Sequence[str], columns: int) -> Iterator[Piece]:
    line, column = finding.place.line, finding.place.column
    yield from _heading(Place(name, line, column), finding.severity, finding.code)
    yield visible(finding.message), ""
    if 1 <= line <= len(lines):
        gutter = f"   {line} | "
        room = max(columns - len(gutter), 20)
        before, meant, after = _excerpt(lines[line - 1], finding.place, room)
        yield "\n" + gutter, _FAINT
        yield before + meant + after, ""
        if column:
            yield f"\n{'| ':>{len(gutter)}}", _FAINT
            yield " " * cells(before), ""
            yield "^" * max(cells(meant), 1), _STYLES[finding.severity]
    if finding.help:
        yield "\n   help: ", _FAINT
        yield visible(finding.help), ""


def _lines(folder: Path, path: str) -> Sequence[str]:
    """The lines of a file, split as in Markdown; none if it cannot be read."""
    try:
        text = read_below(os.path.realpath(folder), path).decode("utf-8-sig")
    except (OSError, ValueError):  # not UTF-8, or a name that no file can have
        return ()
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _excerpt(line: str, place: Place, room: int) -> tuple[str, str, str]:
    """The text of a line before a place, in the place, and behind it.

    Together they take up to `room` columns of the terminal. If they are longer, the padding of tables is cut first.
    """
    start = min(max(place.column - 1, 0), len(line))
    end = start + max(place.length, 1)
    before = line[max(start - _REACH, 0) : start]
    after = line[end : end + _REACH].rstrip()
    if len(line) > room:
        before, after = _PADDING.sub(" ", before), _PADDING.sub(" ", after)
    before, after = _spelled(before), _spelled(after)
    meant = _head(_spelled(line[start : min(end, start + _REACH)]), room)
    room -= max(cells(meant), 1)
    before = _tail(before, max(room // 2, room - cells(after)))
    return before, meant, _head(after, room - cells(before))


def _spelled(text: str) -> str:
    return visible(text.replace("\t", _TAB))


def _head(text: str, room: int) -> str:
    """The text, or the beginning of it that fits into `room` columns, with `…` behind it."""
    if cells(text) <= room:
        return text
    kept = 0
    left = room - len(_CUT)
    for character in text:
        left -= cells(character)
        if left < 0:
            break
        kept += 1
    return text[:kept] + _CUT if room > 0 else ""


def _tail(text: str, room: int) -> str:
    """As `_head`, with the end of the text."""
    return _head(text[::-1], room)[::-1]


def _joined(parts: Iterable[str], separator: str = ", ") -> str:
    return separator.join(part for part in parts if part)
