"""The package that the docs describe, compared with the output folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from .. import output
from ..config import Config
from ..diagnostics import Diagnostic
from ..sources.folder import Found, find_pages
from ..targets import python
from .glance import Glance
from .ignored import without_ignored
from .keep import Files, imports, notes, with_kept
from .known import has_extensions
from .read import Progress
from .remember import remembered
from .result import Planned, overview
from .settings import usable
from .summaries import Summaries
from .understand import Understanding, understand_pages


def planned(config: Config, glance: Glance, progress: Progress | None) -> Planned:
    """Compare the package that the docs describe with the output folder.

    glance  the state of the files; it is kept if the run finds nothing to do

    Raises ConfigError and TemplateFault, as `build.generate` does.
    """
    pages = find_pages(usable(config).docs, config.exclude, config.limits.page_bytes)
    summaries = Summaries(config, pages)
    unchanged = summaries.unchanged()
    if unchanged is None:
        return _made(config, pages, summaries, progress)
    if not has_extensions():
        glance.keep(unchanged)
    return unchanged


def _made(config: Config, pages: Found, summaries: Summaries, progress: Progress | None) -> Planned:
    known, mark = remembered(config), python.MARK.encode()
    understood = understand_pages(pages, config, known, progress, partial(_committed, config))
    if not understood.model.declarations:
        return Planned(overview(understood.docs, 0, understood.diagnostics))
    known.save()  # before the files are rendered, since both take memory
    stable, files = understood.stable, rendered(config, understood, summaries.recall)
    plan = output.compare(config.out, with_kept(stable, files), mark, summaries.listing)
    docs = overview(understood.docs, len(understood.names.classes), _findings(understood))
    if not stable.kept:
        summaries.keep(docs, files)
    summaries.save()
    return Planned(docs, plan, config.out)


def rendered(config: Config, understood: Understanding, recall: python.Recall = python.anew) -> Mapping[str, bytes]:
    """The files of the package: path → content, without modules that stay as they are.

    recall  finds modules of earlier runs

    Raises TemplateFault for a template that cannot be used.
    """
    flavour, options = _flavour(config), python.options_for(config.base, config.extra)
    given = {id_: python.UserClass(rule.base, rule.use) for id_, rule in understood.settings.classes.items()}
    kept = imports(understood.stable)
    return python.render(understood.written, understood.names, flavour, options, config.templates, kept, given, recall)


def findings_of(docs: str, config: Config) -> Sequence[Diagnostic]:
    """The findings of a check of other docs against the same output folder.

    docs  a folder, or a revision of the docs folder
    """
    from .sides import side  # which runs Git; few checks compare with other docs

    pages = side(docs, config).pages
    understood = understand_pages(pages, config, remembered(config), committed=partial(_committed, config))
    return without_ignored(config, _findings(understood))


def _findings(understood: Understanding) -> tuple[Diagnostic, ...]:
    return (*understood.diagnostics, *understood.unsayable, *understood.names.clashes, *notes(understood.stable.kept))


def _committed(config: Config) -> Files:
    """The files of earlier runs; none in a layout without a module for each page."""
    return output.files_of(config.out, python.MARK.encode()) if config.layout == "modules" else {}


def _flavour(config: Config) -> python.Flavour:
    """The configured flavour. Raises ConfigError if it does not support `base` or `extra`."""
    flavour = python.FLAVOURS[config.flavour]
    if config.base and not flavour.takes_base:
        raise config.error(f"base: classes of the flavour {flavour.name} cannot inherit from one of yours", "base")
    if config.extra not in flavour.extras:
        known = " or ".join(f'"{extra}"' for extra in flavour.extras)
        raise config.error(f'extra: the flavour {flavour.name} can do {known}, not "{config.extra}"', "extra")
    if not flavour.takes_base and any(given.base for given in config.classes.values()):
        raise config.error(
            f"classes: classes of the flavour {flavour.name} cannot inherit from one of yours", "classes"
        )
    return flavour
