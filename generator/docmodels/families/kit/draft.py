"""Drafts of models and rows: a family makes them for the builder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ...diagnostics import Place
from ...frozen import frozen
from ...markdown import Block, Inline, Row, Table
from ...model.declarations import UNCONSTRAINED, Access, Constraints, Json, Presence, RawValue, Usage, Value, WireName
from ...model.strict_json import read_json
from ...model.types import Type
from ...tables.columns import Columns, columns


@dataclass(slots=True, eq=False)
class Draft:
    """A model on a page. Drafts are compared by identity.

    heading    the heading, bold line or cell with its name
    title      its name in the docs
    anchors    the anchors that lead to it
    namespace  its part of the docs, outermost first: ("cosmos", "bank", "v1beta1")
    owner      the draft around a part; None for a model of its own
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
        """The unique name on the page: `cosmos.bank.v1beta1.Coin`, `Room.port` for a part of `Room`."""
        around = (self.owner.full,) if self.owner else self.namespace
        return ".".join(filter(None, (*around, self.title)))


@dataclass(slots=True, eq=False)
class RowDraft:
    """A field in its row. It is not frozen: that would take longer than the field itself.

    cell      the cell with the name
    type      the type, with the null that is a part of it
    nullable  whether anything besides the type allows null
    wire      the name in the JSON; None if the docs show another name

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
        """All rows, even faulty ones; see `Builder.rows`."""
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
        """The cell of a role; None without such a column."""
        index = self.columns.get(role)
        return None if index is None else self.row.cells[index]

    def filled(self, role: str) -> Inline | None:
        """The cell of a role; None without such a column, and for an empty cell."""
        cell = self.get(role)
        return cell if cell is not None and cell.source else None


IN_PLACE = "a type describes it in place"
"""The reason for the title of a part that stands in a type."""


def cell_at(place: Place) -> Inline:
    """An empty cell at a place, for a draft without a heading."""
    return Inline(" " * place.length, place.line, place.column)


def json_usages(values: Iterable[Json]) -> Iterator[Usage]:
    """The JSON values of objects, as the usages of their model."""
    return (Usage(value, is_wire=True) for value in values if isinstance(value, dict))


def json_or_text(text: str) -> object:
    """The value of a text in JSON; any other text is its own value."""
    try:
        return read_json(text)
    except ValueError:
        return text


def wire_name(name: str) -> WireName:
    """The wire name, in docs that show the names of the JSON."""
    return WireName(name, "the docs show the names on the wire")
