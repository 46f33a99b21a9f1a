"""The text form: for people, on a terminal; a line a change, below the model that it is one of.

Text from the docs gets into it through `visible` only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..changes import Change
from .review import Review, apart, broken, stated, summary, use
from .text import cells, visible

Line = Iterable[tuple[str, str]]
"""Pieces of text, each with its style; see `terminal`."""

_MODEL, _BREAKING, _HARMLESS, _PLACE, _KIND = "bold", "bold red", "green", "", "blue"


def as_text(review: Review) -> Iterator[Line]:
    """The lines, without their ends."""
    width = max((len(broken(change)) for change in review.changes), default=0)
    alone, groups = apart(review.changes)
    if alone:
        yield (("Models", _MODEL),)
        yield from _lines(review, alone, width)
    for subject, changes in groups:
        yield (visible(subject.title), _MODEL), (f", {use(subject)}", "")
        yield from _lines(review, changes, width)
    yield ((f"{summary(review.changes)}", _MODEL),)
    if review.incomplete:
        yield ((review.incomplete, _BREAKING),)


def _lines(review: Review, changes: Sequence[Change], width: int) -> Iterator[Line]:
    places = [visible(review.place(change)) for change in changes]
    room = max(map(cells, places))
    for change, place in zip(changes, places, strict=True):
        yield (
            (f"  {place}{' ' * (room - cells(place))}  ", _PLACE),
            (broken(change).ljust(width), _BREAKING if change.breaks else _HARMLESS),
            (f"  {visible(_said(change))}  ", ""),
            (f"[{change.kind}]", _KIND),
        )
    yield ()


def _said(change: Change) -> str:
    return f"{change.part or change.subject.title} {stated(change)}"
