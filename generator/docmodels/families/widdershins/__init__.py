"""The docs that widdershins makes of an OpenAPI file, for Slate and the like: all schemas on one page.

Its templates are there to be changed, so headings, columns and anchors come in several dresses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...tables.prefixes import shared_packages
from ..family import Claim, Notation, Reading

if TYPE_CHECKING:
    from ...markdown import Page


class WiddershinsDocs:
    """The family; see `families.Family`."""

    @property
    def name(self) -> str:
        return "widdershins"

    @property
    def languages(self) -> tuple[str, ...]:
        return ()

    def claim(self, page: Page) -> Claim | None:
        from .outline import claim

        return claim(page)

    def settle(self, claims: Mapping[str, Claim], language: str = "") -> WiddershinsReader:
        return WiddershinsReader(shared_packages(each.tally for each in claims.values()))


@dataclass(frozen=True, slots=True)
class WiddershinsReader:
    """See `families.Reader`.

    packages  what stands before the name in every title of the tree, and is no part of it
    """

    packages: str

    @property
    def notation(self) -> Notation:
        return Notation("widdershins", "", "the pages are built as widdershins builds them")

    def settled(self, path: str) -> str:
        return self.packages.encode().hex()

    def read(self, page: Page) -> Reading:
        from .page import read_page

        return read_page(page, self.packages)
