"""Lists of names in invisible parts of a page: its comments and its front matter.

<!-- { "blockType": "resource", "optionalProperties": ["size", "owner"] } -->

optionalProperties:
  - size
  - owner
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ..patterns import regex

_LIST = regex(r"[\"']?(?P<key>[A-Za-z][\w-]{1,60})[\"']?\s{0,20}[:=]\s{0,20}\[(?P<items>[^\[\]{}]{1,20000})\]")
_LINES = regex(r"^(?P<key>[A-Za-z][\w-]{1,60}):[ \t]*\n(?P<items>(?:[ \t]*-[ \t]+[^\n]{1,300}\n)+)", re.MULTILINE)
_ITEM = regex(r"\"(?P<double>[^\"\n]*)\"|'(?P<single>[^'\n]*)'|(?P<bare>[^\s,\"'\[\]][^,\n\"']*)")


def hidden_lists(text: str, matter: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """Key, in lower case and without `_` and `-` → its list of names.

    text    the page
    matter  the lines of its front matter
    """
    if "<" not in text and not matter:  # a quick look, enough for most pages
        return {}
    lists: dict[str, tuple[str, ...]] = {}
    for key, items in _lists(text, "\n".join(matter)):
        folded = re.sub(r"[_-]", "", key).lower()
        names = tuple(next(filter(None, match.groups()), "").strip() for match in _ITEM.finditer(items))
        lists[folded] = (*lists.get(folded, ()), *filter(None, names))
    return lists


def _comments(text: str) -> Iterator[str]:
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        yield text[start + 4 : end]
        at = end + 3


def _lists(text: str, matter: str) -> Iterator[tuple[str, str]]:
    for hidden in (*_comments(text), matter):
        if "[" in hidden:
            yield from ((match["key"], match["items"]) for match in _LIST.finditer(hidden))
    if matter:
        yield from (
            (match["key"], re.sub(r"^[ \t]*-[ \t]+", "", match["items"], flags=re.MULTILINE))
            for match in _LINES.finditer(f"{matter}\n")
        )
