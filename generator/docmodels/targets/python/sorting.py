"""The orders of names that isort and ruff want."""

from __future__ import annotations

from ...regexes import regex

_NUMBER = regex(r"(\d+)")

_Natural = tuple[tuple[int, int, str], ...]


def import_order(name: str) -> tuple[int, _Natural, _Natural]:
    """Where a name stands in an import, `x as y` among them: constants, then classes, then the rest."""
    own = name.split(" ")[0]
    return _kind(own), _natural(own.lower()), _natural(name)


def module_order(name: str) -> _Natural:
    """Where a module stands among those of its kind that things are imported from."""
    return _natural(name)


def public_order(name: str) -> tuple[int, _Natural]:
    """Where a name stands in `__all__`: as in an import, but capitals count."""
    return _kind(name), _natural(name)


def _kind(name: str) -> int:
    if len(name) > 1 and name.isupper():
        return 0
    return 1 if name[:1].isupper() else 2


def _natural(text: str) -> _Natural:
    """Numbers in a text count as numbers: `Room9` comes before `Room10`."""
    if text.isalpha():
        return ((1, 0, text),)
    pieces = _NUMBER.split(text)
    return tuple((0, int(piece[:20]), piece) if piece.isdecimal() else (1, 0, piece) for piece in pieces if piece)
