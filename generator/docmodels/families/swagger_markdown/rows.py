"""The fields that the rows of a model make."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from ...frozen import replace
from ...markdown import Inline, Row
from ...model.declarations import Field, Presence
from ...model.types import Constant, ListOf, Nullable, Ref, Type, nullable
from ...notation.grammar import InlineObject
from ...notation.openapi import SWAGGER_MARKDOWN
from ...tables.constants import narrowed
from ..kit import IN_PLACE, Builder, Draft, RoleTable, RowDraft, TableRow, cell_at, wire_name
from .cells import field_name, is_struck, read_description, read_typed

_REQUIRED = MappingProxyType({"yes": Presence.REQUIRED, "no": Presence.OPTIONAL, "": Presence.OPTIONAL})


def read_fields(tables: Iterable[RoleTable], owner: Draft, builder: Builder) -> tuple[Field, ...]:
    """The fields of a model."""
    mended = (
        replace(table, table=replace(table.table, rows=tuple(map(_mended, table.table.rows)))) for table in tables
    )
    return builder.fields(mended, field_name, lambda row, name: _draft(row, name, owner, builder))


def read_only_row(row: TableRow, owner: Draft, builder: Builder) -> tuple[Type, str]:
    """The type and the description of a model in its only row."""
    type_, _ = _read_type(row["type"], (), owner, builder)
    cell = read_description(row["description"])
    return _with_values(type_, cell.values), cell.text


def _draft(row: TableRow, name: str, owner: Draft, builder: Builder) -> RowDraft:
    cell = read_description(row["description"])
    type_, default = _read_type(row["type"], (name,), owner, builder)
    if cell.values:
        null = isinstance(type_, Nullable)
        type_ = _with_values(type_.item if isinstance(type_, Nullable) else type_, cell.values)
        type_ = nullable(type_) if null else type_
    return RowDraft(
        row["name"],
        type_,
        builder.presence(row["required"], _REQUIRED, "Write Yes or No."),
        description=cell.text,
        deprecated="" if is_struck(row["name"]) else cell.deprecated,
        examples=tuple(builder.raw_value(text, row["description"]) for text in cell.examples),
        wire=wire_name(name),
        default=builder.raw_value(default, row["type"]) if default else None,
        access=cell.access,
    )


def _read_type(cell: Inline, names: tuple[str, ...], owner: Draft, builder: Builder) -> tuple[Type, str]:
    """The type in a cell, and the default beside it.

    names  the names of the field, for the titles of objects in place
    """
    typed = read_typed(cell)
    type_ = builder.type(
        typed.type if typed.type.source else None,
        SWAGGER_MARKDOWN,
        inline=lambda inline: _part(inline, names, owner, builder),
    )
    if isinstance(type_, Nullable):
        return nullable(narrowed(type_.item, typed.values)), typed.default
    return narrowed(type_, typed.values), typed.default


def _part(inline: InlineObject, names: tuple[str, ...], owner: Draft, builder: Builder) -> Type:
    """Declare an object in place, as a part of the model."""
    cell = cell_at(inline.place)
    part = Draft(cell, " ".join((*names, *inline.keys)), owner=owner, named_by=IN_PLACE)
    rows = (
        (name, RowDraft(cell, type_, Presence.UNKNOWN, wire=wire_name(name)))
        for name, type_ in dict(inline.fields).items()
    )
    identity = builder.id(part)
    builder.object(part, "", (builder.field(name, row) for name, row in rows), bases=inline.bases)
    return Ref(identity)


def _with_values(type_: Type, values: tuple[str | int | bool, ...]) -> Type:
    if not values:
        return type_
    return ListOf(Constant(values)) if isinstance(type_, ListOf) else Constant(values)


def _mended(row: Row) -> Row:
    """The row with its description rejoined, if a `|` without a backslash has parted it."""
    if not row.surplus or row.surplus[-1].text.strip().lower() not in _REQUIRED:
        return row
    name, kind, *parts, required = (*row.cells, *row.surplus)
    description = replace(parts[0], source=" | ".join(part.source for part in parts))
    return replace(row, cells=(name, kind, description, required), written=len(row.cells), surplus=())
