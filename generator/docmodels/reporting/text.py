"""Text for terminals and pages: made safe to show, and measured. Every room may use this module; it imports none."""

from __future__ import annotations

import unicodedata


def visible(text: str) -> str:
    """The text with an escape of Python for every character that cannot be printed: `\\x1b`, `\\u202e`.

    These are controls, such as line ends and tabs; marks that turn, join or part the text around them; all spaces except
    the plain one; and code points without a character.
    """
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
        for character in text
    )


def visible_lines(text: str) -> str:
    """The text of several lines, visible, with its line ends; tabs become spaces."""
    return "\n".join(map(visible, text.expandtabs(4).split("\n")))


def cells(text: str) -> int:
    """The columns of a visible text on a terminal: two for wide characters (UAX #11), none for accents."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
