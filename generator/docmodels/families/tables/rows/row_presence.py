"""The presence and the access of a field in a row."""

from __future__ import annotations

from collections.abc import Container
from contextlib import suppress

from ....frozen import frozen, replace
from ....markdown import Inline
from ....model.declarations import Access, Presence
from ....patterns import regex
from ....tables.cardinality import Cardinality, cardinality
from ....tables.default_sentences import begins_with_default
from ....tables.dressing import readable
from ....tables.lexicon import Mark, Role, Words, any_language
from ....tables.marks import UnknownMark, meaning, sign
from ....tables.names import FieldName
from ..columns.column_cells import has_circles, has_letters
from ..columns.column_headings import heading_words
from .presence import has_column, is_questioned
from .row_cells import RowCells
from .row_defaults import column_default

SILENT, UNKNOWN = "silent", "unknown"
_KEY_JOINT = regex(r"[/,，、;；+&|]")
_NULLS = {"null": True, "not null": False, "non null": False}
_STARS = ("*", "**")
_HELP = "Write Yes or No, or set required in [tool.docmodels.fields]."
_CIRCLES = {"O": True, "X": False, "o": True, "x": False}
_ACCESS = {
    "r": Access.READ_ONLY,
    "ro": Access.READ_ONLY,
    "read": Access.READ_ONLY,
    "w": Access.WRITE_ONLY,
    "wo": Access.WRITE_ONLY,
}


@frozen()
class Silence:
    """The meaning of a row without a mark of presence.

    presence    the presence of such a row
    questioned  whether a `?` behind a type makes the field optional
    starred     the meaning of a star at a name; None if it refers to a note
    """

    presence: Presence
    questioned: bool
    starred: bool | None


def presence_of(
    cells: RowCells,
    silence: Silence,
    name: FieldName,
    marks: set[Mark],
    optional: bool,
    prose: frozenset[Mark],
    values: Container[str | int | bool],
) -> Presence:
    """The presence of a field: by a column, marks at the name or the type, the description, or the tree.

    optional  whether the type itself lets the value be missing
    values    the values of the field: `required` below Default may be one of them
    """
    required = sign_of(cells, Role.REQUIRED)
    if required is UNKNOWN:
        return Presence.UNKNOWN
    if required is not SILENT:
        is_needed = required is True and not (name.others and _is_one_of(cells))
        return Presence.REQUIRED if is_needed else Presence.OPTIONAL
    may_miss = sign_of(cells, Role.OPTIONAL)
    if may_miss is UNKNOWN:
        return Presence.UNKNOWN
    if may_miss is not SILENT:
        return Presence.REQUIRED if may_miss is False else Presence.OPTIONAL
    count = cardinality_of(cells)
    if count is not None and count.presence is not None:
        return count.presence
    for beside in (name.marks, marks):
        if (presence := meaning(beside).presence) is not None:
            return presence
    if optional:
        return Presence.OPTIONAL
    if mark_of(cells, Role.DEFAULT, values) is Mark.REQUIRED:
        return Presence.REQUIRED
    if is_field_questioned(cells, silence):
        return Presence.OPTIONAL
    if name.starred and silence.starred is not None:
        return Presence.REQUIRED if silence.starred else Presence.OPTIONAL
    if Role.TYPE not in cells.roles and column_default(cells) is not None:
        return meaning(prose).presence or Presence.OPTIONAL
    return meaning(prose).presence or silence.presence


def _is_one_of(cells: RowCells) -> bool:
    """Whether the description of several fields requires one of them: `user_id, name | yes | One of the two`."""
    cell = cells.cell(Role.DESCRIPTION)
    text = f" {cell.text.casefold()} " if cell is not None else ""
    return any(f" {phrase} " in text for phrase in cells.words.one_of)


def cardinality_of(cells: RowCells) -> Cardinality | None:
    """The cardinality in a column; None without one, or for unknown words."""
    cell = cells.cell(Role.CARDINALITY)
    if cell is None or not cell.text.strip(" -–—"):
        return None
    count = cardinality(cell, cells.words)
    if heading_words(cells.heading(Role.CARDINALITY)) in cells.words.repeated:
        return _repeated(cell, count, cells)
    if count is None:
        with suppress(UnknownMark):
            known = sign(cell, cells.words)
            return Cardinality(is_list=False, least=1 if known else 0, most=None)
        _say_unknown_count(cell, cells)
    return count


def _repeated(cell: Inline, count: Cardinality | None, cells: RowCells) -> Cardinality | None:
    """Whether a cell below "Repeatable" allows several values, by yes or a number."""
    if count is not None and not _says_no(cell, cells):
        is_range = count.least != count.most and cell.text.strip()[:1].isdigit()
        return count if is_range else Cardinality(count.is_list)
    with suppress(UnknownMark):
        if (known := sign(cell, cells.words)) is not None:
            return Cardinality(known)
    _say_unknown_count(cell, cells)
    return None


def _says_no(cell: Inline, cells: RowCells) -> bool:
    """Whether an `N` below "Repeatable" means no, as beside `Y`. Beside numbers, it means any number."""
    if cell.text.strip(" *_`") != "N":
        return False
    at = cells.roles[Role.CARDINALITY]
    texts = {row.cells[at].text.strip(" *_`") for row in cells.table.rows}
    has_yes = any(cells.words.signs.get(text.casefold()) is True and not text.isdigit() for text in texts)
    return has_yes or not any(map(str.isdigit, "".join(texts)))


def _say_unknown_count(cell: Inline, cells: RowCells) -> None:
    message = f'"{cell.text.strip()}" does not say how many values the field has'
    help_ = "Write 0..1, 1..1, 0..n or 1..n, or set required and type in [tool.docmodels.fields]."
    cells.say(cell, "unknown-presence", message, help_)


def mark_of(cells: RowCells, role: Role, values: Container[str | int | bool]) -> Mark | None:
    """The mark that fills a cell of a column for something else: `**REQUIRED**` below Default; None for a value."""
    cell = cells.cell(role)
    if cell is None:
        return None
    text = cell.text.strip(" *_`()–—-")
    return cells.words.marks.get(text.casefold()) if text not in values else None


def is_field_questioned(cells: RowCells, silence: Silence) -> bool:
    """Whether a `?` behind the type makes the field optional."""
    cell = cells.cell(Role.TYPE)
    return cell is not None and silence.questioned and not has_column(cells.roles) and is_questioned(cell)


def sign_of(cells: RowCells, role: Role) -> bool | str | None:
    """The sign in a column of marks: `SILENT` without one, `UNKNOWN` for an unknown word."""
    cell = cells.cell(role)
    if cell is None:
        return SILENT
    if role is Role.NULLABLE and (known := _NULLS.get(" ".join(cell.text.split()).casefold())) is not None:
        return known
    text = cell.text.strip(" *_`")
    mark = cells.words.marks.get(text.casefold())
    if role is Role.NULLABLE and mark in (Mark.NULLABLE, Mark.REQUIRED):
        return mark is Mark.NULLABLE  # `可为空`, `非空`
    if role is Role.REQUIRED and text == "O" and has_letters(cells.table, cells.roles[role], cells.words):
        return False  # optional, though the word for "required" begins with it in the page's language
    if text in _CIRCLES and has_circles(cells.table, cells.roles[role]):
        if "○" not in cells.words.signs and cells.row is cells.table.rows[0]:
            message = '`O` is read as a circle for yes, and `X` as a cross for no; they may mean "optional" and a tick'
            cells.say(cell, "unread-words", message, _HELP)
        return _CIRCLES[text]
    if role is Role.REQUIRED and text == "NULL":
        return False  # beside `NOT NULL`, as databases say it
    if _is_only_sign(cell, cells, role):
        return True
    try:
        return sign(cell, cells.words)
    except UnknownMark as unknown:
        if (rest := _without_keys(cell)) is not None:
            return _beside_keys(cells, role, cell, rest)
        if (meant := initial_of(str(unknown), cells.heading(role), cells.words)) is not None:
            return meant[0]
        if role is Role.REQUIRED and begins_with_default(cell.text.strip(), cells.words):
            return False  # `default: asc`
        message = f'"{unknown}" does not say whether the field is {role}'
        cells.say(cell, "unknown-presence", message, _HELP)
        return UNKNOWN


def _is_only_sign(cell: Inline, cells: RowCells, role: Role) -> bool:
    """Whether a cell is a star, and the other cells of the column are the same or empty.

    A star beside words or beside two stars is a note, and so is one that a description begins with.
    """
    star = cell.text.strip()
    if star not in _STARS:
        return False
    at = cells.roles.get(Role.DESCRIPTION)
    has_note = at is not None and any(row.cells[at].text.startswith("*") for row in cells.table.rows)
    return not has_note and all(row.cells[cells.roles[role]].text.strip() in ("", star) for row in cells.table.rows)


def _without_keys(cell: Inline) -> str | None:
    """The rest of a cell without its words for keys of a database: "Yes" of `PK, Yes`; None for a cell without one."""
    parts = [part.strip(" *_`()（）") for part in _KEY_JOINT.split(cell.text)]
    others = [part for part in parts if part.casefold() not in any_language().database_keys]
    return " ".join(others).strip() if len(others) < len(parts) else None


def _beside_keys(cells: RowCells, role: Role, cell: Inline, rest: str) -> bool | str | None:
    """The sign beside words for keys of a database; a finding if there is none."""
    with suppress(UnknownMark):
        if rest:
            return sign(replace(cell, source=rest), cells.words)
    heading = cells.heading(role).text.strip()
    message = f'"{cell.text.strip()}" below "{heading}" marks a key of a database, and does not say whether the field is {role}'
    cells.say(cell, "unread-row", message, "Write Yes or No, or set required in [tool.docmodels.fields].")
    return UNKNOWN


def initial_of(letter: str, heading: Inline, words: Words) -> tuple[bool | None] | None:
    """A tuple with the meaning of a letter, by the words in the heading: `K` below `Muss/Kann`; None for any other."""
    parts = [part.strip(" *_()").casefold() for part in heading.text.split("/")]
    if len(letter) != 1 or len(parts) < 2 or len({part[:1] for part in parts}) < len(parts):
        return None
    meanings = {part[:1]: words.signs[part] for part in parts if part in words.signs}
    return (meanings[letter.casefold()],) if len(meanings) == len(parts) and letter.casefold() in meanings else None


def access_of(cells: RowCells) -> Access:
    """The access of a field, by its column."""
    cell = cells.cell(Role.ACCESS)
    if cell is None:
        return Access.BOTH
    text = readable(cell).text.strip().casefold()
    if text in _ACCESS:
        return _ACCESS[text]
    if cells.words.signs.get(text) is True:  # below `Read-only`
        text = cells.heading(Role.ACCESS).text.strip("*_ ").casefold()
    mark = cells.words.marks.get(text)
    return meaning({mark}).access if mark is not None else Access.BOTH
