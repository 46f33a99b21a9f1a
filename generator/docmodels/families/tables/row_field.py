"""The field in one row of a table."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping

from ...diagnostics import Diagnostic
from ...frozen import replace
from ...markdown import Inline, SpanKind
from ...model.declarations import UNCONSTRAINED, Access, Field
from ...model.types import ANY, ListOf, MapOf, Nullable, Type, constants_in, is_unlisted
from ...notation.parser import TypeReading
from ...regexes import regex
from ...tables.beside import NOTHING_BESIDE, Beside, read_beside
from ...tables.dates import as_written, with_epoch, with_time
from ...tables.default_cells import read_default_cell
from ...tables.default_types import type_of_default
from ...tables.description_marks import description_marks, labelled_marks
from ...tables.dressing import badges_in, readable, undressed_cell, without_tags
from ...tables.keywords import with_format
from ...tables.lexicon import Mark, Role, any_language
from ...tables.marks import OPPOSITE, mark_behind, meaning, remark_in
from ...tables.names import FieldName
from ...tables.narrowing import with_default
from ...tables.references import hinted, with_described_enumeration, with_enumeration, with_reference
from ...tables.rows import place_of
from ...tables.texts import written_text
from ...tables.typed_cells import is_enumeration, read_type_cell
from ..kit import wire_name
from .column_headings import role_of
from .gaps import is_open
from .row_cells import RowCells
from .row_presence import (
    Silence,
    access_of,
    cardinality_of,
    initial_of,
    is_field_questioned,
    mark_of,
    presence_of,
    sign_of,
)
from .row_values import (
    column_default,
    column_limits,
    default_of,
    described_limits,
    describes_values,
    examples_of,
    with_fractions,
    with_small_number,
    with_values,
)

_RULE_END = regex(r"[,，、;；。\n]|\.\s|\s[(（]")
_RULES = frozenset({Mark.REQUIRED, Mark.OPTIONAL, Mark.NULLABLE})
_MARKED = (
    Role.DEFAULT,
    Role.REQUIRED,
    Role.OPTIONAL,
)  # columns with cells that may be a mark of another kind: `DEPRECATED`
_IN_PLACE = regex(  # `{ id: string; name?: string }`, `[{ x, y }, …]`, but no map
    r"(?:\{(?!\s*\[)[^`]*\}|(?P<list>\[)\s*\{[^`]*\}\s*(?:,\s*(?:\.{3}|…)\s*)?\])(?:\[\])?", re.DOTALL
)


def field_of(cells: RowCells, silence: Silence, name: FieldName, key: str, parts: Mapping[str, str]) -> Field:
    """The field in a row.

    silence  the presence of a row without a mark
    key      the name of the field itself, without a path
    parts    name of a field -> anchor of the model with its fields
    """
    row, roles, words = cells.row, cells.roles, cells.words
    cell = row.cells[roles[Role.NAME]]
    type_cell = cells.cell(Role.TYPE)
    description = cells.cell(Role.DESCRIPTION)
    if description is not None:
        description = readable(description)
    text = written_text(description)
    kind: Type = ANY
    by_default: Type | None = None
    beside = NOTHING_BESIDE
    marks: set[Mark] = set()
    optional = False
    if type_cell is not None and type_cell.text.strip(" -–—/"):
        type_cell, dress = undressed_cell(type_cell)
        marks.update(dress)
        reading = read_type_cell(type_cell, cells.path, words)
        if in_place := _IN_PLACE.fullmatch(type_cell.text.strip()):  # the description has the fields
            if reading.diagnostics:
                is_list = in_place["list"] is not None or type_cell.text.rstrip().endswith("[]")
                reading = TypeReading(ListOf(MapOf(ANY)) if is_list else MapOf(ANY))
            text = "\n\n".join(filter(None, (text, f"{cells.heading(Role.TYPE).text}: `{type_cell.text}`")))
        for finding in reading.diagnostics:
            cells.report(finding)
        kind = _with_items(cells, reading.type)
        kind = with_time(kind, key, words, type_cell, description, cells.cell(Role.EXAMPLE))
        kind = with_epoch(kind, type_cell, description)
        kind = as_written(kind, cells.cell(Role.EXAMPLE), type_cell, description, cells.cell(Role.VALUES))
        optional = reading.optional
        marks.update(Mark(mark) for mark in reading.marks)
        beside = read_beside(reading.rest, kind, words, is_required=Mark.REQUIRED in marks)
        marks.update(beside.marks)
        kind = kind if beside.size is None else ListOf(kind)
        text = _with_notes(cells, text, beside, type_cell)
    elif Role.TYPE not in roles and (default := column_default(cells)) is not None:
        kind = by_default = type_of_default(default.text)
    nullable = isinstance(kind, Nullable) and not is_field_questioned(cells, silence)
    if isinstance(kind, Nullable):
        kind = kind.item
    kind = with_fractions(with_small_number(cells, kind, text, key))
    unread = kind
    limits = column_limits(cells, kind, beside.constraints)
    if beside.size is not None:
        limits = replace(UNCONSTRAINED, min_items=beside.size, max_items=beside.size)
    kind = with_format(kind, text, words.types)
    links_to_values = description is not None and _only_links(description) and cells.cell(Role.VALUES) is None
    kind = kind if links_to_values else with_values(cells, kind, text, key)
    values = constants_in(kind)
    prose = description_marks(without_tags(text), words, values, key) | _remarks(cells, values)
    prose |= {words.marks[badge] for badge in badges_in(text) if badge in words.marks}
    marks.update(_marks_behind(cells))
    presence = presence_of(cells, silence, name, marks, optional, prose, values)
    marked = meaning(marks | name.marks | prose)
    nullable = nullable or marked.nullable or sign_of(cells, Role.NULLABLE) is True
    if isinstance(kind, Nullable):  # null is one of the values
        nullable, kind = True, kind.item
    count = cardinality_of(cells)
    if count is not None and count.is_list and not isinstance(kind, ListOf):
        kind = ListOf(kind)
    for telling in filter(None, (type_cell, description)):
        kind = with_reference(kind, telling, cells.path)
    if (target := _target(cell)) is not None:
        kind = hinted(kind, target, key, place_of(cells.path, cell))
    if key in parts:
        kind = hinted(kind, f"#{parts[key]}", key, place_of(cells.path, cell))
    default = default_of(cells, kind, text, description, beside)
    if default is not None and (widened := with_default(kind, default.text)) != kind:
        message = f'the default "{default.text}" is none of the values that the docs list; the type takes others, too'
        cells.report(Diagnostic(default.place, "default-misfit", message, "Add the value, or correct the default."))
        kind = widened
    if type_cell is not None and is_unlisted(kind) and is_enumeration(type_cell, words):
        message = "the type says that there is a fixed set of values, and the docs list none"
        cells.say(cell, "missing-values", message, "List the values, or set values in [tool.docmodels.fields].")
        kind = with_enumeration(kind, description, cells.path) if description is not None else kind
    elif description is not None:
        kind = with_described_enumeration(kind, description, cells.path)
    is_by_default = by_default is not None and by_default == kind != ANY
    return Field(
        name=key,
        type=kind,
        presence=presence,
        place=place_of(cells.path, cell),
        nullable=nullable and kind != ANY,
        description=_described(
            cells, kind, text, name, has_values=kind != unread and not describes_values(cells, kind)
        ),
        deprecated="" if marked.deprecated or name.struck else None,
        examples=examples_of(cells, kind, key),
        wire=wire_name(key),
        default=default,
        access=marked.access if marked.access is not Access.BOTH else access_of(cells),
        constraints=described_limits(cells, limits, kind, text),
        is_open=is_open(cells.cell(Role.TYPE), kind, text) or is_by_default,
        typed_by="the default" if is_by_default else "",
    )


def _with_items(cells: RowCells, kind: Type) -> Type:
    """The type of a list, with items of the type in a second column of types: `array | string`."""
    if kind != ListOf(ANY):
        return kind
    for index, (heading, cell) in enumerate(zip(cells.table.header, cells.row.cells, strict=False)):
        if index != cells.roles[Role.TYPE] and cell.source and role_of(heading, cells.words) is Role.TYPE:
            reading = read_type_cell(cell, cells.path, cells.words)
            return kind if reading.diagnostics or reading.rest else ListOf(reading.type)
    return kind


def _target(cell: Inline) -> str | None:
    """The target of a name that links to a place on the page: `[**seats**](#seats)`; None for other names."""
    hrefs = {span.href for span in cell.spans[:2] if span.text.strip()}
    href = next(iter(hrefs)) if len(hrefs) == 1 else None
    return href if href is not None and href.startswith("#") else None


def _only_links(description: Inline) -> bool:
    """Whether a description ends with its only link, behind a colon: `Possible values: [moods](#moods)`."""
    if "](" not in description.source or not description.source.rstrip(" .").endswith(")"):
        return False
    *before, last = [span for span in description.spans if span.text.strip(" .")]
    others = any(span.href is not None or span.kind is SpanKind.CODE for span in before)
    return last.href is not None and last.kind is SpanKind.TEXT and not others


def _with_notes(cells: RowCells, text: str, beside: Beside, cell: Inline) -> str:
    """The description, with the cell of the type if a model cannot express all of it; a finding for each doubt."""
    for doubt in beside.doubts:
        message = f'"{doubt}" stands behind a type, and it is not clear whether it is a part of it'
        help_ = "Write the type alone, or set type in [tool.docmodels.fields]."
        cells.say(cell, "unread-words", message, help_)
    names = (cell.text.strip(" *_`"),) if cell.text.strip(" *_`").casefold() in cells.words.defined else ()
    if all(note.casefold() in text.casefold() for note in (*beside.notes, *names)):
        return text
    return "\n\n".join(filter(None, (text, f"{cells.heading(Role.TYPE).text.strip()}: {cell.prose}")))


def _described(cells: RowCells, kind: Type, text: str, name: FieldName, *, has_values: bool) -> str:
    """The description, with the remarks of other columns and of the cell of the name.

    has_values  whether the type has the listed values
    """
    row, roles, table = cells.row, cells.roles, cells.table
    marking = {roles.get(Role.REQUIRED), roles.get(Role.OPTIONAL)}
    read = set(roles.values()) - {roles.get(role) for role in (Role.ACCESS, Role.FOREIGN, Role.MEMBER)} - marking
    if not has_values:
        read.discard(roles.get(Role.VALUES, -1))  # `>= 1`, `[200, 599]`
    default = cells.cell(Role.DEFAULT)
    if default is not None and read_default_cell(default, cells.words, kind).has_remark:
        read.discard(roles[Role.DEFAULT])
    more = []
    for index, heading in enumerate(table.header):
        cell = row.cells[index]
        if index in read or cell.text.strip(" -–—\n").casefold() in any_language().nothing or index in cells.counting:
            continue
        if index == roles.get(Role.ACCESS) and cell.text.strip().casefold() in cells.words.signs:
            continue  # the field says so
        is_initial = index in marking and initial_of(cell.text.strip(" *_`"), heading, cells.words) is not None
        remark = "" if is_initial else remark_in(cell, cells.words) if index in marking else cell.prose
        more += [f"{heading.text.strip()}: {remark}"] if remark else []
    return "\n\n".join(part for part in (text, name.beside, *more) if part)


def _remarks(cells: RowCells, values: Container[str | int | bool]) -> frozenset[Mark]:
    """The marks that fill cells of columns for something else, and the mark at the head of a cell of rules.

    values  the values of the field, which may look like a mark
    """
    marks = _marks_alone(cells, set(cells.roles.values()))
    marks |= {mark for role in _MARKED if (mark := mark_of(cells, role, values)) is not None and mark not in OPPOSITE}
    rules = cells.cell(Role.VALUES)
    if rules is None:
        return marks
    marks |= labelled_marks(readable(rules).text, cells.words)
    parts = (part.strip().casefold() for part in _RULE_END.split(readable(rules).text))
    marked = [part for part in parts if part in cells.words.marks]
    is_rule = len(marked) == 1 and marked[0] not in values and cells.words.marks[marked[0]] in _RULES
    return marks | {cells.words.marks[marked[0]]} if is_rule else marks


def _marks_behind(cells: RowCells) -> Iterator[Mark]:
    """The marks behind yes or no in the columns for presence: `yes (nullable)`."""
    for role in (Role.REQUIRED, Role.OPTIONAL):
        cell = cells.cell(role)
        if cell is not None and (mark := mark_behind(cell, cells.words)) is not None:
            yield mark


def _marks_alone(cells: RowCells, read: Container[int]) -> frozenset[Mark]:
    """The marks that fill cells without a role."""
    texts = (cell.text.strip().casefold() for index, cell in enumerate(cells.row.cells) if index not in read)
    return frozenset(cells.words.marks[text] for text in texts if text in cells.words.marks)
