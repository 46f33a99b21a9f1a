"""The pages of a docs folder as a model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from functools import partial

from ..cache.store import Cache
from ..config import Config
from ..diagnostics import Diagnostic, ordered
from ..frozen import frozen
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
from ..sources.folder import Found, find_pages
from ..targets import python
from ..targets.python.syntax import Code
from .choose import Options
from .ignored import without_ignored
from .keep import Files, Stable, keep_broken_pages
from .name import Named, name_classes
from .page_findings import about_docs, alike, without_listed
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


@frozen()
class Understanding:
    """The docs as a model.

    conventions  notation of pages → the convention of the names in the JSON
    diagnostics  all findings, with those that the configuration ignores
    settings     the settings for single fields and models
    lessons      the facts from recordings
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
        """The convention of the names on a page; for None, that of most objects."""
        most = next(iter(self.conventions.values()))
        return most if page is None else self.conventions.get(self.docs.notation(page), most)


def understand(
    config: Config, known: Cache | None = None, progress: Progress | None = None, *, teaches_null: bool = True
) -> Understanding:
    """Read the docs into the intermediate model.

    known         the results of earlier runs; by default, those for the docs folder
    teaches_null  whether null in recordings makes fields nullable
    """
    pages = find_pages(config.docs, config.exclude, config.limits.page_bytes)
    return understand_pages(pages, config, known or remembered(config), progress, teaches_null=teaches_null)


def no_files() -> Files:
    """No files of earlier runs: pages with errors keep no modules."""
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
    """Read pages, from a folder or a revision, into the intermediate model.

    committed  returns the files of earlier runs: a page with errors keeps its modules
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
    of_docs = (*unread, *about_docs(files, docs), *docs.diagnostics, *dead, *inferred.diagnostics)
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
        ordered((*alike(without_listed(_unanswered(of_docs, overridden), linked)), *of_settings)),
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
    """Match the settings with fields and models."""
    attributes = partial(python.attributes, flavour=flavour)
    fields, unmatched_fields = match_fields(wanted.fields, linked, classes, attributes)
    given, unmatched_classes = match_models(wanted.classes, linked, classes)
    return Matched(fields, named.rules, (*unmatched_fields, *named.unmatched, *unmatched_classes), given)


@frozen()
class _Inferred:
    """A model with everything inferred after its links are resolved."""

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
    """Infer bases, examples, nullability and names on the wire."""
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


def _unanswered(findings: Iterable[Diagnostic], overridden: Overridden) -> Iterator[Diagnostic]:
    """The findings that no setting answers."""
    return (finding for finding in findings if not overridden.is_answered(finding))
