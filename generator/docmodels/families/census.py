"""The census: the fate of each table of a page."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from ..diagnostics import Place
from ..diagnostics.census import Entry, Verdict
from ..frozen import frozen, replace
from ..markdown import Page, Section, Table
from ..model.declarations import Enumeration, Object
from ..model.names import folded
from ..tables.lexicon import Claimed, Part, Role, words
from .family import Reading, Sighting

_ORDER = (Verdict.READ, Verdict.UNREAD, Verdict.NONE)
"""The first of these verdicts wins for a table with several."""


def census(page: Page, reading: Reading, family: str) -> tuple[Entry, ...]:
    """Every table of a page outside of fences, in order.

    family  the name of the family that has read the page
    """
    names = frozenset(
        folded(field.name) for owner in reading.declarations if isinstance(owner, Object) for field in owner.fields
    )
    sightings = sorted(reading.tables, key=_line)
    facts = _Facts(reading, sightings, sorted(set(_lines(reading))), names, family)
    return tuple(_entry(page.path, section, table, facts) for section in page.sections for table in section.tables)


def skipped(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The census of a page that nobody reads."""
    return tuple(
        replace(entry, verdict=Verdict.UNREAD, reason="the page is skipped") if entry.verdict is Verdict.READ else entry
        for entry in entries
    )


@frozen()
class _Facts:
    """The facts of a page's reading.

    sightings  the sightings of tables, in the order of their lines
    lines      the lines of fields and values, in order
    names      the folded names of fields
    """

    reading: Reading
    sightings: Sequence[Sighting]
    lines: Sequence[int]
    names: frozenset[str]
    family: str

    def sightings_in(self, first: int, last: int) -> Sequence[Sighting]:
        """The sightings of tables between two lines."""
        return self.sightings[
            bisect_left(self.sightings, first, key=_line) : bisect_right(self.sightings, last, key=_line)
        ]

    def shows_rows_in(self, first: int, last: int) -> bool:
        """Whether a field or a value stands from a line to another."""
        return bisect_left(self.lines, first) < bisect_right(self.lines, last)


def _line(sighting: Sighting) -> int:
    return sighting.place.line


def _lines(reading: Reading) -> Iterator[int]:
    """The lines of fields and values that a page declares."""
    for declaration in reading.declarations:
        yield declaration.place.line
        if isinstance(declaration, Object):
            yield from (field.place.line for field in declaration.fields)
        elif isinstance(declaration, Enumeration):
            yield from (member.place.line for member in declaration.members)


def _entry(path: str, section: Section, table: Table, facts: _Facts) -> Entry:
    place = Place(path, table.line)
    headings = tuple(" ".join(cell.text.split()) for cell in table.header)
    last = max([table.line, *(row.line for row in table.rows)])
    sightings = facts.sightings_in(table.line, last)
    if sightings:
        sighting = min(sightings, key=lambda sighting: _ORDER.index(sighting.verdict))
        reason = "" if sighting.verdict is Verdict.READ else sighting.shows or sighting.why
        return Entry(place, headings, sighting.verdict, reason, sighting.names_fields, sighting.above)
    if facts.shows_rows_in(table.line, last):
        return Entry(place, headings, Verdict.READ)
    if (claimed := _claimed(section, table, facts)) is not None:
        return Entry(place, headings, *claimed, names_fields=False)
    reason = f"nothing tells what it shows, in docs of the family {facts.family}"
    return Entry(place, headings, Verdict.UNREAD, reason, names_fields=False)


def _claimed(section: Section, table: Table, facts: _Facts) -> tuple[Verdict, str] | None:
    """The verdict on a table without a sighting, and its reason: by its columns, its section, and the fields there.

    None without any evidence.
    """
    lexicon = words(("en",))
    if not table.rows:
        return Verdict.NONE, "an empty table"
    foreign = next((lexicon.foreign[text] for text in table.headings if text in lexicon.foreign), None)
    if foreign is not None:
        return Verdict.NONE, str(foreign)
    pieces = section.heading.text.replace("`", " ").replace(":", " ").split()
    roles = {lexicon.roles.get(text) for text in table.headings}
    if Role.VALUE in roles and not facts.names.isdisjoint(folded(piece.rpartition(".")[2]) for piece in pieces[-1:]):
        return Verdict.READ, ""  # the values of a field
    names = [row.cells[0].text.strip(" *").casefold() for row in table.rows if row.cells]
    if not any(table.headings) and any(lexicon.roles.get(text) in (Role.TYPE, Role.DEFAULT) for text in names):
        return Verdict.NONE, str(Claimed.FIELD)
    if facts.shows_rows_in(section.heading.line, table.line):
        return Verdict.NONE, str(Claimed.FIELD)
    parts = {lexicon.parts.get(piece.casefold()) for piece in pieces}
    if facts.reading.uses or (not facts.reading.declarations and not parts.isdisjoint((Part.SENT, Part.RECEIVED))):
        return Verdict.NONE, str(Claimed.OPERATIONS)
    return None
