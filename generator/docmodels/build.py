"""The pipeline: from the pages of a docs folder to the modules of an output folder.

    sources ──> markdown ──> families ──> model ──> targets ──> output
     bytes        Page      declarations   Model     files       disk

Each stage is one function with one input and one output; nothing is handed back. What looks at one page alone, or makes
one module, is remembered by a cache.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING

from . import output
from .cache import Cache
from .cache.remembered import remember, renderings
from .config import Config
from .configured import by_path, rules, strange, unmatched, without_ignored
from .diagnostics import Diagnostic, Place, Severity, ordered
from .keeping import Files, Kept, agrees, imports, lost, notes, whole
from .model import (
    Convention,
    Model,
    discriminate,
    keep_unknown,
    link,
    name_on_the_wire,
    override,
    read_examples,
    resolve_bases,
    without_endless,
)
from .model.direction import Directions
from .model.overrides import Overridden
from .model.rules import NOTHING_SET, Matched, match_rules
from .model.selectors import Called
from .model.wire import Case
from .reading import Claims, Docs, Options, Progress, read_docs
from .sources.folder import Found, find_pages
from .targets import python

if TYPE_CHECKING:
    from .changes import Change, Version


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Result:
    """What a run has to say: its findings, in order, its counts, and which files it wrote and removed.

    written, removed  paths relative to the output folder, in order; for a check, what `generate` would write and remove
    """

    diagnostics: tuple[Diagnostic, ...]
    counts: Counts
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What has changed, and the findings of either side."""

    changes: tuple[Change, ...]
    old: tuple[Diagnostic, ...]
    new: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Understanding:
    """What was understood of a docs folder.

    diagnostics  all findings, those among them that the configuration ignores
    settings     what the configuration says of single fields and models
    """

    model: Model
    directions: Directions
    docs: Docs
    convention: Convention
    diagnostics: tuple[Diagnostic, ...]
    settings: Matched = NOTHING_SET


def understand(config: Config, known: Cache | None = None, progress: Progress | None = None) -> Understanding:
    """Read the docs into the intermediate model.

    known  what earlier runs found out; looked up if it is not given
    """
    found = find_pages(config.docs, config.exclude, config.limits.page_bytes)
    return understand_pages(found, config, known or _remembered(config), progress)


def understand_pages(
    found_files: Found,
    config: Config,
    known: Cache,
    progress: Progress | None = None,
    kept: Mapping[str, Kept] = MappingProxyType({}),
) -> Understanding:
    """Read pages, wherever they come from, into the intermediate model.

    kept  by path, pages that declare something else than they say
    """
    files, unread = found_files
    wanted = rules(config)
    options = Options(by_path(config.family), by_path(config.language), config.limits.text_characters)
    docs = read_docs(files, options, known, progress)
    read = {path: reading.declarations for path, reading in docs.readings.items()}
    read |= {path: page.declarations for path, page in kept.items()}
    declarations = chain.from_iterable(read.values())
    uses = (each for reading in docs.readings.values() for each in reading.uses)
    linked, directions, dead = link(declarations, uses, docs.pages | kept.keys())
    settings = match_rules(wanted, linked)
    inferred = _infer(linked, settings, config)
    if settings.unmatched:  # what they name may be what the docs do not, and what was inferred of them does
        settings = match_rules(wanted, linked, called(inferred.model))
        inferred = _infer(linked, settings, config)
    skipped = map(_skipped, docs.pages - docs.modelled)
    ours = (*unmatched(config, settings.unmatched), *strange(config, inferred.overridden.strange))
    said = (*unread, *_nothing(files, docs), *skipped, *docs.diagnostics, *dead, *inferred.diagnostics)
    found = (each for each in said if not inferred.overridden.is_answered(each))
    keep = config.unknown == "keep"
    model = discriminate(inferred.model, directions, keep_unknown=keep)
    if keep:
        model = keep_unknown(model)
    return Understanding(model, directions, docs, inferred.convention, ordered((*found, *ours)), settings)


@dataclass(frozen=True, slots=True)
class _Inferred:
    """What is found out of a model once its links are resolved."""

    overridden: Overridden
    model: Model
    convention: Convention
    diagnostics: tuple[Diagnostic, ...]


def _infer(linked: Model, settings: Matched, config: Config) -> _Inferred:
    overridden = override(linked, settings)
    finite, endless = without_endless(resolve_bases(overridden.model))
    exemplified, misfits = read_examples(finite)
    case = Case(config.wire_case) if config.wire_case else None
    named, convention, unlearnt = name_on_the_wire(exemplified, case, overridden.cases)
    return _Inferred(overridden, named, convention, (*endless, *misfits, *unlearnt))


def called(model: Model) -> Called:
    """The names of a model's declarations and fields in Python, and on the wire."""
    plan, _ = python.plan(model)
    names = python.names(model, plan)
    fields = {
        (owner.id, field.name): (attribute, *([field.wire.name] if field.wire is not None else ()))
        for owner in model.objects
        for field, attribute in zip(owner.fields, names.attributes[owner.id], strict=True)
    }
    return Called({key: name for key, (_, name) in names.classes.items()}, fields)


def _remembered(config: Config) -> Cache:
    return remember(config.docs, Claims)


def generate(config: Config, progress: Progress | None = None) -> Result:
    """Write the models of the docs; files that hold what they should are not touched.

    Where no page describes a model, nothing is written or removed: that is rather a mistake than the wish to lose all.

    Raises python.TemplateFault for a template of one's own that cannot be used.
    """
    with output.alone(config.out) as is_alone:
        planned = _plan(config, progress)
        problems = output.apply(config.out, planned.plan, is_alone=is_alone) if planned.plan is not None else ()
    found = ordered((*planned.diagnostics, *map(_unwritten, problems)))
    return _result(planned, found, {problem.path for problem in problems}, config)


def check(config: Config, progress: Progress | None = None) -> tuple[Result, Iterator[str]]:
    """What `generate` would change, as the lines of a unified diff; nothing is written.

    Raises python.TemplateFault for a template of one's own that cannot be used.
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


def compare(config: Config, old: Found, new: Found, *, descriptions: bool = False) -> Comparison:
    """What has changed in the models from some pages to others, which are read by one configuration.

    descriptions  whether changes of descriptions count
    """
    from . import changes

    known = _remembered(config)
    before, was_lost = _version(old, config, known)
    after, is_lost = (before, was_lost) if old == new else _version(new, config, known)
    return Comparison(changes.compare(before, after, descriptions=descriptions), was_lost, is_lost)


def _version(files: Found, config: Config, known: Cache) -> tuple[Version, tuple[Diagnostic, ...]]:
    from .changes import Version

    understanding = understand_pages(files, config, known)
    plan, clashes = python.plan(understanding.model)
    found = without_ignored(config, ordered((*understanding.diagnostics, *clashes)))
    names = python.names(understanding.model, plan)
    return Version(understanding.model, understanding.directions, names), found


def _nothing(files: Sequence[object], docs: Docs) -> Iterator[Diagnostic]:
    """That there is nothing to write, for want of pages or of models."""
    if not files:
        message = "the docs folder holds no page"
        yield Diagnostic(Place(""), "no-pages", message, "Pages are files ending in .md, .markdown or .mdx.")
    elif docs.pages and not docs.modelled:
        message = "no page describes a model; nothing is written"
        help_ = "A model's page has its title first, then one section of Fields, Values or Supported Types."
        yield Diagnostic(Place(""), "no-models", message, help_)


@dataclass(frozen=True, slots=True)
class _Planned:
    """What a run is about to do; `plan` is None where it must not do anything."""

    understanding: Understanding
    plan: output.Plan | None
    models: int
    diagnostics: tuple[Diagnostic, ...]


def _plan(config: Config, progress: Progress | None) -> _Planned:
    known, mark = _remembered(config), python.MARK.encode()
    pages = find_pages(config.docs, config.exclude, config.limits.page_bytes)
    understanding = understand_pages(pages, config, known, progress)
    modules, clashes = python.plan(understanding.model)
    reported = without_ignored(config, (*understanding.diagnostics, *clashes))
    ours: Files = {}
    kept: Mapping[str, Kept] = {}
    if any(each.severity is Severity.ERROR for each in reported):
        ours = output.files_of(config.out, mark)
        kept = lost(ours, understanding.model, modules, reported)
        if kept:
            understanding, modules, clashes, kept = _keeping(kept, pages, config, known)
    if not understanding.model.declarations:
        return _Planned(understanding, None, 0, understanding.diagnostics)
    flavour = python.FLAVOURS[config.flavour]
    options = python.options_for(config.base, config.extra)
    left = {module: each for page in kept.values() for module, each in imports(page).items()}
    files = python.render(understanding.model, modules, flavour, options, config.templates, renderings(known), left)
    known.save()
    plan = output.compare(config.out, whole(ours, kept, files), mark)
    found = (
        *understanding.diagnostics,
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


def _skipped(path: str) -> Diagnostic:
    return Diagnostic(Place(path), "skipped-page", "the page describes no model; it is skipped")


def _foreign(problem: output.Problem) -> Diagnostic:
    message = f"{problem.reason}; it is left as it is"
    return Diagnostic(Place(problem.path), "foreign-file", message, "Move it, or choose another output folder.")


def _unwritten(problem: output.Problem) -> Diagnostic:
    return Diagnostic(Place(problem.path), "not-written", problem.reason, "")
