"""The text form of a review, for terminals: below each model its changes, with their places and the sides that they break.

All text from the docs goes through `visible`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..changes import Change
from .columns import GAP, wrapped
from .review import Review, apart
from .text import cells, visible

Line = Iterable[tuple[str, str]]
"""Pieces of text, each with its style; see `terminal`."""

WIDTH = 100
"""The columns of a line without a terminal."""

_MODEL, _BREAKING, _HARMLESS, _PLACE, _KIND = "bold", "bold red", "green", "", "blue"
_INDENT = 2
_LEAST = 40  # the fewest columns of a line, and of a statement beside its place


def as_text(review: Review, columns: int = WIDTH) -> Iterator[Line]:
    """The lines, without their ends, each of up to `columns` columns; 40 is the least.

    Only a place may take more: terminals and editors would not know a broken one.
    """
    columns = max(columns, _LEAST)
    width = max((len(review.manner.label(change)) for change in review.changes), default=0)
    alone, groups = apart(review, review.changes)
    if alone:
        yield (("Models", _MODEL),)
        yield from _lines(review, alone, width, columns)
    for subject, changes in groups:
        yield from _heading(visible(subject.title), f", {review.manner.use(subject, visible)}", columns)
        yield from _lines(review, changes, width, columns)
    yield from (((line, _MODEL),) for line in wrapped(review.summary, columns))
    if review.incomplete:
        yield from (((line, _BREAKING),) for line in wrapped(review.incomplete, columns))


def _heading(title: str, note: str, columns: int) -> Iterator[Line]:
    if cells(title + note) <= columns:
        yield (title, _MODEL), (note, "")
    else:
        yield from (((line, _MODEL),) for line in wrapped(title + note, columns))


def _lines(review: Review, changes: Sequence[Change], width: int, columns: int) -> Iterator[Line]:
    """The changes of a model. All their statements stand beside their places, or all below if there is no room."""
    places = [visible(review.place(change)) for change in changes]
    longest = max(map(cells, places))
    start = _INDENT + longest + GAP + width + GAP
    needed = max(cells(_change_text(review, change)) + GAP + len(_kind(review, change)) for change in changes)
    is_beside = start + min(needed, _LEAST) <= columns
    for change, place in zip(changes, places, strict=True):
        label = review.manner.label(change), _BREAKING if review.manner.is_grave(change) else _HARMLESS
        padding = " " * (width - len(label[0]) + GAP)
        if is_beside:
            first, *more = _statement(review, change, columns - start)
            yield (" " * _INDENT + place + " " * (longest - cells(place) + GAP), _PLACE), label, (padding, ""), *first
            indent = " " * start
        else:
            if _INDENT + width + GAP + cells(place) <= columns:
                yield (" " * _INDENT, ""), label, (padding + place, _PLACE)
            else:
                yield (" " * _INDENT, ""), label
                yield ((" " * (_INDENT + GAP) + place, _PLACE),)
            indent = " " * (_INDENT + GAP)
            more = list(_statement(review, change, columns - len(indent)))
        yield from (((indent, ""), *pieces) for pieces in more)
    yield ()


def _statement(review: Review, change: Change, room: int) -> Iterator[tuple[tuple[str, str], ...]]:
    """The statement of a change and its kind, in lines of up to `room` columns."""
    *lines, last = wrapped(_change_text(review, change), room)
    yield from (((line, ""),) for line in lines)
    kind = _kind(review, change)
    if cells(last) + GAP + len(kind) <= room:
        yield (last + " " * GAP, ""), (kind, _KIND)
    else:
        yield ((last, ""),)
        yield ((kind, _KIND),)


def _change_text(review: Review, change: Change) -> str:
    return visible(f"{change.part or change.subject.title} {review.stated(change)}")


def _kind(review: Review, change: Change) -> str:
    return f"[{review.label(change)}]"
