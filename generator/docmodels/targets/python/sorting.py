"""The orders of names that isort and ruff want."""

from __future__ import annotations

from functools import lru_cache

from ...patterns import regex

_NUMBER = regex(r"(\d+)")

_Natural = tuple[tuple[int, int, str], ...]


@lru_cache(maxsize=4096)  # most modules import the same names
def import_order(name: str) -> tuple[int, _Natural, _Natural]:
    """The sort key of a name in an import, `x as y` included: constants, then classes, then the rest."""
    own = name.split(" ")[0]
    return _kind(own), natural_order(own.lower()), natural_order(name)


def public_order(name: str) -> tuple[int, _Natural]:
    """The sort key of a name in `__all__`: as in an import, but with regard to capitals."""
    return _kind(name), natural_order(name)


def _kind(name: str) -> int:
    if len(name) > 1 and name.isupper():
        return 0
    return 1 if name[:1].isupper() else 2


@lru_cache(maxsize=4096)
def natural_order(text: str) -> _Natural:
    """The sort key of a text with numbers as numbers: `Room9` comes before `Room10`."""
    if text.isalpha():
        return ((1, 0, text),)
    pieces = _NUMBER.split(text)
    return tuple((0, int(piece[:20]), piece) if piece.isdecimal() else (1, 0, piece) for piece in pieces if piece)
