"""Summaries of earlier runs: they tell a run over the same input that nothing has changed.

The key of a summary covers everything that a package depends on; the summary has the digests of the files. So a run only
reads the docs and the output folder if both are the same as before. If some pages have changed, a run still finds modules
made from equal values in the output folder, and need not render them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import cache
from importlib.metadata import distribution
from itertools import chain

from .. import output
from ..cache.codec import Codec, classes_of
from ..cache.contents import content_digest
from ..cache.digests import digest
from ..cache.keys import key_of
from ..cache.store import Cache, open_cache
from ..config import Config
from ..config.installed import Source
from ..families import FAMILIES
from ..frozen import cached_property, frozen
from ..installation import PROGRAM, built_in
from ..sources.folder import Found
from ..targets.python import FLAVOURS, MARK, ModuleFile
from ..targets.python.syntax import Code
from .glance import UpToDate, nothing_to_do
from .result import Overview, Planned


@frozen()
class Summary:
    """A package in short.

    files  the paths of its files, and their digests
    """

    overview: Overview
    files: tuple[tuple[str, str], ...]


@frozen()
class Made:
    """A module in short. Its key covers everything that it is made from.

    text     the digest of its text
    support  see `ModuleFile`
    """

    text: str
    support: tuple[str, ...]


class Summaries:
    """The summaries of a docs folder and of modules. A run with recordings or with users' templates has none.

    pages  the current pages
    """

    def __init__(self, config: Config, pages: Found) -> None:
        self._config = config
        self._key = "" if config.samples or config.templates else _key(config, pages)
        self._digests: dict[str, str] = {}

    @cached_property
    def _cache(self) -> Cache:
        return open_cache(self._config.out, _codec(), [PROGRAM, built_in()], _extensions(), "summary")

    def unchanged(self) -> Planned | None:
        """A plan that changes nothing, if the output folder has the package of the pages; else None."""
        summary = self._cache.known(self._key, Summary) if self._key else None
        if summary is None:
            return None
        files = dict(summary.files)
        if not output.holds(self._config.out, files, MARK.encode(), digest):
            return None
        return nothing_to_do(self._config, UpToDate(summary.overview, tuple(sorted(files))))

    def keep(self, overview: Overview, files: Mapping[str, bytes]) -> None:
        """Keep the summary of a package that a run has made from the pages alone."""
        if self._key:
            digests = ((path, self._digests.get(path) or digest(text)) for path, text in files.items())
            self._cache.keep(self._key, Summary(overview, tuple(digests)))

    def recall(self, path: str, made_of: object, make: Callable[[], ModuleFile]) -> ModuleFile:
        """The module at a path of the output folder, if it was made from an equal value; else a new one from `make`."""
        if not self._key:
            return make()
        key = f"module-{content_digest(_renderers(), made_of)}"
        made = self._cache.known(key, Made)
        if made is not None and digest(text := self.listing.ours.get(path, b"")) == made.text:
            self._digests[path] = made.text
            return ModuleFile(text, frozenset(map(Code, made.support)))
        module = make()
        self._digests[path] = digest(module.text)
        self._cache.keep(key, Made(self._digests[path], tuple(sorted(module.support))))
        return module

    @cached_property
    def listing(self) -> output.Listing:
        """The output folder before this run."""
        return output.look(self._config.out, MARK.encode())

    def save(self) -> None:
        """Keep the summaries for later runs."""
        if self._key:
            self._cache.save()


def _extensions() -> tuple[Source, ...]:
    return (*FAMILIES.installed, *FLAVOURS.installed)


_RENDERERS = ("black", "jinja2", "markupsafe")
"""The distributions that write the text of modules."""


def _key(config: Config, pages: Found) -> str:
    """The key for everything that a package can depend on, besides the program."""
    files, unread = pages
    settings = [file.read_bytes() for file in (config.file, config.learned) if file is not None]
    contents = digest(*chain.from_iterable((os.fsencode(path), content) for path, content in files))
    return key_of(config, contents, unread, [digest(content) for content in settings], _renderers())


@cache
def _codec() -> Codec:
    return Codec(classes_of(Summary, Made))


@cache
def _renderers() -> str:
    """A digest of the metadata of the renderers, which have their versions. To parse them takes longer than to read pages."""
    files = (distribution(name).read_text(file) or "" for name in _RENDERERS for file in ("METADATA", "PKG-INFO"))
    return digest(*map(str.encode, files))
