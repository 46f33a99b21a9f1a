"""Tables that look like an enumeration, and are settings or facts of something.

| Param | value |        | Name       | Value  |
| ----- | ----- |        | ---------- | ------ |
| page  | 1     |        | Type       | String |
                         | Min Length | 3      |
"""

from __future__ import annotations

from collections.abc import Mapping

from ....markdown import Table
from ....tables.lexicon import Part, Role, Words
from ....tables.values import number
from .column_headings import WEAK, heading_words
from .field_tables import are_type_words

_FACTS = frozenset(
    {"title", "format", "pattern", "enum", "const", "nullable", "min length", "max length", "minimum", "maximum"}
    | {"min items", "max items", "min value", "max value", "multiple of", "unique items"}
)
"""Facts of a field that head no column."""
_SETTINGS = frozenset(
    {"setting", "setting name", "config option", "config key", "configuration option", "configuration key"}
)
"""Headings of names of settings: the values beside them make no enumeration."""
_COLLECTIONS, _TEXTS = frozenset({"`{}`", "`[]`"}), frozenset({'`""`', "`''`"})
"""Empty values of JSON. No enumeration has empty objects and lists."""


def are_defaults(table: Table, columns: Mapping[Role, int], heading: str, words: Words) -> bool:
    """Whether a column of values beside names has defaults: `{}` and `[]`, or `""` below "Parameters".

    heading  the heading above the table
    """
    if not {Role.NAME, Role.VALUE} <= columns.keys() or Role.DEFAULT in columns:
        return False
    sources = [row.cells[columns[Role.VALUE]].source.strip() for row in table.rows]
    if not all(text.startswith("`") or not text for text in sources):
        return False
    is_of_parameters = any(words.parts.get(piece) is Part.SENT for piece in heading.casefold().split())
    return not _COLLECTIONS.isdisjoint(sources) or (is_of_parameters and not _TEXTS.isdisjoint(sources))


def what_is_set(table: Table, columns: Mapping[Role, int], words: Words) -> str:
    """Why values are settings, in a clause: they belong to parameters, or are facts of a field; "" for other values."""
    if not {Role.NAME, Role.VALUE} <= columns.keys():
        return ""
    header = table.header[columns[Role.NAME]]
    heading = heading_words(header)
    are_mixed = heading not in WEAK and _are_mixed(table, columns[Role.VALUE])
    is_before = columns[Role.NAME] < columns[Role.VALUE]  # `Value | Setting` lists codes: `0 | off`
    if words.parts.get(heading) is Part.SENT or (heading in _SETTINGS and is_before) or are_mixed:
        return f'the cells are what each "{header.text.strip()}" is set to'
    return "the rows are facts of one field" if _are_facts(table, columns, words) else ""


def _are_mixed(table: Table, at: int) -> bool:
    """Whether some values are numbers and others words: `3306` and `localhost` below `Property | Value`."""
    are_words = [number(row.cells[at]) is None for row in table.rows if row.cells[at].source.strip()]
    return any(are_words) and not all(are_words)


def _are_facts(table: Table, columns: Mapping[Role, int], words: Words) -> bool:
    """Whether one row has a type, and all names are facts of a field: `Type | String`, `Required | Yes`."""
    rows = [(heading_words(row.cells[columns[Role.NAME]]), row.cells[columns[Role.VALUE]].text) for row in table.rows]
    kinds = [text.strip() for name, text in rows if words.roles.get(name) is Role.TYPE]
    are_known = all(name in words.roles or name in _FACTS for name, _ in rows)
    return len(kinds) == 1 < len(rows) and are_known and are_type_words(kinds, words)
