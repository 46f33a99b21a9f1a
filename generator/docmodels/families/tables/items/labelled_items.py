"""Fields that are items of a list, with labels in the items or lines below them.

- `room_id`
  - Type: string
  - Required: yes
  - Description: The room to join.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ....frozen import replace
from ....markdown import Inline, Item, ItemList
from ....patterns import regex
from ....tables.lexicon import Role, Words
from .attribute_lines import Line, attribute_cells, says_label
from .item import ItemParts
from .item_types import begins_with_type

_FEWEST = 2
_KEY = regex(r"[A-Za-z_$][\w$]{0,100}\??")


def labelled_cells(
    block: ItemList, parts: Sequence[ItemParts | None], parents: Sequence[int | None], words: Words
) -> Mapping[int, Mapping[Role, Inline]]:
    """Number of an item -> the cells in its name and in the items right below it, if each of these has a label.

    Several items have a label for a type, and one of the types is known; or each has one for presence. Without these, the
    mapping is empty.

    parts    the parts of each item; None for an item without a name
    parents  the index of the item around each
    """
    inner: dict[int, list[int]] = {}
    for number, parent in enumerate(parents):
        if parent is not None:
            inner.setdefault(parent, []).append(number)
    labelled = {
        number: cells
        for number, own in enumerate(parts)
        if own is not None
        and own.type is None
        and (cells := _cells(block, own, block.entries[number], inner.get(number, ()), words)) is not None
    }
    typed = [cells for cells in labelled.values() if Role.TYPE in cells]
    is_one_known = any(begins_with_type(cells[Role.TYPE].source, words) for cells in typed)
    are_marked = not typed and all(_is_marked_key(cells) for cells in labelled.values())
    return labelled if len(labelled) >= _FEWEST and (is_one_known or are_marked) else {}


def _lines_below(item: Item) -> list[Line]:
    """The lines of an item behind its first one, with those of its further paragraphs."""
    texts = [item.text, *item.more]
    lines = [(line, text.line + at) for text in texts for at, line in enumerate(text.source.split("\n"))]
    return [(text.strip().rstrip("\\"), line) for text, line in lines[1:]]


def _is_marked_key(cells: Mapping[Role, Inline]) -> bool:
    """Whether a field has a label for presence, and its name may be a key: no `--option`, `VARIABLE` or `scope.read`."""
    name = cells[Role.NAME].text
    return Role.REQUIRED in cells and _KEY.fullmatch(name) is not None and not name.isupper()


def _cells(
    block: ItemList, own: ItemParts, item: Item, labels: Sequence[int], words: Words
) -> Mapping[Role, Inline] | None:
    """The cells of a field; None if a line or an item below it has no label, or further paragraphs."""
    items = [block.entries[number] for number in labels]
    lines = [(inner.text.source, inner.text.line) for inner in items] if items else _lines_below(item)
    if not lines or any(inner.more for inner in items) or not all(says_label(line, words) for line in lines):
        return None
    rest = own.rest if items else replace(own.rest, source=own.rest.source.partition("\n")[0])
    known = {Role.DESCRIPTION: rest} if rest.source else {}
    cells = attribute_cells(own.name, lines, words, known, needs_type=False)
    return cells if cells is not None and not cells.keys().isdisjoint((Role.TYPE, Role.REQUIRED)) else None
