"""The pipeline: from the pages of a docs folder to the modules of an output folder.

    pages ── markdown ──> Page ── dialects ──> declarations ── model ──> Model ── python ──> files ── output ──> disk

Each stage is one function with one input and one output; nothing is handed back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from . import dialects, output, python
from .config import Config
from .diagnostics import Diagnostic, Place, ordered
from .dialects import Notation
from .markdown import Page, read_page
from .model import Convention, Model, discriminate, link, name_on_the_wire, read_examples, without_endless
from .model.wire import Case
from .pages import find_pages

Progress = Callable[[int, int], None]
"""Told how many pages are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What a run came to; `skipped` are the pages that describe no model.

    For a check, `written` and `removed` are the files that `generate` would write and remove.
    """

    pages: int = 0
    models: int = 0
    written: int = 0
    unchanged: int = 0
    removed: int = 0
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Result:
    """What a run has to say: its findings, in order, and its counts."""

    diagnostics: tuple[Diagnostic, ...]
    counts: Counts


@dataclass(frozen=True, slots=True)
class Understanding:
    """What was understood of a docs folder."""

    model: Model
    notation: Notation
    convention: Convention
    diagnostics: tuple[Diagnostic, ...]
    pages: int
    modelled: frozenset[str]


def understand(config: Config, progress: Progress | None = None) -> Understanding:
    """Read the docs into the intermediate model."""
    pages, unread = _read(config, progress)
    recognised = dialects.recognise(pages, config.language)
    if pages and not recognised.modelled:
        message = "no page describes a model; nothing is written"
        unread += (
            Diagnostic(Place(""), "no-models", message, "See docs/diagnostics.md on what makes a page a model's."),
        )
    linked, dead = link(recognised.declarations, {page.path for page in pages})
    finite, endless = without_endless(linked)
    exemplified, misfits = read_examples(finite)
    case = Case(config.wire_case) if config.wire_case else None
    named, convention, unlearnt = name_on_the_wire(exemplified, case, config.wire_names)
    skipped = (_skipped(page.path) for page in pages if page.path not in recognised.modelled)
    found = (*unread, *skipped, *recognised.diagnostics, *dead, *endless, *misfits, *unlearnt)
    return Understanding(
        discriminate(named, recognised.directions, open_unions=recognised.open_unions),
        recognised.notation,
        convention,
        ordered(found),
        len(pages),
        recognised.modelled,
    )


def generate(config: Config, progress: Progress | None = None) -> Result:
    """Write the models of the docs; files that hold what they should are not touched.

    Where no page describes a model, nothing is written or removed: that is rather a mistake than the wish to lose all.

    Raises python.TemplateFault for a template of one's own that cannot be used.
    """
    with output.alone(config.out) as is_alone:
        planned = _plan(config, progress)
        problems = output.apply(config.out, planned.plan, is_alone=is_alone) if planned.plan is not None else ()
    found = ordered((*planned.diagnostics, *map(_unwritten, problems)))
    return Result(found, _counts(planned, {problem.path for problem in problems}))


def check(config: Config, progress: Progress | None = None) -> tuple[Result, Iterator[str]]:
    """What `generate` would change, as the lines of a unified diff; nothing is written.

    Raises python.TemplateFault for a template of one's own that cannot be used.
    """
    planned = _plan(config, progress)
    difference = output.unified_diff(planned.plan) if planned.plan is not None else iter(())
    return Result(planned.diagnostics, _counts(planned, set())), difference


def inspect(config: Config, page: str | None, form: Literal["text", "json"]) -> tuple[Result, str]:
    """How the docs, or one page of them, were understood.

    page  its path, relative to the docs folder; None for all
    """
    from . import inspection

    understanding = understand(config)
    places, clashes = python.locate(understanding.model)
    show = inspection.as_json if form == "json" else inspection.as_text
    text = show(understanding.model, understanding.notation, understanding.convention, page)
    found = ordered(d for d in (*understanding.diagnostics, *clashes) if page is None or d.place.path == page)
    counts = Counts(understanding.pages, len(places), skipped=understanding.pages - len(understanding.modelled))
    return Result(found, counts), text


def _read(config: Config, progress: Progress | None) -> tuple[tuple[Page, ...], tuple[Diagnostic, ...]]:
    files, unread = find_pages(config.docs, config.exclude, config.limits.page_bytes)
    found = list(unread)
    pages = []
    for done, (path, data) in enumerate(files, 1):
        page, diagnostics = read_page(path, data, config.limits.text_characters)
        found.extend(diagnostics)
        if page is not None:
            pages.append(page)
        if progress is not None:
            progress(done, len(files))
    if not files:
        message = "the docs folder holds no page"
        found.append(Diagnostic(Place(""), "no-pages", message, "Pages are files ending in .md, .markdown or .mdx."))
    return tuple(pages), tuple(found)


@dataclass(frozen=True, slots=True)
class _Planned:
    """What a run is about to do; `plan` is None where it must not do anything."""

    understanding: Understanding
    plan: output.Plan | None
    models: int
    diagnostics: tuple[Diagnostic, ...]


def _plan(config: Config, progress: Progress | None) -> _Planned:
    understanding = understand(config, progress)
    if not understanding.model.declarations:
        return _Planned(understanding, None, 0, understanding.diagnostics)
    package, clashes = python.render(understanding.model, config.templates)
    plan = output.compare(config.out, package.files, python.MARK.encode())
    found = (*understanding.diagnostics, *clashes, *map(_foreign, plan.foreign), *map(_unwritten, plan.unreadable))
    return _Planned(understanding, plan, package.models, ordered(found))


def _counts(planned: _Planned, failed: set[str]) -> Counts:
    plan = planned.plan
    return Counts(
        pages=planned.understanding.pages,
        models=planned.models,
        written=sum(write.path not in failed for write in plan.write) if plan else 0,
        unchanged=len(plan.unchanged) if plan else 0,
        removed=sum(removal.path not in failed for removal in plan.remove) if plan else 0,
        skipped=planned.understanding.pages - len(planned.understanding.modelled),
    )


def _skipped(path: str) -> Diagnostic:
    return Diagnostic(Place(path), "skipped-page", "the page describes no model; it is skipped")


def _foreign(problem: output.Problem) -> Diagnostic:
    message = f"{problem.reason}; it is left as it is"
    return Diagnostic(Place(problem.path), "foreign-file", message, "Move it, or choose another output folder.")


def _unwritten(problem: output.Problem) -> Diagnostic:
    return Diagnostic(Place(problem.path), "not-written", problem.reason, "")
