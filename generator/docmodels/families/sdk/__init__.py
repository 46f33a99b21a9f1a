"""The docs of typed SDKs as generators publish them: one model a page, a notation a language."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...notation.languages import VOCABULARIES
from ..family import Claim, Notation, Reading

if TYPE_CHECKING:
    from ...markdown import Page

NAMED, TYPES = "named", "types"
"""Of a claim's tally: pages that show no shape, and types that are shown. Languages count the types that they know."""


class SdkDocs:
    """The family; see `families.Family`. What reads pages is imported for pages that nobody remembers."""

    @property
    def name(self) -> str:
        return "sdk"

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(VOCABULARIES)

    def claim(self, page: Page) -> Claim | None:
        from .claim import claim

        return claim(page)

    def settle(self, claims: Mapping[str, Claim], language: str = "") -> SdkReader:
        """See `Family`. A page that shows no shape is a model's only among pages that do: elsewhere it is a guide."""
        shown = {path for path, each in claims.items() if each.models and NAMED not in each.tally}
        folders = {posixpath.dirname(path) for path in shown}
        models = {path for path, each in claims.items() if each.models and posixpath.dirname(path) in folders}
        if language:
            notation = Notation(self.name, language, "the configuration says so")
        else:
            notation = self._choose([claims[path].tally for path in sorted(models)])
        return SdkReader(notation, frozenset(models))

    def _choose(self, tallies: list[Mapping[str, int]]) -> Notation:
        """The language that understands most of the types; the first of `VOCABULARIES` where several do."""
        known = {language: sum(each.get(language, 0) for each in tallies) for language in VOCABULARIES}
        language = max(known, key=lambda name: known[name])
        types = sum(each.get(TYPES, 0) for each in tallies)
        evidence = f"{known[language]} of {types} types are written so"
        return Notation(self.name, language, evidence, is_guess=not known[language])


@dataclass(frozen=True, slots=True)
class SdkReader:
    """See `families.Reader`.

    models  the paths of the pages that describe one
    """

    notation: Notation
    models: frozenset[str]

    def settled(self, path: str) -> str:
        return f"{self.notation.language}-{'model' if path in self.models else 'other'}"

    def read(self, page: Page) -> Reading:
        from .models import read_page

        return read_page(page, VOCABULARIES[self.notation.language], is_model=page.path in self.models)
