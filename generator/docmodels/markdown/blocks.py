"""From the tokens of one block to a `Block`."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.token import Token

from .page import Block, Fence, Inline, ItemList, Prose
from .table import read_table


def read_heading(tokens: Sequence[Token], lines: Sequence[str], limit: int) -> Inline:
    """The heading whose tokens these are."""
    first, _ = extent(tokens[0])
    marker = tokens[0].markup if tokens[0].markup[0] == "#" else ""
    text = lines[first].lstrip(" ").removeprefix(marker).lstrip(MD_TRIM_CHARS)
    column = len(lines[first]) - len(text) + 1
    return Inline(tokens[1].content, first + 1, column, limit)


def read_block(tokens: Sequence[Token], lines: Sequence[str], limit: int) -> Block | None:
    """The block whose tokens these are, or None where it has no content."""
    first, end = extent(tokens[0])
    match tokens[0].type:
        case "table_open":
            return read_table(lines, first, end, limit)
        case "fence":
            return _fence(tokens[0], lines)
        case "code_block":
            return Fence(first + 1, "", tokens[0].content.removesuffix("\n"))
        case "bullet_list_open" | "ordered_list_open":
            items = tuple(_items(tokens, lines, limit))
            return ItemList(first + 1, items, _source(lines[first:end]))
        case "html_block" if not without_comments(tokens[0].content)[0].strip():
            return None
    source = _source(lines[first:end])
    return Prose(first + 1, source) if source else None


def extent(token: Token) -> tuple[int, int]:
    """The lines of a block, as a slice."""
    assert token.map is not None, "markdown-it maps every token that opens a block"
    first, end = token.map
    return first, end


def blank(line: str) -> bool:
    """Whether markdown-it sees nothing on the line."""
    return not line.strip(MD_TRIM_CHARS)


def without_comments(html: str) -> tuple[str, bool]:
    """HTML with its comments taken out, and whether the last one is left open."""
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
    """How many lines of code a fence holds."""
    return fence.content.count("\n")


def _fence(token: Token, lines: Sequence[str]) -> Fence:
    first, _ = extent(token)
    indent = len(lines[first]) - len(lines[first].lstrip(" "))
    code = lines[first + 1 : first + 1 + code_lines(token)]
    if indent:
        code = [line[:indent].lstrip(" ") + line[indent:] for line in code]
    return Fence(first + 1, token.info.strip(), "\n".join(code))


def _items(tokens: Sequence[Token], lines: Sequence[str], limit: int) -> Iterator[Inline]:
    """The first inline of each outermost item, an empty one for an item without."""
    item: Token | None = None
    for token in tokens:
        if token.type == "list_item_open" and token.level == 1:
            item = token
        elif item and token.type == "inline":
            yield _item_text(token, lines, limit)
            item = None
        elif item and token.type == "list_item_close" and token.level == 1:
            number = extent(item)[0]
            yield Inline("", number + 1, len(lines[number]) + 1)


def _item_text(token: Token, lines: Sequence[str], limit: int) -> Inline:
    first, _ = extent(token)
    line = lines[first].rstrip(MD_TRIM_CHARS)
    text = token.content.split("\n", 1)[0].rstrip(MD_TRIM_CHARS)
    column = len(line) - len(text) if line.endswith(text) else max(line.find(text), 0)
    return Inline(token.content, first + 1, column + 1, limit)


def _source(lines: Sequence[str]) -> str:
    """The lines less the indentation they share and the whitespace after them."""
    source = "\n".join(line.rstrip() for line in lines).rstrip()
    return textwrap.dedent(source) if source[:1] in (" ", "\t") else source
