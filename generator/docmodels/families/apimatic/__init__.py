"""The docs of SDKs that APIMatic generates: one model a page, with its class, its fields, and an example in JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...frozen import frozen
from ..family import Claim, Notation, Reading

if TYPE_CHECKING:
    from ...markdown import Page

LANGUAGES = ("csharp", "go", "java", "php", "python", "ruby", "typescript")
"""The languages of these SDKs."""


class ApimaticDocs:
    """The family; see `families.Family`."""

    @property
    def name(self) -> str:
        return "apimatic"

    @property
    def languages(self) -> tuple[str, ...]:
        return LANGUAGES

    def claim(self, page: Page) -> Claim | None:
        from .claim import claim

        return claim(page)

    def settle(self, claims: Mapping[str, Claim], language: str = "") -> ApimaticReader:
        """See `Family`."""
        if language:
            return ApimaticReader(Notation(self.name, language, "the configuration sets it"))
        from ...notation.choice import choose

        choice = choose([claim.tally for claim in claims.values()], LANGUAGES)
        evidence = f"{choice.known} of {choice.types} types fit"
        return ApimaticReader(
            Notation(self.name, choice.language, evidence, is_guess=not choice.known, is_strange=choice.is_strange)
        )


@frozen()
class ApimaticReader:
    """See `families.Reader`."""

    notation: Notation

    def read(self, page: Page) -> Reading:
        from ...notation.languages import VOCABULARIES
        from .models import read_page

        return read_page(page, VOCABULARIES[self.notation.language])
