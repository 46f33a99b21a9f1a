"""The reference of Protocol Buffers that protoc-gen-doc writes, by its own Markdown template or one derived from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..family import Claim, Notation, Reading

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

    def settle(self, claims: Mapping[str, Claim], language: str = "") -> ProtocGenDocReader:
        """See `Family`. No page has anything to say of how the others are read."""
        return ProtocGenDocReader(Notation(self.name, "", "tables of fields with types and labels of Protocol Buffers"))


@dataclass(frozen=True, slots=True)
class ProtocGenDocReader:
    """See `families.Reader`."""

    notation: Notation

    def settled(self, path: str) -> str:
        return "alone"

    def read(self, page: Page) -> Reading:
        from .messages import read_page

        return read_page(page)
