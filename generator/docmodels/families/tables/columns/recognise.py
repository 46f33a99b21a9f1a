"""The kind of a table: fields of an object, values of an enumeration, or no model; and why."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from ....frozen import replace
from ....markdown import Inline, Table
from ....patterns import regex
from ....tables.lexicon import Claimed, Part, Role, Words
from ....tables.lexicon.entries import has_any
from ....tables.names import read_name
from ....tables.requests import request_of_cell
from ..headings.headings import part_of
from ..headings.value_headings import announce_enumerations, announces_errors, announces_options, announces_values
from .cards import is_card
from .column_cells import are_types
from .column_headings import WEAK, heading_words
from .facts import are_defaults, what_is_set
from .field_tables import are_type_words, as_described, as_fields, is_name, shows_keys
from .http_headers import are_http_headers
from .recognised import Kind, Recognised, foreign, other
from .roles import roles_of
from .value_tables import as_listed, as_quoted, as_values, begins_with_constants, names_values, show_constants

_SQL = regex(
    r"(?:PRIMARY KEY|FOREIGN KEY|UNIQUE|CHECK|EXCLUDE)\b.*\(|CREATE (?:UNIQUE )?INDEX |CREATE TRIGGER |(?:UNIQUE )?KEY \w+ \("
)
_SQL_WORDS = ("KEY", "UNIQUE", "CHECK", "EXCLUDE", "CREATE")
_FLAG = regex(r"(?:-\w,?\s{0,3})?--\w")
_CALLABLE = regex(r"[\w.:]+\([^()]*\) (?:method|function)|.*\(constructor\)|(?:Function|Method|Constructor): .*\(\)")
_FEWEST_VALUES = 2
_COLUMNS = 3  # the most columns of a table of values that only an outer heading announces
_REMOTE = regex(r"(?:params|result)(?:[.\[]|$)")
_STATUS_PHRASE = regex(r"[1-5]\d\d [A-Z][A-Za-z' -]{1,40}")
_OTHER_STATUSES = frozenset({"other status codes", "default"})
_LINKED = "object"  # the type of a field that links to a model
_QUOTED_LINES = regex(r"'[^'\n]{1,60}'(?:\s*\n\s*'[^'\n]{1,60}'){0,60}(?: \(required\))?")
_ACCESSOR = regex(r"\{\s*(?:get|set);")


def recognise(table: Table, headings: Sequence[str], words: Words, keys: Collection[str] = ()) -> Recognised:
    """The kind of a table, by its columns and cells and by the headings above it, the outermost first.

    keys  the keys of the JSON beside the table
    """
    decided = words.decided(_folded(headings[-1]) if headings else "")
    if decided is False:
        why = f'the configuration says that "{headings[-1].strip()}" is no model'
        return Recognised(Kind.OTHER, {}, why, Claimed.SETTING)
    if decided is None and (no_model := _no_model(table, headings, words, keys)) is not None:
        return no_model
    all_roles = list(roles_of(table, words))
    if decided is None and Role.TYPE in all_roles and _are_responses(table):
        return Recognised(Kind.OTHER, {}, "its rows are responses of an operation", Claimed.OPERATIONS)
    if decided is None and Role.TYPE in all_roles and _are_typed_values(table, all_roles.index(Role.TYPE), words):
        all_roles = [Role.VALUE, *(None if role is Role.TYPE else role for role in all_roles[1:])]
    columns = _columns(table, all_roles, words)
    has_defaults = are_defaults(table, columns, headings[-1] if headings else "", words)
    if has_defaults:
        columns[Role.DEFAULT] = columns.pop(Role.VALUE)
        all_roles[columns[Role.DEFAULT]] = Role.DEFAULT
    if all_roles[:1] == [Role.VALUES] and headings and announces_options(headings[-1], words):
        columns = {Role.NAME: columns.pop(Role.VALUES), **columns}
        all_roles[0] = Role.NAME
    if decided:
        return _decided(table, columns, all_roles, words)
    is_sent = has_defaults or (bool(headings) and part_of(headings[-1], words) is Part.SENT)
    return _kind(table, columns, all_roles, headings, words, keys, is_sent=is_sent)


def _no_model(table: Table, headings: Sequence[str], words: Words, keys: Collection[str]) -> Recognised | None:
    """The kind of a table that is no model, by its headings, its columns or the form of its rows; None for others."""
    for text in headings:
        if "(" in text and _CALLABLE.fullmatch(text.strip()) is not None:
            return Recognised(Kind.OTHER, {}, f'"{text.strip()}" announces code that is called', Claimed.METHODS)
        if (look := _lookalike(text, words)) is not None and not (look is Claimed.METHODS and _are_remote(table)):
            look = Claimed.OPERATIONS if look is Claimed.METHODS and _shows_requests(table) else look
            return Recognised(Kind.OTHER, {}, f'"{text.strip()}" announces no model', look)
    if _is_of_database(table):
        return Recognised(Kind.OTHER, {}, "each row has SQL that defines a constraint or an index", Claimed.DATABASE)
    if is_card(table, words):
        return Recognised(Kind.OTHER, {}, "it tells the type of one field, and more about it", Claimed.FIELD)
    firsts = [row.cells[0].text.strip() for row in table.rows if row.cells]
    if _are_of_class(firsts):
        return Recognised(Kind.OTHER, {}, "its rows are properties of a class, with accessors", Claimed.METHODS)
    if _is_index(table, headings, words):
        return Recognised(Kind.OTHER, {}, "it links to enumerations, and shows none", Claimed.GUIDE)
    if _are_flags(firsts):
        return Recognised(Kind.OTHER, {}, "its names are options of a command", Claimed.COMMANDS)
    if are_http_headers(table, headings, words, keys):
        return Recognised(Kind.OTHER, {}, "its names are those of headers of HTTP", Claimed.HEADERS)
    return None


def _columns(table: Table, all_roles: Sequence[Role | None], words: Words) -> dict[Role, int]:
    """The best column of each role."""
    columns: dict[Role, int] = {}
    for index, role in enumerate(all_roles):
        if role is not None:
            columns.setdefault(role, index)
    if Role.NAME in columns:
        columns[Role.NAME] = _best_names(table, [i for i, role in enumerate(all_roles) if role is Role.NAME], words)
    if Role.DESCRIPTION in columns:
        indexes = [i for i, role in enumerate(all_roles) if role is Role.DESCRIPTION]
        columns[Role.DESCRIPTION] = next(
            (i for i in indexes if any(row.cells[i].source for row in table.rows)), indexes[0]
        )
    if Role.TYPE in columns:
        columns[Role.TYPE] = _best_types(table, [i for i, role in enumerate(all_roles) if role is Role.TYPE], words)
    if Role.TYPE not in columns and {Role.NAME, Role.VALUE, Role.DESCRIPTION} <= columns.keys():
        values_of_column = [_type_text(row.cells[columns[Role.VALUE]]) for row in table.rows]
        heads = {re.split(r"[\s(\[]", text, maxsplit=1)[0].casefold() for text in values_of_column}
        names_fields = heading_words(table.header[columns[Role.NAME]]) not in WEAK  # `Property`, but not `Name`
        is_shared = len(heads) < len(values_of_column) or Role.REQUIRED in columns
        is_shared = is_shared or len(values_of_column) == 1 or _LINKED in values_of_column
        if (is_shared or names_fields) and are_type_words(values_of_column, words):
            columns[Role.TYPE] = columns.pop(Role.VALUE)  # `Name | Value | Description` with `string` for a value
    return columns


def _kind(
    table: Table,
    columns: dict[Role, int],
    all_roles: list[Role | None],
    headings: Sequence[str],
    words: Words,
    keys: Collection[str],
    *,
    is_sent: bool,
) -> Recognised:
    """The kind of a table by its columns: fields or values.

    is_sent  whether the fields belong to a request
    """
    heading = _folded(headings[-1]) if headings else ""
    half = len(table.header) // 2
    if half > 1 and table.headings == table.headings[:half] * 2 and all(table.headings):
        return other("two tables stand side by side")
    outer = " ".join(headings[-2].split()).casefold() if len(headings) > 1 else ""
    fewest = 1 if outer and announces_values(outer, words) else 2
    if all_roles and all_roles[0] is Role.FOREIGN and not {Role.NAME, Role.REQUIRED} <= columns.keys():
        if not names_values(table, all_roles, heading, words, fewest):
            return foreign(table, all_roles, words)
        all_roles[0] = None
    listed = as_listed(table, columns, heading, words) or as_quoted(table, columns, words)
    if listed is not None:
        return listed
    is_of_errors = announces_errors(heading, words) and not shows_keys(table, columns, words, keys)
    fields = as_fields(table, columns, all_roles, words, is_sent=is_sent, is_of_errors=is_of_errors)
    if fields.kind is not Kind.OTHER or fields.claimed is Claimed.ERRORS:
        return fields
    is_listed = bool(
        (
            announce_enumerations(headings[:-1], words)
            or (headings and begins_with_constants(table, headings[-1], words))
        )
        and Role.TYPE not in columns
        and len(table.header) <= _COLUMNS
    )
    if why := what_is_set(table, columns, words):
        values = other(why, Claimed.SAMPLE)
    else:
        values = as_values(table, columns, all_roles, heading, words, is_among_enumerations=is_listed, fewest=fewest)
    if values.kind is not Kind.OTHER:
        return values
    described = as_described(table, columns, headings, words, keys)
    if described is not None:
        return described
    return next((table_kind for table_kind in (values, fields) if table_kind.claimed is not None), None) or (
        fields if Role.NAME in columns and Role.TYPE in columns else values
    )


def _folded(heading: str) -> str:
    return " ".join(heading.split()).casefold().strip(" :：")


@lru_cache(maxsize=1 << 12)  # all tables below a heading share this question
def _lookalike(heading: str, words: Words) -> Claimed | None:
    folded = _folded(heading)
    return next(
        (
            look
            for word, look in words.lookalikes.items()
            if folded == word or (" " in word and f" {word} " in f" {folded} ")
        ),
        None,
    )


def _are_remote(table: Table) -> bool:
    """Whether all names are those of JSON-RPC, or inside of them: `params.room`, `result`."""
    return bool(table.rows) and all(_REMOTE.match(row.cells[0].text.strip()) for row in table.rows)


def _type_text(cell: Inline) -> str:
    """The text of a cell of a type; _LINKED for a link within the page, "string" for texts between quotes alone."""
    text = cell.text.strip()
    if any((span.href or "").startswith("#") for span in cell.spans[:1]):
        return _LINKED
    return "string" if _QUOTED_LINES.fullmatch(text) is not None else text


def _shows_requests(table: Table) -> bool:
    """Whether most rows of a table have the request of an operation: `GET /rooms`."""
    requests = sum(any(_shows_request(cell) for cell in row.cells) for row in table.rows)
    return requests * 2 > len(table.rows)


def _shows_request(cell: Inline) -> bool:
    return ("/" in cell.source or "&" in cell.source) and request_of_cell(cell.text) is not None


def _is_of_database(table: Table) -> bool:
    return bool(table.rows) and all(any(map(_is_sql, row.cells)) for row in table.rows)


def _is_sql(cell: Inline) -> bool:
    return has_any(_SQL_WORDS, cell.source) and _SQL.match(cell.text.strip()) is not None


def _is_index(table: Table, headings: Sequence[str], words: Words) -> bool:
    """Whether a table lists enumerations: below `Enumeration | Description`, each row begins with a link to a page.

    So do the rows of `Name | Description` below the heading `Enums`.
    """
    heading = "".join(headings[-1:]).strip().casefold()
    is_of_several = heading.endswith("s") and heading in words.enumerations
    if (
        not table.rows
        or not table.header
        or not (is_of_several or heading_words(table.header[0]) in words.enumerations)
    ):
        return False
    return all(any((span.href or "#")[0] != "#" for span in row.cells[0].spans) for row in table.rows)


def _are_flags(texts: Sequence[str]) -> bool:
    """Whether most cells of the first column are options of a command: `--region`."""
    return sum(text.startswith("-") and _FLAG.match(text) is not None for text in texts) * 2 > len(texts)


def _are_responses(table: Table) -> bool:
    """Whether each row begins with a status of HTTP and its phrase, or a word for all others: `200 OK`, `Other Status Codes`."""
    texts = [row.cells[0].text.strip() for row in table.rows if row.cells]
    has_phrase = any(_STATUS_PHRASE.fullmatch(text) is not None for text in texts)
    return has_phrase and all(_STATUS_PHRASE.fullmatch(text) or text.casefold() in _OTHER_STATUSES for text in texts)


def _are_of_class(texts: Sequence[str]) -> bool:
    """Whether most cells of the first column have an accessor: `Count { get; }`."""
    return sum("{" in text and _ACCESSOR.search(text) is not None for text in texts) * 2 > len(texts)


def _decided(table: Table, columns: dict[Role, int], roles: Sequence[Role | None], words: Words) -> Recognised:
    """The kind of a table that is a model by the configuration: fields, or else values; names may be in any column."""
    why = "the configuration says that it is a model"
    if Role.TYPE not in columns and (Role.NAME not in columns or show_constants(table, columns)):
        values = as_values(table, columns, roles, "", words)
        if values.kind is Kind.VALUES:
            return replace(values, why=why)
    if Role.NAME not in columns:
        taken = set(columns.values())
        columns[Role.NAME] = next((index for index in range(len(table.header)) if index not in taken), 0)
    columns = {role: index for role, index in columns.items() if role is Role.NAME or index != columns[Role.NAME]}
    return Recognised(Kind.FIELDS, columns, why)


def _are_typed_values(table: Table, at: int, words: Words) -> bool:
    """Whether the first column has values by its heading, and each row the type of a value: `String enum`."""
    if not at or words.roles.get(heading_words(table.header[0])) is not Role.VALUE or len(table.rows) < _FEWEST_VALUES:
        return False
    kinds = {row.cells[at].text.strip().casefold() for row in table.rows}
    return len(kinds) == 1 and any(word in words.enumerations for word in kinds.pop().split())


def _best_types(table: Table, candidates: Sequence[int], words: Words) -> int:
    """The best column of types: the first one with known types."""
    if len(candidates) == 1:
        return candidates[0]
    known = (i for i in candidates if are_types([row.cells[i] for row in table.rows], words))
    return next(known, candidates[0])


def _best_names(table: Table, candidates: Sequence[int], words: Words) -> int:
    """The best column of names: by most names that are no numbers, then most in Latin letters, then most in code."""
    if len(candidates) == 1:
        return candidates[0]

    def names(index: int) -> tuple[int, int, int]:
        cells = [row.cells[index] for row in table.rows[:20]]
        names_of_column = [
            text for cell in cells if is_name(text := read_name(cell, words).text) and not text.isdigit()
        ]
        coded = sum(cell.source.strip("*[").startswith("`") for cell in cells)
        return len(names_of_column), sum(text.isascii() for text in names_of_column), coded

    return max(candidates, key=names)
