"""The pipeline: from the pages of a docs folder to the modules of an output folder.

    sources ──> markdown ──> families ──> model ──> targets ──> output
     bytes        Page      declarations   Model     files       disk

Each stage is one function with one input and one output, and hands nothing back. What looks at one page alone, or makes
one module, is remembered by a cache.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from .. import output
from ..cache import Cache
from ..config import Config
from ..diagnostics import Diagnostic, Place, ordered
from ..frozen import frozen
from ..sources.folder import Found, find_pages
from ..targets import python
from .keep import Files, imports, notes, with_kept
from .read import Progress
from .remember import remembered
from .settings import without_ignored
from .understand import Understanding, understand, understand_pages

if TYPE_CHECKING:
    from ..changes import Change, Version


@frozen()
class Counts:
    """What a run came to; `skipped` are the pages that describe no model, `ignored` are findings.

    For a check, `written` and `removed` are the files that `generate` would write and remove.
    """

    pages: int = 0
    models: int = 0
    written: int = 0
    unchanged: int = 0
    removed: int = 0
    skipped: int = 0
    ignored: int = 0


@frozen()
class Result:
    """What a run has to say: its findings, in order, its counts, and which files it wrote and removed.

    written, removed  paths relative to the output folder, in order; for a check, what `generate` would write and remove
    """

    diagnostics: tuple[Diagnostic, ...]
    counts: Counts
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@frozen()
class Difference:
    """What has changed, and the findings of either version."""

    changes: tuple[Change, ...]
    old: tuple[Diagnostic, ...]
    new: tuple[Diagnostic, ...]


def generate(config: Config, progress: Progress | None = None) -> Result:
    """Write the models of the docs. Files that are up to date stay untouched.

    If no page describes a model, the output stays as it is: an empty docs folder is rather a mistake.

    Raises python.TemplateFault for a user's template that cannot be used.
    """
    with output.alone(config.out) as is_alone:
        planned = _plan(config, progress)
        problems = output.apply(config.out, planned.plan, is_alone=is_alone) if planned.plan is not None else ()
    found = ordered((*planned.diagnostics, *map(_unwritten, problems)))
    return _result(planned, found, {problem.path for problem in problems}, config)


def check(config: Config, progress: Progress | None = None) -> tuple[Result, Iterator[str]]:
    """What `generate` would change, as the lines of a unified diff; nothing is written.

    Raises python.TemplateFault for a user's template that cannot be used.
    """
    planned = _plan(config, progress)
    difference = output.unified_diff(planned.plan) if planned.plan is not None else iter(())
    return _result(planned, planned.diagnostics, set(), config), difference


def inspect(config: Config) -> tuple[Result, Understanding]:
    """Read the docs, and return what is understood and what was found in them."""
    understanding = understand(config)
    findings = ordered((*understanding.diagnostics, *understanding.names.clashes))
    reported = without_ignored(config, findings)
    docs = understanding.docs
    skipped, ignored = len(docs.pages - docs.modelled), len(findings) - len(reported)
    counts = Counts(len(docs.pages), len(understanding.names.classes), skipped=skipped, ignored=ignored)
    return Result(reported, counts), understanding


def compare(config: Config, old: Found, new: Found, *, descriptions: bool = False) -> Difference:
    """What has changed in the models from some pages to others, which are read by one configuration.

    descriptions  whether changes of descriptions count
    """
    from .. import changes

    known = remembered(config)
    before, was_lost = _version(old, config, known)
    after, is_lost = (before, was_lost) if old == new else _version(new, config, known)
    return Difference(changes.compare(before, after, descriptions=descriptions), was_lost, is_lost)


def _version(files: Found, config: Config, known: Cache) -> tuple[Version, tuple[Diagnostic, ...]]:
    """One side of a comparison, and the findings about it."""
    from .. import changes

    understanding = understand_pages(files, config, known)
    findings = ordered((*understanding.diagnostics, *understanding.names.clashes))
    version = changes.Version(understanding.model, understanding.directions, understanding.names)
    return version, without_ignored(config, findings)


@frozen()
class _Planned:
    """What a run is about to do; `plan` is None where it must not do anything."""

    understanding: Understanding
    plan: output.Plan | None
    models: int
    diagnostics: tuple[Diagnostic, ...]


def _plan(config: Config, progress: Progress | None) -> _Planned:
    """Compare the package that the docs describe with the output folder."""
    known, mark = remembered(config), python.MARK.encode()
    pages = find_pages(config.docs, config.exclude, config.limits.page_bytes)
    understood = understand_pages(pages, config, known, progress, partial(_committed, config))
    if not understood.model.declarations:
        return _Planned(understood, None, 0, understood.diagnostics)
    flavour, options = _flavour(config), python.options_for(config.base, config.extra)
    stable, written = understood.stable, understood.written
    files = python.render(written, understood.names, flavour, options, config.templates, imports(stable))
    known.save()
    plan = output.compare(config.out, with_kept(stable, files), mark)
    findings = (
        *understood.diagnostics,
        *understood.unsayable,
        *understood.names.clashes,
        *notes(stable.kept),
        *map(_foreign, plan.foreign),
        *map(_unwritten, plan.unreadable),
    )
    return _Planned(understood, plan, len(understood.names.classes), ordered(findings))


def _committed(config: Config) -> Files:
    """The files of earlier runs, where pages have modules of their own that can be kept."""
    return output.files_of(config.out, python.MARK.encode()) if config.layout == "modules" else {}


def _flavour(config: Config) -> python.Flavour:
    """The flavour, which can do what else is configured; raises ConfigError where it cannot."""
    flavour = python.FLAVOURS[config.flavour]
    if config.base and not flavour.takes_base:
        raise config.error(f"base: classes of the flavour {flavour.name} cannot inherit from one of yours", "base")
    if config.extra not in flavour.extras:
        known = " or ".join(f'"{each}"' for each in flavour.extras)
        raise config.error(f'extra: the flavour {flavour.name} can do {known}, not "{config.extra}"', "extra")
    return flavour


def _result(planned: _Planned, found: tuple[Diagnostic, ...], failed: set[str], config: Config) -> Result:
    reported = without_ignored(config, found)
    docs = planned.understanding.docs
    plan = planned.plan if "." not in failed else None  # without the output folder, nothing came of the plan
    written = tuple(write.path for write in plan.write if write.path not in failed) if plan else ()
    removed = tuple(removal.path for removal in plan.remove if removal.path not in failed) if plan else ()
    counts = Counts(
        pages=len(docs.pages),
        models=planned.models,
        written=len(written),
        unchanged=len(plan.unchanged) if plan else 0,
        removed=len(removed),
        skipped=len(docs.pages - docs.modelled),
        ignored=len(found) - len(reported),
    )
    return Result(reported, counts, written, removed)


def _foreign(problem: output.Problem) -> Diagnostic:
    message = f"{problem.reason}; it is left as it is"
    return Diagnostic(Place(problem.path), "foreign-file", message, "Move it, or choose another output folder.")


def _unwritten(problem: output.Problem) -> Diagnostic:
    return Diagnostic(Place(problem.path), "not-written", problem.reason, "")
