"""Families with one notation. They settle only the packages before all titles of a tree."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from ..frozen import frozen
from ..tables.prefixes import shared_packages
from .family import Claim, Notation, Reading

if TYPE_CHECKING:
    from ..markdown import Page


@frozen()
class PackagedDocs:
    """A family; see `families.Family`. Its claims may count the packages of titles (`count_packages`).

    evidence  the reason for a claim, in a clause
    package   the name of the Python package with the modules `claim`, for `claim(page)`, and `models`, for
              `read_page(page, packages)`. The first page that is not in the cache imports them
    """

    name: str
    evidence: str
    package: str

    @property
    def languages(self) -> tuple[str, ...]:
        return ()

    def claim(self, page: Page) -> Claim | None:
        claim: Claim | None = _module(f"{self.package}.claim").claim(page)
        return claim

    def settle(self, claims: Mapping[str, Claim], language: str = "") -> PackagedReader:
        packages = shared_packages(claim.tally for claim in claims.values())
        return PackagedReader(Notation(self.name, "", self.evidence), packages, self.package)


@frozen()
class PackagedReader:
    """See `families.Reader`.

    packages  the packages before all titles of the tree, which are no part of the names
    package   see `PackagedDocs`
    """

    notation: Notation
    packages: str
    package: str

    def read(self, page: Page) -> Reading:
        reading: Reading = _module(f"{self.package}.models").read_page(page, self.packages)
        return reading


@cache
def _module(name: str) -> ModuleType:
    """A module, by its full name. Without this cache, `import_module` takes as long as some claims."""
    return import_module(name)
