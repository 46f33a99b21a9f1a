"""The reference of Kubernetes APIs that crd-ref-docs writes, by its own Markdown templates or ones derived from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..family import Claim, Notation, Reading

if TYPE_CHECKING:
    from ...markdown import Page


class CrdRefDocs:
    """The family; see `families.Family`."""

    @property
    def name(self) -> str:
        return "crd-ref-docs"

    @property
    def languages(self) -> tuple[str, ...]:
        return ()

    def claim(self, page: Page) -> Claim | None:
        from .outline import claim

        return claim(page)

    def settle(self, claims: Mapping[str, Claim], language: str = "") -> CrdRefDocsReader:
        """See `Family`. No page has anything to say of how the others are read."""
        return CrdRefDocsReader(Notation(self.name, "", "types under the group and version of a Kubernetes API"))


@dataclass(frozen=True, slots=True)
class CrdRefDocsReader:
    """See `families.Reader`."""

    notation: Notation

    def settled(self, path: str) -> str:
        return "alone"

    def read(self, page: Page) -> Reading:
        from .types import read_page

        return read_page(page)
