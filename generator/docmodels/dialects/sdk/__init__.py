"""The docs of typed SDKs as generators publish them: one model a page, a notation a language."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...model.direction import Directions
from ..family import Decision, Kind, Notation, Reading, Survey
from .languages import VOCABULARIES

if TYPE_CHECKING:
    from ...markdown import Page


class SdkDocs:
    """The family; see `dialects.Family`. What reads pages is imported for pages that nobody remembers."""

    @property
    def name(self) -> str:
        return "sdk"

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(VOCABULARIES)

    def survey(self, page: Page) -> Survey:
        from .survey import survey

        return survey(page)

    def decide(self, surveys: Sequence[Survey], language: str = "") -> Decision:
        """See `Family`. A page that shows no shape is a model's only among pages that do: elsewhere it is a guide."""
        folders = {posixpath.dirname(each.path) for each in surveys if each.kind is Kind.SHOWN}
        models = [
            each
            for each in surveys
            if each.kind is Kind.SHOWN or (each.kind is Kind.NAMED and posixpath.dirname(each.path) in folders)
        ]
        modelled = {each.path for each in models}
        others = [each for each in surveys if each.path not in modelled]
        notation = Notation(self.name, language, "the configuration says so") if language else self._choose(models)
        return Decision(
            notation,
            tuple(each.path for each in models),
            Directions(
                frozenset(path for each in others for path in each.sent),
                frozenset(path for each in others for path in each.received),
            ),
            VOCABULARIES[notation.language].open_unions,
            tuple(found for each in others for found in each.lost),
        )

    def _choose(self, models: Sequence[Survey]) -> Notation:
        """The language that understands most of the types; the first of `VOCABULARIES` where several do."""
        known = {language: sum(each.written[at] for each in models) for at, language in enumerate(VOCABULARIES)}
        language = max(known, key=lambda name: known[name])
        types = sum(each.types for each in models)
        evidence = f"{known[language]} of {types} types are written so"
        return Notation(self.name, language, evidence, is_guess=not known[language])

    def read(self, page: Page, language: str) -> Reading:
        from .pages import outline, read_model

        shown = outline(page)
        if shown is None:
            raise ValueError(f"{page.path} describes no model")
        return Reading(*read_model(page, shown, VOCABULARIES[language]))
