"""Opening and closing tags, in pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ....markdown import Closing, Inline, Opening, Tag


def balanced(tags: Sequence[Tag]) -> Iterator[tuple[Tag, bool]]:
    """The tags in pairs, each with a flag. An unclosed tag closes before the next tag; a stray closing tag is left out.

    The flag is False for an unclosed tag, and for the closing tag that is added.
    """
    pairs = _pairs(tags)
    closing = frozenset(pairs.values())
    open_: Opening | None = None
    for at, tag in enumerate(tags):
        if isinstance(tag, Inline):
            yield tag, True
            continue
        if open_ is not None:
            yield Closing(open_.name, tag.line, tag.column), False
            open_ = None
        if isinstance(tag, Closing):
            if at in closing:
                yield tag, True
            continue
        is_closed = at in pairs or (tag.is_empty and tag.is_whole)
        yield tag, is_closed
        if tag.is_empty:
            yield Closing(tag.name, tag.line, tag.column), True
        elif not is_closed:
            open_ = tag
    if open_ is not None:
        yield Closing(open_.name, open_.line, open_.column), False


def _pairs(tags: Sequence[Tag]) -> Mapping[int, int]:
    """Index of an opening tag -> index of its closing tag."""
    stack: list[tuple[str, int]] = []
    counts = Counter[str]()
    pairs: dict[int, int] = {}
    for at, tag in enumerate(tags):
        if isinstance(tag, Opening) and tag.is_whole and not tag.is_empty:
            stack.append((tag.name, at))
            counts[tag.name] += 1
        elif isinstance(tag, Closing) and counts[tag.name]:
            while True:
                name, start = stack.pop()
                counts[name] -= 1
                if name == tag.name:
                    break
            pairs[start] = at
    return pairs
