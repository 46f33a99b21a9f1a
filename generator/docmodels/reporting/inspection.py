"""The result of `docmodels inspect`: how docmodels reads the docs."""

from __future__ import annotations

from pathlib import Path

from ..config import Config, ConfigError
from ..diagnostics import Diagnostic
from ..frozen import frozen
from ..model.types import DeclarationId
from ..pipeline import result
from ..pipeline.result import Counts, Planned, overview
from ..pipeline.settings import usable
from ..pipeline.understand import Understanding, understand
from ..sources.paths import absolute
from .census import listing
from .inspection_json import as_json
from .inspection_text import as_text
from .selection import Selection, of_page, select
from .terminal import width


@frozen()
class Inspection:
    """The models of the docs, or some of them, and how docmodels reads them.

    diagnostics    the findings on these pages
    counts         the numbers of all pages and models
    understanding  the docs as a model; its form may change with any version
    selection      the models to show; None for all
    """

    diagnostics: tuple[Diagnostic, ...]
    counts: Counts
    understanding: Understanding
    selection: Selection | None = None

    def as_text(self) -> str:
        """The text that `docmodels inspect` prints."""
        return as_text(self.understanding, *self._selected)

    def as_json(self) -> str:
        """The JSON that `docmodels inspect --format json` prints."""
        return as_json(self.understanding, *self._selected, self.diagnostics)

    def as_tables(self) -> str:
        """The tables of these pages: the text that `docmodels inspect --tables` prints."""
        pages = None if self.selection is None else set(self.selection.pages)
        entries = [entry for entry in self.understanding.docs.census if pages is None or entry.place.path in pages]
        return "".join(listing(entries, width()))

    @property
    def _selected(self) -> tuple[str | None, tuple[DeclarationId, ...] | None]:
        """The page to show, None for all; and the models to show, None for all of the page."""
        if self.selection is None:
            return None, None
        return (self.selection.page, None) if self.selection.page else (None, self.selection.models)


def inspect(config: Config, what: str = "") -> Inspection:
    """Read the docs without writing anything.

    what  a page, by its path from the current folder or from the docs folder; or models: `Room`, `Ro*m`, `page#Room`; ""
          for all

    Raises ConfigError for an invalid configuration, and for a page or model that does not exist.
    """
    planned, understanding = understood(config)
    outcome = result.of(config, planned)
    if not what:
        return Inspection(outcome.diagnostics, outcome.counts, understanding)
    page = _page(what, config.docs)
    try:
        selection = of_page(understanding, page) if page is not None else select(understanding, what)
    except ValueError as error:
        raise ConfigError(str(error)) from None
    findings = tuple(diagnostic for diagnostic in outcome.diagnostics if diagnostic.place.path in selection.pages)
    return Inspection(findings, outcome.counts, understanding, selection)


def understood(config: Config) -> tuple[Planned, Understanding]:
    """Read the docs. Returns a plan with the findings but without files, and the docs as a model."""
    understanding = understand(usable(config, writes_models=False))
    findings = (*understanding.diagnostics, *understanding.names.clashes)
    return Planned(overview(understanding.docs, len(understanding.names.classes), findings)), understanding


def _page(name: str, docs: Path) -> str | None:
    """The path of a page, relative to the docs folder and with `/`; None if `name` is no file in it.

    name  a path from the current folder or from the docs folder
    """
    root = absolute(docs)
    for file in (absolute(Path(name)), absolute(docs / name)):
        if file.is_relative_to(root) and file.is_file():
            return file.relative_to(root).as_posix()
    return None
