"""The fields that the rows of a message make, with the defaults of their JSON form."""

from __future__ import annotations

from ...frozen import replace
from ...model.declarations import Field, Presence, RawValue, Value, WireName
from ...model.types import ListOf, MapOf, Nullable, Ref, Type
from ...notation.protobuf import PROTOBUF, ZEROS, json_name
from ...patterns import regex
from ...tables.texts import description_text
from ..kit import Builder, RowDraft, TableRow
from .cells import default_behind, field_name, is_choice, read_label
from .outline import Message, Shape
from .references import References

_DEPRECATED = regex(r"(?:\*\*|<strong>)Deprecated\.(?:\*\*|</strong>)\s*")
_MANY = regex(r"(?:repeated|map)\b")
_LIST = regex(r"\[\]")
"""Lists of some templates, which have the label too: `[][Room](#Room)`."""
_SLICE = "(slice of) "
_RULE = "the JSON form of Protocol Buffers writes names in lowerCamelCase"


def read_fields(message: Message, references: References, builder: Builder) -> tuple[Field, ...]:
    """The fields of a message."""
    tables = tuple(message.of_shape(Shape.FIELDS))
    return builder.fields(
        tables,
        field_name,
        lambda row, name: _draft(row, name, message, references, builder),
        ends_in_prose=all(table.table.headings[-1] == "description" for table in tables),
    )


def _draft(row: TableRow, name: str, message: Message, references: References, builder: Builder) -> RowDraft:
    label = read_label(row.get("label"), builder)
    cell = replace(row["type"], source=row["type"].source.replace(_SLICE, "repeated "))
    reading = builder.type_reading(cell, PROTOBUF)
    type_ = references.resolved(reading.type, message)
    if label == "repeated" and not _LIST.match(cell.text):
        type_ = ListOf(type_)
    is_repeated = label in ("repeated", "map") or _MANY.match(cell.text) is not None
    type_ = (references.as_map(type_) if is_repeated else None) or references.noted(type_)
    has_presence = label in ("optional", "required") or reading.optional or is_choice(row["name"])
    has_zero = not has_presence and not isinstance(type_, Nullable)
    description = description_text(row.get("description"))
    mark = _DEPRECATED.match(description)
    wire = json_name(name)
    return RowDraft(
        row["name"],
        type_,
        Presence.REQUIRED if label == "required" else Presence.OPTIONAL,
        description=description[mark.end() :] if mark else description,
        deprecated="" if mark else None,
        also=(name, wire),
        wire=WireName(wire, _RULE, is_rule=True),
        default=_default(row, builder) if has_presence else None,
        default_value=_zero(type_, references, is_repeated=is_repeated) if has_zero else None,
    )


def _default(row: TableRow, builder: Builder) -> RawValue | None:
    """The default of a field in proto2: in its column, or behind the description."""
    column, description = row.filled("default"), row.get("description")
    if column is not None:
        return builder.raw_value(column.text, column)
    text = None if description is None else default_behind(description)
    return builder.raw_value(text, description) if text is not None and description is not None else None


def _zero(type_: Type, references: References, *, is_repeated: bool) -> Value | None:
    """The value of a field that proto3 leaves out; None if the page does not have it, and for messages."""
    if is_repeated:
        return Value({} if isinstance(type_, MapOf) else [])
    value = references.zero(type_) if isinstance(type_, Ref) else ZEROS.get(type_)
    return None if value is None else Value(value)
