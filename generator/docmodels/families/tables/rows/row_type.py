"""The type of a field, in the cells of its row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ....diagnostics import Diagnostic
from ....frozen import frozen, replace
from ....markdown import Inline
from ....model.declarations import RawValue
from ....model.lists import item_of
from ....model.model import map_type
from ....model.types import (
    ANY,
    DATE,
    DATETIME,
    STRING,
    TIME,
    Link,
    ListOf,
    MapOf,
    Primitive,
    Scalar,
    Type,
    is_unlisted,
)
from ....notation.parser import TypeReading
from ....patterns import regex
from ....tables.beside import NOTHING_BESIDE, Beside, names_model, read_beside
from ....tables.dates import as_written, leaves_date_open, leaves_time_open, shown_by_iso, with_epoch, with_time
from ....tables.default_types import type_of_default
from ....tables.dressing import undressed_cell
from ....tables.lexicon import Mark, Role
from ....tables.narrowing import with_default
from ....tables.references import hinted, with_described_enumeration, with_enumeration, with_reference
from ....tables.rows import place_of
from ....tables.texts import written_text
from ....tables.typed_cells import is_enumeration, read_type_cell
from ..columns.column_headings import role_of
from .row_cells import RowCells
from .row_defaults import column_default

_IN_PLACE = regex(  # `{ id: string; name?: string }`, `[{ x, y }, …]`, but no map
    r"(?:\{(?!\s*\[)[^`]*\}|(?P<list>\[)\s*\{[^`]*\}\s*(?:,\s*(?:\.{3}|…)\s*)?\])(?:\[\])?", re.DOTALL
)
_ALONE = regex(r"\{\s*(?P<name>[A-Za-z]\w{1,60})\s*\}")  # `{Room}`
_QUOTED_TYPE = regex(  # `"string"`, `["number"]`
    r"""(?P<before>\[?)(?P<quote>["'])(?P<type>string|number|integer|boolean)(?P=quote)(?P<behind>\]?)""", re.IGNORECASE
)
_LIST = ListOf(ANY)
_MOMENTS = frozenset({Scalar.DATE, Scalar.DATETIME, Scalar.TIME})
_OF_TYPES = ("type", "kind", "format")  # names of fields with a type as their value
_MOST_ROWS = 100  # of a table, to tell how it writes types


@frozen()
class RowType:
    """The type of a row, and the other facts in the cell for it.

    cell        the cell without decorations; None without a column of types
    text        the description, with the facts of the cell that a model cannot express
    optional    whether the type itself lets the value be missing
    by_default  the type of the default, for a table without a column of types; else None
    """

    cell: Inline | None
    kind: Type
    text: str
    beside: Beside = NOTHING_BESIDE
    marks: frozenset[Mark] = frozenset()
    optional: bool = False
    by_default: Type | None = None


def read_row_type(cells: RowCells, key: str, description: Inline | None) -> RowType:
    """The type in the cell for it, or that of the default in a table without a column of types; else Any."""
    text = written_text(description)
    cell = cells.cell(Role.TYPE)
    if cell is None or not cell.text.strip(" -–—/"):
        default = column_default(cells) if Role.TYPE not in cells.roles else None
        by_default = type_of_default(default.text) if default is not None else None
        return RowType(cell, ANY if by_default is None else by_default, text, by_default=by_default)
    cell, dress = undressed_cell(cell)
    cell = _unquoted(cells, cell, key)
    reading = read_type_cell(cell, cells.path, cells.words)
    if "{" in cell.text and (in_place := _IN_PLACE.fullmatch(cell.text.strip())):  # the description has the fields
        if reading.diagnostics:
            is_list = in_place["list"] is not None or cell.text.rstrip().endswith("[]")
            item: Type = MapOf(ANY)
            if (alone := _ALONE.fullmatch(cell.text.strip(" []"))) is not None:
                label, place = alone["name"], place_of(cells.path, cell)
                item = Link("", label, place) if label[0].isupper() else hinted(item, "", label, place)  # or a key
            reading = TypeReading(ListOf(item) if is_list else item)
        text = "\n\n".join(filter(None, (text, f"{cells.heading(Role.TYPE).text}: `{cell.text}`")))
    for finding in reading.diagnostics:
        cells.report(finding)
    kind = _with_items(cells, reading.type)
    kind, is_doubtful = _with_moment(cells, kind, key, cell, description)
    marks = dress | {Mark(mark) for mark in reading.marks}
    beside = read_beside(reading.rest, kind, cells.words, is_required=Mark.REQUIRED in marks)
    kind = kind if beside.size is None else ListOf(kind)
    if reading.before:
        beside = replace(beside, notes=(*beside.notes, *reading.before))
        _say_before(cells, cell, reading.before)
    text = _with_notes(cells, text, beside, cell, is_doubtful=is_doubtful and kind == STRING)
    return RowType(cell, kind, text, beside, marks | beside.marks, reading.optional)


def _unquoted(cells: RowCells, cell: Inline, key: str) -> Inline:
    """The cell of a type without quotes around a type.

    The value of a field such as `dataType` keeps them, unless others of the first fields of the table have types in quotes.
    """
    match = _QUOTED_TYPE.fullmatch(cell.text.strip())
    if match is None:
        return cell
    if key.casefold().endswith(_OF_TYPES):
        at, named = cells.roles[Role.TYPE], cells.roles[Role.NAME]
        others = (
            row
            for row in cells.table.rows[:_MOST_ROWS]
            if not row.cells[named].text.strip(" *`").casefold().endswith(_OF_TYPES)
        )
        if not any(_QUOTED_TYPE.fullmatch(row.cells[at].text.strip()) for row in others):
            return cell
    return replace(cell, source=f"{match['before']}{match['type']}{match['behind']}")


def _with_moment(cells: RowCells, kind: Type, key: str, cell: Inline, description: Inline | None) -> tuple[Type, bool]:
    """The type, with dates and times as the row shows them, and whether the docs leave them open."""
    leaf = item_of(kind)
    if not isinstance(leaf, Primitive) or leaf.scalar not in _MOMENTS:
        return kind, False
    remarks = [remark for _, remark in cells.further] if kind in (DATE, DATETIME, TIME) else []
    kind = with_time(kind, key, cells.words, cell, description, cells.cell(Role.EXAMPLE), remarks=remarks)
    is_doubtful = leaves_date_open(kind, cell, cells.words)
    kind = _with_iso(cells, kind, key, cell, description) if is_doubtful else kind
    if kind in (TIME, ListOf(TIME)) and leaves_time_open(
        key, cell, description, *map(cells.cell, (Role.EXAMPLE, Role.DEFAULT)), *remarks
    ):
        message = f'"{cell.text.strip()}" may be a time of the day or a date with a time; it is typed as a text'
        cells.say(cell, "unread-words", message, "Write `time of day` or `date-time`, or show an example.")
        kind, is_doubtful = map_type(kind, lambda _: STRING), True
    kind = with_epoch(kind, cell, description)
    return as_written(kind, cells.cell(Role.EXAMPLE), cell, description, cells.cell(Role.VALUES), *remarks), is_doubtful


def _with_iso(cells: RowCells, kind: Type, key: str, cell: Inline, description: Inline | None) -> Type:
    """The type with a date, a date with a time or, if nothing shows which, a text for "ISO 8601"; a finding then."""
    telling = (cell, description, *map(cells.cell, (Role.EXAMPLE, Role.DEFAULT, Role.VALUES)))
    moment = shown_by_iso(key, cells.words, *telling)
    if moment is None:
        message = f'"{cell.text.strip()}" may be a date, a date with a time or a duration; it is typed as a text'
        cells.say(cell, "unread-words", message, "Write `date` or `date-time`, or show an example.")
    return map_type(kind, lambda leaf: (moment or STRING) if leaf == DATETIME else leaf)


def _with_items(cells: RowCells, kind: Type) -> Type:
    """The type of a list, with items of the type in a second column of types: `array | string`."""
    if kind != _LIST:
        return kind
    for index, (heading, cell) in enumerate(zip(cells.table.header, cells.row.cells, strict=False)):
        if index != cells.roles[Role.TYPE] and cell.source and role_of(heading, cells.words) is Role.TYPE:
            reading = read_type_cell(cell, cells.path, cells.words)
            return kind if reading.diagnostics or reading.rest else ListOf(reading.type)
    return kind


def _say_before(cells: RowCells, cell: Inline, before: Sequence[str]) -> None:
    """Report words before a type that may be the name of a model: `LineItem text`."""
    for word in filter(names_model, before):
        message = f'"{word}" stands before a type, and it is not clear which of the two the field has'
        cells.say(cell, "unread-words", message, "Write the type alone, or set type in [tool.docmodels.fields].")


def _with_notes(cells: RowCells, text: str, beside: Beside, cell: Inline, *, is_doubtful: bool) -> str:
    """The description, with the cell of the type if a model cannot express all of it; a finding for each doubt.

    is_doubtful  whether the type has less than its cell: a text for "ISO 8601"
    """
    for doubt in beside.doubts:
        message = f'"{doubt}" stands behind a type, and it is not clear whether it is a part of it'
        help_ = "Write the type alone, or set type in [tool.docmodels.fields]."
        cells.say(cell, "unread-words", message, help_)
    names = (cell.text.strip(" *_`"),) if cell.text.strip(" *_`").casefold() in cells.words.defined else ()
    if not is_doubtful and all(note.casefold() in text.casefold() for note in (*beside.notes, *names)):
        return text
    return "\n\n".join(filter(None, (text, f"{cells.heading(Role.TYPE).text.strip()}: {cell.prose}")))


def with_models(
    cells: RowCells,
    kind: Type,
    key: str,
    parts: Mapping[str, str],
    type_cell: Inline | None,
    description: Inline | None,
) -> Type:
    """The type; a bare object or array becomes the model that a cell, the name or a heading refers to."""
    cell = cells.row.cells[cells.roles[Role.NAME]]
    for telling in filter(None, (type_cell, description)):
        kind = with_reference(kind, telling, cells.path)
    if (target := _target(cell)) is not None:
        kind = hinted(kind, target, key, place_of(cells.path, cell))
    if key in parts:
        kind = hinted(kind, f"#{parts[key]}", key, place_of(cells.path, cell))
    return kind


def _target(cell: Inline) -> str | None:
    """The target of a name that links to a place on the page: `[**seats**](#seats)`; None for other names."""
    if "[" not in cell.source:
        return None
    hrefs = {span.href for span in cell.spans[:2] if span.text.strip()}
    href = next(iter(hrefs)) if len(hrefs) == 1 else None
    return href if href is not None and href.startswith("#") else None


def open_to_default(cells: RowCells, kind: Type, default: RawValue | None) -> Type:
    """The type, open if its default is none of its values; a finding then."""
    widened = with_default(kind, default.text) if default is not None else kind
    if default is not None and widened != kind:
        message = f'the default "{default.text}" is none of the values that the docs list; the type takes others, too'
        cells.report(Diagnostic(default.place, "default-misfit", message, "Add the value, or correct the default."))
    return widened


def with_linked_values(cells: RowCells, kind: Type, type_cell: Inline | None, description: Inline | None) -> Type:
    """The type, perhaps narrowed to the enumeration in the description; a finding for `enum` without values."""
    if type_cell is not None and is_unlisted(kind) and is_enumeration(type_cell, cells.words):
        message = "the type says that there is a fixed set of values, and the docs list none"
        cell = cells.row.cells[cells.roles[Role.NAME]]
        cells.say(cell, "missing-values", message, "List the values, or set values in [tool.docmodels.fields].")
        return with_enumeration(kind, description, cells.path) if description is not None else kind
    return with_described_enumeration(kind, description, cells.path) if description is not None else kind
