"""Columns of plain text, each as wide as it must be and the whole no wider than the caller wants.

Every text is what `visible` makes of one: nothing else is on one line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .text import cells

GAP = 2
_CUT = "…"
_NEAR = 16  # characters


def columns(rows: Sequence[Sequence[str]], room: int | None = None) -> Iterator[str]:
    """The lines of a table; what does not fit into a column goes on below itself.

    rows  as many texts in each as in the first, at least one
    room  how many columns of the terminal a line may take, at least 10 for each text of a row; None keeps every row
          on one line
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
    """The widths, the largest made less until all fit: no less than the longest word of each, if these fit."""
    if sum(words) > room:
        widths, words = words, [0] * len(words)
    return next(
        fitted
        for most in range(room, 0, -1)
        if sum(fitted := [max(word, min(width, most)) for width, word in zip(widths, words, strict=True)]) <= room
    )


def shortened(text: str, room: int) -> str:
    """The text, or as much of it as fits into `room` columns with a mark that it goes on."""
    if cells(text) <= room:
        return text
    return next(wrapped(text, room - len(_CUT))) + _CUT


def wrapped(text: str, room: int) -> Iterator[str]:
    """The text in lines of up to `room` columns, broken at spaces, and within words that are longer."""
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
    """The word in pieces of up to `room` columns, broken where a part of a name ends if one ends near."""
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
