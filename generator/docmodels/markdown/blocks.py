"""The tokens of one block as a `Block`."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence

from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.token import Token

from ..patterns import regex
from .extents import extent
from .items import read_items
from .page import Block, Fence, Inline, ItemList, Make, Prose, Table
from .table import read_table

_IN_ITEM = 2  # the level of blocks in the items of a list
_QUOTED = regex(r"[\s>]*")
_MARKERS = regex(r"(?:[\s>]|[-*+](?=\s)|\d{1,9}[.)](?=\s))*")


def read_heading(tokens: Sequence[Token], lines: Sequence[str], make: Make) -> Inline:
    """The heading of some tokens."""
    first, _ = extent(tokens[0])
    marker = tokens[0].markup if tokens[0].markup[0] == "#" else ""
    text = lines[first].partition(marker)[2] if marker else lines[first]
    text = text.lstrip(MD_TRIM_CHARS)
    column = len(lines[first]) - len(text) + 1
    return make(tokens[1].content, first + 1, column)


def read_block(tokens: Sequence[Token], lines: Sequence[str], make: Make) -> Block | None:
    """The block of some tokens; None if it has no content."""
    first, end = extent(tokens[0])
    match tokens[0].type:
        case "table_open":
            return read_table(lines, first, end, make)
        case "fence":
            return _fence(tokens[0], lines)
        case "code_block":
            return Fence(first + 1, "", tokens[0].content.removesuffix("\n"), is_indented=True)
        case "bullet_list_open" | "ordered_list_open":
            return ItemList(first + 1, tuple(read_items(tokens, lines, make)), _source(lines[first:end]))
        case "html_block" if not without_comments(tokens[0].content)[0].strip():
            return None
    source = _source(lines[first:end])
    return Prose(first + 1, source) if source else None


def headed_items(tokens: Sequence[Token]) -> list[Sequence[Token]]:
    """The blocks in a list whose items all begin with a heading: `* #### Parameters`; none for any other list."""
    if not any(token.type == "heading_open" for token in tokens):
        return []
    blocks: list[Sequence[Token]] = []
    start = 0
    for number, token in enumerate(tokens):
        if token.level != _IN_ITEM:
            continue
        if token.nesting >= 0 and tokens[number - 1].type == "list_item_open" and not token.markup.startswith("#"):
            return []
        start = number if token.nesting > 0 else start
        if token.nesting <= 0:
            blocks.append(tokens[start if token.nesting else number : number + 1])
    return blocks


def inner_tables(tokens: Sequence[Token], lines: Sequence[str], make: Make) -> Iterator[Table | Prose]:
    """The tables inside a list or quotation; in a list, each behind the paragraph right above it in its item."""
    is_list = tokens[0].type != "blockquote_open"
    for at, token in enumerate(tokens):
        if token.type == "table_open" and token.level:
            first, end = extent(token)
            if is_list and tokens[at - 1].type == "paragraph_close" and tokens[at - 2].content:
                yield Prose(extent(tokens[at - 3])[0] + 1, tokens[at - 2].content)
            bare = [_without_markers(lines[first], _MARKERS)]
            bare += (_without_markers(line, _QUOTED) for line in lines[first + 1 : end])
            yield read_table(bare, 0, end - first, make, first)


def blank(line: str) -> bool:
    """Whether the line is blank for markdown-it."""
    return not line.strip(MD_TRIM_CHARS)


def without_comments(html: str) -> tuple[str, bool]:
    """HTML without its comments, and whether the last comment is not closed."""
    kept: list[str] = []
    position = 0
    while (start := html.find("<!--", position)) >= 0:
        kept.append(html[position:start])
        # `<!-->` is a whole comment (CommonMark 6.6).
        end = html.find("-->", start + 2)
        if end < 0:
            return "".join(kept), True
        position = end + 3
    return "".join(kept) + html[position:], False


def code_lines(fence: Token) -> int:
    """The number of lines of code in a fence."""
    return fence.content.count("\n")


def _fence(token: Token, lines: Sequence[str]) -> Fence:
    first, _ = extent(token)
    indent = len(lines[first]) - len(lines[first].lstrip(" "))
    code = lines[first + 1 : first + 1 + code_lines(token)]
    if indent:
        code = [line[:indent].lstrip(" ") + line[indent:] for line in code]
    return Fence(first + 1, token.info.strip(), "\n".join(code))


def _without_markers(line: str, markers: re.Pattern[str]) -> str:
    """The line with spaces in place of the markers of its list or quotation, so that columns stay."""
    marker = markers.match(line)
    return " " * marker.end() + line[marker.end() :] if marker else line


def _source(lines: Sequence[str]) -> str:
    """The lines without their common indentation and trailing whitespace."""
    source = "\n".join([line.rstrip() for line in lines]).rstrip()
    if source[:1] not in (" ", "\t"):
        return source
    return textwrap.dedent(source) if "\n" in source else source.lstrip(" \t")
