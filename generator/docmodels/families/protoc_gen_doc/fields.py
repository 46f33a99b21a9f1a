"""The fields of a message, and what their JSON form is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from ...diagnostics import Diagnostic
from ...markdown import Inline, Row
from ...model.declarations import Field, Json, Presence, Value, WireName
from ...model.declarations import Shown as ShownValue
from ...model.types import BOOLEAN, BYTES, NUMBER, STRING, ListOf, MapOf, Nullable, Primitive, Ref, Scalar, Type
from ...notation.parser import read_type
from ...notation.protobuf import PROTOBUF
from ...tables.named import cell_of, named_rows
from ...tables.rows import place_of
from ...tables.texts import deprecation, said
from .names import is_choice, json_name, shown_name
from .outline import Part, Shape, Shown
from .scope import Scope

_LABELS = ("optional", "required", "repeated")
_DEPRECATED = "**Deprecated.**"
_DEFAULT = re.compile(r"(?:^|\s)Default: (?P<value>[^\n]+)$")
_WHOLE = [Primitive(Scalar.INTEGER, f"{sign}int{bits}") for sign in ("", "u") for bits in (32, 64)]
_IMPLICIT: Mapping[Type, Json] = MappingProxyType(
    {STRING: "", BYTES: "", BOOLEAN: False, NUMBER: 0.0, **dict.fromkeys(_WHOLE, 0)}
)
"""What a field of a scalar type has where it is left out, by its type."""

_RULE = "the JSON form of Protocol Buffers writes names in lowerCamelCase"


def read_fields(part: Part, scope: Scope) -> tuple[tuple[Field, ...], tuple[Diagnostic, ...]]:
    """The fields that the tables of a message show, and what is wrong with them."""
    diagnostics: list[Diagnostic] = []
    lines: dict[str, int] = {}
    fields = [
        _field(row, name, shown, part, scope, diagnostics)
        for shown in part.tables
        if shown.shape is Shape.FIELDS
        for row, name in named_rows(shown.table, shown.roles, scope.path, shown_name, lines, diagnostics)
    ]
    return tuple(fields), tuple(diagnostics)


def _field(row: Row, name: str, shown: Shown, part: Part, scope: Scope, diagnostics: list[Diagnostic]) -> Field:
    name_cell, type_cell = row.cells[shown.roles["name"]], row.cells[shown.roles["type"]]
    label = _label(cell_of(row, shown.roles, "label"), scope.path, diagnostics)
    reading = read_type(type_cell, scope.path, PROTOBUF)
    diagnostics.extend(reading.diagnostics)
    whole = scope.resolved(reading.type, part)
    if label == "repeated":
        whole = ListOf(whole)
    is_repeated = label == "repeated" or type_cell.text.partition(" ")[0] in ("repeated", "map")
    whole = (scope.as_map(whole) if is_repeated else None) or whole
    nullable = isinstance(whole, Nullable)
    if isinstance(whole, Nullable):
        whole = whole.item
    has_presence = label in ("optional", "required") or reading.optional or is_choice(name_cell)
    description, deprecated = _described(said(cell_of(row, shown.roles, "description")))
    wire = json_name(name)
    implicit = None if has_presence or nullable else _implicit(whole, scope, is_repeated=is_repeated)
    return Field(
        name=name,
        type=whole,
        presence=Presence.REQUIRED if label == "required" else Presence.OPTIONAL,
        place=place_of(scope.path, name_cell),
        nullable=nullable,
        description=description,
        deprecated=deprecated,
        wire=WireName(wire, _RULE, is_rule=True),
        also=(name, wire),
        default=_default(row, shown, scope.path) if has_presence else None,
        default_value=implicit,
    )


def _label(cell: Inline | None, path: str, diagnostics: list[Diagnostic]) -> str:
    label = cell.text.strip().casefold() if cell else ""
    if cell is None or not label or label in _LABELS:
        return label
    message = f'"{cell.text}" is no label of Protocol Buffers; it is left out'
    diagnostics.append(
        Diagnostic(place_of(path, cell), "unknown-mark", message, f"Write {', '.join(_LABELS)} or nothing.")
    )
    return ""


def _described(prose: str) -> tuple[str, str | None]:
    """The description less the mark that the template puts before it, and the notice of deprecation."""
    if prose.startswith(_DEPRECATED):
        return prose.removeprefix(_DEPRECATED).lstrip(), ""
    return prose, deprecation(prose)


def _default(row: Row, shown: Shown, path: str) -> ShownValue | None:
    """The default that a field of proto2 declares: in a column of its own, or behind the description."""
    column, prose = cell_of(row, shown.roles, "default"), cell_of(row, shown.roles, "description")
    if column is not None and column.source:
        return ShownValue(column.text, place_of(path, column))
    told = _DEFAULT.search(prose.text) if prose is not None else None
    return ShownValue(told["value"].strip(), place_of(path, prose)) if told and prose else None


def _implicit(whole: Type, scope: Scope, *, is_repeated: bool) -> Value | None:
    """What the field has where proto3 leaves it out; None where nothing tells, as for messages."""
    if is_repeated:
        return Value({} if isinstance(whole, MapOf) else [])
    value = scope.zero(whole) if isinstance(whole, Ref) else _IMPLICIT.get(whole)
    return None if value is None else Value(value)
