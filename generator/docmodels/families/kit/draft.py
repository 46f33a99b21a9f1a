"""Drafts of models and of their rows, which a family hands over to the builder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ...diagnostics import Place
from ...frozen import frozen
from ...markdown import Block, Inline, Row, Table
from ...model.declarations import UNCONSTRAINED, Access, Constraints, Json, Presence, RawValue, Usage, Value, WireName
from ...model.types import Type
from ...tables.columns import Columns, columns


@dataclass(slots=True, eq=False)
class Draft:
    """A model on a page. Two drafts are the same if they are one object.

    heading    the heading, bold line or cell that names it
    title      its name in the docs
    anchors    the anchors that lead to it
    namespace  its part of the docs, outermost first: ("cosmos", "bank", "v1beta1")
    owner      the draft that it is a part of, None for a model of its own
    named_by   the reason for the title of a part, in a clause
    blocks     the blocks below the heading
    """

    heading: Inline
    title: str
    anchors: tuple[str, ...] = ()
    namespace: tuple[str, ...] = ()
    owner: Draft | None = None
    named_by: str = ""
    blocks: list[Block] = field(default_factory=list)

    @property
    def tables(self) -> list[Table]:
        """The tables among its blocks."""
        return [block for block in self.blocks if isinstance(block, Table)]

    @property
    def full(self) -> str:
        """The name among all of a page: `cosmos.bank.v1beta1.Coin`, `Room.port` for a part of `Room`."""
        around = (self.owner.full,) if self.owner else self.namespace
        return ".".join(filter(None, (*around, self.title)))


@dataclass(slots=True, eq=False)
class RowDraft:
    """A field, as its row shows it. A frozen one would take longer to make than the field itself.

    cell      the cell with the name
    type      the type, with null where the type allows it
    nullable  whether something besides the type allows null
    wire      the name in the JSON, None where the docs show another

    The rest is as in `Field`. Without `deprecated`, the description decides.
    """

    cell: Inline
    type: Type
    presence: Presence
    nullable: bool = False
    description: str = ""
    deprecated: str | None = None
    examples: tuple[RawValue, ...] = ()
    original: str = ""
    also: tuple[str, ...] = ()
    wire: WireName | None = None
    default: RawValue | None = None
    default_value: Value | None = None
    constraints: Constraints = UNCONSTRAINED
    access: Access = Access.BOTH


@frozen()
class RoleTable:
    """A table, and the roles of its columns."""

    table: Table
    columns: Columns

    @property
    def rows(self) -> Iterator[TableRow]:
        """The rows, whatever their faults; see `Builder.rows`."""
        return (TableRow(row, self.columns) for row in self.table.rows)


def role_table(table: Table, roles: Mapping[str, str]) -> RoleTable:
    """A table with the roles of its columns; see `columns`."""
    return RoleTable(table, columns(table, roles))


@dataclass(slots=True, eq=False)
class TableRow:
    """A row, with its cells by the roles of their columns: `row["name"]`."""

    row: Row
    columns: Columns

    def __getitem__(self, role: str) -> Inline:
        return self.row.cells[self.columns[role]]

    def get(self, role: str) -> Inline | None:
        """The cell of a role; None where the table has no such column."""
        index = self.columns.get(role)
        return None if index is None else self.row.cells[index]

    def filled(self, role: str) -> Inline | None:
        """The cell of a role; None where the table has no such column, or the cell is empty."""
        cell = self.get(role)
        return cell if cell is not None and cell.source else None


IN_PLACE = "a type describes it in place"
"""The reason for the title of a part that a type describes."""


def cell_at(place: Place) -> Inline:
    """A cell for a draft that only has a place."""
    return Inline(" " * place.length, place.line, place.column)


def json_usages(values: Iterable[Json]) -> Iterator[Usage]:
    """The JSON values of objects, as the usages of their model."""
    return (Usage(value, is_wire=True) for value in values if isinstance(value, dict))


def wire_name(name: str) -> WireName:
    """The name on the wire in docs that show names as they are in the JSON."""
    return WireName(name, "the docs show the names on the wire")
