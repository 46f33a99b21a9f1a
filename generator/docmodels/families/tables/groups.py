"""Sections that group the fields of one object: JSON of the page has the fields of all groups together.

# Envelope
## Fields
### Identification
### Versioning
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...frozen import replace
from ...markdown import Page
from ...tables.keys import keys
from ...tables.lexicon import Part, Role, Words
from ...tables.names import read_name
from .columns.recognised import Kind
from .headings.headings import part_of
from .headings.titles import cleaned, heading_text
from .page_tables import PageTable
from .rows.json_keys import outer_keys

_FEWEST = 2  # the fewest groups
_ENOUGH = 0.5  # the share of each group's names that must be keys of a piece of JSON


def grouped(tables: Sequence[PageTable], page: Page, words: Words) -> Sequence[PageTable]:
    """The tables of a page; groups of one object get the heading above them all.

    Tables are groups if the heading above theirs only announces fields and has no table, if no name is in two of them,
    and if the outermost keys of one piece of JSON have most names of each.
    """
    below: dict[int, list[int]] = {}
    for index, table in enumerate(tables):
        if len(table.trail) > 1:
            below.setdefault(id(table.trail[-2]), []).append(index)
    groups = [
        indexes
        for indexes in below.values()
        if len(indexes) >= _FEWEST
        and all(tables[index].what.kind is Kind.FIELDS for index in indexes)
        and _announces_fields(tables[indexes[0]], words)
    ]
    if not groups:
        return tables
    pieces = [names for section in page.sections for names in outer_keys(section)]
    made = list(tables)
    for indexes in groups:
        if _are_groups([tables[index] for index in indexes], pieces, words):
            for index in indexes:
                made[index] = replace(tables[index], headings=tables[index].headings[:-1])
    return tuple(made)


def _announces_fields(table: PageTable, words: Words) -> bool:
    """Whether the heading above that of a table only announces fields: "Fields", "Attributes"."""
    outer = table.trail[-2]
    return outer.level > 0 and not outer.tables and part_of(cleaned(heading_text(outer)), words) is Part.OWN


def _are_groups(tables: Sequence[PageTable], pieces: Sequence[frozenset[str]], words: Words) -> bool:
    sections = {id(table.trail[-1]) for table in tables}
    if len(sections) < len(tables) or any(table.label for table in tables):
        return False
    names = [frozenset(_names(table, words)) for table in tables]
    if sum(map(len, names)) > len(frozenset().union(*names)) or not all(names):
        return False
    return any(all(len(group & piece) >= _ENOUGH * len(group) for group in names) for piece in pieces)


def _names(table: PageTable, words: Words) -> Iterator[str]:
    """The names of the outermost fields of a table."""
    for row in table.table.rows:
        name = read_name(row.cells[table.what.roles[Role.NAME]], words)
        if name.text and not name.indent and not row.depth:
            yield keys(name.text)[0][0]
