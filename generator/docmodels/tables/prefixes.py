"""The packages before the names of models: `cluster.` of `cluster.Node`, and those that all names of a tree have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..limits import NAME_CHARACTERS
from ..regexes import regex

_PACKAGES = regex(r"((?:[^\W\d]\w*\.)+)[^\W\d][\w+-]*\Z")
_LOCAL = regex(
    r"`?[a-z][a-z0-9-]{0,15}:(?P<name>[A-Z]\w{0,100})`?(?P<remark>\s*[(（][^()（）]{1,60}[)）])?"
)  # `shop:Room (Raum)`
_MODELS, _UNDER = "models", "under "


def local_name(text: str) -> tuple[str, str] | None:
    """The name behind a short prefix, and a remark in brackets: `Room` of `shop:Room`; None for any other text."""
    match = _LOCAL.fullmatch(text)
    return (match["name"], match["remark"] or "") if match is not None else None


def packages(title: str) -> str:
    """The prefix of a name, with its last dot: "a.b." of "a.b.Node"; "" where there is none.

    A version is no package: `Room.1.0` has none.
    """
    match = _PACKAGES.match(title) if len(title) <= NAME_CHARACTERS else None
    return match[1] if match else ""


def count_packages(titles: Iterable[str]) -> dict[str, int]:
    """For the tally of a claim: how many titles there are, and how many of them are inside of each package."""
    found: dict[str, int] = {}
    for title in titles:
        found[_MODELS] = found.get(_MODELS, 0) + 1
        before = packages(title)
        while before:
            found[_UNDER + before] = found.get(_UNDER + before, 0) + 1
            before = packages(before[:-1])
    return found


def shared_packages(tallies: Iterable[Mapping[str, int]]) -> str:
    """The packages that all titles are inside of, "" where they have none in common, or where there is but one title."""
    whole: dict[str, int] = {}
    for tally in tallies:
        for key, count in tally.items():
            whole[key] = whole.get(key, 0) + count
    models = whole.get(_MODELS, 0)
    shared = [key.removeprefix(_UNDER) for key, count in whole.items() if key.startswith(_UNDER) and count == models]
    return max(shared, key=len, default="") if models > 1 else ""
