"""The keys of the JSON beside the fields of a section."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from ....frozen import frozen
from ....markdown import Fence, Page, Section
from ....patterns import regex

_KEY = regex(r"""["'](?P<key>[\w$@./-]{1,100})["']\s*:""")
_TOKEN = regex(r"""["'](?P<key>[\w$@./-]{1,100})["']\s*:|"(?:[^"\\\n]|\\.){0,10000}"|[{}\[\]]""")
_LONGEST_FENCE = 50_000  # characters of a fence


_DOTTED = regex(r"[\"'](?P<key>[\w$@-]{1,60}(?:\.[\w$@/-]{1,60}){1,9})[\"']\s*:")
_HOLDER = regex(
    r"[\"'](?P<key>[\w$@-]{1,100})[\"']\s*:\s*(?:\[\s*)?\{|^[ \t]*(?:- )?(?P<yaml>[\w$@-]{1,100}):[ \t]*(?:#.*)?$",
    re.MULTILINE,
)


@frozen()
class DottedKeys:
    """Names with dots in the JSON and YAML of a page: `room.name`.

    keys     the keys with dots in them
    holders  the keys of objects
    """

    keys: frozenset[str]
    holders: frozenset[str]


def dotted_keys(page: Page) -> DottedKeys:
    texts = [
        block.text[:_LONGEST_FENCE] for section in page.sections for block in section.blocks if isinstance(block, Fence)
    ]
    dotted = frozenset(match["key"] for text in texts for match in _DOTTED.finditer(text))
    holders = frozenset(match["key"] or match["yaml"] for text in texts for match in _HOLDER.finditer(text))
    return DottedKeys(dotted, holders)


def keys_beside(page: Page) -> Callable[[int], frozenset[str]]:
    """A function: index of a section -> keys of the JSON in it and around it."""
    trails = tuple(page.trails())
    keys: dict[int, frozenset[str]] = {}

    def beside(index: int) -> frozenset[str]:
        near = (trails[index][-1], *(trail[-1] for trail in _beside(trails, index)))
        for section in near:
            if id(section) not in keys:
                keys[id(section)] = _keys(section)
        return frozenset().union(*(keys[id(section)] for section in near))

    return beside


def outer_keys(section: Section) -> Iterator[frozenset[str]]:
    """The outermost keys of each piece of JSON in a section."""
    for block in section.blocks:
        if isinstance(block, Fence) and block.text.lstrip()[:1] in ("{", "["):
            yield frozenset(_outermost(block.text[:_LONGEST_FENCE]))


def _outermost(text: str) -> Iterator[str]:
    """The keys of the outermost object of JSON, or of the objects in its outermost list."""
    depth, first = 0, 0
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token in ("{", "["):
            depth += 1
            first = first or (depth if token == "{" else 0)
        elif token in ("}", "]"):
            depth -= 1
        elif depth == first and match["key"]:
            yield match["key"]


def _beside(trails: Sequence[tuple[Section, ...]], index: int) -> Sequence[tuple[Section, ...]]:
    """The sections with the JSON of a section: the one above, those in it, and the next one of its level."""
    trail = trails[index]
    below = list(takewhile(lambda inner: len(inner) > len(trail), trails[index + 1 :]))
    following = trails[index + 1 + len(below) :][:1]
    above = [trail[:-1]] if len(trail) > 1 else []
    return (*above, *below, *(after for after in following if after[:-1] == trail[:-1]))


def _keys(section: Section) -> frozenset[str]:
    """The keys of the JSON in a section."""
    fences = (block for block in section.blocks if isinstance(block, Fence))
    return frozenset(match["key"] for fence in fences for match in _KEY.finditer(fence.text[:_LONGEST_FENCE]))
