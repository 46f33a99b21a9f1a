"""From the files of a docs folder to what its pages declare.

What one page alone decides is looked up in the cache first; only pages that changed are parsed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain

from . import dialects
from .cache import Cache, digest
from .diagnostics import Diagnostic
from .dialects import Decision, Notation, Reading, Survey
from .markdown import Page, read_page

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
    surveyed = []
    for done, source in enumerate(sources, 1):
        surveyed.append(cache.recall(f"survey-{source.digest}", Surveyed, source.survey))
        if progress is not None:
            progress(done, len(sources))
    decision = dialects.decide([each.surveys for each in surveyed if each.surveys], language)
    notation = decision.notation
    kind = f"{notation.family}-{notation.language}"
    by_path = {source.path: source for source in sources}
    readings = [
        cache.recall(f"{kind}-{source.digest}", Reading, partial(source.read, notation))
        for source in map(by_path.__getitem__, decision.modelled)
    ]
    return Docs(
        frozenset(source.path for source, each in zip(sources, surveyed, strict=True) if each.surveys),
        decision,
        tuple(readings),
        tuple(chain(*(each.diagnostics for each in surveyed), *(reading.diagnostics for reading in readings))),
    )


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
        return read_page(self.path, self._data, self._limit)

    def survey(self) -> Surveyed:
        page, diagnostics = self._page
        return Surveyed(() if page is None else dialects.survey(page), diagnostics)

    def read(self, notation: Notation) -> Reading:
        page, _ = self._page
        if page is None:
            raise ValueError(f"{self.path} cannot be read")
        return dialects.read(page, notation)
