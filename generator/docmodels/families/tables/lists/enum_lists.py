"""Lists of enumerations, as a table of values each.

## Enums

- `berth_state`: `free` | `taken`        - **CraneKind** - fixed, mobile
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....frozen import replace
from ....markdown import Block, Inline, Item, ItemList, Page, Prose, Row, Section, Table
from ....model.names import singular
from ....patterns import regex
from ....tables.choices import cell_choices
from ....tables.lexicon import Words
from ..headings.titles import cleaned
from ..headings.value_headings import words_of_heading

_ITEM = regex(
    r"(?P<name>`[A-Za-z]\w{0,60}`|\*\*`?[A-Za-z]\w{0,60}`?\*\*|[A-Za-z]\w{0,60}(?=\s*:))\s*(?:[:：=]|\s[–—-]\s)\s*(?P<values>\S.*)"
)
_FEWEST = 2  # the fewest values


def with_enumeration_lists(page: Page, words: Words) -> Page:
    """The page, with tables for such lists below a heading for enumerations."""
    if not any(_announces(section, words) for section in page.sections):
        return page
    return replace(page, sections=tuple(_with_tables(section, words) for section in page.sections))


def _announces(section: Section, words: Words) -> bool:
    if not any(isinstance(block, ItemList) for block in section.blocks):
        return False
    heads = set(words_of_heading(cleaned(section.heading.text))) & words.enumerations
    return any(singular(head) != head or not head.isascii() for head in heads)  # `Enums`, not `Door enum`


def _with_tables(section: Section, words: Words) -> Section:
    if not _announces(section, words):
        return section
    return replace(section, blocks=tuple(made for block in section.blocks for made in _made(block, words)))


def _made(block: Block, words: Words) -> Sequence[Block]:
    """The lines with the names and the tables of a list; the block itself if an item is something else."""
    if not isinstance(block, ItemList):
        return (block,)
    items = [_values(item, words) for item in block.entries]
    if not all(values for _, values in items):
        return (block,)
    return tuple(
        made for item, (name, values) in zip(block.entries, items, strict=True) for made in _table(item, name, values)
    )


def _values(item: Item, words: Words) -> tuple[str, Sequence[str]]:
    """The name and the values of an enumeration in an item; no values for any other item."""
    match = _ITEM.fullmatch(item.text.source.strip()) if not item.depth and not item.more else None
    if match is None:
        return "", ()
    chosen = cell_choices(match["values"].rstrip(" ."), words)
    values = chosen.values if chosen is not None and not chosen.is_open else ()
    return match["name"].strip("*`"), values if len(values) >= _FEWEST else ()


def _table(item: Item, name: str, values: Sequence[str]) -> Iterator[Block]:
    line = item.text.line
    yield Prose(line, f"**{name}**")
    yield Table(
        line,
        (Inline("Value", line, 1),),
        tuple(Row(line, (replace(item.text, source=f"`{value}`"),), 1) for value in values),
    )
