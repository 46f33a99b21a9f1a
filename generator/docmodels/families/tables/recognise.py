"""What a table is: fields of an object, values of an enumeration, or no model; and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from ...frozen import frozen
from ...markdown import Inline, Table
from ...tables.dressing import undressed_cell
from ...tables.lexicon import Part, Role, Words
from ...tables.names import read_name
from ...tables.values import is_value, member_name, number, shows_bits, value
from .headings import part_of


class Kind(StrEnum):
    FIELDS = "fields"
    VALUES = "values"
    OTHER = "no model"


@frozen()
class Recognised:
    """What a table is.

    roles  the index of the column of each role
    why    the reason, in a clause
    """

    kind: Kind
    roles: Mapping[Role, int]
    why: str


_ENOUGH = 0.7  # of the cells, for a column to be what its heading says
_NAME = re.compile(r"[^\s]{1,100}")
_LONG_TYPE = 200
_FEWEST, _LONGEST_TYPE = 3, 4  # columns of a table, and words of a type, that may be ones that nobody knows
_LONGEST_TITLE = 6  # words; what is longer is a sentence


def role_of(heading: Inline, words: Words) -> Role | None:
    """What a column is for, by its heading."""
    text = " ".join(heading.text.split()).strip("*_`:： ").casefold()
    if text in words.roles:
        return words.roles[text]
    plain = re.split(r"[(（\[]", text, maxsplit=1)[0].rstrip() if text.endswith((")", "）", "]")) else text
    if plain in words.roles:
        return words.roles[plain]
    parts = [part.strip() for part in re.split(r"[/／]", text)]
    return next((words.roles[part] for part in parts if part in words.roles), None) if len(parts) > 1 else None


def owner_in(heading: Inline, words: Words) -> str:
    """The model that the heading of the first column tells, if it shows names: `Room fields`; "" where it tells none."""
    owner, _, last = " ".join(heading.text.split()).strip("*_`:： ").rpartition(" ")
    is_part = words.parts.get(last.casefold()) is Part.OWN and words.roles.get(last.casefold()) is Role.NAME
    is_name = owner[:1].isupper() and not any(word.casefold() in words.roles for word in owner.split())
    return owner if is_part and is_name else ""


def recognise(table: Table, headings: Sequence[str], words: Words) -> Recognised:
    """What a table is, by its columns and cells and by the headings above it, the outermost first."""
    heading = " ".join(headings[-1].split()).casefold().strip(" :：") if headings else ""
    decided = words.decided(heading)
    if decided is False:
        return _other(f'the configuration says that "{headings[-1].strip()}" is no model')
    for each in headings if decided is None else ():
        folded = " ".join(each.split()).casefold().strip(" :：")
        if any(folded == word or (" " in word and f" {word} " in f" {folded} ") for word in words.lookalikes):
            return Recognised(Kind.OTHER, {}, f'"{each.strip()}" announces no model')
    found = [role_of(each, words) for each in table.header]
    if Role.NAME not in found and found and owner_in(table.header[0], words):
        found[0] = Role.NAME
    columns: dict[Role, int] = {}
    for index, role in enumerate(found):
        if role is not None:
            columns.setdefault(role, index)
    if Role.NAME in columns:
        columns[Role.NAME] = _best_names(table, [i for i, role in enumerate(found) if role is Role.NAME], words)
    if Role.TYPE not in columns and {Role.NAME, Role.VALUE, Role.DESCRIPTION} <= columns.keys():
        shown = [row.cells[columns[Role.VALUE]].text.strip() for row in table.rows]
        heads = {re.split(r"[\s(\[]", text, maxsplit=1)[0].casefold() for text in shown}
        if len(heads) < len(shown) and _are_types(shown, words):
            columns[Role.TYPE] = columns.pop(Role.VALUE)  # `Name | Value | Description` with `string` for a value
    if found and found[0] is Role.FOREIGN:
        return _other(f'no model has a column "{table.header[0].text}"')
    is_sent = bool(headings) and part_of(headings[-1], words) is Part.SENT
    fields = _fields(table, columns, found, words, is_sent)
    if fields.kind is not Kind.OTHER:
        return fields
    values = _values(table, columns, found, "" if decided else heading, words)
    return (
        values
        if values.kind is not Kind.OTHER or Role.NAME not in columns
        else fields
        if Role.TYPE in columns
        else values
    )


def unknown_columns(table: Table, words: Words) -> tuple[str, ...]:
    """The headings of a table that looks like a model, if only the words for its columns are not known; else nothing.

    Its first column shows names, and no other one shows nothing but sentences.
    """
    roles = [role_of(each, words) for each in table.header]
    strange = [index for index, role in enumerate(roles) if role is None]
    if not table.rows or len(table.header) < _FEWEST or not strange or Role.FOREIGN in roles:
        return ()
    named = roles.index(Role.NAME) if Role.NAME in roles else strange[0]
    names = [read_name(row.cells[named], words).text for row in table.rows]
    typed = next((i for i in range(len(roles)) if i != named and roles[i] in (None, Role.TYPE)), None)
    if typed is None or sum(map(_is_name, names)) < len(names) or len(set(names)) < len(names):
        return ()
    types = [row.cells[typed].text.strip() for row in table.rows]
    if not all(types) or any(len(text.split()) > _LONGEST_TYPE for text in types):
        return ()
    if all(text.casefold() in words.signs for text in types):  # what has which feature
        return ()
    texts = [" ".join(each.text.split()) for each in table.header]
    order = [named, typed, *(index for index in strange if index not in (named, typed))]
    return tuple(texts[index] for index in order if texts[index] and "," not in texts[index])


def _other(why: str) -> Recognised:
    return Recognised(Kind.OTHER, {}, why)


def _fields(
    table: Table, columns: dict[Role, int], found: Sequence[Role | None], words: Words, is_sent: bool
) -> Recognised:
    """The table as one of fields.

    is_sent  whether the heading announces parameters, so that names with defaults are enough
    """
    if Role.NAME not in columns:
        return _other("docmodels knows no column of names of fields")
    marking = {Role.REQUIRED, Role.OPTIONAL, Role.DEFAULT} if is_sent else {Role.REQUIRED, Role.OPTIONAL}
    if Role.TYPE not in columns and (not columns.keys() & marking or Role.VALUE in columns):
        return _other("docmodels knows no column of types")
    foreign = sum(role is Role.FOREIGN for role in found)
    if foreign > 1 or (foreign and Role.TYPE not in columns):
        return _other("no model has the other columns")
    telling = [row for row in table.rows if any(cell.source for cell in row.cells[1:])]  # without captions
    cells = (undressed_cell(row.cells[columns[Role.NAME]])[0] for row in telling or table.rows)
    names = [read_name(cell, words).text for cell in cells]
    shown = [name for name in names if name]
    if (table.rows and sum(map(_is_name, shown)) < _ENOUGH * max(len(shown), 1)) or (table.rows and not shown):
        return _other(f'the cells of "{table.header[columns[Role.NAME]].text}" are not names of fields')
    if Role.TYPE in columns:
        types = [row.cells[columns[Role.TYPE]].text for row in table.rows]
        if types and all(number(row.cells[columns[Role.TYPE]]) is not None for row in table.rows):
            return _other(f'the cells of "{table.header[columns[Role.TYPE]].text}" are numbers')
        if sum(len(text) > _LONG_TYPE for text in types) > len(types) / 2:
            return _other(f'the cells of "{table.header[columns[Role.TYPE]].text}" are not types')
        if Role.VALUE in columns and not _are_types(types, words):
            return _other(f'the cells of "{table.header[columns[Role.TYPE]].text}" are not types')
        why = f'the columns "{table.header[columns[Role.NAME]].text}" and "{table.header[columns[Role.TYPE]].text}" show fields'
        return Recognised(Kind.FIELDS, columns, why)
    return Recognised(
        Kind.FIELDS, columns, f'the column "{table.header[columns[Role.NAME]].text}" shows names that are marked'
    )


def _is_name(text: str) -> bool:
    return (
        _NAME.fullmatch(text) is not None
        and any(char.isalnum() for char in text)
        and "://" not in text
        and not text.startswith("--")
    )


def _are_types(texts: Sequence[str], words: Words) -> bool:
    """Whether most cells show types that are known."""
    heads = (re.split(r"[\n;,(（]", text, maxsplit=1)[0].strip(" `?*").casefold() for text in texts)
    known = sum(head.rstrip("[]") in words.types for head in heads)
    return known * 2 > len(texts)


def _best_names(table: Table, candidates: Sequence[int], words: Words) -> int:
    """The column of names: of several, the one of most names that are no numbers."""
    if len(candidates) == 1:
        return candidates[0]

    def names(index: int) -> int:
        cells = (read_name(row.cells[index], words).text for row in table.rows[:20])
        return sum(_is_name(text) and not text.isdigit() for text in cells)

    return max(candidates, key=names)


def _values(
    table: Table, columns: dict[Role, int], found: Sequence[Role | None], heading: str, words: Words
) -> Recognised:
    if _is_error(heading, words):
        return _other("the heading announces errors")
    if not table.rows:
        return _other("the table is empty")
    foreign = [i for i, role in enumerate(found) if role is Role.FOREIGN]
    for index in _value_columns(table, columns, found, heading, words):
        cells = [row.cells[index] for row in table.rows if row.cells[index].source or len(table.header) > 1]
        good = sum(map(is_value, cells))
        if not cells or good < len(cells):
            continue
        names = _member_column(table, columns, found, index)
        integers = all(number(cell) is not None for cell in cells)
        if integers and all(100 <= (number(cell) or 0) < 600 for cell in cells):
            continue  # the status codes of HTTP
        if len({value(cell) for cell in cells}) * 2 <= len(cells):
            continue  # what each of some things is set to
        if foreign and not (integers and names is not None):
            continue
        roles = {Role.VALUE: index}
        if names is not None:
            roles[Role.MEMBER] = names
        if Role.DESCRIPTION in columns:
            roles[Role.DESCRIPTION] = columns[Role.DESCRIPTION]
        return Recognised(Kind.VALUES, roles, f'the column "{table.header[index].text}" shows values')
    return _other("docmodels knows no column of names and types of fields, or of values")


def _is_error(heading: str, words: Words) -> bool:
    pieces = set(re.split(r"[\s/&,()（）-]+", heading))
    return any(word in pieces if word.isascii() and " " not in word else word in heading for word in words.errors)


def _value_columns(
    table: Table, columns: Mapping[Role, int], found: Sequence[Role | None], heading: str, words: Words
) -> Iterator[int]:
    """The columns that may show the values, the likeliest first."""
    shown = [index for index, role in enumerate(found) if role is Role.VALUE]
    yield from sorted(shown, key=lambda index: not all(shows_bits(row.cells[index]) for row in table.rows))
    if Role.TYPE in columns and Role.NAME in columns:
        yield columns[Role.TYPE]  # `Name | Type` of numbers
    if Role.MEMBER in columns:
        yield columns[Role.MEMBER]
    if Role.VALUES in columns:
        yield columns[Role.VALUES]
    pieces = [piece for piece in re.split(r"[\s/&,()（）-]+", heading) if piece]
    says_values = any(piece in words.values_of or piece in words.flags for piece in pieces[-1:])
    is_title = len(heading.split()) <= _LONGEST_TITLE
    if not is_title or not found or Role.REQUIRED in columns:
        return
    if (says_values and found[0] in (Role.NAME, Role.TYPE, None)) or _repeats_heading(table, found, heading, words):
        if len(found) > 1 and found[1] is None and all(number(row.cells[1]) is not None for row in table.rows):
            yield 1  # `Role | Level`
        yield 0


def _repeats_heading(table: Table, found: Sequence[Role | None], heading: str, words: Words) -> bool:
    """Whether a table of codes and their meanings is below a heading that names the codes.

    Below "Order Status", `Status | Description`; below "订单状态", `状态 | 说明`.
    """
    if len(found) < 2 or found[1] is not Role.DESCRIPTION or len(table.rows) < 2:
        return False
    column = " ".join(table.header[0].text.split()).casefold().strip("*_`:： ")
    if column.isascii():
        is_kind = column.split(" ")[-1] in words.kinds
        named = rf"(?<!\w){re.escape(column)}(?:e?s)?(?:\s*[(（][^()（）]*[)）])?$"
    else:
        is_kind = any(column.endswith(word) for word in words.kinds if not word.isascii())
        framed = "|".join(re.escape(word) for word in (*words.frames, *sorted(words.generic)) if not word.isascii())
        named = rf"{re.escape(column)}(?:{framed})?$"
    cells = [row.cells[0] for row in table.rows]
    is_shown = all(cell.source.startswith("`") for cell in cells) or all(number(cell) is not None for cell in cells)
    return is_kind and is_shown and re.search(named, heading) is not None


def _member_column(table: Table, columns: Mapping[Role, int], found: Sequence[Role | None], value: int) -> int | None:
    """The column of the members' names."""
    for role in (Role.MEMBER, Role.NAME, Role.TYPE):
        if columns.get(role, value) != value and _are_words(table, columns[role]):
            return columns[role]
    for index, each in enumerate(found):
        if (
            each in (None, Role.ACCESS, Role.FOREIGN)
            and index != value
            and abs(index - value) == 1
            and _are_words(table, index)
        ):
            return index
    if (
        found[0] in (None, Role.ACCESS, Role.FOREIGN)
        and value != 0
        and all(row.cells[0].source.startswith(("`", "*")) for row in table.rows)
    ):
        return 0 if _are_words(table, 0) else None
    return None


def _are_words(table: Table, index: int) -> bool:
    """Whether the cells of a column are names of members, not sentences or lists."""
    texts = [member_name(row.cells[index]) for row in table.rows]
    return (
        all(0 < len(text) <= 80 and len(text.split()) <= 6 for text in texts)
        and len(set(texts)) == len(texts)
        and not any(row.cells[index].source.count("`") > 2 for row in table.rows)
    )
