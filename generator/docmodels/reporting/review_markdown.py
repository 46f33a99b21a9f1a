"""The Markdown form of a review: a comment on a pull request, in GitHub's flavour.

Breaking changes come first. Each model has a table; a long table is folded. All text from the docs goes through `code` or
`_html`, so that it cannot end a cell, be markup or mention a person.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ..changes import Change
from ..model.wording import counted
from ..patterns import regex
from .review import Review, apart
from .text import visible

LIMIT = 50_000
"""The most characters: GitHub allows 65,536 in a comment, and a log or other words may stand around it."""

_FEW = 10  # more changes that break nobody are folded
_LONG = 20  # a table with more rows of breaking changes is folded
_MANY = 50  # behind so many rows, all tables are folded
_PLAIN = regex(r"[^`|\\]*")  # a text that needs no escapes in a span of code, also in a table
_SIGN = regex(r"[^\w /-]|_", re.ASCII)


def as_markdown(review: Review) -> str:
    """The comment, cut to `LIMIT` characters, with a sentence about the changes left out."""
    comment = _comment(review, len(review.changes))
    if len(comment) <= LIMIT:
        return comment
    # A comment grows with the number of its changes: this is the largest number that fits.
    fits = bisect_right(range(len(review.changes)), LIMIT, key=lambda length: len(_comment(review, length)))
    return _comment(review, max(fits - 1, 0))


def _comment(review: Review, length: int) -> str:
    return "\n".join(_blocks(review, review.ranked[:length], review.ranked[length:]))


def _blocks(review: Review, changes: Sequence[Change], left_out: Sequence[Change]) -> Iterator[str]:
    sides = f"from {code(review.old.name)} to {code(review.new.name)}"
    summary = review.summary
    yield f"**{summary[:1].upper()}{summary[1:]}** {sides}.\n"
    if review.incomplete:
        yield f"> [!WARNING]\n> {review.incomplete}\n"
    breaking = [change for change in changes if review.manner.is_grave(change)]
    harmless = [change for change in changes if not review.manner.is_grave(change)]
    if breaking:
        yield f"### {_of(len(breaking), review.manner.grave(len(review.breaking)))}\n"
        yield from _tables(review, breaking, folding=True)
    if harmless:
        number = len(review.changes) - len(review.breaking)
        heading = _of(len(harmless), review.manner.light(number))
        if len(harmless) > _FEW:
            yield f"<details>\n<summary>{heading}</summary>\n"
            yield from _tables(review, harmless, folding=False)
            yield "</details>\n"
        else:
            yield f"### {heading}\n"
            yield from _tables(review, harmless, folding=False)
    if left_out:
        more = review.manner.more(left_out)
        yield f"**{more}, did not fit in here.** `{review.manner.command}` shows them all.\n"


def _of(length: int, total: str) -> str:
    """The number of all changes of a kind, and the number of those shown if it is smaller."""
    return total if total.startswith(f"{length} ") else f"{total}, {length} of them shown"


def _tables(review: Review, changes: Sequence[Change], *, folding: bool) -> Iterator[str]:
    """One table of changes of models as such, and a table of the parts for each model."""
    alone, groups = apart(review, changes)
    if alone:
        table = _table(review, "Page", [(change, code(review.page(change.subject))) for change in alone])
        is_long = folding and len(alone) > _LONG
        yield _folded(f"Models: {counted(len(alone), 'change')}", table) if is_long else f"**Models**\n\n{table}"
    rows = len(alone)
    for subject, group in groups:
        table = _table(review, "Line", [(change, review.line(change)) for change in group])
        rows += len(group)
        if folding and (len(group) > _LONG or rows > _MANY):
            yield _folded(
                f"{_html(subject.title)}, {review.manner.use(subject, _html)}: {counted(len(group), 'change')}", table
            )
        else:
            yield f"**{code(subject.title)}**, {review.manner.use(subject, code)}, in {code(review.page(subject))}\n\n{table}"


def _table(review: Review, heading: str, rows: Sequence[tuple[Change, str]]) -> str:
    change_heading, cell_heading = review.manner.columns
    lines = [f"| What | {change_heading} | {cell_heading} | Kind | {heading} |", "| --- | --- | --- | --- | --- |"]
    for change, where in rows:
        quoted = str if change.kind in review.manner.own_words else code
        what = code(change.part or change.subject.title)
        label = review.label(change, code)
        cell = review.manner.cell(change)
        lines.append(f"| {what} | {review.stated(change, quoted)} | {cell} | {label} | {where} |")
    return "\n".join(lines) + "\n"


def _folded(title: str, table: str) -> str:
    return f"<details>\n<summary>{title}</summary>\n\n{table}\n</details>\n"


def code(text: str) -> str:
    """A span of code. GitHub finds no mentions, links or issues in it."""
    text = visible(text)
    if _PLAIN.fullmatch(text) and text == text.strip() and text:
        return f"`{text}`"
    return _html(text)


def _html(text: str) -> str:
    """The same as HTML, with a character reference for every sign that Markdown may know."""
    return f"<code>{_SIGN.sub(_reference, visible(text))}</code>"


def _reference(sign: re.Match[str]) -> str:
    return f"&#{ord(sign[0])};"
