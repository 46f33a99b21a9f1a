"""Blocks of MkDocs: tabs and notes, with indented content below an opening line.

    === "Fields"

        | Name | Type   |
        | ---- | ------ |
        | id   | string |

    !!! note "Since 2.0"
        A remark.

Plain Markdown shows the content as code, and so hides its tables.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..patterns import regex

_OPENING = regex(r"(?P<indent> *)(?:===[!+]{0,2} +\"[^\"]*\"|(?:!!!|\?\?\?\+?) +[a-z][\w -]*(?:\"[^\"]*\")?)\s*")
_STARTS = ("===", "!!!", "???")
_START = regex(r"(?:===[!+]{0,2}|!!!|\?\?\?\+?) ")
_INDENT = 4


def has_tabs(text: str) -> bool:
    """Whether a page may have tabs or notes."""
    # Python finds one character much faster than several.
    may_start = any(start[0] in text and start in text for start in _STARTS)
    return may_start and _START.search(text) is not None


def unindented(lines: Sequence[str]) -> list[str]:
    """The lines; those in tabs and notes without their indentation."""
    made: list[str] = []
    open_at: list[int] = []  # the indentation of the opening lines, the outermost first
    for number, line in enumerate(lines):
        text = line.lstrip(" ")
        indent = len(line) - len(text)
        while text and open_at and indent < open_at[-1] + _INDENT:
            open_at.pop()
        depth = _INDENT * len(open_at)
        made.append(line[min(depth, indent) :])
        opening = _OPENING.fullmatch(line) if text.startswith(_STARTS) else None
        if opening is not None and indent - depth < _INDENT and _has_content(lines, number, indent):
            open_at.append(indent)
    return made


def _has_content(lines: Sequence[str], number: int, indent: int) -> bool:
    """Whether the next line with a text is indented below this one."""
    following = next((line for line in lines[number + 1 : number + 4] if line.strip()), "")
    return len(following) - len(following.lstrip(" ")) >= indent + _INDENT
