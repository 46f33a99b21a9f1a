"""From the files of a docs folder to what its pages declare.

Each family says what it would read on a page; the one that is surest reads it, once the family has seen all of its
pages. What one page alone decides is looked up in the cache first; only pages that changed are parsed.
"""

from __future__ import annotations

import os
import posixpath
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING

from .. import families
from ..cache import Cache, digest, key_of
from ..diagnostics import Diagnostic, Place, Severity
from ..families import Claim, Entry, Family, Notation, Reader, Reading, Sighting, Sureness
from ..frozen import frozen
from ..model.declarations import Declaration, Use

if TYPE_CHECKING:
    from ..families.tables import Tables
    from ..markdown import Page

Progress = Callable[[int, int], None]
"""Told how many steps of reading are done, and of how many: each page takes two."""


MODELS_OF_A_FOLDER = 5
"""How many models make a folder a reference of its own, whatever the other folders hold."""


@frozen()
class Claims:
    """What each family would read on a page, by the names of the families that claim it.

    is_read  False for a page that cannot be read, which nobody claims
    """

    by_family: Mapping[str, Claim] = field(hash=False)
    diagnostics: tuple[Diagnostic, ...]
    is_read: bool


@frozen()
class Chosen:
    """The family that reads a page, and why."""

    claim: Claim
    notation: Notation


@frozen()
class Docs:
    """What the pages of a tree say.

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
        """What the tables of a page were taken for."""
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
        """Whether all pages that families claim rightly have no model, and nothing is wrong with any page."""
        claims = [chosen.claim for chosen in self.chosen.values()]
        has_errors = any(each.severity is not Severity.NOTE for each in self.diagnostics)
        return bool(claims) and not has_errors and not any(claim.models for claim in claims)

    @property
    def modelled(self) -> frozenset[str]:
        """The paths of the pages that declare something."""
        return frozenset(path for path, reading in self.readings.items() if reading.declarations)


@frozen()
class Options:
    """What a user decides about reading.

    family    by path, the family that reads a page, "" to let the claims decide
    fallback  what reads the pages that no other family is likely to read
    language  by path, the notation of the types, "" to find it out
    limit     a cell, heading or item with more characters is plain text
    """

    family: Callable[[str], str]
    language: Callable[[str], str]
    limit: int
    fallback: Tables = field(default_factory=families.Tables)


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
    for path in _left(claimed, options):
        key = f"left-{fallback}-{sources[path].digest}"
        more = cache.recall(key, Claims, partial(sources[path].claims, [options.fallback]))
        claimed[path] = replace(claimed[path], by_family={**claimed[path].by_family, **more.by_family})
    names, ties = _families(claimed, options.family)
    readers = _settled(claimed, names, options)
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
    strange = _strange(readers)
    by_pages = Counter(readers[path].notation for path, reading in readings.items() if reading.declarations)
    return Docs(
        frozenset(path for path, each in claimed.items() if each.is_read),
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


def _findings(found: Iterable[Claims | Reading]) -> Iterator[tuple[Diagnostic, ...]]:
    return (each.diagnostics for each in found)


def _left(claimed: Mapping[str, Claims], options: Options) -> Sequence[str]:
    """The pages that the fallback may read: no other claim there is likely, or of a family with likely pages elsewhere.

    Such a claim ranks above that of the fallback. It takes time to find out whether tables have fields, so the fallback
    is asked about no other page.
    """
    likely = _likely(claimed)

    def is_left(path: str) -> bool:
        if wanted := options.family(path):
            return wanted == options.fallback.name
        others = claimed[path].by_family.items()
        return not any(claim.sureness >= Sureness.LIKELY or likely[name] for name, claim in others)

    return [path for path, each in claimed.items() if each.is_read and is_left(path)]


def _likely(claimed: Mapping[str, Claims]) -> Counter[str]:
    """How many pages with models are at least likely each family's."""
    return Counter(
        name
        for each in claimed.values()
        for name, claim in each.by_family.items()
        if claim.sureness >= Sureness.LIKELY and claim.models
    )


def _families(
    claimed: Mapping[str, Claims], forced: Callable[[str], str]
) -> tuple[Mapping[str, str], Sequence[Diagnostic]]:
    """The family that reads each page, by path; and the pages that two families claim alike.

    The surest family reads a page; of families that are as sure, the one that is at least likely for most other pages,
    and of these one that finds a model there, and most in the tree.
    """
    likely = _likely(claimed)
    models: Counter[str] = Counter()
    for each in claimed.values():
        for name, claim in each.by_family.items():
            models[name] += claim.models
    found: dict[str, str] = {}
    said: list[Diagnostic] = []
    for path, each in claimed.items():
        name = forced(path)
        if name:
            if name in each.by_family:
                found[path] = name
            continue
        ranked = {name: _rank(claim, likely[name], models[name]) for name, claim in each.by_family.items()}
        best = [name for name, rank in ranked.items() if rank == max(ranked.values())]
        if best:
            found[path] = best[0]
        if len(best) > 1:
            message = f"the families {' and '.join(best)} fit the page equally; {best[0]} reads it"
            said.append(Diagnostic(Place(path), "ambiguous-family", message, "Set family in [tool.docmodels]."))
    for path, home in _strays(claimed, found, forced):
        del found[path]
        message = f"the table shows fields, but models of the family {home} look different; the page is skipped"
        help_ = "Write the page like those of the models, or set family in [tool.docmodels]."
        said.append(Diagnostic(Place(path), "skipped-fields", message, help_))
    return found, said


def _rank(claim: Claim, likely: int, models: int) -> tuple[int, int, bool, int, int]:
    """How a claim ranks: by its sureness, then by how much of the tree the family may read.

    likely  how many pages are at least likely the family's
    models  how many models it finds in the tree, the fallback on the pages that it is asked about
    """
    return max(claim.sureness, Sureness.POSSIBLE), likely, claim.models > 0, models, claim.sureness


def _strays(
    claimed: Mapping[str, Claims], found: Mapping[str, str], forced: Callable[[str], str]
) -> Sequence[tuple[str, str]]:
    """The pages that only may be of a family, in a tree where another is at home; with the name of that one.

    A guide among the pages of a generator may have a table that looks like a model's. The family with most models on
    pages that are likely its own is at home, unless one that only may read its pages has more. A folder of its own,
    with some models in it, is no guide.
    """
    sure: Counter[str] = Counter()
    unsure: Counter[str] = Counter()
    folders: Counter[tuple[str, str]] = Counter()
    for path, name in found.items():
        claim = claimed[path].by_family[name]
        (sure if claim.sureness >= Sureness.LIKELY else unsure)[name] += claim.models
        folders[posixpath.dirname(path), name] += claim.models
    ((home, models),) = sure.most_common(1) or (("", 0),)
    return [
        (path, home)
        for path, name in found.items()
        if name != home
        and claimed[path].by_family[name].sureness < Sureness.LIKELY
        and claimed[path].by_family[name].models
        and not forced(path)
        and sure[name] + unsure[name] < models
        and (folders[posixpath.dirname(path), home] or folders[posixpath.dirname(path), name] < MODELS_OF_A_FOLDER)
    ]


def _settled(claimed: Mapping[str, Claims], names: Mapping[str, str], options: Options) -> Mapping[str, Reader]:
    """The reader of each page, by path: one for a group of a family's pages that are in one language.

    The language comes from the configuration, else from the folders.

    names  by path, the name of the family that reads a page
    """
    groups: dict[tuple[str, str, str], dict[str, Claim]] = {}
    for path, name in names.items():
        claim = claimed[path].by_family[name]
        groups.setdefault((name, claim.group, options.language(path)), {})[path] = claim
    readers: dict[str, Reader] = {}
    for family in {**families.FAMILIES, families.FALLBACK: options.fallback}.values():
        for (name, _, wanted), pages in groups.items():
            if name == family.name:
                known = wanted if wanted in family.languages else ""
                for group in _grouped(family, pages, known):
                    readers.update(dict.fromkeys(group, family.settle(group, known)))
    return readers


def _strange(readers: Mapping[str, Reader]) -> Sequence[Diagnostic]:
    """One finding for each notation of types that has words for few of them, at its first page."""
    found: dict[Notation, Diagnostic] = {}
    for path, reader in sorted(readers.items()):
        notation = reader.notation
        if notation.is_strange and notation not in found:
            message = (
                f"no known language has most of the types ({notation.evidence}); they are read as {notation.language}"
            )
            help_ = "Set language in [tool.docmodels], or type in [tool.docmodels.fields]."
            found[notation] = Diagnostic(Place(path), "unknown-language", message, help_)
    return tuple(found.values())


def _grouped(family: Family, pages: Mapping[str, Claim], language: str) -> Sequence[Mapping[str, Claim]]:
    """The pages of a family, those of each language for themselves."""
    if language or len(family.languages) < 2:
        return [pages]
    from ..notation.grouping import by_language

    tallies = {path: claim.tally for path, claim in pages.items()}
    return [{path: pages[path] for path in paths} for paths in by_language(tallies, family.languages)]


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
        found = {} if page is None else families.claims(page, among)
        return Claims(found, diagnostics, page is not None)

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
