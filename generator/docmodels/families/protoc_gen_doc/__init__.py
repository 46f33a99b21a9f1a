"""The reference of Protocol Buffers that protoc-gen-doc writes, by its own Markdown template or one derived from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..family import Claim, Notation, PageReader

if TYPE_CHECKING:
    from ...markdown import Page


class ProtocGenDoc:
    """The family; see `families.Family`."""

    @property
    def name(self) -> str:
        return "protoc-gen-doc"

    @property
    def languages(self) -> tuple[str, ...]:
        return ()

    def claim(self, page: Page) -> Claim | None:
        from .outline import claim

        return claim(page)

    def settle(self, claims: Mapping[str, Claim], language: str = "") -> PageReader:
        """See `Family`."""
        from .messages import read_page

        return PageReader(
            Notation(self.name, "", "tables of fields with types and labels of Protocol Buffers"), read_page
        )
