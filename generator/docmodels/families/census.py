"""The census: what becomes of each table of a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..diagnostics import Place
from ..diagnostics.census import Entry, Verdict
from ..markdown import Page, Table
from ..model.declarations import Enumeration, Object
from .family import Reading, Sighting

_ORDER = (Verdict.READ, Verdict.UNREAD, Verdict.NONE)
"""A table that falls into several is what the first of these says."""


def census(page: Page, reading: Reading, family: str) -> tuple[Entry, ...]:
    """Every table of a page, as Markdown shows it outside fences, in order.

    family  the name of the family that has read the page; what it says nothing of is read if a field or value is there
    """
    read = frozenset(_lines(reading))
    return tuple(_entry(page.path, table, reading.tables, read, family) for table in _tables(page))


def skipped(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The census of a page that nobody reads."""
    return tuple(
        replace(each, verdict=Verdict.UNREAD, reason="the page is skipped") if each.verdict is Verdict.READ else each
        for each in entries
    )


def _tables(page: Page) -> Iterator[Table]:
    for section in page.sections:
        yield from section.tables


def _lines(reading: Reading) -> Iterator[int]:
    """The lines of fields and values that a page declares."""
    for declaration in reading.declarations:
        yield declaration.place.line
        if isinstance(declaration, Object):
            yield from (each.place.line for each in declaration.fields)
        elif isinstance(declaration, Enumeration):
            yield from (each.place.line for each in declaration.members)


def _entry(path: str, table: Table, sightings: Sequence[Sighting], read: frozenset[int], family: str) -> Entry:
    place = Place(path, table.line)
    headings = tuple(" ".join(cell.text.split()) for cell in table.header)
    lines = range(table.line, max([table.line, *(row.line for row in table.rows)]) + 1)
    met = [each for each in sightings if each.place.line in lines]
    if met:
        seen = min(met, key=lambda each: _ORDER.index(each.verdict))
        reason = "" if seen.verdict is Verdict.READ else seen.shows or seen.why
        return Entry(place, headings, seen.verdict, reason, seen.names_fields, seen.above)
    if any(line in read for line in lines):
        return Entry(place, headings, Verdict.READ)
    return Entry(place, headings, Verdict.NONE, f"something else, in docs of the family {family}", False)
