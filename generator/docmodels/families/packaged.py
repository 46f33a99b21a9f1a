"""The parts of families that several share: their claims, and two ways to settle a tree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from ..frozen import frozen
from ..tables.prefixes import shared_packages
from .family import Claim, Notation, Reading

if TYPE_CHECKING:
    from ..markdown import Page


class Claiming:
    """The claims of a family; see `families.Family`.

    package  the name of the Python package with the module `claim`, for `claim(page)`. The first page that is not in the
             cache imports it
    """

    name: str
    package: str
    languages: tuple[str, ...] = ()

    def claim(self, page: Page) -> Claim | None:
        claim: Claim | None = _module(f"{self.package}.claim").claim(page)
        return claim

    def notation(self, claims: Iterable[Claim], language: str, among: Sequence[str] | None = None) -> Notation:
        """The configured language, or else the one that understands most types of the claims.

        among  the languages that may be chosen, in the order that decides between equals; by default, all
        """
        if language:
            return Notation(self.name, language, "the configuration sets it")
        from ..notation.choice import choose

        choice = choose([claim.tally for claim in claims], self.languages if among is None else among)
        evidence = f"{choice.known} of {choice.types} types fit"
        return Notation(self.name, choice.language, evidence, is_guess=not choice.known, is_strange=choice.is_strange)


@frozen()
class PackagedDocs(Claiming):
    """A family with one notation. Its claims may count the packages of titles (`count_packages`).

    evidence  the reason for a claim, in a clause
    package   see `Claiming`. It also has the module `models`, for `read_page(page, packages)`
    """

    name: str
    evidence: str
    package: str

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
