"""Packages before the names of models: the `cluster.` of `cluster.Node`, and those that all names of a tree share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..limits import NAME_CHARACTERS
from ..patterns import regex

_PACKAGES = regex(r"((?:[^\W\d]\w*\.)+)[^\W\d][\w+-]*\Z")
_LOCAL = regex(
    r"`?[a-z][a-z0-9-]{0,15}:(?P<name>[A-Z]\w{0,100})`?(?P<remark>\s*[(（][^()（）]{1,60}[)）])?"
)  # `shop:Room (Raum)`
_MODELS, _UNDER = "models", "under "


def local_name(text: str) -> tuple[str, str] | None:
    """The name behind a short prefix, and the remark in brackets: `Room` for `shop:Room`; None for any other text."""
    match = _LOCAL.fullmatch(text)
    return (match["name"], match["remark"] or "") if match is not None else None


def packages(title: str) -> str:
    """The packages before a name, with the last dot: "a.b." for "a.b.Node"; "" without any.

    A version is no package: `Room.1.0` has none.
    """
    match = _PACKAGES.match(title) if len(title) <= NAME_CHARACTERS else None
    return match[1] if match else ""


def count_packages(titles: Iterable[str]) -> dict[str, int]:
    """The tally of titles for a claim: their number, and the number inside of each package."""
    tally: dict[str, int] = {}
    for title in titles:
        tally[_MODELS] = tally.get(_MODELS, 0) + 1
        before = packages(title)
        while before:
            tally[_UNDER + before] = tally.get(_UNDER + before, 0) + 1
            before = packages(before[:-1])
    return tally


def shared_packages(tallies: Iterable[Mapping[str, int]]) -> str:
    """The packages that all titles share; "" without any, and for a single title."""
    total: dict[str, int] = {}
    for tally in tallies:
        for key, count in tally.items():
            total[key] = total.get(key, 0) + count
    models = total.get(_MODELS, 0)
    shared = [key.removeprefix(_UNDER) for key, count in total.items() if key.startswith(_UNDER) and count == models]
    return max(shared, key=len, default="") if models > 1 else ""
