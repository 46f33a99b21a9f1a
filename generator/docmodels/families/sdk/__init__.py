"""The docs of generated SDKs: one model a page, a notation a language."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...frozen import frozen, replace
from ..family import Claim, Notation, Reading
from ..packaged import Claiming

if TYPE_CHECKING:
    from ...markdown import Page

NAMED = "named"
"""Key of a tally: pages without a shape. The tally also counts types; see `notation.choice`."""

LANGUAGES = ("csharp", "go", "java", "php", "python", "ruby", "swift", "typescript")
"""The languages of these docs. Docs of Unity SDKs are written in C#'s notation, those of Terraform in Go's."""


class SdkDocs(Claiming):
    """The family; see `families.Family`."""

    name, package, languages = "sdk", __name__, LANGUAGES

    def settle(self, claims: Mapping[str, Claim], language: str = "") -> SdkReader:
        """See `Family`. A page without a shape is a model beside pages with one; else it is a guide."""
        from ...notation.choice import TYPES

        shaped = {path: claim for path, claim in claims.items() if claim.models and NAMED not in claim.tally}
        is_typed = any(claim.tally.get(TYPES) for claim in shaped.values())  # enumerations alone may be anybody's
        folders = frozenset(map(posixpath.dirname, shaped))
        return SdkReader(self.notation(shaped.values(), language), folders, is_typed)


@frozen()
class SdkReader:
    """See `families.Reader`.

    folders   the folders with a shape on some page
    is_typed  whether some page of the tree has types: then a page with nothing but a title is a model, too, in these folders
    """

    notation: Notation
    folders: frozenset[str]
    is_typed: bool

    def read(self, page: Page) -> Reading:
        from ...notation.languages import VOCABULARIES
        from .machinery import is_machinery
        from .models import read_page
        from .outline import model_page

        draft = page.once(model_page)
        has_model = self.is_typed or (draft is not None and draft.shape is not None)
        is_model = has_model and posixpath.dirname(page.path) in self.folders
        reading = read_page(page, VOCABULARIES[self.notation.language], is_model=is_model)
        return replace(
            reading,
            machinery=tuple(declaration.id for declaration in reading.declarations if is_machinery(declaration)),
        )
