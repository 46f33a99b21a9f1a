"""The files of a docs folder as declarations.

Each family claims the pages that it can read. The surest family reads a page, after it has seen all of its pages. Results
for single pages come from the cache; only pages that changed are parsed.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from .. import families
from ..cache.digests import digest
from ..cache.keys import key_of
from ..cache.store import Cache
from ..diagnostics import Diagnostic, Severity
from ..families import Claim, Entry, Family, Notation, Reader, Reading, Sighting
from ..frozen import cached_property, frozen, replace
from ..model.declarations import Declaration, Use
from .choose import Claims, Options, families_of, left, settled, strange_notations

if TYPE_CHECKING:
    from ..families.tables import Tables
    from ..markdown import Page

Progress = Callable[[int, int], None]
"""Called with the number of steps done, and of all steps: each page takes two."""


@frozen()
class Chosen:
    """The claim of the family that reads a page, and its notation."""

    claim: Claim
    notation: Notation


@frozen()
class Docs:
    """The readings of all pages of a tree.

    pages      the paths of all readable pages
    chosen     path of a page → the family that reads it; a page that no family claims is missing
    notations  the notations of the tree: one for each family and language, that of most pages first
    readings   path of a page → the declarations and the findings on it
    skipped    path of a page that no family reads → its tables
    """

    pages: frozenset[str]
    chosen: Mapping[str, Chosen]
    notations: tuple[Notation, ...]
    readings: Mapping[str, Reading]
    skipped: Mapping[str, tuple[Entry, ...]]
    diagnostics: tuple[Diagnostic, ...]

    def notation(self, path: str) -> str:
        """The notation of a page in words: `sdk, typescript`; "" for a page that no family reads."""
        if path not in self.chosen:
            return ""
        notation = self.chosen[path].notation
        return ", ".join(filter(None, (notation.family, notation.language)))

    @property
    def census(self) -> tuple[Entry, ...]:
        """Every table of the pages, with its verdict, in the order of the pages."""
        entries = {**{path: reading.census for path, reading in self.readings.items()}, **self.skipped}
        return tuple(entry for path in sorted(entries) for entry in entries[path])

    def sightings(self, path: str) -> Sequence[Sighting]:
        """The tables of a page, each with the content that the family has read."""
        return self.readings[path].tables if path in self.readings else ()

    def examples(self, path: str) -> Sequence[Sighting]:
        """The examples of a page, each with the model that it shows."""
        return self.readings[path].examples if path in self.readings else ()

    @property
    def declarations(self) -> Iterator[Declaration]:
        """All declarations, page by page."""
        return chain.from_iterable(reading.declarations for reading in self.readings.values())

    @property
    def uses(self) -> Iterator[Use]:
        """The uses of types by all operations."""
        return chain.from_iterable(reading.uses for reading in self.readings.values())

    @property
    def is_without_models(self) -> bool:
        """Whether the tree rightly has no models: no claimed page has one, and no page has a warning or an error.

        At least one family must know its pages by their form: a page with tables alone shows no operation.
        """
        claims = [chosen.claim for chosen in self.chosen.values()]
        has_errors = any(diagnostic.severity is not Severity.NOTE for diagnostic in self.diagnostics)
        is_known = any(claim.sureness is not families.Sureness.FALLBACK for claim in claims)
        return is_known and not has_errors and not any(claim.models for claim in claims)

    @property
    def modelled(self) -> frozenset[str]:
        """The paths of the pages with declarations."""
        return frozenset(path for path, reading in self.readings.items() if reading.declarations)


def read_docs(
    files: Sequence[tuple[str, bytes]], options: Options, cache: Cache, progress: Progress | None = None
) -> Docs:
    """Read a tree of pages.

    files  the paths of the pages, relative to the docs folder and with `/`, and their bytes
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
    for done, path in enumerate(names, 1):  # in the order of the pages, not of their groups
        reader, source = readers[path], sources.pop(path)  # a page takes more memory than its reading
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
    """A page, parsed at the first use."""

    def __init__(self, path: str, data: bytes, limit: int) -> None:
        self._path = path
        self._data = data
        self._limit = limit

    @cached_property
    def digest(self) -> str:
        """The digest of the page, with its path: its links depend on that."""
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
        """The census of a page that no family reads."""
        from ..families.census import census, skipped

        page, _ = self._page
        if page is None:
            raise ValueError(f"{self._path} cannot be read")
        reading = fallback.settle({}).read(page)
        return Reading(census=skipped(census(page, reading, fallback.name)))
