"""The pipeline: from the pages of a docs folder to the modules of an output folder.

    sources ──> markdown ──> families ──> model ──> targets ──> output
     bytes        Page      declarations   Model     files       disk

Each stage is one function with one input and one output, and hands nothing back. What looks at one page alone, or makes
one module, is remembered by a cache.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from .. import output
from ..cache import Cache
from ..config import Config
from ..diagnostics import Diagnostic, Place, Severity, ordered
from ..frozen import frozen
from ..sources.folder import Found, find_pages
from ..targets import python
from .keep import Files, Kept, agrees, imports, lost, notes, whole
from .read import Progress
from .settings import without_ignored
from .understand import Understanding, remembered, understand, understand_pages

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
    """How the docs were understood, and what was found in them."""
    understanding = understand(config)
    plan, clashes = python.plan(understanding.model)
    found = ordered((*understanding.diagnostics, *clashes))
    kept = without_ignored(config, found)
    docs = understanding.docs
    skipped, ignored = len(docs.pages - docs.modelled), len(found) - len(kept)
    return Result(kept, Counts(len(docs.pages), len(plan.locations), skipped=skipped, ignored=ignored)), understanding


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
    from ..changes import Version

    understanding = understand_pages(files, config, known)
    plan, clashes = python.plan(understanding.model)
    found = without_ignored(config, ordered((*understanding.diagnostics, *clashes)))
    names = python.names(understanding.model, plan)
    return Version(understanding.model, understanding.directions, names), found


@frozen()
class _Planned:
    """What a run is about to do; `plan` is None where it must not do anything."""

    understanding: Understanding
    plan: output.Plan | None
    models: int
    diagnostics: tuple[Diagnostic, ...]


def _plan(config: Config, progress: Progress | None) -> _Planned:
    known, mark = remembered(config), python.MARK.encode()
    pages = find_pages(config.docs, config.exclude, config.limits.page_bytes)
    understanding = understand_pages(pages, config, known, progress)
    modules, clashes = python.plan(understanding.model)
    reported = without_ignored(config, (*understanding.diagnostics, *clashes))
    ours: Files = {}
    kept: Mapping[str, Kept] = {}
    if config.layout == "modules" and any(each.severity is Severity.ERROR for each in reported):
        ours = output.files_of(config.out, mark)
        kept = lost(ours, understanding.model, modules, reported)
        if kept:
            understanding, modules, clashes, kept = _keeping(kept, pages, config, known)
    if not understanding.model.declarations:
        return _Planned(understanding, None, 0, understanding.diagnostics)
    flavour = _flavour(config)
    model, unsayable = flavour.adapt(understanding.model)
    if config.layout == "single":
        modules, clashes = python.plan_single(model)
    elif model is not understanding.model:
        modules, clashes = python.plan(model)
    options = python.options_for(config.base, config.extra)
    left = {module: each for page in kept.values() for module, each in imports(page).items()}
    files = python.render(model, modules, flavour, options, config.templates, left)
    known.save()
    plan = output.compare(config.out, whole(ours, kept, files), mark)
    found = (
        *understanding.diagnostics,
        *unsayable,
        *clashes,
        *notes(kept),
        *map(_foreign, plan.foreign),
        *map(_unwritten, plan.unreadable),
    )
    return _Planned(understanding, plan, len(modules.locations), ordered(found))


def _keeping(
    kept: Mapping[str, Kept], pages: Found, config: Config, known: Cache
) -> tuple[Understanding, python.Plan, tuple[Diagnostic, ...], Mapping[str, Kept]]:
    """What is understood and planned where pages keep their modules; those that would get another place do not."""
    while True:
        understanding = understand_pages(pages, config, known, None, kept)
        plan, clashes = python.plan(understanding.model)
        agreeing = {path: page for path, page in kept.items() if agrees(page, plan)}
        if agreeing == kept:
            return understanding, plan, clashes, kept
        kept = agreeing


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
    kept = without_ignored(config, found)
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
        ignored=len(found) - len(kept),
    )
    return Result(kept, counts, written, removed)


def _foreign(problem: output.Problem) -> Diagnostic:
    message = f"{problem.reason}; it is left as it is"
    return Diagnostic(Place(problem.path), "foreign-file", message, "Move it, or choose another output folder.")


def _unwritten(problem: output.Problem) -> Diagnostic:
    return Diagnostic(Place(problem.path), "not-written", problem.reason, "")
