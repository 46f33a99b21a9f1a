"""The docs of SDKs that APIMatic generates: one model a page, with its class, its fields, and an example in JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...frozen import frozen
from ..family import Claim, Notation, Reading
from ..packaged import Claiming

if TYPE_CHECKING:
    from ...markdown import Page

LANGUAGES = ("csharp", "go", "java", "php", "python", "ruby", "typescript")
"""The languages of these SDKs."""


class ApimaticDocs(Claiming):
    """The family; see `families.Family`."""

    name, package, languages = "apimatic", __name__, LANGUAGES

    def settle(self, claims: Mapping[str, Claim], language: str = "") -> ApimaticReader:
        """See `Family`."""
        return ApimaticReader(self.notation(claims.values(), language))


@frozen()
class ApimaticReader:
    """See `families.Reader`."""

    notation: Notation

    def read(self, page: Page) -> Reading:
        from ...notation.languages import VOCABULARIES
        from .models import read_page

        return read_page(page, VOCABULARIES[self.notation.language])
