"""Paragraphs as lists of items: each begins with the name and the type of a field.

**room_id** `string`

The room to join.

**players** `integer`
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ....frozen import replace
from ....markdown import Block, Inline, Item, ItemList, Prose, Section
from ....patterns import regex
from ....tables.lexicon import Words
from .item import split_item
from .listed import are_items

_HEAD = regex(r"(?:\*\*|__)?`{0,2}[\w$@.\[\]-]{1,100}`{0,2}(?:\*\*|__)?[?*]{0,2}\s{0,4}[`*_(:,–—-]")
_BREAK = regex(r"(?:<br\s*/?>|[-*_\s]{3,}|&nbsp;)\s*\Z", re.IGNORECASE)
_LABEL = regex(r"(?:\*\*|__)[^*_\n]{1,60}(?:\*\*|__)\s*[:：]?\s*\Z")


def paragraph_lists(section: Section, words: Words) -> Mapping[int, ItemList]:
    """`id` of a paragraph -> list that begins with it, for the paragraphs of a section.

    A list below a paragraph that announces it, `` `size` - object, with: ``, becomes a part of the item, and stays empty.
    """
    lists: dict[int, ItemList] = {}
    first: Prose | None = None
    for block in section.blocks:
        item = _item(block, words, lists[id(first)] if first is not None else None)
        if item is not None and isinstance(block, Prose):
            if first is None:
                first = block
                lists[id(first)] = ItemList(block.line, (), "")
            lists[id(first)] = _longer(lists[id(first)], (item,), block)
        elif first is not None and isinstance(block, ItemList) and _leads(lists[id(first)]):
            inner = [replace(item, depth=item.depth + 1) for item in block.entries]
            lists[id(first)] = _longer(lists[id(first)], inner, block)
            lists[id(block)] = ItemList(block.line, (), "")
        elif first is not None and isinstance(block, Prose) and not _LABEL.match(block.source):
            if not is_break(block):
                lists[id(first)] = _with_more(lists[id(first)], block)
        else:
            first = None
    return lists


def is_break(block: Block) -> bool:
    """Whether a block only separates others: a rule, `<br>`."""
    return isinstance(block, Prose) and _BREAK.match(block.source) is not None


def _item(block: Block, words: Words, above: ItemList | None) -> Item | None:
    """The item in a paragraph; None unless it begins with a name and a known type, or has the form of the item above.

    above  the list that the paragraph may continue
    """
    if not isinstance(block, Prose) or _HEAD.match(block.source) is None or are_items(block.source.split("\n")):
        return None
    text = Inline(block.source, block.line, 1)
    parts = split_item(text, words)
    if parts is None:
        return None
    is_typed = parts.is_known and (parts.type is not None or parts.required is not None) and parts.dress != "plain"
    is_alike = above is not None and parts.type is not None and parts.form in _forms(above, words)
    return Item(text) if is_typed or is_alike else None


def _forms(items: ItemList, words: Words) -> frozenset[str]:
    """The form of the last item at the head of a list; none without a type."""
    last = split_item(items.entries[-1].text, words) if not items.entries[-1].depth else None
    return frozenset({last.form} if last is not None and last.type is not None else ())


def _leads(items: ItemList) -> bool:
    """Whether the last item announces the block below it."""
    last = items.entries[-1]
    return (last.more[-1] if last.more else last.text).source.rstrip().endswith((":", "："))


def _longer(items: ItemList, more: Sequence[Item], block: Prose | ItemList) -> ItemList:
    return ItemList(items.line, (*items.entries, *more), _lines(items.line, block))


def _with_more(items: ItemList, block: Prose) -> ItemList:
    """The list, with one more paragraph in its last item."""
    last = items.entries[-1]
    last = replace(last, more=(*last.more, Inline(block.source, block.line, 1)))
    return ItemList(items.line, (*items.entries[:-1], last), _lines(items.line, block))


def _lines(first: int, last: Prose | ItemList) -> str:
    """As many line ends as there are lines from one to the end of a block."""
    return "\n" * (last.line - first + last.source.count("\n"))
