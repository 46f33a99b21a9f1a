"""Decisions that only black can make. Its import takes longer than the layout of hundreds of modules, so it comes late."""

from __future__ import annotations

from ...patterns import regex

LINE_LENGTH = 88
"""The most columns of a line: black's default."""

_MAYBE_NOT_ONE_COLUMN = regex("[^\x00-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u20cf\u2100-\u2319]")


def black_format(source: str) -> str:
    """The module in black's stable style, for Python 3.11 and 88 columns.

    Raises black.InvalidInput if `source` is not a Python module.
    """
    from black import format_str
    from black.mode import Mode, TargetVersion

    mode = Mode(target_versions={TargetVersion.PY311}, line_length=LINE_LENGTH)
    return format_str(source, mode=mode)


def fits(line: str) -> bool:
    """Whether the line, with its indentation, is short enough for black.

    Black counts columns of a terminal: an ideograph or an emoji takes two. The table of black is imported only for a line
    whose length depends on it.
    """
    characters = len(line)
    if line.isascii():
        return characters <= LINE_LENGTH
    doubtful = len(_MAYBE_NOT_ONE_COLUMN.findall(line))
    if characters - doubtful > LINE_LENGTH:
        return False
    if characters + doubtful <= LINE_LENGTH:
        return True
    from black.strings import str_width

    return str_width(line) <= LINE_LENGTH
