"""Tables of the values of an enumeration, by their columns and cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from http import HTTPStatus

from ...markdown import Table
from ...model.names import folded
from ...regexes import regex
from ...tables.lexicon import Claimed, Role, Words, any_language
from ...tables.values import is_blank, is_value, member_name, number, shows_bits, value
from .recognised import Kind, Recognised, foreign, other, unknown
from .roles import are_types, heading_words
from .titles import TYPE_NAME, cleaned
from .value_headings import (
    LONGEST_TITLE,
    announces_errors,
    announces_limits,
    announces_values,
    field_with_values,
    fields_behind,
    words_of_heading,
)

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
    found: Sequence[Role | None],
    heading: str,
    words: Words,
    *,
    is_among_enumerations: bool = False,
    fewest: int = 2,
) -> Recognised:
    """The table as one of values.

    is_among_enumerations  whether an outer heading announces enumerations
    fewest                 the fewest rows of a table with no other sign of values than the heading of a column
    """
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
    if sum(role is None and _are_measured(table, index) for index, role in enumerate(found)) > 1:
        return other("columns of numbers without a known heading show data", Claimed.SAMPLE)
    if Role.TYPE in columns and are_types([row.cells[columns[Role.TYPE]] for row in table.rows], words):
        types = [row.cells[columns[Role.TYPE]].text.strip() for row in table.rows]
        if len(set(types)) < len(types) or Role.VALUE not in columns:
            return other("a column of types makes no enumeration")
    if Role.VALUES in columns and found[0] is Role.NAME:
        return other("a column of values beside one of names makes no enumeration")
    strange = [i for i, role in enumerate(found) if role is Role.FOREIGN]
    is_of_field = bool(field_with_values(heading, words))
    candidates = [
        *_value_columns(table, columns, found, heading, words, fewest),
        *([0] if is_among_enumerations else []),
    ]
    for index in candidates:
        names = None if is_of_field and strange else _member_column(table, columns, found, index)
        may_miss = len(table.header) == 1 or (found[index] is Role.VALUE and names is not None)
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
            continue  # what each of some things is set to
        if strange and not is_of_field and not (integers and names is not None):
            return foreign(table, found, words)
        roles = {Role.VALUE: index}
        if names is not None:
            roles[Role.MEMBER] = names
        if Role.DESCRIPTION in columns:
            roles[Role.DESCRIPTION] = columns[Role.DESCRIPTION]
        return Recognised(Kind.VALUES, roles, f'the column "{table.header[index].text}" shows values')
    return other(unknown(table, "names and types of fields, or values"))


def _are_measured(table: Table, at: int) -> bool:
    """Whether each cell of a column is a number, with its unit or without: `3013`, `26%`, `1.5 ms`."""
    return all(_MEASURED.fullmatch(row.cells[at].text.strip()) for row in table.rows)


def _are_statuses(codes: Sequence[int]) -> bool:
    """Whether numbers are codes of HTTP; a single one may be, if HTTP has it: `200`."""
    return all(100 <= code < 600 for code in codes) if len(codes) > 1 else codes[0] in _STATUSES


def as_listed(table: Table, columns: Mapping[Role, int], heading: str, words: Words) -> Recognised | None:
    """A table below `Enum values` in which all rows have one type, which is that of the values; None for any other.

    A column of values has them, else that of the names.
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
    """A table of constants of one type with only the values as descriptions, in quotes; None for any other.

    liblab's docs show enumerations like objects: `AVAILABLE | str | ✅ | "available"`. The names say what the values say,
    with liblab's marks most of them; else the rows are settings: `HOST | string | "localhost"`.
    """
    if not {Role.NAME, Role.TYPE, Role.DESCRIPTION} <= columns.keys() or not table.rows:
        return None

    def texts(role: Role) -> list[str]:
        return [row.cells[columns[role]].text.strip(" *_`") for row in table.rows]

    types, names = texts(Role.TYPE), texts(Role.NAME)
    if len(set(types)) != 1 or types[0].casefold() not in words.types or not all(map(_CONSTANT.fullmatch, names)):
        return None
    shown = texts(Role.DESCRIPTION)
    if len(set(shown)) < len(shown) or not all(map(_QUOTED.fullmatch, shown)):
        return None
    marks = (
        {row.cells[columns[Role.REQUIRED]].text.strip() for row in table.rows} if Role.REQUIRED in columns else set()
    )
    alike = sum(folded(name) == folded(text) for name, text in zip(names, shown, strict=True))
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
    """Whether a table below the name of a type for kinds begins with constants: below "RoomStatus", `OPEN` and `CLOSED`."""
    heading = cleaned(heading)
    last = _HUMPS.findall(heading)[-1:] if TYPE_NAME.fullmatch(heading) else []
    is_kind = any(piece.casefold() in words.kinds for piece in last)
    texts = [row.cells[0].text.strip() for row in table.rows]
    return is_kind and len(texts) > 1 and all(len(text) > 1 and _CONSTANT.fullmatch(text) for text in texts)


def _value_columns(
    table: Table, columns: Mapping[Role, int], found: Sequence[Role | None], heading: str, words: Words, fewest: int
) -> Iterator[int]:
    """The columns that may show the values, the likeliest first."""
    shown = [index for index, role in enumerate(found) if role is Role.VALUE]
    yield from sorted(shown, key=lambda index: not all(shows_bits(row.cells[index]) for row in table.rows))
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
    if not is_title or not found or Role.REQUIRED in columns:
        return
    says_values = says_values or bool(fields_behind(heading, words))
    if (says_values and found[0] in (Role.NAME, Role.TYPE, None)) or _repeats_heading(
        table, found, heading, words, fewest
    ):
        if len(found) > 1 and found[1] is None and all(number(row.cells[1]) is not None for row in table.rows):
            yield 1  # `Role | Level`
        yield 0


def names_values(table: Table, found: Sequence[Role | None], heading: str, words: Words, fewest: int) -> bool:
    """Whether the first column, headed like one of events or errors, shows the values that the heading above names.

    Below "Leave Reason", `Reason | Description` with words of code is no table of errors.
    """
    claimed = words.foreign.get(heading_words(table.header[0]))
    are_words = all(number(row.cells[0]) is None for row in table.rows)
    is_named = claimed is Claimed.EVENTS or (claimed is Claimed.ERRORS and are_words)
    return is_named and _repeats_heading(table, found, heading, words, fewest)


def _repeats_heading(table: Table, found: Sequence[Role | None], heading: str, words: Words, fewest: int) -> bool:
    """Whether a table of codes and their meanings is below a heading that names the codes.

    Below "Order Status", `Status | Description`; below "订单状态", `状态 | 说明`.
    """
    if len(found) < 2 or found[1] is not Role.DESCRIPTION or len(table.rows) < fewest:
        return False
    column = " ".join(table.header[0].text.split()).casefold().strip("*_`:： ")
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


def are_positions(table: Table, at: int) -> bool:
    """Whether the values in a column are the positions of bits: `0`, `1`, `2` below "Bit"."""
    cells = [row.cells[at] for row in table.rows if not is_blank(row.cells[at])]
    if table.headings[at] not in any_language().bits or any(map(shows_bits, cells)):
        return False
    positions = [number(cell) for cell in cells]
    are_small = all(each is not None and 0 <= each < _WIDEST for each in positions)
    return are_small and 0 in positions  # no flag has the value 0, and nobody tells whether others count from 1
