"""Lines above lists that announce fields for one case: "If `kind` is `paper`:"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from ....markdown import Inline
from ....tables.lexicon import any_language
from .bullet_lists import Items

_LONGEST = 300  # characters of such a line


def condition_above(items: Items, number: int) -> Inline | None:
    """The paragraph of the item around an item that stands above it, if it announces fields for one case."""
    parent = items.parents[number]
    if parent is None:
        return None
    more = items.block.entries[parent].more
    at = bisect_left(more, items.block.entries[number].text.line, key=lambda text: text.line)
    return more[at - 1] if at and is_condition(more[at - 1].source) else None


def is_condition(source: str) -> bool:
    """Whether a line announces fields for one case, by another field: "If `kind` is `paper`:", but not "If it succeeds:"."""
    text = source.strip(" *_")
    is_line = text.endswith((":", "：")) and len(text) <= _LONGEST
    has_name = "`" in text or "*" in text.rstrip(":：*")
    return is_line and has_name and any_language().case_head.match(text.casefold()) is not None


def as_sentence(lead: str) -> Iterator[str]:
    """A line that announces fields for one case, as a paragraph of their descriptions."""
    if lead:
        yield f"\n{lead.strip().rstrip(':：')}."
