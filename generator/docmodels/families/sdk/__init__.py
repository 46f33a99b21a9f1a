"""The docs of typed SDKs as generators publish them: one model a page, a notation a language."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...frozen import frozen, replace
from ..family import Claim, Notation, Reading

if TYPE_CHECKING:
    from ...markdown import Page

NAMED = "named"
"""Of a claim's tally: pages that show no shape. Besides them it counts types; see `notation.choice`."""

LANGUAGES = ("csharp", "go", "java", "php", "python", "ruby", "swift", "typescript")
"""The languages of these docs. Docs of Unity SDKs are written in C#'s notation, those of Terraform in Go's."""


class SdkDocs:
    """The family; see `families.Family`. What reads pages is imported for pages that nobody remembers."""

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
        """See `Family`. A page that shows no shape is a model's only among pages that do: elsewhere it is a guide."""
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

    folders   the folders with a page that shows a shape
    is_typed  whether a page of the tree shows types: then a page of a title alone is a model's too, in these folders
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
        is_shown = self.is_typed or (draft is not None and draft.shape is not None)
        is_model = is_shown and posixpath.dirname(page.path) in self.folders
        reading = read_page(page, VOCABULARIES[self.notation.language], is_model=is_model)
        return replace(reading, machinery=tuple(each.id for each in reading.declarations if is_machinery(each)))
