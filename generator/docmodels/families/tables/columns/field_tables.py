"""Tables of fields, by their columns and cells."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from ....markdown import Inline, Table
from ....patterns import regex
from ....tables.choices import cell_choices
from ....tables.dressing import undressed_cell
from ....tables.lexicon import Claimed, Role, Words
from ....tables.names import read_name
from ....tables.values import number
from ..headings.headings import part_of
from ..headings.value_headings import announces_values
from .column_cells import names_in
from .column_headings import WEAK, heading_words
from .recognised import Kind, Recognised, foreign, other, unknown
from .roles import roles_of

_ENOUGH = 0.7  # the share of cells that must be names
_NAME = regex(r"[^\s]{1,100}")
_CODED = regex(r"[a-z$_@][\w$.\[\]-]*|[A-Za-z][a-z0-9]+[A-Z_.-][\w.-]*")  # `room`, `roomId`, `RoomId`, `room_id`
_LONG_TYPE = 200
_FEWEST, _LONGEST_TYPE = 3, 4  # the fewest columns of a table with unknown headings, and the most words of its types
_HUMPS = regex(r"[a-z0-9][A-Z]|_")  # joints between the words of a name


def as_fields(
    table: Table,
    columns: dict[Role, int],
    roles: Sequence[Role | None],
    words: Words,
    *,
    is_sent: bool,
    is_of_errors: bool,
) -> Recognised:
    """The table as one of fields.

    is_sent       whether the heading announces parameters: then names with defaults are enough
    is_of_errors  whether the heading announces errors
    """
    if Role.NAME not in columns:
        return other(unknown(table, "names of fields"))
    marking = {Role.REQUIRED, Role.OPTIONAL, Role.DEFAULT} if is_sent else {Role.REQUIRED, Role.OPTIONAL}
    if Role.VALUES in columns and roles[0] is Role.NAME and _list_values(table, columns[Role.VALUES], words):
        marking.add(Role.VALUES)
    are_marked = Role.REQUIRED in columns and _are_signs(table, columns[Role.REQUIRED], words)
    if Role.TYPE not in columns and (not columns.keys() & marking or (Role.VALUE in columns and not are_marked)):
        return other(unknown(table, "types"))
    strange = sum(role is Role.FOREIGN for role in roles)
    if strange > 1 or (strange and Role.TYPE not in columns):
        return foreign(table, roles, words)
    telling = [row for row in table.rows if any(cell.source for cell in row.cells[1:])]  # without captions
    cells = (undressed_cell(row.cells[columns[Role.NAME]])[0] for row in telling or table.rows)
    names = [read_name(cell, words).text for cell in cells]
    real_names = [name for name in names if name.strip(".…[]*$")]  # `...` means more fields, `[]` the object itself
    if (table.rows and sum(map(is_name, real_names)) < _ENOUGH * max(len(real_names), 1)) or (
        table.rows and not real_names
    ):
        return other(f'the cells of "{table.header[columns[Role.NAME]].text}" are not names of fields')
    if Role.TYPE in columns:
        types = [row.cells[columns[Role.TYPE]].text for row in table.rows]
        if table.rows and is_of_errors and not any(text.strip(" -–—") for text in types):
            return other("the heading announces errors, and no row has a type", Claimed.ERRORS)
        is_marked = bool(columns.keys() & {Role.REQUIRED, Role.OPTIONAL})
        if types and not is_marked and all(number(row.cells[columns[Role.TYPE]]) is not None for row in table.rows):
            return other(f'the cells of "{table.header[columns[Role.TYPE]].text}" are numbers')
        if sum(len(text) > _LONG_TYPE for text in types) > len(types) / 2:
            return other(f'the cells of "{table.header[columns[Role.TYPE]].text}" are not types')
        if Role.VALUE in columns and Role.CARDINALITY not in columns and not are_type_words(types, words):
            return other(f'the cells of "{table.header[columns[Role.TYPE]].text}" are not types')
        why = f'the columns "{table.header[columns[Role.NAME]].text}" and "{table.header[columns[Role.TYPE]].text}" show fields'
        return Recognised(Kind.FIELDS, _with_text_of_values(columns), why)
    why = f'the column "{table.header[columns[Role.NAME]].text}" shows names that are marked'
    return Recognised(Kind.FIELDS, _with_text_of_values(columns), why)


def _with_text_of_values(columns: Mapping[Role, int]) -> dict[Role, int]:
    """The columns of a table of fields. A column `Value` has descriptions if no other one has; else it has no role."""
    others: dict[Role, int] = {role: at for role, at in columns.items() if role is not Role.VALUE}
    if Role.VALUE in columns and Role.DESCRIPTION not in columns:
        others[Role.DESCRIPTION] = columns[Role.VALUE]
    return others


def _are_signs(table: Table, at: int, words: Words) -> bool:
    """Whether all cells of a column, and at least two, mean yes or no: `Key | Required | Value`."""
    texts = [text for row in table.rows if (text := row.cells[at].text.strip(" *_`").casefold())]
    return len(texts) > 1 and all(text in words.signs or text in words.marks for text in texts)


def _list_values(table: Table, at: int, words: Words) -> bool:
    """Whether most cells of a column list values: `on` or `off`."""
    listing = sum(cell_choices(row.cells[at].prose, words) is not None for row in table.rows)
    return listing * 2 > len(table.rows)


def as_described(
    table: Table, columns: Mapping[Role, int], headings: Sequence[str], words: Words, keys: Collection[str]
) -> Recognised | None:
    """A table of names with descriptions alone, as one of fields; None without evidence for fields.

    Evidence is: most of the names are keys in the JSON of the page, or they are names of code below a heading for fields,
    of their column or of the table.
    """
    if Role.NAME not in columns or not columns.keys() & {Role.DESCRIPTION, Role.EXAMPLE, Role.DEFAULT, Role.VALUES}:
        return None
    column = table.header[columns[Role.NAME]]
    cells = _named(table, columns[Role.NAME])
    names = list(names_in(cells, words))
    if not names or not all(map(is_name, names)) or len(set(names)) < len(names):
        return None
    if _are_keys(names, keys):
        why = f'the JSON beside has the names of the column "{column.text.strip()}" for keys'
        return Recognised(Kind.FIELDS, columns, why, is_bare=True)
    if Role.VALUE in columns or announces_values(headings[-1] if headings else "", words):
        return None
    coded = [
        cell.source.lstrip("*[").startswith("`") or _CODED.fullmatch(name)
        for cell, name in zip(cells, names, strict=True)
    ]
    is_part = bool(headings) and part_of(headings[-1], words) is not None
    is_weak = heading_words(column) in WEAK and Role.DEFAULT not in columns
    if not all(coded) or (is_weak and not is_part and not any(map(_HUMPS.search, names))):
        return None
    why = f'the column "{column.text.strip()}" shows names of code'
    return Recognised(Kind.FIELDS, columns, why, is_bare=True)


def shows_keys(table: Table, columns: Mapping[Role, int], words: Words, keys: Collection[str]) -> bool:
    """Whether most names of a table, and at least two, are keys of JSON."""
    if Role.NAME not in columns or not keys:
        return False
    return _are_keys(list(names_in(_named(table, columns[Role.NAME]), words)), keys)


def _named(table: Table, index: int) -> Sequence[Inline]:
    """The cells of a column of names, without empty ones."""
    return [row.cells[index] for row in table.rows if row.cells[index].source.strip()]


def _are_keys(names: Sequence[str], keys: Collection[str]) -> bool:
    return len(names) > 1 and sum(name in keys for name in names) >= _ENOUGH * len(names)


def unknown_columns(table: Table, words: Words) -> tuple[str, ...]:
    """The headings of a table that looks like a model, if only the words for its columns are unknown; else ().

    Its first column has names, and a further one has short cells, which may be types.
    """
    roles = roles_of(table, words)
    strange = [index for index, role in enumerate(roles) if role is None]
    if not table.rows or len(table.header) < _FEWEST or not strange or Role.FOREIGN in roles:
        return ()
    named = roles.index(Role.NAME) if Role.NAME in roles else strange[0]
    names = [read_name(row.cells[named], words).text for row in table.rows]
    typed = next((i for i in range(len(roles)) if i != named and roles[i] in (None, Role.TYPE)), None)
    if typed is None or sum(map(is_name, names)) < len(names) or len(set(names)) < len(names):
        return ()
    types = [row.cells[typed].text.strip() for row in table.rows]
    if not all(types) or any(len(text.split()) > _LONGEST_TYPE for text in types):
        return ()
    if all(text.casefold() in words.signs for text in types):  # a table of features
        return ()
    texts = [" ".join(heading.text.split()) for heading in table.header]
    order = [named, typed, *(index for index in strange if index not in (named, typed))]
    first, *others = (texts[index] for index in order)
    if any("," in text for text in (first, *others[:1])):
        return ()
    return (first, *others[:1], *(text for text in others[1:] if text and "," not in text))


def is_name(text: str) -> bool:
    return (
        _NAME.fullmatch(text) is not None
        and any(char.isalnum() for char in text)
        and "://" not in text
        and not text.startswith("--")
    )


def are_type_words(texts: Sequence[str], words: Words) -> bool:
    """Whether most cells are known types."""
    heads = (re.split(r"[\n;,(（]", text, maxsplit=1)[0].strip(" `?*").casefold() for text in texts)
    known = sum(head.rstrip("[]") in words.types for head in heads)
    return known * 2 > len(texts)
