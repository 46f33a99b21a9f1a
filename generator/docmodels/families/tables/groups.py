"""Sections that group the fields of one object, as JSON of the page shows.

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
from .headings import part_of
from .json_keys import outer_keys
from .page_tables import Shown
from .recognised import Kind
from .titles import cleaned, heading_text

_FEWEST = 2  # groups
_ENOUGH = 0.5  # of the names of each group, for a piece of JSON to show it


def grouped(shown: Sequence[Shown], page: Page, words: Words) -> Sequence[Shown]:
    """The tables of a page, those of groups as if they stood below the heading of all groups.

    Tables are groups of one object if the heading above theirs only announces fields and has no table, if no two of them
    have a name in common, and if the outermost keys of one piece of JSON are names of each.
    """
    below: dict[int, list[int]] = {}
    for index, each in enumerate(shown):
        if len(each.trail) > 1 and _announces_fields(each, words):
            below.setdefault(id(each.trail[-2]), []).append(index)
    groups = [indexes for indexes in below.values() if len(indexes) >= _FEWEST]
    if not groups:
        return shown
    pieces = [found for section in page.sections for found in outer_keys(section)]
    made = list(shown)
    for indexes in groups:
        if _are_groups([shown[index] for index in indexes], pieces, words):
            for index in indexes:
                made[index] = replace(shown[index], headings=shown[index].headings[:-1])
    return tuple(made)


def _announces_fields(shown: Shown, words: Words) -> bool:
    """Whether the section around that of a table only announces fields: "Fields", "Attributes"."""
    outer = shown.trail[-2]
    return outer.level > 0 and not outer.tables and part_of(cleaned(heading_text(outer)), words) is Part.OWN


def _are_groups(tables: Sequence[Shown], pieces: Sequence[frozenset[str]], words: Words) -> bool:
    sections = {id(each.trail[-1]) for each in tables}
    if len(sections) < len(tables) or any(each.what.kind is not Kind.FIELDS or each.label for each in tables):
        return False
    names = [frozenset(_names(each, words)) for each in tables]
    if sum(map(len, names)) > len(frozenset().union(*names)) or not all(names):
        return False
    return any(all(len(each & piece) >= _ENOUGH * len(each) for each in names) for piece in pieces)


def _names(shown: Shown, words: Words) -> Iterator[str]:
    """The names of the outermost fields that a table shows."""
    for row in shown.table.rows:
        name = read_name(row.cells[shown.what.roles[Role.NAME]], words)
        if name.text and not name.indent and not row.depth:
            yield keys(name.text)[0][0]
