"""The reference of Kubernetes APIs that crd-ref-docs writes, by its own Markdown templates or ones derived from them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..family import Claim, Notation, PageReader

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

    def settle(self, claims: Mapping[str, Claim], language: str = "") -> PageReader:
        """See `Family`."""
        from .types import read_page

        return PageReader(Notation(self.name, "", "types under the group and version of a Kubernetes API"), read_page)
