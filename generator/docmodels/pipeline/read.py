"""From the files of a docs folder to what its pages declare.

Each family says what it would read on a page; the one that is surest reads it, once the family has seen all of its
pages. What one page alone decides is looked up in the cache first; only pages that changed are parsed.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING

from .. import families
from ..cache.digests import digest
from ..cache.keys import key_of
from ..cache.store import Cache
from ..diagnostics import Diagnostic, Severity
from ..families import Claim, Entry, Family, Notation, Reader, Reading, Sighting
from ..frozen import frozen, replace
from ..model.declarations import Declaration, Use
from .choose import Claims, Options, families_of, left, settled, strange_notations

if TYPE_CHECKING:
    from ..families.tables import Tables
    from ..markdown import Page

Progress = Callable[[int, int], None]
"""Told how many steps of reading are done, and of how many: each page takes two."""


@frozen()
class Chosen:
    """The family that reads a page, and why."""

    claim: Claim
    notation: Notation


@frozen()
class Docs:
    """The readings of all pages of a tree.

    pages      the paths of those that can be read
    chosen     by path, the family that reads a page; a page that no family claims is not there
    notations  how the tree is written: one for each family, and each language of it, the one of most pages first
    skipped    by path, the tables of pages that nobody reads
    """

    pages: frozenset[str]
    chosen: Mapping[str, Chosen]
    notations: tuple[Notation, ...]
    readings: Mapping[str, Reading]
    skipped: Mapping[str, tuple[Entry, ...]]
    diagnostics: tuple[Diagnostic, ...]

    def notation(self, path: str) -> str:
        """The notation of a page in words: `sdk, typescript`; "" for a page that nobody reads."""
        if path not in self.chosen:
            return ""
        notation = self.chosen[path].notation
        return ", ".join(filter(None, (notation.family, notation.language)))

    @property
    def census(self) -> tuple[Entry, ...]:
        """Every table of the pages, with what becomes of it, in the order of the pages."""
        entries = {**{path: reading.census for path, reading in self.readings.items()}, **self.skipped}
        return tuple(entry for path in sorted(entries) for entry in entries[path])

    def sightings(self, path: str) -> Sequence[Sighting]:
        """The tables of a page, with the content that the family reads in each."""
        return self.readings[path].tables if path in self.readings else ()

    def examples(self, path: str) -> Sequence[Sighting]:
        """The models that the examples of a page show."""
        return self.readings[path].examples if path in self.readings else ()

    @property
    def declarations(self) -> Iterator[Declaration]:
        """All that the pages declare, page by page."""
        return chain.from_iterable(reading.declarations for reading in self.readings.values())

    @property
    def uses(self) -> Iterator[Use]:
        """All that operations send and receive."""
        return chain.from_iterable(reading.uses for reading in self.readings.values())

    @property
    def is_without_models(self) -> bool:
        """Whether all pages that families claim rightly have no model, and nothing is wrong with any page.

        A family has to know pages by their form for that: a page of tables alone shows no operation.
        """
        claims = [chosen.claim for chosen in self.chosen.values()]
        has_errors = any(diagnostic.severity is not Severity.NOTE for diagnostic in self.diagnostics)
        is_known = any(claim.sureness is not families.Sureness.FALLBACK for claim in claims)
        return is_known and not has_errors and not any(claim.models for claim in claims)

    @property
    def modelled(self) -> frozenset[str]:
        """The paths of the pages that declare something."""
        return frozenset(path for path, reading in self.readings.items() if reading.declarations)


def read_docs(
    files: Sequence[tuple[str, bytes]], options: Options, cache: Cache, progress: Progress | None = None
) -> Docs:
    """Read a tree of pages.

    files  the pages' paths, relative to the docs folder and with `/`, and their bytes
    """
    sources = {path: _Source(path, data, options.limit) for path, data in files}
    count = len(sources)
    report = _Report(progress, 2 * count)
    others = [family for name, family in families.FAMILIES.items() if name != families.FALLBACK]
    claimed: dict[str, Claims] = {}
    for done, (path, source) in enumerate(sources.items(), 1):
        claimed[path] = cache.recall(f"claims-{source.digest}", Claims, partial(source.claims, others))
        report(done)
    fallback = key_of(options.fallback)
    for path in left(claimed, options):
        key = f"left-{fallback}-{sources[path].digest}"
        more = cache.recall(key, Claims, partial(sources[path].claims, [options.fallback]))
        claimed[path] = replace(claimed[path], by_family={**claimed[path].by_family, **more.by_family})
    names, ties = families_of(claimed, options.family)
    readers = settled(claimed, names, options)
    keys = {id(reader): key_of(reader) for reader in {id(reader): reader for reader in readers.values()}.values()}
    readings = {}
    for done, path in enumerate(names, 1):  # in the order of the pages, whatever groups they are in
        reader, source = readers[path], sources.pop(path)  # a page takes more memory than what it says
        key = f"reading-{keys[id(reader)]}-{source.digest}"
        readings[path] = cache.recall(key, Reading, partial(source.read, reader))
        report(count + done)
    skipped = {
        path: cache.recall(
            f"skipped-{fallback}-{source.digest}", Reading, partial(source.skip, options.fallback)
        ).census
        for path, source in sources.items()
        if claimed[path].is_read
    }
    report(2 * count)
    strange = strange_notations(readers)
    by_pages = Counter(readers[path].notation for path, reading in readings.items() if reading.declarations)
    return Docs(
        frozenset(path for path, claims in claimed.items() if claims.is_read),
        {path: Chosen(claimed[path].by_family[name], readers[path].notation) for path, name in names.items()},
        tuple(notation for notation, _ in by_pages.most_common()),
        readings,
        {path: entries for path, entries in skipped.items() if entries},
        tuple(chain(ties, strange, *_findings(claimed.values()), *_findings(readings.values()))),
    )


class _Report:
    """Reports progress that never goes back."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def __call__(self, done: int) -> None:
        if self._progress is not None and done > self._done:
            self._progress(done, self._total)
            self._done = done


def _findings(results: Iterable[Claims | Reading]) -> Iterator[tuple[Diagnostic, ...]]:
    return (result.diagnostics for result in results)


class _Source:
    """A page that is parsed when somebody has to know, and then once."""

    def __init__(self, path: str, data: bytes, limit: int) -> None:
        self._path = path
        self._data = data
        self._limit = limit

    @cached_property
    def digest(self) -> str:
        """Tells the page apart from every other, by its path too: its links depend on that."""
        return digest(os.fsencode(self._path), str(self._limit).encode(), self._data)

    @cached_property
    def _page(self) -> tuple[Page | None, tuple[Diagnostic, ...]]:
        from ..markdown import read_page

        return read_page(self._path, self._data, self._limit)

    def claims(self, among: Sequence[Family]) -> Claims:
        page, diagnostics = self._page
        by_family = {} if page is None else families.claims(page, among)
        return Claims(by_family, diagnostics, page is not None)

    def read(self, reader: Reader) -> Reading:
        page, _ = self._page
        if page is None:
            raise ValueError(f"{self._path} cannot be read")
        from ..families.census import census

        reading = reader.read(page)
        return replace(reading, census=census(page, reading, reader.notation.family))

    def skip(self, fallback: Tables) -> Reading:
        """The census of a page that nobody reads."""
        from ..families.census import census, skipped

        page, _ = self._page
        if page is None:
            raise ValueError(f"{self._path} cannot be read")
        reading = fallback.settle({}).read(page)
        return Reading(census=skipped(census(page, reading, fallback.name)))
