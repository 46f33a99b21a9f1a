"""The values of an enumeration from its description: its table only has the names of code.

Allowed values:

* notApplicable
* credit
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ...markdown import Block, Inline, ItemList, Prose, SpanKind, Table
from ...model.names import folded
from ...patterns import regex

_MEANING = regex(r"\s*(?::|\s[-\u2013\u2014]\s|\().*", re.DOTALL)


def listed_values(names: Sequence[str], blocks: Iterable[Block]) -> Sequence[str]:
    """The value of each name, in their order; () if one is missing, or has two spellings."""
    spellings: dict[str, set[str]] = {}
    for word in (word for block in blocks for word in _words(block)):
        spellings.setdefault(folded(word), set()).add(word)
    matches = [spellings.get(folded(name), set()) for name in names]
    return [value for values in matches for value in values] if all(len(values) == 1 for values in matches) else []


def _words(block: Block) -> Iterator[str]:
    """The words that a block sets apart: code, bold words, items of a list, cells of a first column; no meanings."""
    if isinstance(block, Prose):
        spans = Inline(block.source, block.line, 1).spans
        yield from (span.text.strip() for span in spans if span.strong or span.kind is SpanKind.CODE)
    elif isinstance(block, ItemList):
        yield from (_MEANING.sub("", item.text).strip() for item in block.items)
    elif isinstance(block, Table):
        yield from (row.cells[0].text.strip() for row in block.rows if row.cells)
