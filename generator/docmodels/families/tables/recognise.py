"""What a table is: fields of an object, values of an enumeration, or no model; and why."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field, replace
from enum import StrEnum

from ...frozen import frozen
from ...markdown import Table
from ...model.names import folded
from ...tables.dressing import undressed_cell
from ...tables.lexicon import Claimed, Part, Role, Words
from ...tables.names import read_name
from ...tables.values import is_value, member_name, number, shows_bits, value
from .cards import is_card
from .headings import part_of
from .roles import WEAK, are_types, heading_words, roles_of


class Kind(StrEnum):
    FIELDS = "fields"
    VALUES = "values"
    OTHER = "no model"


@frozen()
class Recognised:
    """What a table is.

    roles    the index of the column of each role
    why      the reason, in a clause
    claimed  what a table that is no model shows; None where no mark tells that, and for models
    is_bare  whether the fields have names and descriptions alone
    """

    kind: Kind
    roles: Mapping[Role, int] = field(hash=False)
    why: str
    claimed: Claimed | None = None
    is_bare: bool = False


_ENOUGH = 0.7  # of the cells, for a column to be what its heading says
_NAME = re.compile(r"[^\s]{1,100}")
_CODED = re.compile(r"[a-z$_@][\w$.\[\]-]*|[A-Za-z][a-z0-9]+(?:[A-Z_.-]\w*)+")  # `room`, `roomId`, `RoomId`, `room_id`
_SQL = re.compile(
    r"(?:PRIMARY KEY|FOREIGN KEY|UNIQUE|CHECK|EXCLUDE)\b.*\(|CREATE (?:UNIQUE )?INDEX |CREATE TRIGGER |(?:UNIQUE )?KEY \w+ \("
)
_FIELD_BEHIND = re.compile(r"\s[(（]`?(?P<name>[a-z_]\w{0,60})`?[)）]\s*$")
_ACCESSOR = re.compile(r"\{\s*(?:get|set);")
_LONG_TYPE = 200
_FEWEST, _LONGEST_TYPE = 3, 4  # columns of a table, and words of a type, that may be ones that nobody knows
_HUMPS = re.compile(r"[a-z0-9][A-Z]|_")  # in names of several words
_COLUMN_OF_DATA = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)+")  # `metric_start_time`
_WORD_OF_CODE = re.compile(r"[A-Z][A-Za-z0-9]*|[A-Z][A-Z0-9_]*")  # `PartiallyFilled`
_LONGEST_TITLE = 6  # words; what is longer is a sentence


def recognise(table: Table, headings: Sequence[str], words: Words, keys: Collection[str] = ()) -> Recognised:
    """What a table is, by its columns and cells and by the headings above it, the outermost first.

    keys  those of the JSON beside the table
    """
    heading = " ".join(headings[-1].split()).casefold().strip(" :：") if headings else ""
    decided = words.decided(heading)
    if decided is False:
        why = f'the configuration says that "{headings[-1].strip()}" is no model'
        return Recognised(Kind.OTHER, {}, why, Claimed.SETTING)
    for each in headings if decided is None else ():
        if (look := _lookalike(each, words)) is not None:
            return Recognised(Kind.OTHER, {}, f'"{each.strip()}" announces no model', look)
    if decided is None and _is_of_database(table):
        return Recognised(Kind.OTHER, {}, "each row has SQL that defines a constraint or an index", Claimed.DATABASE)
    if decided is None and is_card(table, words):
        return Recognised(Kind.OTHER, {}, "it tells the type of one field, and more about it", Claimed.FIELD)
    if decided is None and _is_of_class(table):
        return Recognised(Kind.OTHER, {}, "its rows are properties of a class, with accessors", Claimed.METHODS)
    found = list(roles_of(table, words))
    columns: dict[Role, int] = {}
    for index, role in enumerate(found):
        if role is not None:
            columns.setdefault(role, index)
    if Role.NAME in columns:
        columns[Role.NAME] = _best_names(table, [i for i, role in enumerate(found) if role is Role.NAME], words)
    if Role.TYPE in columns:
        columns[Role.TYPE] = _best_types(table, [i for i, role in enumerate(found) if role is Role.TYPE], words)
    if Role.TYPE not in columns and {Role.NAME, Role.VALUE, Role.DESCRIPTION} <= columns.keys():
        shown = [row.cells[columns[Role.VALUE]].text.strip() for row in table.rows]
        heads = {re.split(r"[\s(\[]", text, maxsplit=1)[0].casefold() for text in shown}
        if (len(heads) < len(shown) or Role.REQUIRED in columns) and _are_types(shown, words):
            columns[Role.TYPE] = columns.pop(Role.VALUE)  # `Name | Value | Description` with `string` for a value
    if decided:
        return _decided(table, columns, found, words)
    half = len(table.header) // 2
    if half > 1 and table.headings == table.headings[:half] * 2 and all(table.headings):
        return _other("two tables stand side by side")
    if found and found[0] is Role.FOREIGN:
        return _foreign(table, found, words)
    listed = _listed(table, columns, heading, words)
    if listed is not None:
        return listed
    is_sent = bool(headings) and part_of(headings[-1], words) is Part.SENT
    fields = _fields(table, columns, found, words, is_sent)
    if fields.kind is not Kind.OTHER:
        return fields
    values = _values(table, columns, found, heading, words)
    if values.kind is not Kind.OTHER:
        return values
    described = _described(table, columns, headings, words, keys)
    if described is not None:
        return described
    return next((each for each in (values, fields) if each.claimed is not None), None) or (
        fields if Role.NAME in columns and Role.TYPE in columns else values
    )


def _lookalike(heading: str, words: Words) -> Claimed | None:
    folded = " ".join(heading.split()).casefold().strip(" :：")
    return next(
        (
            look
            for word, look in words.lookalikes.items()
            if folded == word or (" " in word and f" {word} " in f" {folded} ")
        ),
        None,
    )


def _is_of_database(table: Table) -> bool:
    return bool(table.rows) and all(any(_SQL.match(cell.text.strip()) for cell in row.cells) for row in table.rows)


def _is_of_class(table: Table) -> bool:
    """Whether most rows show an accessor: `Count { get; }`."""
    return sum(_ACCESSOR.search(row.cells[0].text) is not None for row in table.rows if row.cells) * 2 > len(table.rows)


def _foreign(table: Table, found: Sequence[Role | None], words: Words) -> Recognised:
    heading = table.header[found.index(Role.FOREIGN)]
    why = f'no model has a column "{heading.text.strip()}"'
    return Recognised(Kind.OTHER, {}, why, words.foreign.get(heading_words(heading), Claimed.SETTING))


def _decided(table: Table, columns: dict[Role, int], found: Sequence[Role | None], words: Words) -> Recognised:
    """A table that the configuration calls a model: its fields, else its values, else its first column has the names."""
    why = "the configuration says that it is a model"
    if Role.NAME not in columns and Role.TYPE not in columns:
        values = _values(table, columns, found, "", words)
        if values.kind is Kind.VALUES:
            return replace(values, why=why)
    if Role.NAME not in columns:
        taken = set(columns.values())
        columns[Role.NAME] = next((index for index in range(len(table.header)) if index not in taken), 0)
    columns = {role: index for role, index in columns.items() if role is Role.NAME or index != columns[Role.NAME]}
    return Recognised(Kind.FIELDS, columns, why)


def _described(
    table: Table, columns: Mapping[Role, int], headings: Sequence[str], words: Words, keys: Collection[str]
) -> Recognised | None:
    """A table of names with descriptions alone as one of fields; None where nothing shows that it is one.

    It is one if the JSON of the page has most of the names for keys, or if the names are of code and the heading of
    their column, or that of the table, is one of fields.
    """
    if Role.NAME not in columns or not columns.keys() & {Role.DESCRIPTION, Role.EXAMPLE, Role.DEFAULT, Role.VALUES}:
        return None
    column = table.header[columns[Role.NAME]]
    cells = [row.cells[columns[Role.NAME]] for row in table.rows if row.cells[columns[Role.NAME]].source.strip()]
    names = [read_name(undressed_cell(cell)[0], words).text for cell in cells]
    if not names or not all(map(_is_name, names)) or len(set(names)) < len(names):
        return None
    if len(names) > 1 and sum(name in keys for name in names) >= _ENOUGH * len(names):
        why = f'the JSON beside has the names of the column "{column.text.strip()}" for keys'
        return Recognised(Kind.FIELDS, columns, why, is_bare=True)
    if Role.VALUE in columns or _says_values(headings[-1] if headings else "", words):
        return None
    coded = [
        cell.source.lstrip("*[").startswith("`") or _CODED.fullmatch(name)
        for cell, name in zip(cells, names, strict=True)
    ]
    is_part = bool(headings) and part_of(headings[-1], words) is not None
    if not all(coded) or (heading_words(column) in WEAK and not is_part and not any(map(_HUMPS.search, names))):
        return None
    why = f'the column "{column.text.strip()}" shows names of code'
    return Recognised(Kind.FIELDS, columns, why, is_bare=True)


def unknown_columns(table: Table, words: Words) -> tuple[str, ...]:
    """The headings of a table that looks like a model, if only the words for its columns are not known; else nothing.

    Its first column shows names, and no other one shows nothing but sentences.
    """
    roles = roles_of(table, words)
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
    first, *others = (texts[index] for index in order)
    if any("," in text for text in (first, *others[:1])):
        return ()
    return (first, *others[:1], *(text for text in others[1:] if text and "," not in text))


def _unknown(table: Table, what: str) -> str:
    """That no column of a table is known for something; with its headings, so that a reader can say which one is."""
    shown = ", ".join(f'"{" ".join(cell.text.split())}"' for cell in table.header)
    return f"none of the columns {shown} is known for {what}; set columns in [[tool.docmodels.tables]]"


def _other(why: str, claimed: Claimed | None = None) -> Recognised:
    return Recognised(Kind.OTHER, {}, why, claimed)


def _fields(
    table: Table, columns: dict[Role, int], found: Sequence[Role | None], words: Words, is_sent: bool
) -> Recognised:
    """The table as one of fields.

    is_sent  whether the heading announces parameters, so that names with defaults are enough
    """
    if Role.NAME not in columns:
        return _other(_unknown(table, "names of fields"))
    marking = {Role.REQUIRED, Role.OPTIONAL, Role.DEFAULT} if is_sent else {Role.REQUIRED, Role.OPTIONAL}
    if Role.TYPE not in columns and (not columns.keys() & marking or Role.VALUE in columns):
        return _other(_unknown(table, "types"))
    foreign = sum(role is Role.FOREIGN for role in found)
    if foreign > 1 or (foreign and Role.TYPE not in columns):
        return _foreign(table, found, words)
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


def _best_types(table: Table, candidates: Sequence[int], words: Words) -> int:
    """The column of types: of several, the first whose cells show types that are known."""
    known = (i for i in candidates if are_types([row.cells[i] for row in table.rows], words))
    return next(known, candidates[0])


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
        return _other("the heading announces errors", Claimed.ERRORS)
    if not table.rows:
        return _other("the table is empty", Claimed.SAMPLE)
    if sum(_COLUMN_OF_DATA.fullmatch(head.text.strip()) is not None for head in table.header) > 1:
        return _other("the headings are names of data", Claimed.SAMPLE)
    if Role.TYPE in columns and are_types([row.cells[columns[Role.TYPE]] for row in table.rows], words):
        types = [row.cells[columns[Role.TYPE]].text.strip() for row in table.rows]
        if len(set(types)) < len(types) or Role.VALUE not in columns:
            return _other("a column of types makes no enumeration")
    foreign = [i for i, role in enumerate(found) if role is Role.FOREIGN]
    for index in _value_columns(table, columns, found, heading, words):
        cells = [row.cells[index] for row in table.rows if row.cells[index].source or len(table.header) > 1]
        good = sum(map(is_value, cells))
        if not cells or good < len(cells):
            continue
        names = _member_column(table, columns, found, index)
        integers = all(number(cell) is not None for cell in cells)
        if {str(value(cell)).casefold() for cell in cells} & {"true", "false"}:
            return _other(
                f'the cells of "{table.header[index].text.strip()}" are what things are set to', Claimed.SAMPLE
            )
        if integers and len(cells) > 1 and all(100 <= (number(cell) or 0) < 600 for cell in cells):
            return _other(f'the cells of "{table.header[index].text.strip()}" are codes of HTTP', Claimed.ERRORS)
        if len({value(cell) for cell in cells}) * 2 <= len(cells):
            continue  # what each of some things is set to
        if foreign and not (integers and names is not None):
            return _foreign(table, found, words)
        roles = {Role.VALUE: index}
        if names is not None:
            roles[Role.MEMBER] = names
        if Role.DESCRIPTION in columns:
            roles[Role.DESCRIPTION] = columns[Role.DESCRIPTION]
        return Recognised(Kind.VALUES, roles, f'the column "{table.header[index].text}" shows values')
    return _other(_unknown(table, "names and types of fields, or values"))


def _listed(table: Table, columns: Mapping[Role, int], heading: str, words: Words) -> Recognised | None:
    """A table below `Enum values` in which all rows have one type, which is that of the values; None for any other.

    A column of values has them, else that of the names.
    """
    if not {Role.NAME, Role.TYPE} <= columns.keys() or columns.keys() & {Role.REQUIRED, Role.OPTIONAL}:
        return None
    pieces = set(re.split(r"[\s/&,()（）:：-]+", heading))
    is_enumeration = bool(words.enumerations & pieces) and _says_values(heading, words)
    types = {row.cells[columns[Role.TYPE]].text.strip(" *_`").casefold() for row in table.rows}
    at = columns.get(Role.VALUE, columns[Role.NAME])
    cells = [row.cells[at] for row in table.rows]
    is_listed = len(cells) > 1 and all(map(is_value, cells)) and len(set(map(value, cells))) == len(cells)
    if not is_enumeration or len(types) != 1 or not types <= words.types.keys() or not is_listed:
        return None
    roles = {Role.VALUE: at, **({Role.MEMBER: columns[Role.NAME]} if Role.VALUE in columns else {})}
    roles |= {role: columns[role] for role in (Role.DESCRIPTION,) if role in columns}
    return Recognised(Kind.VALUES, roles, f'the heading announces values, and all are of the type "{min(types)}"')


def _is_error(heading: str, words: Words) -> bool:
    pieces = set(re.split(r"[\s/&,()（）-]+", heading))
    return any(word in pieces if word.isascii() and " " not in word else word in heading for word in words.errors)


def _value_columns(
    table: Table, columns: Mapping[Role, int], found: Sequence[Role | None], heading: str, words: Words
) -> Iterator[int]:
    """The columns that may show the values, the likeliest first."""
    shown = [index for index, role in enumerate(found) if role is Role.VALUE]
    yield from sorted(shown, key=lambda index: not all(shows_bits(row.cells[index]) for row in table.rows))
    if Role.TYPE in columns and Role.NAME in columns and Role.REQUIRED not in columns:
        yield columns[Role.TYPE]  # `Name | Type` of numbers
    if Role.MEMBER in columns:
        yield columns[Role.MEMBER]
    if Role.VALUES in columns:
        yield columns[Role.VALUES]
    says_values = _says_values(heading, words)
    is_title = len(heading.split()) <= _LONGEST_TITLE
    if not is_title or not found or Role.REQUIRED in columns:
        return
    says_values = says_values or _names_field(heading)
    if (says_values and found[0] in (Role.NAME, Role.TYPE, None)) or _repeats_heading(table, found, heading, words):
        if len(found) > 1 and found[1] is None and all(number(row.cells[1]) is not None for row in table.rows):
            yield 1  # `Role | Level`
        yield 0


def _says_values(heading: str, words: Words) -> bool:
    """Whether the last word of a heading announces values."""
    pieces = [piece for piece in re.split(r"[\s/&,()（）-]+", heading.casefold()) if piece]
    return any(piece in words.values_of or piece in words.flags for piece in pieces[-1:])


def _names_field(heading: str) -> bool:
    """Whether a heading has the name of a field behind it, in brackets: `Time in force (timeInForce)`."""
    match = _FIELD_BEHIND.search(heading)
    return match is not None and folded(heading[: match.start()]).endswith(folded(match["name"]))


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
    is_shown = all(cell.source.startswith("`") or _WORD_OF_CODE.fullmatch(cell.text.strip()) for cell in cells)
    is_shown = is_shown or all(number(cell) is not None for cell in cells)
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
