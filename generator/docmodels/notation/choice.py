"""The language of a tree of docs: the one that understands most of its types."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from ..frozen import frozen
from ..patterns import regex

if TYPE_CHECKING:
    from ..markdown import Inline

TYPES = "types"
"""The key of a tally for the number of all types; the other keys are languages."""


_FEWEST = 3
"""The fewest types that show whether a language is known."""


@frozen()
class Choice:
    """The language that understands most: `known` of `types` types."""

    language: str
    known: int
    types: int

    @property
    def is_strange(self) -> bool:
        """Whether the language lacks words for most of the types."""
        return self.types >= _FEWEST and 2 * self.known < self.types


def tally_types(cells: Iterable[Inline], languages: Sequence[str]) -> dict[str, int]:
    """The number of types in cells, as `TYPES`, and language -> the number of types that it understands.

    Languages that understand none are left out.
    """
    understood = [_understood(form(cell), cell.limit, tuple(languages)) for cell in cells]
    tally = {TYPES: len(understood)}
    for language, count in zip(languages, map(sum, zip(*understood, strict=True)), strict=False):
        if count:
            tally[language] = count
    return tally


_PAGE = regex(r"(?<!!)\[(\*\*|)(\w+)\1\]\((?:[\w./-]*/)?\2\.md\)", re.ASCII)


def form(cell: Inline) -> str:
    """The source of a type, normalised: types that every language treats alike share one cache entry.

    A link to the page that has its name is a type in all of them, whatever that is.
    """
    has_link = "](" in cell.source and "`" not in cell.source and not cell.is_long
    return _PAGE.sub("[T](T.md)", cell.source) if has_link else cell.source


def choose(tallies: Iterable[Mapping[str, int]], languages: Sequence[str]) -> Choice:
    """The language that most of the tallies count for; the first one of several that count alike."""
    known = dict.fromkeys(languages, 0)
    types = 0
    for tally in tallies:
        types += tally.get(TYPES, 0)
        for language in languages:
            known[language] += tally.get(language, 0)
    language = max(known, key=lambda name: known[name])
    return Choice(language, known[language], types)


@lru_cache(maxsize=1 << 14)  # trees of a thousand pages have a few hundred types
def _understood(source: str, limit: int, languages: tuple[str, ...]) -> tuple[bool, ...]:
    """Whether each of the languages understands a type."""
    from ..markdown import Inline  # loaded on demand: with a warm cache, no page needs them
    from .languages import VOCABULARIES
    from .parser import read_type

    cell = Inline(source, 1, 1, limit)
    readings = (read_type(cell, "", VOCABULARIES[language]) for language in languages)
    return tuple(not reading.diagnostics and not reading.strange for reading in readings)
