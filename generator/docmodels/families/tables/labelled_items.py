"""Fields that are items of a list, with labels in the items below them.

- `room_id`
  - Type: string
  - Required: yes
  - Description: The room to join.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...markdown import Inline, ItemList
from ...tables.lexicon import Role, Words
from .attribute_lines import attribute_cells, says_label
from .item import ItemParts
from .item_types import begins_with_type

_FEWEST = 2


def labelled_cells(
    block: ItemList, parts: Sequence[ItemParts | None], parents: Sequence[int | None], words: Words
) -> Mapping[int, Mapping[Role, Inline]]:
    """Number of an item -> the cells in its name and in the items right below it, if each of these has a label.

    Several items have a label for a type, and one of the types is known; without them, the mapping is empty.

    parts    the parts of each item; None for an item without a name
    parents  the index of the item around each
    """
    inner: dict[int, list[int]] = {}
    for number, parent in enumerate(parents):
        if parent is not None:
            inner.setdefault(parent, []).append(number)
    labelled = {
        number: cells
        for number, labels in inner.items()
        if (own := parts[number]) is not None
        and own.type is None
        and (cells := _cells(block, own, labels, words)) is not None
    }
    is_one_known = any(begins_with_type(cells[Role.TYPE].source, words) for cells in labelled.values())
    return labelled if len(labelled) >= _FEWEST and is_one_known else {}


def _cells(block: ItemList, own: ItemParts, labels: Sequence[int], words: Words) -> Mapping[Role, Inline] | None:
    """The cells of a field; None if an item below it has no label, or further paragraphs."""
    items = [block.entries[number] for number in labels]
    lines = [(item.text.source, item.text.line) for item in items]
    if any(item.more for item in items) or not all(says_label(line, words) for line in lines):
        return None
    known = {Role.DESCRIPTION: own.rest} if own.rest.source else {}
    return attribute_cells(own.name, lines, words, known)
