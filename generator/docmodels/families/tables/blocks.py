"""The blocks of code on a page, in any place: fences, `<pre>`, tabs, items of lists."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from html import unescape

from ...markdown import Block, Fence, ItemList, Prose, Table
from ...patterns import regex

_OPENING = regex(r"[ \t>]*(?P<mark>`{3,}|~{3,})(?P<info>[^`]*)")
_TAG = regex(r"<[^<>]{0,500}>")
_LANGUAGE = regex(r"\b(?:language|lang|highlight)-(\w{1,20})")
_MOST = 20  # the most blocks around one


def code_in(block: Block) -> Iterator[Fence]:
    """The blocks of code in a block."""
    if isinstance(block, Fence):
        yield block
    elif not isinstance(block, Table) and ("{" in block.source or "[" in block.source):
        if "```" in block.source or "~~~" in block.source:
            yield from _fences(block)
        elif isinstance(block, Prose) and block.source[:4].lower() == "<pre":
            yield from _preformatted(block)


def _fences(block: Prose | ItemList) -> Iterator[Fence]:
    """The fences inside of a component, a quotation or a list."""
    opening: re.Match[str] | None = None
    code: list[str] = []
    fences = 0
    for number, line in enumerate(block.source.split("\n"), block.line):
        if opening is not None and line.strip(" \t>") == opening["mark"]:
            yield Fence(number - len(code) - 1, opening["info"].strip(), "\n".join(code))
            opening, fences = None, fences + 1
        elif opening is not None:
            code.append(line)
        elif fences < _MOST:
            opening, code = _OPENING.fullmatch(line), []


def _preformatted(block: Prose) -> Iterator[Fence]:
    source, folded = block.source, block.source.lower()
    end = 0
    for _ in range(_MOST):
        start = folded.find("<pre", end)
        opened = folded.find(">", start) + 1 if start >= 0 else 0
        end = folded.find("</pre", opened) if opened else -1
        if end < 0:
            return
        language = _LANGUAGE.search(source[start : opened + 200])
        line = block.line + source.count("\n", 0, opened)
        # Unlike in a fence, the code begins in the line of the tag.
        yield Fence(line, language[1] if language else "", unescape(_TAG.sub("", source[opened:end])), is_indented=True)


class Lines:
    """The places of characters of a block of code."""

    def __init__(self, fence: Fence) -> None:
        self._first = fence.line if fence.is_indented else fence.line + 1
        self._starts = [0, *(match.end() for match in re.finditer("\n", fence.text))]

    def place(self, offset: int) -> tuple[int, int]:
        """The line of a character, and its column from 1 on, without the indentation of the block."""
        number = bisect_right(self._starts, offset) - 1
        return self._first + number, offset - self._starts[number] + 1
