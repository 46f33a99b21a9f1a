"""Lists of the parts of an operation, as separate lines and blocks.

- **Request parameters:**            **Request parameters:**
  - `range` (string, required)       - `range` (string, required)
- **Response (200):**                **Response (200):**
  { "points": [] }                   { "points": [] }
"""

from __future__ import annotations

from collections.abc import Iterator

from ....frozen import replace
from ....markdown import Block, ItemList, Page, Prose, Section
from ....tables.lexicon import Part, Words
from ..blocks import code_in
from ..headings.headings import part_of
from ..items.item import split_item
from ..labels.labels import label_of
from .bullet_lists import begins_with_label

_LONGEST = 120  # the most characters of a label
_PARTS = (Part.SENT, Part.RECEIVED)


def with_part_lists(page: Page, words: Words) -> Page:
    """The page with the lines and blocks of such lists in their place. Tables in items are blocks already."""
    if not any(_may_hold_parts(block) for section in page.sections for block in section.blocks):
        return page
    sections = tuple(_with_parts(section, words) for section in page.sections)
    return page if sections == page.sections else replace(page, sections=sections)


def _may_hold_parts(block: Block) -> bool:
    """Whether a block is a list with a bold item that ends in a colon, and a block below that."""
    return isinstance(block, ItemList) and "**" in block.source and (":**\n" in block.source or "**:\n" in block.source)


def _with_parts(section: Section, words: Words) -> Section:
    made: list[Block] = []
    for block in section.blocks:
        if isinstance(block, ItemList) and _may_hold_parts(block):
            parts = list(_parts(block, words))
            made += parts or [block]
        else:
            made.append(block)
    if len(made) == len(section.blocks):
        return section
    return replace(section, blocks=tuple(sorted(made, key=lambda block: block.line)))


def _parts(block: ItemList, words: Words) -> Iterator[Block]:
    """The lines and blocks of a list; none unless an item is the label of a part, and if an item is a field."""
    outer = [number for number, item in enumerate(block.entries) if not item.depth]
    if any(_is_field(block, number, words) for number in outer):
        return
    if not any(_is_label(block, number, words) for number in outer):
        return
    lines = block.source.split("\n")
    ends = [*outer[1:], len(block.entries)]
    for number, end in zip(outer, ends, strict=True):
        item = block.entries[number]
        last = block.entries[end].text.line if end < len(block.entries) else block.line + len(lines)
        yield Prose(item.text.line, item.text.source)
        inner = tuple(replace(entry, depth=entry.depth - 1) for entry in block.entries[number + 1 : end])
        first = inner[0].text.line if inner else item.text.line + 1
        source = "\n".join(lines[first - block.line : last - block.line])
        if inner:
            yield ItemList(first, inner, source)
        for fence in code_in(Prose(first, source)):
            if inner:  # the code gets the label, too: "Response:" above "Status: 200" and JSON
                yield Prose(fence.line, item.text.source)
            yield fence


def _is_label(block: ItemList, number: int, words: Words) -> bool:
    """Whether an item is bold, announces a part of an operation, and has a block below it."""
    item = block.entries[number]
    source = item.text.source
    if len(source) > _LONGEST or not source.startswith("**") or item.more:
        return False
    is_label = part_of(label_of(Prose(item.text.line, source), words), words) in _PARTS
    has_items = any(entry.depth for entry in block.entries[number + 1 : number + 2])
    return is_label and (has_items or "```" in block.source or "|" in block.source)


def _is_field(block: ItemList, number: int, words: Words) -> bool:
    """Whether an item is built like a field with a type, and begins with no label: `**Returns:** boolean`."""
    text = block.entries[number].text
    parts = split_item(text, words)
    is_typed = parts is not None and parts.type is not None and parts.is_known
    return is_typed and not begins_with_label(text.source, words)
