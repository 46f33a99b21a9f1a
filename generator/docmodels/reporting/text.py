"""Text on a terminal: made safe to show, and measured.

This is the ground floor: every room may use it, and it knows none of them.
"""

from __future__ import annotations

import unicodedata


def visible(text: str) -> str:
    """The text, every character that is not for printing written as in Python's literals: `\\x1b`, `\\u202e`.

    Those are the controls, line ends and tabs among them; the marks that turn, join or part the text around them;
    every space but the plain one; and what is no character yet.
    """
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
        for character in text
    )


def cells(text: str) -> int:
    """How many columns of a terminal a visible text takes: two for wide characters (UAX #11), none for accents."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
