"""The docs of typed SDKs as generators publish them: one model a page, a notation a language."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from ...diagnostics import Diagnostic
from ...markdown import Inline, Page
from ...model.declarations import Declaration
from ..family import Notation, Recognised
from .languages import VOCABULARIES
from .notation import read_type
from .operations import directions
from .pages import Outline, outline, read_model, type_cells
from .vocabulary import Vocabulary

_FAMILY = "sdk"


class SdkDocs:
    """The family; see `dialects.Family`."""

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(VOCABULARIES)

    def recognise(self, pages: Sequence[Page], language: str = "") -> Recognised:
        outlines = _models(pages)
        notation = Notation(_FAMILY, language, "the configuration says so") if language else _choose(outlines.values())
        words = VOCABULARIES[notation.language]
        declarations: list[Declaration] = []
        diagnostics: list[Diagnostic] = []
        for page in pages:
            shown = outlines.get(page.path)
            if shown is not None:
                declaration, found = read_model(page, shown, words)
                declarations.append(declaration)
                diagnostics.extend(found)
        return Recognised(
            notation,
            tuple(declarations),
            tuple(diagnostics),
            frozenset(outlines),
            directions(page for page in pages if page.path not in outlines),
            words.open_unions,
        )


def _models(pages: Sequence[Page]) -> Mapping[str, Outline]:
    """The pages that describe a model, by path.

    A page that shows no shape is one only among pages that do: elsewhere it is a guide.
    """
    outlines = {page.path: shown for page in pages if (shown := outline(page)) is not None}
    folders = {posixpath.dirname(path) for path, shown in outlines.items() if shown.shape is not None}
    return {
        path: shown for path, shown in outlines.items() if shown.shape is not None or posixpath.dirname(path) in folders
    }


def _choose(outlines: Iterable[Outline]) -> Notation:
    """The language that understands most of the type cells; the first of `VOCABULARIES` where several do."""
    cells: Counter[str] = Counter()
    samples: dict[str, Inline] = {}
    for shown in outlines:
        for cell in type_cells(shown):
            cells[cell.source] += 1
            samples[cell.source] = cell
    known = {
        language: sum(count for source, count in cells.items() if _understood(samples[source], vocabulary))
        for language, vocabulary in VOCABULARIES.items()
    }
    language = max(known, key=lambda name: known[name])
    return Notation(_FAMILY, language, f"{known[language]} of {cells.total()} types are written so")


def _understood(cell: Inline, vocabulary: Vocabulary) -> bool:
    reading = read_type(cell, "", vocabulary)
    return not reading.diagnostics and not reading.strange
