"""From the pages of a docs folder to the model of all that they describe."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from itertools import chain
from types import MappingProxyType

from ..cache import Cache
from ..cache.remembered import remember
from ..config import Config
from ..diagnostics import Diagnostic, Place, ordered
from ..frozen import frozen
from ..model import (
    Convention,
    Model,
    discriminate,
    keep_unknown,
    link,
    name_on_the_wire,
    override,
    read_examples,
    resolve_bases,
    teach_null,
    without_endless,
)
from ..model.conventions import Case
from ..model.direction import Directions
from ..model.lessons import NO_LESSONS, Lessons
from ..model.overrides import Overridden
from ..model.rules import NOTHING_SET, Matched, match_rules
from ..model.selectors import Called
from ..sources.folder import Found, find_pages
from ..targets import python
from .keep import Kept
from .read import Claims, Docs, Options, Progress, read_docs
from .settings import by_path, own_words, rules, strange, unmatched


@frozen()
class Understanding:
    """What was understood of a docs folder.

    diagnostics  all findings, those among them that the configuration ignores
    settings     the settings for single fields and models
    lessons      what recordings teach
    """

    model: Model
    directions: Directions
    docs: Docs
    convention: Convention
    diagnostics: tuple[Diagnostic, ...]
    settings: Matched = NOTHING_SET
    lessons: Lessons = field(default_factory=lambda: NO_LESSONS)


def understand(
    config: Config, known: Cache | None = None, progress: Progress | None = None, *, teaches_null: bool = True
) -> Understanding:
    """Read the docs into the intermediate model.

    known         what earlier runs found out; looked up if it is not given
    teaches_null  whether fields may be null since recordings have null for them
    """
    found = find_pages(config.docs, config.exclude, config.limits.page_bytes)
    return understand_pages(found, config, known or remembered(config), progress, teaches_null=teaches_null)


def understand_pages(
    found_files: Found,
    config: Config,
    known: Cache,
    progress: Progress | None = None,
    kept: Mapping[str, Kept] = MappingProxyType({}),
    *,
    teaches_null: bool = True,
) -> Understanding:
    """Read pages, wherever they come from, into the intermediate model.

    kept  by path, pages that declare something else than they say
    """
    files, unread = found_files
    wanted = rules(config)
    options = Options(
        by_path(config.family), by_path(config.language), config.limits.text_characters, own_words(config)
    )
    docs = read_docs(files, options, known, progress)
    read = {path: reading.declarations for path, reading in docs.readings.items()}
    read |= {path: page.declarations for path, page in kept.items()}
    declarations = chain.from_iterable(read.values())
    uses = (each for reading in docs.readings.values() for each in reading.uses)
    linked, directions, dead = link(declarations, uses, docs.pages | kept.keys())
    settings = match_rules(wanted, linked)
    inferred = _infer(linked, settings, config, directions, teaches_null)
    if settings.unmatched:  # what they name may be what the docs do not, and what was inferred of them does
        settings = match_rules(wanted, linked, called(inferred.model))
        inferred = _infer(linked, settings, config, directions, teaches_null)
    skipped = map(_skipped, docs.pages - docs.modelled)
    ours = (*unmatched(config, settings.unmatched), *strange(config, inferred.overridden.strange))
    said = (*unread, *_nothing(files, docs), *skipped, *docs.diagnostics, *dead, *inferred.diagnostics)
    found = (each for each in said if not inferred.overridden.is_answered(each))
    keep = config.unknown == "keep"
    model = discriminate(inferred.model, directions, keep_unknown=keep)
    if keep:
        model = keep_unknown(model)
    return Understanding(
        model, directions, docs, inferred.convention, ordered((*found, *ours)), settings, inferred.lessons
    )


@frozen()
class _Inferred:
    """What is found out of a model once its links are resolved."""

    overridden: Overridden
    model: Model
    convention: Convention
    diagnostics: tuple[Diagnostic, ...]
    lessons: Lessons


def _infer(linked: Model, settings: Matched, config: Config, directions: Directions, teaches_null: bool) -> _Inferred:
    overridden = override(linked, settings)
    finite, endless = without_endless(resolve_bases(overridden.model))
    exemplified, misfits = read_examples(finite)
    lessons, strange_recordings = _taught(config, exemplified, directions)
    settled = {key for key, rules in settings.fields.items() if "nullable" in rules}
    with_null = teach_null(exemplified, lessons, settled) if teaches_null else exemplified
    case = Case(config.wire_case) if config.wire_case else None
    named, convention, unlearnt = name_on_the_wire(with_null, case, overridden.cases, lessons)
    return _Inferred(overridden, named, convention, (*endless, *misfits, *strange_recordings, *unlearnt), lessons)


def _taught(config: Config, model: Model, directions: Directions) -> tuple[Lessons, tuple[Diagnostic, ...]]:
    """What recordings teach of a model, and the findings about them."""
    if config.learned is None and config.samples is None:
        return NO_LESSONS, ()
    from ..recorded import taught  # most projects have no recordings

    found = taught(config, model, called, directions)
    return found.lessons, found.diagnostics


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


def remembered(config: Config) -> Cache:
    """What earlier runs found out of a docs folder."""
    return remember(config.docs, Claims)


def _nothing(files: Sequence[object], docs: Docs) -> Iterator[Diagnostic]:
    """That there is nothing to write, for want of pages or of models."""
    if not files:
        message = "the docs folder holds no page"
        yield Diagnostic(Place(""), "no-pages", message, "Pages are files ending in .md, .markdown or .mdx.")
    elif docs.pages and not docs.modelled:
        message = "no page describes a model; nothing is written"
        help_ = "A model is a table with a column of names and one of types; `docmodels inspect` explains each table."
        yield Diagnostic(Place(""), "no-models", message, help_)


def _skipped(path: str) -> Diagnostic:
    return Diagnostic(Place(path), "skipped-page", "the page describes no model; it is skipped")
