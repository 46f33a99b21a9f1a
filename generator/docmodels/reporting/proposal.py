"""The proposals of `docmodels init`: pages to leave out, and words for tables that were not read."""

from __future__ import annotations

import json
import posixpath
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import reduce
from itertools import takewhile

from ..config import OwnTables
from ..diagnostics import Place
from ..families import Verdict
from ..frozen import frozen
from ..model.declarations import Object
from ..model.types import ANY, Constant, Type, Unknown, walk
from ..patterns import Pattern
from ..pipeline.understand import Understanding

_SHORTEST = 4
"""The fewest common characters of file names for a pattern that means something."""


def excludes(understanding: Understanding) -> tuple[tuple[str, ...], int]:
    """Patterns of the pages that describe only the machinery of an SDK, and the number of these pages.

    No pattern matches another page.
    """
    paths = sorted(
        path
        for path, reading in understanding.docs.readings.items()
        if reading.declarations and len(reading.machinery) == len(reading.declarations)
    )
    others = understanding.docs.pages - set(paths)
    folders: dict[str, list[str]] = {}
    for path in paths:
        folders.setdefault(posixpath.dirname(path), []).append(path)
    patterns = (pattern for folder, inside in folders.items() for pattern in _patterns(folder, inside, others))
    return tuple(patterns), len(paths)


def _common_end(one: str, other: str) -> str:
    """The characters that two texts have in common at their ends."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    length = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return one[len(one) - length :]


def _patterns(folder: str, paths: Sequence[str], others: Collection[str]) -> Iterator[str]:
    """One pattern for the pages of a folder if it matches no other page; else each page by itself."""
    prefix = f"{folder}/" if folder else ""
    end = reduce(_common_end, paths)
    name = posixpath.splitext(posixpath.basename(end))[0] if "/" not in end else ""
    for pattern in (f"{prefix}*", f"{prefix}*{end}" if len(name) >= _SHORTEST else ""):
        if len(paths) > 1 and pattern and not any(map(Pattern.parse(pattern).matches, others)):
            yield pattern
            return
    yield from paths


_MOST_TRIALS = 3  # kinds of tables


@frozen()
class Proposal:
    """Words for tables that are not read, and the number of tables that docmodels reads with them."""

    tables: OwnTables
    won: int

    @property
    def toml(self) -> str:
        """The table of the configuration."""
        columns = ", ".join(f"{role} = [{_quoted(heading)}]" for role, (heading, *_) in self.tables.columns.items())
        return f"[[tool.docmodels.tables]]\ncolumns = {{ {columns} }}"


def own_tables(understanding: Understanding, read: Callable[[OwnTables], Understanding]) -> Sequence[Proposal]:
    """The words with which docmodels reads more tables, with known types; those for most tables first.

    read  reads the same docs with some words, to try each proposal
    """
    kinds = Counter(
        seen.strange
        for path in sorted(understanding.docs.readings)
        for seen in understanding.docs.sightings(path)
        if len(seen.strange) > 1
    )
    before, types_before = _read(understanding), _types(understanding)
    proposals = []
    for (names, types, *_), _ in kinds.most_common(_MOST_TRIALS):
        tables = OwnTables(columns={"name": (names,), "type": (types,)})
        tried = read(tables)
        won = _read(tried) - before
        fresh = [kind for place, kind in _types(tried).items() if place not in types_before]
        known = sum(
            kind != ANY and not any(isinstance(part, Unknown | Constant) for part in walk(kind)) for kind in fresh
        )
        if won > 0 and known * 2 > len(fresh):
            proposals.append(Proposal(tables, won))
    return sorted(proposals, key=lambda proposal: -proposal.won)


def _types(understanding: Understanding) -> Mapping[Place, Type]:
    """Place of a field → its type."""
    objects = (declaration for declaration in understanding.model.declarations if isinstance(declaration, Object))
    return {field.place: field.type for owner in objects for field in owner.fields}


def _read(understanding: Understanding) -> int:
    return sum(entry.verdict is Verdict.READ for entry in understanding.docs.census)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
