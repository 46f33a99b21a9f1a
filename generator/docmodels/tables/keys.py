"""The keys in a name that is a path or a range.

history[][day]  ->  history with one list, day        note1-3  ->  note1, note2, note3
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ..frozen import replace
from ..patterns import regex
from .lexicon import any_language
from .names import FieldName

_MOST_IN_RANGE = 100
_ROOT = regex(r"(?:\$|\$?\[(?:\*|n|i|0)?\])(?:\.(?=[^\W\d]|[$@])|\Z)")  # `[].id`, `$.id`, `$[*].id`
_ITEMS = frozenset({"*", "#", "n", "i", "N", "index", "x", "...", "…"})  # indexes that stand for any item
_DIGIT = regex(r"\d")
_INDEX = regex(r"""\[(?P<key>[^\[\]]{0,60})\]\??|\."(?P<quoted>[^"]{1,100})"|\.(?P<part>[^.\[\]"]+)""")


def ranged(text: str) -> tuple[str, ...]:
    """The names of a range: `note1`, `note2`, `note3` of `note1-3`; any other name alone."""
    match = _range().fullmatch(text) if _DIGIT.search(text) is not None else None
    if match is None or not int(match["first"]) < int(match["last"]) <= _MOST_IN_RANGE:
        return (text,)
    numbers = range(int(match["first"]), int(match["last"]) + 1)
    return tuple(f"{match['stem']}{number}{match['suffix']}" for number in numbers)


@cache
def _range() -> re.Pattern[str]:
    return re.compile(
        r"(?P<stem>[^\W\d][^\W\d]{0,60}_?)(?P<first>[01])(?P<suffix>[A-Za-z]{0,3})"
        rf"\s*(?:-|–|—|~|\.{{2,3}}|…|{any_language().through})\s*(?:(?P=stem))?(?P<last>\d{{1,3}})(?P=suffix)"
    )


def keys(text: str) -> tuple[tuple[str, int], ...]:
    """The keys of a path, each with the number of lists around its value.

    `history[][day]` is `history` with one list, then `day`; `boxes[0].size` is `boxes` with one list, then `size`, as
    is `boxes[#]?.size`; `box?.size` is `box`, then `size`; a name that is no path is itself.
    """
    if "[" not in text and "." not in text:
        return ((text, 0),)
    end = min((at for mark in "[." if (at := text.find(mark, 1)) > 0), default=len(text))
    if end == len(text) or text.startswith(("@", "$", ".", "[", "#", "-")):
        return ((text, 0),)
    path: list[tuple[str, int]] = [(text[:end].removesuffix("?"), 0)]
    at = end
    while at < len(text):
        match = _INDEX.match(text, at)
        if match is None:
            return ((text, 0),)
        part = match["quoted"] if match["quoted"] is not None else match["part"]
        key = part.removesuffix("?") if part is not None else match["key"].strip("'\" ")
        if part is None and (not key or key.isdigit() or key in _ITEMS):
            path[-1] = (path[-1][0], path[-1][1] + 1)
        elif not key.strip() or key.strip() != key:
            return ((text, 0),)
        else:
            path.append((key, 0))
        at = match.end()
    return tuple(path)


def without_root(names: Sequence[FieldName]) -> Sequence[FieldName]:
    """Names without a root that all of them share: `[].id`, `$.id`. The row of the root itself gets the name ""."""
    roots = [_ROOT.match(name.text) for name in names]
    if not any(roots):
        return names
    if any(root is None and name.text for name, root in zip(names, roots, strict=True)):
        return [replace(name, text="") if name.text == "$" else name for name in names]
    return [
        name if root is None else replace(name, text=name.text[root.end() :])
        for name, root in zip(names, roots, strict=True)
    ]
