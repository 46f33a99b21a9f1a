"""The similarity of names, by which a new thing may be the same as one that is gone."""

from __future__ import annotations

import difflib
from collections.abc import Hashable, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from ..model.names import words
from ..patterns import regex

_CLOSE = 0.75
_NUMBER = regex(r"\d+")

Old = TypeVar("Old", bound=Hashable)
New = TypeVar("New", bound=Hashable)


def similar(one: str, other: str) -> bool:
    """Whether two names are similar: all words of one are in the other, or they differ in the spelling of one word.

    Two spellings of a word share its digits and three quarters of its letters: `key` and `keys`, `recieved` and `received`;
    not `min` and `max`, and not `address1` and `address2`.
    """
    short, long = sorted((_words(one), _words(other)), key=len)
    if not short:
        return False
    rest = iter(long)
    if all(word in rest for word in short):
        return True
    if len(short) != len(long):
        return False
    unlike = [pair for pair in zip(short, long, strict=True) if pair[0] != pair[1]]
    return len(unlike) == 1 and _respelled(*unlike[0])


def closeness(one: str, other: str) -> float:
    """The share of words that two names have in common, from 0 to 1."""
    ours, theirs = set(_words(one)), set(_words(other))
    return len(ours & theirs) / len(ours | theirs) if ours or theirs else 0.0


def mutual(likeness: Mapping[tuple[Old, New], float]) -> dict[Old, New]:
    """The pairs of which neither side has another candidate that is as good."""
    best_old: dict[Old, list[float]] = {}
    best_new: dict[New, list[float]] = {}
    for (old, new), degree in likeness.items():
        best_old.setdefault(old, []).append(degree)
        best_new.setdefault(new, []).append(degree)
    return {
        old: new
        for (old, new), degree in likeness.items()
        if _is_alone(degree, best_old[old]) and _is_alone(degree, best_new[new])
    }


def _is_alone(degree: float, degrees: Sequence[float]) -> bool:
    return degree == max(degrees) and degrees.count(degree) == 1


@lru_cache(maxsize=65536)
def _words(name: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in words(name))


def _respelled(one: str, other: str) -> bool:
    return (
        _NUMBER.findall(one) == _NUMBER.findall(other)
        and difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() >= _CLOSE
    )
