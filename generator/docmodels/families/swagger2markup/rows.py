"""The fields that the rows of a definition make."""

from __future__ import annotations

from collections.abc import Iterable

from ...markdown import Inline
from ...model.declarations import Access, Field, Presence, RawValue
from ...model.types import Type
from ...notation.openapi import SWAGGER2MARKUP
from ..kit import Builder, RoleTable, RowDraft, TableRow, wire_name
from .cells import field_name, marks, read_description, spelled


def read_fields(tables: Iterable[RoleTable], builder: Builder) -> tuple[Field, ...]:
    """The fields of a model."""
    return builder.fields(tables, field_name, lambda row, name: _draft(row, name, builder))


def read_type(cell: Inline | None, builder: Builder) -> Type:
    """The type in a cell, or behind `*Type* : `; Any without one."""
    return builder.type(spelled(cell) if cell else None, SWAGGER2MARKUP)


def _draft(row: TableRow, name: str, builder: Builder) -> RowDraft:
    description, marked = read_description(row.get("description")), marks(row["name"])
    default = description.default or row.filled("default")
    return RowDraft(
        row["name"],
        read_type(row.filled("type"), builder),
        Presence.REQUIRED if "required" in marked else Presence.OPTIONAL if marked else Presence.UNKNOWN,
        description=description.text,
        examples=(_value(description.example, builder),) if description.example else (),
        wire=wire_name(name),
        default=_value(default, builder) if default and default.source != "--" else None,
        constraints=description.constraints,
        access=Access.READ_ONLY if "read-only" in marked else Access.BOTH,
    )


def _value(cell: Inline, builder: Builder) -> RawValue:
    return builder.raw_value(cell.source.strip("`"), cell)
