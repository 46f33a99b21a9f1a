"""The fields of a type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from ...diagnostics import Diagnostic
from ...markdown import Inline, Row, SpanKind
from ...model.declarations import Field, Presence, Shown, WireName
from ...model.examples import parse
from ...model.types import (
    ANY,
    INTEGER,
    STRING,
    Constant,
    Link,
    ListOf,
    Primitive,
    Type,
    Unknown,
)
from ...notation.kubebuilder import Rules, read_rules, split_rules
from ...notation.kubernetes import KUBERNETES
from ...notation.parser import read_type
from ...tables.columns import Columns
from ...tables.named import cell_of, named_rows
from ...tables.rows import place_of
from ...tables.texts import deprecation, joined, said
from ...tables.typed_names import typed_name, untagged
from .dress import Told, bare_type, told
from .outline import Part

_SHOWN = "the docs show the names on the wire"
_YES = frozenset({"true", "yes", "y", "✓", "✔", "✅", "required"})
_IDENTITY = ("apiVersion", "kind")


def read_fields(
    part: Part, path: str, resolved: Callable[[Type], Type], diagnostics: list[Diagnostic], *, silence: Presence
) -> tuple[Field, ...]:
    """The fields that the tables of a type show; faults in them become diagnostics.

    resolved  the type as it is in the part, with what the page declares in place of the links to it
    silence   the presence of a field that has no mark
    """
    lines: dict[str, int] = {}
    return tuple(
        _field(row, name, roles, besides, path, resolved, diagnostics, silence)
        for table, roles in part.fields
        for row, name in named_rows(table, roles, path, lambda cell: typed_name(cell).name, lines, diagnostics)
        if not (besides := _told(row, roles)).embedded
    )


def embedded(part: Part, path: str, resolved: Callable[[Type], Type]) -> Iterator[Type]:
    """The types whose fields a part's rows say to be its own."""
    for table, roles in part.fields:
        for row in table.rows:
            kind = _type_cell(row, roles)
            if kind is not None and _told(row, roles).embedded:
                yield resolved(read_type(kind, path, KUBERNETES).type)


def marks_optional(parts: Iterable[Part]) -> bool:
    """Whether descriptions of fields say which may be missing: the others may not."""
    return any(_told(row, roles).optional for part in parts for table, roles in part.fields for row in table.rows)


def values_told(part: Part, path: str, resolved: Callable[[Type], Type]) -> Iterator[tuple[Type, tuple[str, ...]]]:
    """The types of a part's fields for which the fields list the values, with these."""
    for table, roles in part.fields:
        for row in table.rows:
            rules, cell = _rules(row, roles, _told(row, roles)), _type_cell(row, roles)
            if rules.values and cell is not None:
                yield resolved(read_type(cell, path, KUBERNETES).type), rules.values


def _field(
    row: Row,
    name: str,
    roles: Columns,
    besides: Told,
    path: str,
    resolved: Callable[[Type], Type],
    diagnostics: list[Diagnostic],
    silence: Presence,
) -> Field:
    cell, kind = row.cells[roles["name"]], _type_cell(row, roles)
    rules = _rules(row, roles, besides)
    whole: Type = ANY
    if kind is not None:
        reading = read_type(kind, path, KUBERNETES)
        diagnostics.extend(reading.diagnostics)
        whole = _ruled(resolved(reading.type), rules)
    description = said(besides.prose)
    only = _identity(name, besides.prose)
    default = only or besides.default or cell_of(row, roles, "default")
    presence = _presence(row, roles, rules) or (Presence.OPTIONAL if besides.optional or only else silence)
    is_literal = default is not None and default.text.startswith(("{", "[")) and parse(default.text) is None
    notes = (
        rules.text if isinstance(whole, Primitive | ListOf) else rules.all_text,
        f"Default: `{default.text}`" if default is not None and is_literal else "",  # as Go prints it
    )
    return Field(
        name=name,
        type=whole,
        presence=presence,
        place=place_of(path, cell),
        description=joined((description, *notes)),
        deprecated=deprecation(description),
        wire=WireName(name, _SHOWN),
        default=Shown(default.text, place_of(path, default)) if default and default.source and not is_literal else None,
        constraints=rules.constraints,
    )


def _type_cell(row: Row, roles: Columns) -> Inline | None:
    """What shows the type of a row: a cell of its own, or what stands behind the name."""
    name, cell = row.cells[roles["name"]], cell_of(row, roles, "type")
    kind = typed_name(name).type if cell is None else untagged(cell)
    return None if kind is None else bare_type(name, kind)


def _told(row: Row, roles: Columns) -> Told:
    cell = cell_of(row, roles, "description")
    return told(cell) if cell is not None else Told(Inline("", row.line, 1))


def _rules(row: Row, roles: Columns, besides: Told) -> Rules:
    """The rules in the column of a row for them, and in its description."""
    validation = cell_of(row, roles, "validation")
    return read_rules((*(split_rules(validation) if validation else ()), *besides.rules))


def _ruled(whole: Type, rules: Rules) -> Type:
    """The type as its rules narrow it. A type that the page describes has its own."""
    if rules.values and _is_loose(whole):
        whole = _constant(rules.values, whole)
    elif rules.values and isinstance(whole, ListOf) and _is_loose(whole.item):
        whole = ListOf(_constant(rules.values, whole.item))
    elif rules.items and isinstance(whole, ListOf) and _is_loose(whole.item):
        whole = ListOf(_constant(rules.items, whole.item))
    elif rules.format is not None and whole == STRING:
        whole = rules.format
    return whole


def _is_loose(whole: Type) -> bool:
    """Whether values that are listed say more than the type."""
    return isinstance(whole, Primitive | Unknown) or (isinstance(whole, Link) and bool(whole.href))


def _constant(values: tuple[str, ...], whole: Type) -> Type:
    if whole == INTEGER and all(value.removeprefix("-").isdecimal() and len(value) < 40 for value in values):
        return Constant(tuple(map(int, values)))
    return Constant(values)


def _presence(row: Row, roles: Columns, rules: Rules) -> Presence | None:
    """Whether a row says that its field must be there; None where it says nothing."""
    required, optional = cell_of(row, roles, "required"), cell_of(row, roles, "optional")
    if required is not None:
        is_required: bool | None = required.text.strip().casefold() in _YES
    elif optional is not None:
        is_required = optional.text.strip().casefold() not in _YES
    elif typed_name(row.cells[roles["name"]]).required:
        is_required = True
    else:
        is_required = rules.required
    return None if is_required is None else Presence.REQUIRED if is_required else Presence.OPTIONAL


def _identity(name: str, prose: Inline | None) -> Inline | None:
    """The only value that says which kind an object is: `acme.example/v1` for `apiVersion`, `Room` for `kind`."""
    told = prose is not None and len(prose.spans) == 1 and prose.spans[0].kind is SpanKind.CODE
    return replace(prose, source=prose.text) if told and prose is not None and name in _IDENTITY else None
