"""A review as one HTML page.

    document  {"heading", "sides", "filters", "parts", "summary", "incomplete", "old", "new", "models": [model, …]}; see `Manner`
    model     {"title", "use", "changes": [change, …]}
    change    {"kind", "part", "said", "label", "marks": [filter, …], "isGrave", "was": side, "now": side}
    side      {"place", "row", "words"}: the line of the docs, "" without one, and its meaning in words; or null

Models with grave changes come first, and grave changes come first in each model.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from ..changes import Change
from ..diagnostics import Place
from ..sources.files import read_below
from .html_page import html_page
from .review import Origin, Review
from .text import visible

Json = Mapping[str, object]

Lines = Callable[[Place], str]
"""Returns the line of the docs at a place; "" without one."""

_MOST = 2000  # the most characters of a line of the docs


def as_page(review: Review, old: Lines, new: Lines) -> str:
    """The page. The same changes give the same bytes.

    old, new  the lines of the two sides
    """
    groups = [(subject, list(group)) for subject, group in groupby(review.changes, lambda change: change.subject)]
    groups.sort(key=lambda group: not any(map(review.manner.is_grave, group[1])))
    data = {
        "heading": review.manner.heading,
        "sides": review.manner.sides,
        "filters": review.manner.filters,
        "parts": review.manner.parts,
        "summary": review.summary,
        "incomplete": visible(review.incomplete),
        "old": visible(review.old.name),
        "new": visible(review.new.name),
        "models": [
            {
                "title": visible(subject.title),
                "use": review.manner.use(subject, visible),
                "changes": [_change(change, review, old, new) for change in _grave_first(review, changes)],
            }
            for subject, changes in groups
        ],
    }
    title = review.manner.title.format(old=data["old"], new=data["new"])
    return html_page(title, "review.js", data)


def lines(pages: Sequence[tuple[str, bytes]]) -> Lines:
    """The lines of some pages, each a path with its bytes."""
    by_path, split = dict(pages), dict[str, list[str]]()

    def line(place: Place) -> str:
        if place.path not in split:
            text = by_path.get(place.path, b"").decode("utf-8-sig", "replace")
            split[place.path] = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        known = split[place.path]
        return known[place.line - 1] if 0 < place.line <= len(known) else ""

    return line


def lines_below(folder: Path) -> Lines:
    """The lines of the files below a folder. A file that cannot be read has none."""
    root, known = os.path.realpath(folder), dict[str, Lines]()

    def line(place: Place) -> str:
        if place.path not in known:
            try:
                content = read_below(root, place.path)
            except OSError:
                content = b""
            known[place.path] = lines([(place.path, content)])
        return known[place.path](place)

    return line


def _grave_first(review: Review, changes: Sequence[Change]) -> Sequence[Change]:
    return sorted(changes, key=lambda change: not review.manner.is_grave(change))


def _change(change: Change, review: Review, old: Lines, new: Lines) -> Json:
    return {
        "kind": change.kind,
        "part": visible(change.part),
        "said": visible(review.stated(change)),
        "label": review.manner.label(change),
        "marks": review.manner.marks(change),
        "isGrave": review.manner.is_grave(change),
        "was": _side(change.was, change.old, review.old, old),
        "now": _side(change.now, change.new, review.new, new),
    }


def _side(place: Place | None, words: str, origin: Origin, line: Lines) -> Json | None:
    if place is None:
        return None
    where = f"{origin.prefix}{place.path}:{place.line}" if place.line else f"{origin.prefix}{place.path}"
    return {"place": visible(where), "row": visible(_short(line(place))), "words": visible(_short(words))}


def _short(text: str) -> str:
    """The text on one line, without the padding of tables."""
    text = " ".join(text.split())
    return text if len(text) <= _MOST else f"{text[:_MOST]}…"
