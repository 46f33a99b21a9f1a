"""The changes of commits in the models: lines for a terminal, a table in Markdown, a JSON document.

9fee524  2026-08-03  6 changes, 1 breaking  breaks receivers: Guild.name is optional now  [field-optional]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..changes import Change, Gate, Whom
from ..diagnostics import Severity
from ..model.wording import counted
from ..pipeline.log import LogEntry, Step
from .columns import GAP
from .findings_json import text
from .review import broken, sides, stated
from .review_json import change_json
from .review_markdown import code
from .text import visible

VERSION = 1
LIMIT = 15_000
"""The most characters of the Markdown form: GitHub allows 65,536 in the text of a pull request, and a review may follow."""

_SHORT = 9  # digits of a hash
_COUNTS = 26  # columns
_RANKS = {Severity.NOTE: 0, Severity.WARNING: 1, Severity.ERROR: 2}
_NOTHING = Step((), 0, 0)

Line = Iterable[tuple[str, str]]


def worst(step: Step, gate: Gate) -> Change | None:
    """The gravest change: by its severity, then by the number of sides that it breaks; None without a change."""
    return max(step.changes, key=lambda change: (_RANKS[gate.severity(change)], len(change.breaks)), default=None)


def as_lines(entries: Iterable[LogEntry], gate: Gate) -> Iterator[Line]:
    """A line for each commit that changes models or adds errors, one by one; and a closing line."""
    known = []
    for entry in entries:
        known.append(entry)
        if _is_listed(entry):
            yield _line(entry.commit.name, entry.commit.date, entry.step or _NOTHING, gate)
    yield ((summary(known), "bold"),)


def as_markdown(entries: Sequence[LogEntry], gate: Gate) -> str:
    """A table of these commits, cut to `LIMIT` characters, with a sentence about the commits left out."""
    head = f"**{summary(entries)}**\n"
    listed = [entry for entry in entries if _is_listed(entry)]
    if not listed:
        return head
    table = "| Commit | Date | Subject | Changes | Breaking | Worst change | Breaks |\n" + "| --- " * 7 + "|\n"
    rows = [_row(entry, gate) for entry in listed]
    body = ""
    for number, row in enumerate(rows):
        if len(head) + len(table) + len(body) + len(row) > LIMIT:
            left = f"\n**{counted(len(rows) - number, 'commit')} more did not fit in here.** `docmodels log` shows them all.\n"
            return f"{head}\n{table}{body}{left}"
        body += row
    return f"{head}\n{table}{body}"


def as_json(entries: Sequence[LogEntry], gate: Gate) -> str:
    """The document with all commits, also those without changes; with a line end."""
    compared = [entry for entry in entries if entry.step is not None]
    return text(
        {
            "version": VERSION,
            "summary": {
                "commits": len(compared),
                "changing": sum(bool(entry.step and entry.step.changes) for entry in compared),
                "breaking": sum(_breaking(entry) > 0 for entry in compared),
            },
            "commits": [_commit(entry, gate) for entry in entries],
        }
    )


def summary(entries: Sequence[LogEntry]) -> str:
    """`16 of 39 commits change the models, 8 of them breaking; the docs begin with 00139f62a`."""
    compared = [entry for entry in entries if entry.step is not None]
    changing = sum(bool(entry.step and entry.step.changes) for entry in compared)
    breaking = sum(_breaking(entry) > 0 for entry in compared)
    verb = "changes" if changing == 1 else "change"
    words = f"{changing or 'none'} of {counted(len(compared), 'commit')} {verb} the models"
    if changing:
        words += f", {breaking or 'none'} of them breaking"
    begins = [entry.commit for entry in entries if entry.step is None]
    return f"{words}; the docs begin with {begins[-1].name[:_SHORT]}" if begins else words


def _is_listed(entry: LogEntry) -> bool:
    return entry.step is not None and bool(entry.step.changes or entry.step.new_errors)


def _breaking(entry: LogEntry) -> int:
    return sum(bool(change.breaks) for change in entry.step.changes) if entry.step is not None else 0


def _line(name: str, date: str, step: Step, gate: Gate) -> Line:
    counts = f"{counted(len(step.changes), 'change')}, {sum(bool(change.breaks) for change in step.changes)} breaking"
    gap = " " * GAP
    yield f"{name[:_SHORT]}{gap}{date}{gap}{counts.ljust(_COUNTS)}", ""
    change = worst(step, gate)
    if change is not None:
        yield broken(change), "bold red" if change.breaks else "green"
        yield visible(f": {change.name} {stated(change)}{gap}"), ""
        yield f"[{change.kind}]", "blue"
    if step.new_errors:
        yield f"{gap}{counted(step.new_errors, 'new error')}", "bold red"


def _row(entry: LogEntry, gate: Gate) -> str:
    commit, step = entry.commit, entry.step or _NOTHING
    change = worst(step, gate)
    errors = f"; {counted(step.new_errors, 'new error')}" if step.new_errors else ""
    words = f"{code(change.name)} {stated(change, code)}" if change is not None else ""
    cells = (
        commit.name[:_SHORT],
        commit.date,
        code(commit.subject),
        f"{len(step.changes)}{errors}",
        str(_breaking(entry)),
        words,
        sides(change.breaks) if change is not None else "",
    )
    return f"| {' | '.join(cells)} |\n"


def _commit(entry: LogEntry, gate: Gate) -> Mapping[str, object]:
    commit, step = entry.commit, entry.step or _NOTHING
    heaviest = worst(step, gate)
    breaking = [change for change in step.changes if change.breaks]
    return {
        "commit": commit.name,
        "date": commit.date,
        "subject": commit.subject,
        "is_compared": entry.step is not None,
        "errors": step.errors,
        "new_errors": step.new_errors,
        "summary": {
            "changes": len(step.changes),
            "breaking": len(breaking),
            **{str(whom): sum(whom in change.breaks for change in breaking) for whom in Whom},
        },
        "worst": heaviest.fingerprint if heaviest is not None else None,
        "changes": [change_json(change, gate) for change in step.changes],
    }
