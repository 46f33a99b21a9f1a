"""Columns of plain text, each as narrow as its texts, and all together no wider than the caller allows.

Every text comes from `visible`, so that it has no line ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .text import cells

GAP = 2
_CUT = "…"
_NEAR = 16  # characters


def columns(rows: Sequence[Sequence[str]], room: int | None = None) -> Iterator[str]:
    """The lines of a table. A text that does not fit into its column continues on the line below.

    rows  the texts of each row: the same number in each, at least one
    room  the most columns of the terminal for a line, at least 10 for each text of a row; None for one line for each row
    """
    widths: Sequence[int] = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    if room is not None:
        words = [max(cells(word) for text in column for word in text.split(" ")) for column in zip(*rows, strict=True)]
        widths = _fitted(widths, words, room - GAP * (len(widths) - 1))
    for row in rows:
        stacks = [list(wrapped(text, width)) for text, width in zip(row, widths, strict=True)]
        for level in range(max(map(len, stacks))):
            line = [stack[level] if level < len(stack) else "" for stack in stacks]
            padded = (text + " " * (width - cells(text)) for text, width in zip(line, widths, strict=True))
            yield (" " * GAP).join(padded).rstrip()


def _fitted(widths: Sequence[int], words: Sequence[int], room: int) -> Sequence[int]:
    """The widths, the largest reduced until all fit; none below the longest word of its column, if these fit."""
    if sum(words) > room:
        widths, words = words, [0] * len(words)
    return next(
        fitted
        for most in range(room, 0, -1)
        if sum(fitted := [max(word, min(width, most)) for width, word in zip(widths, words, strict=True)]) <= room
    )


def shortened(text: str, room: int) -> str:
    """The text, or the part of it that fits into `room` columns, with `…` behind it."""
    if cells(text) <= room:
        return text
    return next(wrapped(text, room - len(_CUT))) + _CUT


def wrapped(text: str, room: int) -> Iterator[str]:
    """The text in lines of up to `room` columns, broken at spaces, and inside words that are too long."""
    line, used = "", 0
    for word in text.split(" "):
        size = cells(word)
        if line and used + 1 + size <= room:
            line, used = f"{line} {word}", used + 1 + size
            continue
        if line:
            yield line
        line, used = word, size
        if size > room:
            *full_lines, line = _broken(word, room)
            yield from full_lines
            used = cells(line)
    yield line


def _broken(word: str, room: int) -> Iterator[str]:
    """The word in pieces of up to `room` columns, broken at the end of a part of a name if there is one nearby."""
    start, used = 0, 0
    for at, character in enumerate(word):
        size = cells(character)
        if used + size > room and at > start:
            ends = (end for end in range(at, max(at - _NEAR, start), -1) if _ends(word, end))
            cut = next(ends, at)
            yield word[start:cut]
            start, used = cut, cells(word[cut:at])
        used += size
    yield word[start:]


def _ends(word: str, end: int) -> bool:
    return word[end - 1] in "_-./" or (word[end].isupper() and not word[end - 1].isupper())
