"""Tables of the values of an enumeration, by their columns and cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from http import HTTPStatus

from ....markdown import Table
from ....model.names import folded
from ....patterns import regex
from ....tables.lexicon import Claimed, Part, Role, Words, any_language
from ....tables.values import is_blank, is_value, member_name, number, shows_bits, value
from ..headings.titles import TYPE_NAME, cleaned
from ..headings.value_headings import (
    LONGEST_TITLE,
    announces_errors,
    announces_limits,
    announces_values,
    field_with_values,
    fields_behind,
    words_of_heading,
)
from .column_cells import ONE_CODE, are_types, ticks
from .column_headings import heading_words
from .recognised import Kind, Recognised, foreign, other, unknown

_HUMPS = regex(r"[A-Z][a-z0-9]*")
_COLUMN_OF_DATA = regex(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)+")  # `metric_start_time`
_WORD_OF_CODE = regex(
    r"[A-Z][A-Za-z0-9]*|[A-Z][A-Z0-9_]*|[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*"
)  # `PartiallyFilled`, `on_hold`
_CONSTANT = regex(r"[A-Z_][A-Z0-9_]*")
_QUOTED = regex(r'"[^"\s][^"]{0,199}"')
_MEASURED = regex(r"[~≈]?-?\d[\d.,]{0,20}\s?(?:%|[A-Za-z°µ/]{1,6})?")
_WIDEST = 64  # bits
_STATUSES = frozenset(map(int, HTTPStatus))


def as_values(
    table: Table,
    columns: dict[Role, int],
    roles_of_columns: Sequence[Role | None],
    heading: str,
    words: Words,
    *,
    is_among_enumerations: bool = False,
    fewest: int = 2,
) -> Recognised:
    """The table as one of values.

    is_among_enumerations  whether an outer heading announces enumerations
    fewest                 the fewest rows of a table without other evidence than the heading of a column
    """
    if (no_values := _no_values(table, columns, roles_of_columns, heading, words)) is not None:
        return no_values
    strange = [i for i, role in enumerate(roles_of_columns) if role is Role.FOREIGN]
    is_of_field = bool(field_with_values(heading, words))
    candidates = [
        *_value_columns(table, columns, roles_of_columns, heading, words, fewest),
        *([0] if is_among_enumerations else []),
    ]
    for index in candidates:
        names = None if is_of_field and strange else _member_column(table, columns, roles_of_columns, index)
        may_miss = len(table.header) == 1 or (roles_of_columns[index] is Role.VALUE and names is not None)
        cells = [row.cells[index] for row in table.rows if not (may_miss and is_blank(row.cells[index]))]
        good = sum(map(is_value, cells))
        if not cells or good < len(cells) or good * 2 <= len(table.rows):
            continue
        integers = all(number(cell) is not None for cell in cells)
        if {str(value(cell)).casefold() for cell in cells} & {"true", "false"}:
            return other(
                f'the cells of "{table.header[index].text.strip()}" are what things are set to', Claimed.SAMPLE
            )
        if integers and _are_statuses([number(cell) or 0 for cell in cells]):
            return other(f'the cells of "{table.header[index].text.strip()}" are codes of HTTP', Claimed.ERRORS)
        if len({value(cell) for cell in cells}) * 2 <= len(cells):
            continue  # settings of several things
        if strange and not is_of_field and not (integers and names is not None):
            return foreign(table, roles_of_columns, words)
        roles = {Role.VALUE: index}
        if names is not None:
            roles[Role.MEMBER] = names
        if Role.DESCRIPTION in columns:
            roles[Role.DESCRIPTION] = columns[Role.DESCRIPTION]
        return Recognised(Kind.VALUES, roles, f'the column "{table.header[index].text}" shows values')
    return other(unknown(table, "names and types of fields, or values"))


def _no_values(
    table: Table, columns: Mapping[Role, int], roles: Sequence[Role | None], heading: str, words: Words
) -> Recognised | None:
    """The kind of a table that is no enumeration, by its heading or its columns; None for others."""
    if announces_errors(heading, words):
        return other("the heading announces errors", Claimed.ERRORS)
    if announces_limits(heading, words):
        return other("the heading announces limits", Claimed.LIMITS)
    if not table.rows:
        return other("the table is empty", Claimed.SAMPLE)
    if heading.endswith(("?", "？")):
        return other("the heading is a question")
    if {Role.NAME, Role.VALUE} <= columns.keys() and not words.examples.isdisjoint(words_of_heading(heading)):
        return other("the heading announces an example", Claimed.SAMPLE)
    if sum(_COLUMN_OF_DATA.fullmatch(head.text.strip()) is not None for head in table.header) > 1:
        return other("the headings are names of data", Claimed.SAMPLE)
    has_values = any(words.roles.get(heading_words(heading)) is Role.VALUE for heading in table.header)
    measured = sum(role is None and _are_measured(table, index) for index, role in enumerate(roles))
    if measured > 1 and not has_values:
        return other("columns of numbers without a known heading show data", Claimed.SAMPLE)
    if Role.TYPE in columns and are_types([row.cells[columns[Role.TYPE]] for row in table.rows], words):
        types = [row.cells[columns[Role.TYPE]].text.strip() for row in table.rows]
        if len(set(types)) < len(types) or Role.VALUE not in columns:
            return other("a column of types makes no enumeration")
    if Role.CARDINALITY in columns:
        return other("a column of how many values there are makes no enumeration")
    if Role.VALUES in columns and roles[0] is Role.NAME:
        return other("a column of values beside one of names makes no enumeration")
    return None


def _are_measured(table: Table, at: int) -> bool:
    """Whether each cell of a column is a number, with its unit or without: `3013`, `26%`, `1.5 ms`."""
    return all(_MEASURED.fullmatch(row.cells[at].text.strip()) for row in table.rows)


def _are_statuses(codes: Sequence[int]) -> bool:
    """Whether numbers are codes of HTTP. A single one must be a known code: `200`."""
    return all(100 <= code < 600 for code in codes) if len(codes) > 1 else codes[0] in _STATUSES


def as_listed(table: Table, columns: Mapping[Role, int], heading: str, words: Words) -> Recognised | None:
    """A table of values below `Enum values`: all rows have the same type, which is that of the values. Else None.

    The values stand in a column of values, or else in that of the names.
    """
    if not {Role.NAME, Role.TYPE} <= columns.keys() or columns.keys() & {Role.REQUIRED, Role.OPTIONAL}:
        return None
    if not words.enumerations.intersection(words_of_heading(heading)) or not announces_values(heading, words):
        return None
    types = {row.cells[columns[Role.TYPE]].text.strip(" *_`").casefold() for row in table.rows}
    at = columns.get(Role.VALUE, columns[Role.NAME])
    cells = [row.cells[at] for row in table.rows]
    if len(types) != 1 or not types <= words.types.keys():
        return None
    if len(cells) < 2 or not all(map(is_value, cells)) or len(set(map(value, cells))) < len(cells):
        return None
    roles = {Role.VALUE: at, **({Role.MEMBER: columns[Role.NAME]} if Role.VALUE in columns else {})}
    roles |= {role: columns[role] for role in (Role.DESCRIPTION,) if role in columns}
    return Recognised(Kind.VALUES, roles, f'the heading announces values, and all are of the type "{min(types)}"')


def as_quoted(table: Table, columns: Mapping[Role, int], words: Words) -> Recognised | None:
    """A table of constants of one type, with quoted values for descriptions; None for any other.

    liblab writes enumerations like objects: `AVAILABLE | str | ✅ | "available"`. The names repeat the values, with liblab's
    marks at least most of them; else the rows are settings: `HOST | string | "localhost"`.
    """
    if not {Role.NAME, Role.TYPE, Role.DESCRIPTION} <= columns.keys() or not table.rows:
        return None

    def texts(role: Role) -> list[str]:
        return [row.cells[columns[role]].text.strip(" *_`") for row in table.rows]

    types = texts(Role.TYPE)
    if len(set(types)) != 1 or types[0].casefold() not in words.types:
        return None
    names = texts(Role.NAME)
    if not all(map(_CONSTANT.fullmatch, names)):
        return None
    texts_of_values = texts(Role.DESCRIPTION)
    if len(set(texts_of_values)) < len(texts_of_values) or not all(map(_QUOTED.fullmatch, texts_of_values)):
        return None
    marks = (
        {row.cells[columns[Role.REQUIRED]].text.strip() for row in table.rows} if Role.REQUIRED in columns else set()
    )
    alike = sum(folded(name) == folded(text) for name, text in zip(names, texts_of_values, strict=True))
    is_named = alike * 2 > len(names) if marks == {"✅"} else alike == len(names)
    if not is_named:
        return None
    roles = {Role.VALUE: columns[Role.DESCRIPTION], Role.MEMBER: columns[Role.NAME]}
    return Recognised(Kind.VALUES, roles, "the names are constants, and the descriptions only their values")


def show_constants(table: Table, columns: Mapping[Role, int]) -> bool:
    """Whether each row has a name in capitals and a value: `MAX_SEATS | 64`."""
    if not {Role.NAME, Role.VALUE} <= columns.keys():
        return False
    names = (row.cells[columns[Role.NAME]].text.strip(" *_`") for row in table.rows)
    return all(map(_CONSTANT.fullmatch, names)) and all(is_value(row.cells[columns[Role.VALUE]]) for row in table.rows)


def begins_with_constants(table: Table, heading: str, words: Words) -> bool:
    """Whether a table begins with constants, below a name such as "RoomStatus": `OPEN` and `CLOSED`."""
    heading = cleaned(heading)
    last = _HUMPS.findall(heading)[-1:] if TYPE_NAME.fullmatch(heading) else []
    is_kind = any(piece.casefold() in words.kinds for piece in last)
    texts = [row.cells[0].text.strip() for row in table.rows]
    return is_kind and len(texts) > 1 and all(len(text) > 1 and _CONSTANT.fullmatch(text) for text in texts)


def _value_columns(
    table: Table, columns: Mapping[Role, int], roles: Sequence[Role | None], heading: str, words: Words, fewest: int
) -> Iterator[int]:
    """The columns that may have the values, the likeliest first."""
    likeliest = [index for index, role in enumerate(roles) if role is Role.VALUE]
    yield from sorted(likeliest, key=lambda index: not all(shows_bits(row.cells[index]) for row in table.rows))
    if Role.TYPE in columns and Role.NAME in columns and Role.REQUIRED not in columns:
        at = columns[Role.TYPE]
        if all(number(row.cells[at]) is not None or is_blank(row.cells[at]) for row in table.rows):
            yield at  # `Name | Type` of numbers; words may be types in a language without a lexicon
    if Role.MEMBER in columns:
        yield columns[Role.MEMBER]
    if Role.VALUES in columns:
        yield columns[Role.VALUES]
    says_values = announces_values(heading, words)
    is_title = len(heading.split()) <= LONGEST_TITLE
    if not is_title or not roles or Role.REQUIRED in columns:
        return
    says_values = says_values or bool(fields_behind(heading, words))
    if (says_values and roles[0] in (Role.NAME, Role.TYPE, None)) or _repeats_heading(
        table, roles, heading, words, fewest
    ):
        if len(roles) > 1 and roles[1] is None and all(number(row.cells[1]) is not None for row in table.rows):
            yield 1  # `Role | Level`
        yield 0


def names_values(table: Table, roles: Sequence[Role | None], heading: str, words: Words, fewest: int) -> bool:
    """Whether the first column has the values in the heading above, though its own heading means events or errors.

    Below "Leave Reason", `Reason | Description` with words of code is no table of errors.
    """
    claimed = words.foreign.get(heading_words(table.header[0]))
    are_words = all(number(row.cells[0]) is None for row in table.rows)
    is_named = claimed is Claimed.EVENTS or (claimed is Claimed.ERRORS and are_words)
    return is_named and _repeats_heading(table, roles, heading, words, fewest)


def _repeats_heading(table: Table, roles: Sequence[Role | None], heading: str, words: Words, fewest: int) -> bool:
    """Whether a table has codes and their meanings, and the heading above repeats that of the codes.

    Below "Order Status", `Status | Description`; below "订单状态", `状态 | 说明`.
    """
    if len(roles) < 2 or roles[1] is not Role.DESCRIPTION or len(table.rows) < fewest:
        return False
    column = " ".join(table.header[0].text.split()).casefold().strip("*_`:： ")
    if words.parts.get(column.split(" ")[-1]) in (Part.SENT, Part.OWN):
        return False  # `Door parameters | Description`
    if column.isascii():
        is_kind = column.split(" ")[-1] in words.kinds or folded(column) == folded(heading)
        named = rf"(?<!\w){re.escape(column)}(?:e?s)?(?:\s*[(（][^()（）]*[)）])?$"
        if heading.split(" ")[-1] in words.kinds:  # below "Trigger source", `Trigger | Description`
            is_kind, named = True, rf"{named}|^{re.escape(column)}\s"
    else:
        is_kind = any(column.endswith(word) for word in words.kinds if not word.isascii())
        framed = "|".join(re.escape(word) for word in (*words.frames, *sorted(words.generic)) if not word.isascii())
        named = rf"{re.escape(column)}(?:{framed})?$"
    cells = [row.cells[0] for row in table.rows]
    are_codes = all(cell.source.startswith("`") or _WORD_OF_CODE.fullmatch(cell.text.strip()) for cell in cells)
    are_codes = are_codes or all(number(cell) is not None for cell in cells)
    return is_kind and are_codes and re.search(named, heading) is not None


def _member_column(table: Table, columns: Mapping[Role, int], roles: Sequence[Role | None], value: int) -> int | None:
    """The column of the members' names; None without one."""
    for role in (Role.MEMBER, Role.NAME, Role.TYPE):
        if columns.get(role, value) != value and _are_words(table, columns[role]):
            return columns[role]
    loose = [index for index, role in enumerate(roles) if role in (None, Role.ACCESS, Role.FOREIGN)]
    for index in loose:
        if abs(index - value) == 1 and _are_words(table, index):
            return index
    if value != 0 and 0 in loose and all(row.cells[0].source.startswith(("`", "*")) for row in table.rows):
        return 0 if _are_words(table, 0) else None
    return None


def _are_words(table: Table, index: int) -> bool:
    """Whether the cells of a column are names of members, not sentences or lists."""
    texts = [member_name(row.cells[index]) for row in table.rows]
    return (
        all(0 < len(text) <= 80 and len(text.split()) <= 6 for text in texts)
        and len(set(texts)) == len(texts)
        and not any(ticks(row.cells[index].source) > ONE_CODE for row in table.rows)
    )


def are_positions(table: Table, at: int) -> bool:
    """Whether the values in a column are the positions of bits: `0`, `1`, `2` below "Bit"."""
    cells = [row.cells[at] for row in table.rows if not is_blank(row.cells[at])]
    if table.headings[at] not in any_language().bits or any(map(shows_bits, cells)):
        return False
    positions = [number(cell) for cell in cells]
    are_small = all(position is not None and 0 <= position < _WIDEST for position in positions)
    return are_small and 0 in positions  # bits without a 0 may count from 1
