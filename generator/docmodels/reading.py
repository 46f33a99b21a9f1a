"""From the files of a docs folder to what its pages declare.

What one page alone decides is looked up in the cache first; only pages that changed are parsed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING

from . import dialects
from .cache import Cache, digest, in_halves
from .diagnostics import Diagnostic
from .dialects import Decision, Notation, Reading, Survey

if TYPE_CHECKING:
    from .markdown import Page

Progress = Callable[[int, int], None]
"""Told how many pages are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Surveyed:
    """What a page says by itself, in the eyes of each family; `surveys` is empty for a page that cannot be read."""

    surveys: tuple[Survey, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Docs:
    """What the pages of a tree declare.

    pages  the paths of those that can be read
    """

    pages: frozenset[str]
    decision: Decision
    readings: tuple[Reading, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_docs(
    files: Sequence[tuple[str, bytes]], language: str, limit: int, cache: Cache, progress: Progress | None = None
) -> Docs:
    """Read a tree of pages.

    files     the pages' paths, relative to the docs folder and with `/`, and their bytes
    language  the notation of the types, "" to find it out
    limit     a cell, heading or item with more characters is plain text
    """
    sources = [_Source(path, data, limit) for path, data in files]

    def survey(source: _Source) -> Surveyed:
        return cache.recall(f"survey-{source.digest}", Surveyed, source.survey)

    def read(source: _Source, notation: Notation) -> Reading:
        key = f"{notation.family}-{notation.language}-{source.digest}"
        return cache.recall(key, Reading, partial(source.read, notation))

    def prepare(some: Sequence[_Source]) -> None:
        """Read some of the pages as the whole tree is going to be read, as far as they tell."""
        decision = _decide(map(survey, some), language)
        modelled = frozenset(decision.modelled)
        for source in some:
            if source.path in modelled:
                read(source, decision.notation)

    in_halves(cache, [source for source in sources if not cache.knows(f"survey-{source.digest}")], prepare)
    surveyed = []
    for done, source in enumerate(sources, 1):
        surveyed.append(survey(source))
        if progress is not None:
            progress(done, len(sources))
    decision = _decide(surveyed, language)
    by_path = {source.path: source for source in sources}
    readings = [read(by_path[path], decision.notation) for path in decision.modelled]
    return Docs(
        frozenset(source.path for source, each in zip(sources, surveyed, strict=True) if each.surveys),
        decision,
        tuple(readings),
        tuple(chain(decision.diagnostics, *_findings(surveyed), *_findings(readings))),
    )


def _findings(found: Iterable[Surveyed | Reading]) -> Iterator[tuple[Diagnostic, ...]]:
    return (each.diagnostics for each in found)


def _decide(surveyed: Iterable[Surveyed], language: str) -> Decision:
    return dialects.decide([each.surveys for each in surveyed if each.surveys], language)


class _Source:
    """A page that is parsed when somebody has to know, and then once."""

    def __init__(self, path: str, data: bytes, limit: int) -> None:
        self.path = path
        self._data = data
        self._limit = limit

    @cached_property
    def digest(self) -> str:
        """Tells the page apart from every other, by its path too: its links depend on that."""
        return digest(os.fsencode(self.path), str(self._limit).encode(), self._data)

    @cached_property
    def _page(self) -> tuple[Page | None, tuple[Diagnostic, ...]]:
        from .markdown import read_page

        return read_page(self.path, self._data, self._limit)

    def survey(self) -> Surveyed:
        page, diagnostics = self._page
        return Surveyed(() if page is None else dialects.survey(page), diagnostics)

    def read(self, notation: Notation) -> Reading:
        page, _ = self._page
        if page is None:
            raise ValueError(f"{self.path} cannot be read")
        return dialects.read(page, notation)
