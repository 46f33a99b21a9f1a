"""The docs of generated SDKs: one model a page, a notation a language."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...frozen import frozen, replace
from ..family import Claim, Notation, Reading

if TYPE_CHECKING:
    from ...markdown import Page

NAMED = "named"
"""Key of a tally: pages without a shape. The tally also counts types; see `notation.choice`."""

LANGUAGES = ("csharp", "go", "java", "php", "python", "ruby", "swift", "typescript")
"""The languages of these docs. Docs of Unity SDKs are written in C#'s notation, those of Terraform in Go's."""


class SdkDocs:
    """The family; see `families.Family`. The first page that is not in the cache imports the modules for reading."""

    @property
    def name(self) -> str:
        return "sdk"

    @property
    def languages(self) -> tuple[str, ...]:
        return LANGUAGES

    def claim(self, page: Page) -> Claim | None:
        from .claim import claim

        return claim(page)

    def settle(self, claims: Mapping[str, Claim], language: str = "") -> SdkReader:
        """See `Family`. A page without a shape is a model beside pages with one; else it is a guide."""
        from ...notation.choice import TYPES

        shaped = [(path, claim) for path, claim in claims.items() if claim.models and NAMED not in claim.tally]
        is_typed = any(claim.tally.get(TYPES) for _, claim in shaped)  # enumerations alone may be anybody's
        folders = frozenset(posixpath.dirname(path) for path, _ in shaped)
        models = {path for path, claim in claims.items() if claim.models and NAMED not in claim.tally}
        if language:
            notation = Notation(self.name, language, "the configuration sets it")
        else:
            notation = self._choose([claims[path].tally for path in sorted(models)])
        return SdkReader(notation, folders, is_typed)

    def _choose(self, tallies: list[Mapping[str, int]]) -> Notation:
        from ...notation.choice import choose

        choice = choose(tallies, LANGUAGES)
        evidence = f"{choice.known} of {choice.types} types fit"
        return Notation(self.name, choice.language, evidence, is_guess=not choice.known, is_strange=choice.is_strange)


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
