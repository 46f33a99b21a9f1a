"""Families and flavours by name: the built-in ones, and those of installed distributions.

    "sdk": "docmodels.families.sdk:SdkDocs"          a row of a table
    record-sheets = "record_sheets:RecordSheets"     an entry point of a distribution, in the same form

An extension is imported at its first use.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from ..frozen import cached_property, frozen
from .places import ConfigError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoints

T = TypeVar("T")


@frozen()
class Source:
    """The origin of an extension.

    what          "family" or "flavour"
    name          its name in the configuration
    reference     `module:attribute` of an instance, or of a class that makes one
    distribution  the distribution with its version; "" for a built-in extension
    """

    what: str
    name: str
    reference: str
    distribution: str = ""

    def error(self, problem: str) -> ConfigError:
        """The error for an extension with a fault."""
        return ConfigError(f'the {self.what} "{self.name}" of {self.distribution or "docmodels"} {problem}')

    def failure(self, doing: str, error: Exception) -> ConfigError:
        """The error for an exception in an extension, with the step and the exception."""
        return self.error(f"cannot {doing}: {type(error).__name__}: {error}")

    def load(self) -> object:
        """The extension, unchecked. Raises ConfigError if it cannot be imported."""
        module, _, attribute = self.reference.partition(":")
        try:
            value: object = getattr(import_module(module), attribute)
            return value() if isinstance(value, type) else value
        except Exception as error:  # other people's code may fail in any way
            raise self.failure("be loaded", error) from error

    @property
    def files(self) -> Sequence[Path]:
        """The folder or the file of the extension's code."""
        try:
            spec = find_spec(self.reference.partition(":")[0].partition(".")[0])
        except (ImportError, ValueError):
            return ()
        if spec is None:
            return ()
        return [Path(folder) for folder in spec.submodule_search_locations or [spec.origin or ""] if folder]


class Extensions(Mapping[str, T], Generic[T]):
    """The extensions of a kind, by name: the built-in ones in the order of their table, then the installed ones, sorted.

    what      "family" or "flavour"
    group     the group of the entry points
    built_in  name of a built-in extension → its reference
    check     makes an extension ready for use; raises ConfigError for a value of another kind
    """

    def __init__(
        self, what: str, group: str, built_in: Mapping[str, str], check: Callable[[object, Source], T]
    ) -> None:
        self._what = what
        self._group = group
        self._built_in = {name: Source(what, name, reference) for name, reference in built_in.items()}
        self._check = check
        self._loaded: dict[str, T] = {}

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Name of an extension → its origin. Raises ConfigError for two extensions with one name."""
        sources = dict(self._built_in)
        for source in sorted(self.installed, key=lambda source: (source.name, source.distribution)):
            if source.name in sources:
                other = sources[source.name].distribution or "docmodels"
                raise source.error(f"has the name of a {self._what} of {other}")
            sources[source.name] = source
        return sources

    @cached_property
    def installed(self) -> Sequence[Source]:
        """The origins of the installed extensions."""
        return [
            Source(
                self._what, point.name, point.value, f"{point.dist.name} {point.dist.version}" if point.dist else "?"
            )
            for point in all_entry_points().select(group=self._group)
        ]

    def __getitem__(self, name: str) -> T:
        if name not in self._loaded:
            source = self._built_in.get(name) or self.sources[name]
            self._loaded[name] = self._check(source.load(), source)
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.sources)

    def __len__(self) -> int:
        return len(self.sources)


@cache
def all_entry_points() -> EntryPoints:
    """All entry points. A process reads them once, since Python opens a file of each distribution for that."""
    from importlib.metadata import entry_points

    return cast("EntryPoints", entry_points())  # Python 3.11 has another class for all of them, which selects as well
