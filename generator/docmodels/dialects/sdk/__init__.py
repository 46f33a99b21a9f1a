"""The docs of typed SDKs as generators publish them: one model a page, a notation a language."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from functools import lru_cache

from ...markdown import Inline, Page
from ...model.direction import Directions
from ..family import Decision, Kind, Notation, Reading, Survey
from .languages import VOCABULARIES
from .notation import read_type
from .operations import links
from .pages import outline, read_model, type_cells


class SdkDocs:
    """The family; see `dialects.Family`."""

    @property
    def name(self) -> str:
        return "sdk"

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(VOCABULARIES)

    def survey(self, page: Page) -> Survey:
        shown = outline(page)
        sent, received = links(page)
        if shown is None:
            return Survey(page.path, Kind.OTHER, sent=sent, received=received)
        understood = [_understood(_form(cell), cell.limit) for cell in type_cells(shown)]
        return Survey(
            page.path,
            Kind.NAMED if shown.shape is None else Kind.SHOWN,
            len(understood),
            tuple(map(sum, zip(*understood, strict=True))) or (0,) * len(VOCABULARIES),
            sent,
            received,
        )

    def decide(self, surveys: Sequence[Survey], language: str = "") -> Decision:
        """See `Family`. A page that shows no shape is a model's only among pages that do: elsewhere it is a guide."""
        folders = {posixpath.dirname(each.path) for each in surveys if each.kind is Kind.SHOWN}
        models = [
            each
            for each in surveys
            if each.kind is Kind.SHOWN or (each.kind is Kind.NAMED and posixpath.dirname(each.path) in folders)
        ]
        modelled = {each.path for each in models}
        operations = [each for each in surveys if each.path not in modelled]
        notation = Notation(self.name, language, "the configuration says so") if language else self._choose(models)
        return Decision(
            notation,
            tuple(each.path for each in models),
            Directions(
                frozenset(path for each in operations for path in each.sent),
                frozenset(path for each in operations for path in each.received),
            ),
            VOCABULARIES[notation.language].open_unions,
        )

    def _choose(self, models: Sequence[Survey]) -> Notation:
        """The language that understands most of the types; the first of `VOCABULARIES` where several do."""
        known = {language: sum(each.written[at] for each in models) for at, language in enumerate(VOCABULARIES)}
        language = max(known, key=lambda name: known[name])
        types = sum(each.types for each in models)
        evidence = f"{known[language]} of {types} types are written so"
        return Notation(self.name, language, evidence, is_guess=not known[language])

    def read(self, page: Page, language: str) -> Reading:
        shown = outline(page)
        if shown is None:
            raise ValueError(f"{page.path} describes no model")
        return Reading(*read_model(page, shown, VOCABULARIES[language]))


def _form(cell: Inline) -> str:
    """The type, less what tells it apart from others that every language understands or not as it does this one.

    A link to the page that has its name is a type in all of them, whatever that is.
    """
    return cell.source if "`" in cell.source or cell.is_long else _PAGE.sub("[T](T.md)", cell.source)


_PAGE = re.compile(r"\[([A-Za-z0-9]+)\]\((?:[\w./-]*/)?\1\.md\)")


@lru_cache(maxsize=1 << 14)  # trees of a thousand pages have a few hundred types
def _understood(source: str, limit: int) -> tuple[bool, ...]:
    """Whether each of the languages understands a type."""
    cell = Inline(source, 1, 1, limit)
    readings = (read_type(cell, "", vocabulary) for vocabulary in VOCABULARIES.values())
    return tuple(not reading.diagnostics and not reading.strange for reading in readings)
