"""The text form: for people, on a terminal; a line a change, below the model that it is one of.

Text from the docs gets into it through `visible` only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model.changes import Change
from ..text import cells, visible
from .review import Review, broken, by_model, stated, summary, use

Line = Iterable[tuple[str, str]]
"""Pieces of text, each with its style; see `terminal`."""

_MODEL, _BREAKING, _HARMLESS, _PLACE, _KIND = "bold", "bold red", "green", "", "blue"


def as_text(review: Review) -> Iterator[Line]:
    """The lines, without their ends."""
    width = max((len(broken(change)) for change in review.changes), default=0)
    for subject, changes in by_model(review.changes):
        yield (visible(subject.title), _MODEL), (f", {use(subject)}", "")
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
    yield ((summary(review.changes), _MODEL),)
    if review.incomplete:
        yield ((review.incomplete, _BREAKING),)


def _said(change: Change) -> str:
    return f"{change.part or change.subject.title} {stated(change)}"
