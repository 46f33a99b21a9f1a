"""Cells of columns of cardinalities: `0..1`, `1..n`, `*`, `Many`."""

from __future__ import annotations

import re
from functools import cache

from ..frozen import frozen
from ..markdown import Inline
from ..model.declarations import Presence
from ..patterns import regex
from .lexicon import Words, any_language

_FIXED = regex(r"\d{1,9}")
_IN_BRACKETS = regex(
    r"[^()（）]{0,40}?[^\W\d_][^()（）]{0,40}[(（](?P<count>[^()（）]{1,20})[)）]"
)  # `필수(1)`, `optional (0..1)`
_SIGNS = {"*": (0, None), "0+": (0, None), "+": (1, None), "1+": (1, None), "?": (0, 1), "n": (0, None), "0/1": (0, 1)}


@frozen()
class Cardinality:
    """The number of values of a field.

    is_list  whether there may be several
    least    None if the cell does not say whether there must be one
    most     None without a limit
    """

    is_list: bool
    least: int | None = None
    most: int | None = None

    @property
    def presence(self) -> Presence | None:
        """Whether the field must be there; None if the cell does not say."""
        if self.least is None:
            return None
        return Presence.REQUIRED if self.least else Presence.OPTIONAL


def cardinality(cell: Inline, words: Words) -> Cardinality | None:
    """The cardinality in a cell; None without one."""
    return _cardinality(cell.text.strip(" `\n"), words)


def _cardinality(text: str, words: Words) -> Cardinality | None:
    folded = " ".join(text.casefold().strip("[](){} .").split()) or text
    if folded in words.many:
        return Cardinality(is_list=True)
    if folded == "single":
        return Cardinality(is_list=False)  # whether there is one at all, it leaves open
    if folded in words.single:
        return Cardinality(is_list=False, least=1, most=1)
    if folded in _SIGNS:
        least, most = _SIGNS[folded]
        return Cardinality(most is None, least, most)
    if (match := _range().fullmatch(folded)) is not None:
        ends = int(match["most"]) if match["most"].isdigit() else None
        return Cardinality(ends is None or ends > 1, int(match["least"]), ends)
    if _FIXED.fullmatch(folded):
        count = int(folded)
        return Cardinality(count > 1, count, count)
    match = _IN_BRACKETS.fullmatch(text)
    return None if match is None else _cardinality(match["count"], words)


@cache
def _range() -> re.Pattern[str]:
    words = any_language()
    between = rf"\.{{2,3}}|…|-|–|:|/|,|〜|~|{words.through}"
    return re.compile(
        rf"(?P<least>\d{{1,9}})\s*(?:{between})\s*(?P<most>\d{{1,9}}|\*|n|m|∞|{words.unbounded})", re.IGNORECASE
    )
