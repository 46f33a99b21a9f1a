"""What some families share: they have one notation, and all titles of a tree may begin with the same packages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ..frozen import frozen
from ..tables.prefixes import shared_packages
from .family import Claim, Notation, Reading

if TYPE_CHECKING:
    from ..markdown import Page


@frozen()
class PackagedDocs:
    """A family; see `families.Family`. Its claims count the packages of titles (`count_packages`).

    evidence   why pages are taken for its own, in a clause
    make_claim, read_page  what looks at a page; the latter gets the packages that are no part of a title
    """

    name: str
    evidence: str
    make_claim: Callable[[Page], Claim | None]
    read_page: Callable[[Page, str], Reading]

    @property
    def languages(self) -> tuple[str, ...]:
        return ()

    def claim(self, page: Page) -> Claim | None:
        return self.make_claim(page)

    def settle(self, claims: Mapping[str, Claim], language: str = "") -> PackagedReader:
        packages = shared_packages(each.tally for each in claims.values())
        return PackagedReader(Notation(self.name, "", self.evidence), packages, self.read_page)


@frozen()
class PackagedReader:
    """See `families.Reader`."""

    notation: Notation
    packages: str
    read_page: Callable[[Page, str], Reading]

    def settled(self, path: str) -> str:
        return self.packages.encode().hex()

    def read(self, page: Page) -> Reading:
        return self.read_page(page, self.packages)
