"""From the pages of a docs folder to the model of all that they describe."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field
from functools import partial

from ..cache.store import Cache
from ..config import Config
from ..diagnostics import Diagnostic, Place, ordered
from ..families import Reading, Verdict
from ..frozen import frozen, replace
from ..model import (
    Convention,
    Conventions,
    Model,
    as_floats,
    decimal_strings,
    discriminate,
    keep_unknown,
    link,
    name_on_the_wire,
    override,
    read_examples,
    resolve_bases,
    teach_null,
    whole_numbers,
    with_open_classes,
    without_endless,
    without_twins,
)
from ..model.code_names import Classes, Names
from ..model.conventions import Case
from ..model.direction import Directions
from ..model.lessons import NO_LESSONS, Lessons
from ..model.overrides import Overridden
from ..model.rules import NOTHING_SET, Matched, Rules, match_fields, match_models
from ..model.wording import counted
from ..sources.folder import Found, find_pages
from ..targets import python
from ..targets.python.syntax import Code
from .choose import Options
from .ignored import without_ignored
from .keep import Files, Stable, keep_broken_pages
from .listed import without_listed
from .name import Named, name_classes
from .read import Docs, Progress, read_docs
from .remember import remembered
from .settings import (
    by_path,
    own_words,
    rules,
    strange,
    unmatched,
    unmatched_excludes,
    unmatched_pages,
    unused,
    unused_words,
)

_COUNTED = {"unread-words": "cells", "default-misfit": "cells", "missing-values": "cells", "uneven-table": "tables"}
"""The codes of findings of which a tree has one for all places that say the same, and what these places are."""
"""The codes of findings that a tree has once for all places that say the same."""

_MOST_UNREAD = 10
"""Of so many tables that name things like fields, one may stay unread."""


@frozen()
class Understanding:
    """The docs as a model.

    conventions  how the JSON spells names, by the notation of the pages
    diagnostics  all findings, those among them that the configuration ignores
    settings     the settings for single fields and models
    lessons      what recordings teach
    names        all names of the package, for the configured layout and flavour
    written      the model as the flavour writes it
    unsayable    findings about types that the flavour cannot express
    stable       the pages with modules that stay as they are
    """

    model: Model
    directions: Directions
    docs: Docs
    conventions: Conventions
    diagnostics: tuple[Diagnostic, ...]
    names: Names[Code]
    written: Model
    stable: Stable
    unsayable: tuple[Diagnostic, ...] = ()
    settings: Matched = NOTHING_SET
    lessons: Lessons = field(default_factory=lambda: NO_LESSONS)

    def convention(self, page: str | None) -> Convention:
        """The convention of the names on a page; without a page, that of most objects."""
        most = next(iter(self.conventions.values()))
        return most if page is None else self.conventions.get(self.docs.notation(page), most)


def understand(
    config: Config, known: Cache | None = None, progress: Progress | None = None, *, teaches_null: bool = True
) -> Understanding:
    """Read the docs into the intermediate model.

    known         what earlier runs found out; looked up if it is not given
    teaches_null  whether fields may be null since recordings have null for them
    """
    pages = find_pages(config.docs, config.exclude, config.limits.page_bytes)
    return understand_pages(pages, config, known or remembered(config), progress, teaches_null=teaches_null)


def no_files() -> Files:
    """The files of earlier runs, for who keeps none."""
    return {}


def understand_pages(
    pages: Found,
    config: Config,
    known: Cache,
    progress: Progress | None = None,
    committed: Callable[[], Files] = no_files,
    *,
    teaches_null: bool = True,
) -> Understanding:
    """Read pages, wherever they come from, into the intermediate model.

    committed  gets the files of earlier runs: a page with errors keeps its own
    """
    files, unread = pages
    wanted, flavour = rules(config), python.FLAVOURS[config.flavour]
    docs = read_docs(files, _options(config), known, progress)
    named = name_classes(without_twins(tuple(docs.declarations)), wanted.names, config.layout)
    problems = without_ignored(config, (*unread, *docs.diagnostics, *named.clashes))
    stable = keep_broken_pages(named.model, named.classes, problems, committed)
    linked, directions, dead = link(stable.model.declarations, docs.uses, docs.pages | stable.kept.keys())
    if config.decimal == "float":
        linked = as_floats(linked)
    settings = _settings(wanted, named, linked, stable.classes, flavour)
    overridden = override(linked, settings, stable.classes)
    inferred = _infer(overridden, settings, config, directions, stable.classes, docs, teaches_null)
    model = discriminate(inferred.model, directions, keep_unknown=config.unknown == "keep")
    if config.unknown == "keep":
        model = keep_unknown(model)
    is_kept = config.unknown == "keep" and flavour.keeps_values
    written, unsayable = flavour.adapt(with_open_classes(model) if is_kept else model)
    names = python.name_parts(written, stable.classes, named.clashes, flavour)
    skipped = map(_skipped, docs.pages - docs.modelled)
    illegible = _illegible(docs.readings.values())
    of_docs = (
        *unread,
        *_nothing(files, docs),
        *_unread(docs),
        *illegible,
        *_undescribed(docs.readings.values()),
        *skipped,
        *docs.diagnostics,
        *dead,
        *inferred.diagnostics,
    )
    of_settings = (
        *unmatched(config, settings.unmatched, linked, model, names),
        *strange(config, overridden.strange),
        *unmatched_excludes(config),
        *unmatched_pages(config, docs.pages),
        *unused_words(config, files),
        *(unused(config, docs.census) if config.tables else ()),
    )
    return Understanding(
        model,
        directions,
        docs,
        inferred.conventions,
        ordered((*_alike(without_listed(_unanswered(of_docs, overridden), linked)), *of_settings)),
        names,
        written,
        stable,
        unsayable,
        settings,
        inferred.lessons,
    )


def _options(config: Config) -> Options:
    """The user's decisions about reading."""
    return Options(by_path(config.family), by_path(config.language), config.limits.text_characters, own_words(config))


def _settings(wanted: Rules, named: Named, linked: Model, classes: Classes[Code], flavour: python.Flavour) -> Matched:
    """Match the settings with the fields and models that they point at."""
    attributes = partial(python.attributes, flavour=flavour)
    fields, unmatched_fields = match_fields(wanted.fields, linked, classes, attributes)
    given, unmatched_classes = match_models(wanted.classes, linked, classes)
    return Matched(fields, named.rules, (*unmatched_fields, *named.unmatched, *unmatched_classes), given)


@frozen()
class _Inferred:
    """A model with all that is found out once its links are resolved."""

    model: Model
    conventions: Conventions
    diagnostics: tuple[Diagnostic, ...]
    lessons: Lessons


def _infer(
    overridden: Overridden,
    settings: Matched,
    config: Config,
    directions: Directions,
    classes: Classes[Code],
    docs: Docs,
    teaches_null: bool,
) -> _Inferred:
    """Find out bases, examples, nulls and names on the wire."""
    typed = {key for key, rules in settings.fields.items() if not {"type", "values", "open"}.isdisjoint(rules)}
    finite, endless = without_endless(resolve_bases(whole_numbers(overridden.model, typed)))
    exemplified, misfits = read_examples(decimal_strings(finite))
    lessons, strange_recordings = _taught(config, exemplified, classes, directions)
    settled = {key for key, rules in settings.fields.items() if "nullable" in rules}
    with_null = teach_null(exemplified, lessons, settled) if teaches_null else exemplified
    case = Case(config.wire_case) if config.wire_case else None
    named, conventions, unlearnt = name_on_the_wire(with_null, case, overridden.cases, lessons, docs.notation)
    return _Inferred(named, conventions, (*endless, *misfits, *strange_recordings, *unlearnt), lessons)


def _taught(
    config: Config, model: Model, classes: Classes[Code], directions: Directions
) -> tuple[Lessons, tuple[Diagnostic, ...]]:
    """The lessons of recordings about a model, and the findings about them."""
    if config.learned is None and config.samples is None:
        return NO_LESSONS, ()
    from ..recordings import taught  # most projects have no recordings

    of_recordings = taught(config, model, classes, directions)
    return of_recordings.lessons, of_recordings.diagnostics


def _nothing(files: Sequence[object], docs: Docs) -> Iterator[Diagnostic]:
    """A finding for docs without pages or without models: there is nothing to write."""
    if not files:
        message = "the docs folder holds no page"
        yield Diagnostic(Place(""), "no-pages", message, "Pages are files ending in .md, .markdown or .mdx.")
    elif docs.pages and not docs.modelled and docs.is_without_models:
        message = "the pages describe operations and no model; nothing is written"
        yield Diagnostic(Place(""), "only-operations", message, "Add the pages of models, if there are some.")
    elif docs.pages and not docs.modelled:
        message = "no page describes a model; nothing is written"
        help_ = "A model is a table with a column of names and one of types; `docmodels inspect` explains each table."
        yield Diagnostic(Place(""), "no-models", message, help_)


def _illegible(readings: Iterable[Reading]) -> Iterator[Diagnostic]:
    """One finding for all examples that cannot be read, at the first of them."""
    places = [place for reading in readings for place in reading.unread]
    if places:
        others = f", the first of {len(places)}" if len(places) > 1 else ""
        message = f"docmodels cannot read the JSON, YAML or TOML in a block{others}"
        yield Diagnostic(places[0], "unread-example", message, "Correct it, or call its language something else.")


def _undescribed(readings: Iterable[Reading]) -> Iterator[Diagnostic]:
    """One finding for all JSON on pages with models that shows none of them, at the first of it."""
    lost = [
        shown.place
        for reading in readings
        for shown in reading.examples
        if shown.verdict is Verdict.UNREAD and reading.declarations
    ]
    if lost:
        others = f", the first of {len(lost)}" if len(lost) > 1 else ""
        message = f"the JSON in a block shows no model of the docs{others}"
        help_ = 'Put it below a heading or a line such as "Response", or beside the table of its fields.'
        yield Diagnostic(lost[0], "undescribed-example", message, help_)


def _alike(findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings; of those that say the same in several places only the first, with their count."""
    places: dict[Diagnostic, list[Place]] = {}
    for finding in findings:
        if finding.code in _COUNTED:
            places.setdefault(replace(finding, place=Place("")), []).append(finding.place)
        else:
            yield finding
    for finding, finding_places in places.items():
        noun = _COUNTED[finding.code]
        others = f" (the first of {len(finding_places)} {noun})" if len(finding_places) > 1 else ""
        yield replace(finding, place=min(finding_places), message=f"{finding.message}{others}")


def _unanswered(findings: Iterable[Diagnostic], overridden: Overridden) -> Iterator[Diagnostic]:
    """The findings that no setting answers."""
    return (finding for finding in findings if not overridden.is_answered(finding))


def _unread(docs: Docs) -> Iterator[Diagnostic]:
    """A finding where more than a tenth of the tables with names like those of fields is not read."""
    naming = [entry for entry in docs.census if entry.names_fields and entry.verdict is not Verdict.NONE]
    unread = [entry for entry in naming if entry.verdict is Verdict.UNREAD]
    if docs.modelled and len(unread) * _MOST_UNREAD > len(naming):
        ((usual, _),) = Counter(entry.headings for entry in unread).most_common(1)
        are = "is" if len(unread) == 1 else "are"
        message = f"{len(unread)} of {counted(len(naming), 'table')} that name things like fields {are} not read"
        headings = " | ".join(usual)
        help_ = f"`docmodels inspect --tables` lists them; the most have the headings `{headings}`."
        yield Diagnostic(Place(""), "unread-tables", message, help_)


def _skipped(path: str) -> Diagnostic:
    return Diagnostic(Place(path), "skipped-page", "the page describes no model; it is skipped")
