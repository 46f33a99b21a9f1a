"""The field in one row of a table."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from ....frozen import replace
from ....markdown import Inline, SpanKind
from ....model.declarations import UNCONSTRAINED, Access, Field, RawValue
from ....model.types import ANY, Link, ListOf, Nullable, Type, constants_in
from ....patterns import regex
from ....tables.default_cells import read_default_cell
from ....tables.description_marks import description_marks, labelled_marks
from ....tables.dressing import badges_in, readable, without_tags
from ....tables.keywords import with_format
from ....tables.lexicon import Mark, Role
from ....tables.marks import OPPOSITE, mark_behind, meaning, remark_in, without_keys
from ....tables.names import FieldName
from ....tables.rows import place_of
from ....tables.sql_rules import is_never_null
from ...kit import wire_name
from .gaps import is_open
from .row_cells import RowCells, is_empty
from .row_defaults import default_of
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
from .row_type import open_to_default, read_row_type, with_linked_values, with_models
from .row_values import (
    column_limits,
    described_limits,
    describes_values,
    examples_of,
    with_fractions,
    with_small_number,
    with_values,
)

_RULE_END = regex(r"[,，、;；。\n]|\.\s|\s[(（]")
_RULES = frozenset({Mark.REQUIRED, Mark.OPTIONAL, Mark.NULLABLE})
_REMARKS = frozenset({Role.ACCESS, Role.FOREIGN, Role.MEMBER})  # columns whose cells the description has, too
_MARKED = (
    Role.DEFAULT,
    Role.REQUIRED,
    Role.OPTIONAL,
)  # columns with cells that may be a mark of another kind: `DEPRECATED`


def field_of(cells: RowCells, silence: Silence, name: FieldName, key: str, parts: Mapping[str, str]) -> Field:
    """The field in a row.

    silence  the presence of a row without a mark
    key      the name of the field itself, without a path
    parts    name of a field -> anchor of the model with its fields
    """
    words = cells.words
    cell = cells.row.cells[cells.roles[Role.NAME]]
    description = cells.cell(Role.DESCRIPTION)
    if description is not None:
        description = readable(description)
    row_type = read_row_type(cells, key, description)
    kind, text, beside = row_type.kind, row_type.text, row_type.beside
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
    values = constants_in(kind.fallback if isinstance(kind, Link) and kind.fallback is not None else kind)
    prose = description_marks(without_tags(text), words, values, key) | _remarks(cells, values)
    prose |= {words.marks[badge] for badge in badges_in(text) if badge in words.marks}
    listed = {words.marks.get(str(value).casefold()) for value in values}
    marks = {*(row_type.marks - listed), *_marks_behind(cells)}
    presence = presence_of(cells, silence, name, marks, row_type.optional, prose, values)
    marked = meaning(marks | name.marks | prose)
    nullable = nullable or marked.nullable or sign_of(cells, Role.NULLABLE) is True
    if isinstance(kind, Nullable):  # null is one of the values
        nullable, kind = True, kind.item
    count = cardinality_of(cells)
    if count is not None and count.is_list and not isinstance(kind, ListOf):
        kind = ListOf(kind)
    kind = with_models(cells, kind, key, parts, row_type.cell, description)
    default = default_of(cells, kind, text, description, beside)
    if default is None and name.default is not None:
        default = RawValue(name.default, place_of(cells.path, cell))
    kind = open_to_default(cells, kind, default)
    kind = with_linked_values(cells, kind, row_type.cell, description)
    is_by_default = row_type.by_default is not None and row_type.by_default == kind != ANY
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


def _only_links(description: Inline) -> bool:
    """Whether a description ends with its only link, behind a colon: `Possible values: [moods](#moods)`."""
    if "](" not in description.source or not description.source.rstrip(" .").endswith(")"):
        return False
    *before, last = [span for span in description.spans if span.text.strip(" .")]
    others = any(span.href is not None or span.kind is SpanKind.CODE for span in before)
    return last.href is not None and last.kind is SpanKind.TEXT and not others


def _described(cells: RowCells, kind: Type, text: str, name: FieldName, *, has_values: bool) -> str:
    """The description, with the remarks of other columns and of the cell of the name.

    has_values  whether the type has the listed values
    """
    row, roles, table = cells.row, cells.roles, cells.table
    marking = {roles.get(Role.REQUIRED), roles.get(Role.OPTIONAL)}
    read = set(roles.values()) - {at for role, at in roles.items() if role in _REMARKS} - marking
    if not has_values:
        read.discard(roles.get(Role.VALUES, -1))  # `>= 1`, `[200, 599]`
    default = cells.cell(Role.DEFAULT)
    if default is not None and read_default_cell(default, cells.words, kind).has_remark:
        read.discard(roles[Role.DEFAULT])
    more = []
    for index, heading in enumerate(table.header):
        cell = row.cells[index]
        if index in read or is_empty(cell) or index in cells.counting:
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
    marks = _marks_alone(cells) if cells.further else frozenset()
    marks |= {mark for role in _MARKED if (mark := mark_of(cells, role, values)) is not None and mark not in OPPOSITE}
    rules = cells.cell(Role.VALUES)
    if rules is None:
        return marks
    marks |= labelled_marks(readable(rules).text, cells.words)
    if is_never_null(rules.text):
        return marks | {Mark.REQUIRED}
    parts = (part.strip().casefold().removeprefix("unique ") for part in _RULE_END.split(readable(rules).text))
    marked = [part for part in parts if part in cells.words.marks]
    is_rule = len(marked) == 1 and marked[0] not in values and cells.words.marks[marked[0]] in _RULES
    return marks | {cells.words.marks[marked[0]]} if is_rule else marks


def _marks_behind(cells: RowCells) -> Iterator[Mark]:
    """The marks behind yes or no in the columns for presence: `yes (nullable)`."""
    for role in (Role.REQUIRED, Role.OPTIONAL):
        cell = cells.cell(role)
        if cell is not None and (mark := mark_behind(cell, cells.words)) is not None:
            yield mark


def _marks_alone(cells: RowCells) -> frozenset[Mark]:
    """The marks that fill cells without a role, alone or beside keys: `Unique, Not Null`."""
    texts = (without_keys(cell.text.strip().casefold()) for _, cell in cells.further)
    return frozenset(cells.words.marks[text] for text in texts if text in cells.words.marks)
