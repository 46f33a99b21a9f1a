"""The fields of a message, and what their JSON form is."""

from __future__ import annotations

import re
from dataclasses import replace

from ...diagnostics import Diagnostic
from ...markdown import Inline, Row
from ...model.declarations import Field, Presence, Value, WireName
from ...model.declarations import Shown as ShownValue
from ...model.types import ListOf, MapOf, Nullable, Ref, Type
from ...notation.parser import read_type
from ...notation.protobuf import PROTOBUF, ZEROS, json_name
from ...tables.named import cell_of, named_rows, shown_name
from ...tables.rows import place_of
from ...tables.texts import deprecation, said
from .outline import LABELS, Part, Shape, Shown
from .scope import Scope

_DEPRECATED = re.compile(r"(?:\*\*|<strong>)Deprecated\.(?:\*\*|</strong>)\s*")
_LABEL = re.compile(rf"(?:{'|'.join(LABELS)})\s+(?=\w)")
_MANY = re.compile(r"(?:repeated|map)\b")
_SLICE = "(slice of) "
_DEFAULT = "Default: "
_RULE = "the JSON form of Protocol Buffers writes names in lowerCamelCase"


def read_fields(part: Part, scope: Scope, diagnostics: list[Diagnostic]) -> tuple[Field, ...]:
    """The fields that the tables of a message show; faults in them become diagnostics."""
    lines: dict[str, int] = {}
    return tuple(
        _field(row, name, shown, part, scope, diagnostics)
        for shown in part.shown(Shape.FIELDS)
        for row, name in named_rows(shown.table, shown.roles, scope.path, _name, lines, diagnostics)
    )


def _field(row: Row, name: str, shown: Shown, part: Part, scope: Scope, diagnostics: list[Diagnostic]) -> Field:
    name_cell, type_cell = row.cells[shown.roles["name"]], row.cells[shown.roles["type"]]
    label = _label(cell_of(row, shown.roles, "label"), scope.path, diagnostics)
    type_cell = replace(type_cell, source=type_cell.source.replace(_SLICE, "repeated "))
    reading = read_type(type_cell, scope.path, PROTOBUF)
    diagnostics.extend(reading.diagnostics)
    whole = scope.resolved(reading.type, part)
    if label == "repeated":
        whole = ListOf(whole)
    is_repeated = label in ("repeated", "map") or _MANY.match(type_cell.text) is not None
    whole = (scope.as_map(whole) if is_repeated else None) or whole
    is_nullable = isinstance(whole, Nullable)
    if isinstance(whole, Nullable):
        whole = whole.item
    has_presence = label in ("optional", "required") or reading.optional or _is_choice(name_cell)
    description = said(cell_of(row, shown.roles, "description"))
    mark = _DEPRECATED.match(description)
    wire = json_name(name)
    return Field(
        name=name,
        type=whole,
        presence=Presence.REQUIRED if label == "required" else Presence.OPTIONAL,
        place=place_of(scope.path, name_cell),
        nullable=is_nullable,
        description=description[mark.end() :] if mark else description,
        deprecated="" if mark else deprecation(description),
        wire=WireName(wire, _RULE, is_rule=True),
        also=(name, wire),
        default=_default(row, shown, scope.path) if has_presence else None,
        default_value=None if has_presence or is_nullable else _zero(whole, scope, is_repeated=is_repeated),
    )


def _name(cell: Inline) -> str:
    """The name of a field, without what some templates say before it: its label, or of which `oneof` it is a choice."""
    if not _is_choice(cell):
        return _LABEL.sub("", shown_name(cell))
    text = "".join(span.text for span in cell.spans if span.href is None)
    return re.split(r"[\s.]+", text.strip())[-1]


def _is_choice(cell: Inline) -> bool:
    return any(span.href is not None and span.text.strip().casefold() == "oneof" for span in cell.spans)


def _label(cell: Inline | None, path: str, diagnostics: list[Diagnostic]) -> str:
    label = cell.text.strip().casefold() if cell else ""
    if cell is None or not label or label in LABELS:
        return label
    message = f'"{cell.text}" is not a label of Protocol Buffers; it is left out'
    help_ = f"Write {', '.join(LABELS)} or nothing."
    diagnostics.append(Diagnostic(place_of(path, cell), "unknown-mark", message, help_))
    return ""


def _default(row: Row, shown: Shown, path: str) -> ShownValue | None:
    """The default that a field of proto2 declares: in a column of its own, or behind the description."""
    column, prose = cell_of(row, shown.roles, "default"), cell_of(row, shown.roles, "description")
    if column is not None and column.source:
        return ShownValue(column.text, place_of(path, column))
    if prose is None:
        return None
    before, mark, value = prose.text.rpartition("\n")[2].partition(_DEFAULT)
    is_told = bool(mark and value) and before in ("", before.rstrip() + " ")
    return ShownValue(value.strip(), place_of(path, prose)) if is_told else None


def _zero(whole: Type, scope: Scope, *, is_repeated: bool) -> Value | None:
    """The value of a field that proto3 leaves out; None if the page does not show it, as for messages."""
    if is_repeated:
        return Value({} if isinstance(whole, MapOf) else [])
    value = scope.zero(whole) if isinstance(whole, Ref) else ZEROS.get(whole)
    return None if value is None else Value(value)
