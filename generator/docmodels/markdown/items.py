"""The items of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.token import Token

from .extents import extent
from .page import Inline, Item, Make


def read_items(tokens: Sequence[Token], lines: Sequence[str], make: Make) -> Iterator[Item]:
    """The items of a list and of the lists in it, in the order of the page; text in quotations belongs to its item."""
    items: list[tuple[Token, int, list[Inline]]] = []
    open_items: list[int] = []
    for token in tokens:
        match token.type:
            case "list_item_open":
                items.append((token, len(open_items), []))
                open_items.append(len(items) - 1)
            case "list_item_close":
                open_items.pop()
            case "inline" if open_items:
                items[open_items[-1]][2].append(_item_text(token, lines, make))
    for item, depth, texts in items:
        if not texts:
            number = extent(item)[0]
            texts.append(Inline("", number + 1, len(lines[number]) + 1))
        yield Item(texts[0], depth, tuple(texts[1:]))


def _item_text(token: Token, lines: Sequence[str], make: Make) -> Inline:
    first, _ = extent(token)
    line = lines[first].rstrip(MD_TRIM_CHARS)
    text = token.content.split("\n", 1)[0].rstrip(MD_TRIM_CHARS)
    column = len(line) - len(text) if line.endswith(text) else max(line.find(text), 0)
    return make(token.content, first + 1, column + 1)
