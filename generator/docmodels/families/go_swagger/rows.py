"""The fields that the rows of a model make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from ...model.declarations import Field, Presence, RawValue, WireName
from ...model.types import Link, Type
from ...notation.openapi import GO_SWAGGER
from ...tables.texts import description_text
from ...tables.values import written_value
from ..kit import Builder, RoleTable, RowDraft, TableRow, wire_name
from .cells import field_name

_REQUIRED = MappingProxyType({"✓": Presence.REQUIRED, "": Presence.OPTIONAL})
NEEDED = "Give it the columns Name and Type."


def read_fields(tables: Iterable[RoleTable], builder: Builder, *, is_renamed: bool) -> tuple[Field, ...]:
    """The fields of a model.

    is_renamed  whether properties have the names of Go's fields
    """
    readable: list[RoleTable] = []
    for table in tables:
        if {"name", "type"} <= table.columns.keys():
            readable.append(table)
        else:
            builder.unread_table(table.table, NEEDED)
    return builder.fields(readable, field_name, lambda row, name: _draft(row, name, builder, is_renamed=is_renamed))


def _draft(row: TableRow, name: str, builder: Builder, *, is_renamed: bool) -> RowDraft:
    type_ = builder.type(row.filled("type"), GO_SWAGGER)
    return RowDraft(
        row["name"],
        type_,
        builder.presence(row.get("required"), _REQUIRED, "Write ✓, or nothing."),
        description=description_text(row.get("description")),
        examples=tuple(_values(row, "example", builder)),
        wire=_wire(name, type_, is_renamed=is_renamed),
        default=next(_values(row, "default", builder), None),
    )


def _wire(name: str, type_: Type, *, is_renamed: bool) -> WireName | None:
    is_of_go = is_renamed and name[:1].isupper() and not isinstance(type_, Link)
    return None if is_of_go else wire_name(name)


def _values(row: TableRow, role: str, builder: Builder) -> Iterator[RawValue]:
    cell = row.filled(role)
    if cell is not None:
        yield builder.raw_value(written_value(cell), cell)
