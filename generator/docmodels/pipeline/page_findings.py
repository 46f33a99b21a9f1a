"""Findings about the docs as a whole: no models, and pages, tables and examples that show none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ..diagnostics import Diagnostic, Place
from ..families import Reading, Verdict
from ..frozen import replace
from ..model import Model
from ..model.types import is_unlisted
from ..model.wording import counted
from .read import Docs

_COUNTED = {"unread-words": "cells", "default-misfit": "cells", "missing-values": "cells", "uneven-table": "tables"}
"""Code of a finding that a tree reports once for all places with the same message → the noun for these places."""

_MOST_UNREAD = 10
"""One of so many tables with names like those of fields may stay unread, without a finding."""


def about_docs(files: Sequence[object], docs: Docs) -> Iterator[Diagnostic]:
    """The findings about the docs as a whole.

    files  the pages of the docs folder
    """
    readings = docs.readings.values()
    yield from _nothing(files, docs)
    yield from _unread(docs)
    yield from _illegible(readings)
    yield from _undescribed(readings)
    for path in docs.pages - docs.modelled:
        yield Diagnostic(Place(path), "skipped-page", "the page describes no model; it is skipped")


def alike(findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings; of those in `_COUNTED` with the same message only the first, with the number of places."""
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


def without_listed(findings: Iterable[Diagnostic], linked: Model) -> Iterator[Diagnostic]:
    """The findings, without `missing-values` for fields that have an enumeration after all, elsewhere in the docs."""
    listed = {field.place for owner in linked.objects for field in owner.fields if not is_unlisted(field.type)}
    return (finding for finding in findings if finding.code != "missing-values" or finding.place not in listed)


def _nothing(files: Sequence[object], docs: Docs) -> Iterator[Diagnostic]:
    """A finding for docs without pages or without models."""
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
    """One finding for all unreadable examples, at the first one."""
    places = [place for reading in readings for place in reading.unread]
    if places:
        others = f", the first of {len(places)}" if len(places) > 1 else ""
        message = f"docmodels cannot read the JSON, YAML or TOML in a block{others}"
        yield Diagnostic(places[0], "unread-example", message, "Correct it, or call its language something else.")


def _undescribed(readings: Iterable[Reading]) -> Iterator[Diagnostic]:
    """One finding for all JSON that shows no model, on pages with models, at the first block."""
    lost = [
        example.place
        for reading in readings
        for example in reading.examples
        if example.verdict is Verdict.UNREAD and reading.declarations
    ]
    if lost:
        others = f", the first of {len(lost)}" if len(lost) > 1 else ""
        message = f"the JSON in a block shows no model of the docs{others}"
        help_ = 'Put it below a heading or a line such as "Response", or beside the table of its fields.'
        yield Diagnostic(lost[0], "undescribed-example", message, help_)


def _unread(docs: Docs) -> Iterator[Diagnostic]:
    """A finding if more than a tenth of the tables with names like those of fields is not read."""
    naming = [entry for entry in docs.census if entry.names_fields and entry.verdict is not Verdict.NONE]
    unread = [entry for entry in naming if entry.verdict is Verdict.UNREAD]
    if docs.modelled and len(unread) * _MOST_UNREAD > len(naming):
        ((usual, _),) = Counter(entry.headings for entry in unread).most_common(1)
        are = "is" if len(unread) == 1 else "are"
        message = f"{len(unread)} of {counted(len(naming), 'table')} that name things like fields {are} not read"
        headings = " | ".join(usual)
        help_ = f"`docmodels inspect --tables` lists them, such as `{headings}`, each with a reason and a remedy."
        yield Diagnostic(Place(""), "unread-tables", message, help_)
