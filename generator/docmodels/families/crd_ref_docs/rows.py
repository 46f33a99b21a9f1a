"""The fields that the rows of a type make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...frozen import replace
from ...markdown import Inline, Row, SpanKind, Table
from ...model.declarations import Field, Presence
from ...model.examples import parse
from ...model.types import ANY, INTEGER, STRING, Constant, Link, ListOf, Primitive, Type, Unknown
from ...notation.kubebuilder import Rules, read_rules, split_rules
from ...notation.kubernetes import KUBERNETES
from ...notation.parser import read_type
from ...tables.rows import is_frame
from ...tables.texts import description_text, joined
from ...tables.typed_names import typed_name, untagged
from ..kit import Builder, RoleTable, RowDraft, TableRow, wire_name
from .cells import DescriptionCell, bare_type, read_description
from .outline import KubernetesType
from .references import References

_YES = frozenset({"true", "yes", "y", "✓", "✔", "✅", "required"})
_IDENTITY = ("apiVersion", "kind")


def read_fields(
    draft: KubernetesType, silence: Presence, references: References, builder: Builder
) -> tuple[Field, ...]:
    """The fields of a type.

    silence  the presence of a field that has no mark
    """
    tables = [replace(table, table=_without_echoes(table)) for table in draft.fields]
    return builder.fields(
        tables,
        lambda cell: typed_name(cell).name,
        lambda row, name: _draft(row, name, draft, silence, references, builder),
    )


def embedded_types(draft: KubernetesType, references: References, builder: Builder) -> Iterator[Type]:
    """The types of embedded fields: their fields are inherited."""
    for row in _rows(draft):
        cell = _type_cell(row)
        if cell is not None and _description(row).embedded:
            yield references.resolved(read_type(cell, builder.path, KUBERNETES).type, draft)


def marks_optional(types: Iterable[KubernetesType]) -> bool:
    """Whether descriptions mark optional fields: then the others are required."""
    return any(_description(row).optional for draft in types for row in _rows(draft))


def field_values(
    draft: KubernetesType, references: References, builder: Builder
) -> Iterator[tuple[Type, tuple[str, ...]]]:
    """The fields with a list of values: their types, and the values."""
    for row in _rows(draft):
        rules, cell = _rules(row, _description(row)), _type_cell(row)
        if rules.values and cell is not None:
            yield references.resolved(read_type(cell, builder.path, KUBERNETES).type, draft), rules.values


def _draft(
    row: TableRow, name: str, draft: KubernetesType, silence: Presence, references: References, builder: Builder
) -> RowDraft | None:
    description = _description(row)
    if description.embedded:
        return None
    rules = _rules(row, description)
    cell = _type_cell(row)
    type_ = _ruled(references.resolved(builder.type(cell, KUBERNETES), draft), rules) if cell is not None else ANY
    only = _only_value(name, description.prose)
    default = only or description.default or row.get("default")
    presence = _presence(row, rules) or (Presence.OPTIONAL if description.optional or only else silence)
    is_literal = default is not None and default.text.startswith(("{", "[")) and parse(default.text) is None
    notes = (
        rules.text if isinstance(type_, Primitive | ListOf) else rules.all_text,
        f"Default: `{default.text}`" if default is not None and is_literal else "",  # as Go prints it
    )
    return RowDraft(
        row["name"],
        type_,
        presence,
        description=joined((description_text(description.prose), *notes)),
        wire=wire_name(name),
        default=builder.raw_value(default.text, default) if default and default.source and not is_literal else None,
        constraints=rules.constraints,
    )


def _rows(draft: KubernetesType) -> Iterator[TableRow]:
    return (row for table in draft.fields for row in table.rows)


def _type_cell(row: TableRow) -> Inline | None:
    """The type of a row: in a cell of its own, or behind the name."""
    cell = row.get("type")
    type_ = typed_name(row["name"]).type if cell is None else untagged(cell)
    return None if type_ is None else bare_type(row["name"], type_)


def _description(row: TableRow) -> DescriptionCell:
    return read_description(row.get("description") or Inline("", row.row.line, 1))


def _rules(row: TableRow, description: DescriptionCell) -> Rules:
    """The rules of a row, in their column and in its description."""
    cell = row.get("validation")
    return read_rules((*(split_rules(cell) if cell else ()), *description.rules))


def _ruled(type_: Type, rules: Rules) -> Type:
    """The type, narrowed by the rules of the row. A type of the page has its own rules."""
    if rules.values and _is_loose(type_):
        type_ = _constant(rules.values, type_)
    elif rules.values and isinstance(type_, ListOf) and _is_loose(type_.item):
        type_ = ListOf(_constant(rules.values, type_.item))
    elif rules.items and isinstance(type_, ListOf) and _is_loose(type_.item):
        type_ = ListOf(_constant(rules.items, type_.item))
    elif rules.format is not None and type_ == STRING:
        type_ = rules.format
    return type_


def _is_loose(type_: Type) -> bool:
    """Whether a list of values narrows the type."""
    return isinstance(type_, Primitive | Unknown) or (isinstance(type_, Link) and bool(type_.href))


def _constant(values: tuple[str, ...], type_: Type) -> Type:
    if type_ == INTEGER and all(value.removeprefix("-").isdecimal() and len(value) < 40 for value in values):
        return Constant(tuple(map(int, values)))
    return Constant(values)


def _presence(row: TableRow, rules: Rules) -> Presence | None:
    """The presence in a row; None without one."""
    required, optional = row.get("required"), row.get("optional")
    if required is not None:
        is_required: bool | None = required.text.strip().casefold() in _YES
    elif optional is not None:
        is_required = optional.text.strip().casefold() not in _YES
    else:
        is_required = True if typed_name(row["name"]).required else rules.required
    return None if is_required is None else Presence.REQUIRED if is_required else Presence.OPTIONAL


def _without_echoes(table: RoleTable) -> Table:
    """A table without rows that do not belong to it.

    Such are: the rows of Go's type for `kind` and `apiVersion`, behind those with the only value; the rows of a table in a
    cell, which a conversion from HTML has put between the others; and empty rows.
    """
    identified: set[str] = set()
    rows: list[Row] = []
    inner = set(_inner_rows(table.table.rows))
    for row in (row for number, row in enumerate(table.rows) if number not in inner and _is_filled(row.row)):
        name = typed_name(row["name"]).name
        if name not in identified:
            is_short = name in _IDENTITY and row.row.written < len(row.row.cells)  # `| `kind` | _string_ | |`Room`
            rows.append(replace(row.row, written=len(row.row.cells)) if is_short else row.row)
        if _only_value(name, _description(row).prose) is not None:
            identified.add(name)
    return replace(table.table, rows=tuple(rows))


def _is_filled(row: Row) -> bool:
    return any(cell.source for cell in row.cells)


def _inner_rows(rows: Sequence[Row]) -> Iterator[int]:
    """The indexes of the rows of tables in cells: from a row of dashes to the end of the cell around them.

    Such a table has an empty head, behind the row of its field. A bar without text ends the cell. If another row has too
    many cells, that row is the fault, and the rows before it are fields.
    """
    start: int | None = None
    for number, row in enumerate(rows):
        if is_frame(row):
            start = number if number and _has_bars(rows[number - 1]) else None
        elif start is not None and row.surplus:
            yield from range(start, number + 1 if _has_bars(row) else start)
            start = None


def _has_bars(row: Row) -> bool:
    """Whether a row has additional bars without text between them."""
    return bool(row.surplus) and not any(cell.source for cell in row.surplus)


def _only_value(name: str, prose: Inline) -> Inline | None:
    """The only value of `apiVersion`, `acme.example/v1`, or of `kind`, `Room`; None for other fields."""
    is_code = len(prose.spans) == 1 and prose.spans[0].kind is SpanKind.CODE
    return replace(prose, source=prose.text) if is_code and name in _IDENTITY else None
