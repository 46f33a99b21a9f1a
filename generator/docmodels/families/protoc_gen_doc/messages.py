"""From the sections of a page to its declarations, and to what its services send and receive."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Place
from ...markdown import Block, Inline, Page
from ...model.declarations import Declaration, Direction, Enumeration, Member, Object, Use
from ...notation.parser import read_type
from ...notation.protobuf import PROTOBUF
from ...tables.named import cell_of, unread_columns
from ...tables.rows import check_row, place_of
from ...tables.texts import deprecation, joined, said, text_of
from ..family import Reading
from .fields import read_fields
from .names import shown_name
from .outline import Part, Shape, Shown, parts
from .scope import Scope


def read_page(page: Page) -> Reading:
    """The messages and enumerations of a page; the entries of maps are none."""
    found = parts(page)
    scope = Scope(page.path, found)
    diagnostics: list[Diagnostic] = []
    declarations: list[Declaration] = []
    uses: list[Use] = []
    for part in found:
        diagnostics.extend(_unread(part, page.path))
        if part.shape is Shape.METHODS:
            uses.extend(_uses(part, scope))
        elif not scope.is_entry(part):
            declarations.append(_declaration(part, scope, diagnostics))
    return Reading(tuple(declarations), tuple(uses), tuple(diagnostics))


def _declaration(part: Part, scope: Scope, diagnostics: list[Diagnostic]) -> Declaration:
    identity = scope.identity(part)
    place = Place(scope.path, part.heading.line, part.heading.column, max(len(part.heading.source), 1))
    description = joined(map(_text, part.blocks))
    deprecated = deprecation(description)
    if part.shape is Shape.VALUES:
        members = tuple(_members(part, scope.path, diagnostics))
        return Enumeration(
            identity,
            part.name,
            place,
            description,
            members,
            deprecated=deprecated,
            anchors=part.anchors,
            namespace=part.namespace,
        )
    fields, found = read_fields(part, scope)
    diagnostics.extend(found)
    return Object(
        identity,
        part.name,
        place,
        description,
        fields,
        deprecated=deprecated,
        anchors=part.anchors,
        namespace=part.namespace,
    )


def _text(block: Block | Inline) -> str:
    return block.source if isinstance(block, Inline) else text_of(block)


def _members(part: Part, path: str, diagnostics: list[Diagnostic]) -> Iterator[Member]:
    """The values of an enumeration: in JSON, each is its name."""
    lines: dict[str, int] = {}
    for shown in _of(part, Shape.VALUES):
        diagnostics.extend(unread_columns(shown.table, shown.roles, path))
        for row in shown.table.rows:
            diagnostics.extend(check_row(row, len(shown.table.header), path))
            cell = row.cells[shown.roles["name"]]
            name = shown_name(cell)
            if not name:
                message = "the row shows no value; it is left out"
                diagnostics.append(Diagnostic(place_of(path, cell), "missing-value", message, "Add the value."))
            elif name in lines:
                message = f'the value "{name}" stands in line {lines[name]} already; this row is left out'
                diagnostics.append(
                    Diagnostic(place_of(path, cell), "repeated-value", message, "Remove one of the rows.")
                )
            else:
                lines[name] = row.line
                description = said(cell_of(row, shown.roles, "description"))
                yield Member(name, name, place_of(path, cell), description, deprecation(description))


def _uses(part: Part, scope: Scope) -> Iterator[Use]:
    """What the methods of a service send and receive."""
    for shown in _of(part, Shape.METHODS):
        for row in shown.table.rows:
            for role, direction in (("request", Direction.SENT), ("response", Direction.RECEIVED)):
                cell = row.cells[shown.roles[role]]
                if cell.source:
                    yield Use(direction, scope.resolved(read_type(cell, scope.path, PROTOBUF).type, part))


def _of(part: Part, shape: Shape) -> Iterator[Shown]:
    return (shown for shown in part.tables if shown.shape is shape)


def _unread(part: Part, path: str) -> Iterator[Diagnostic]:
    """The tables of a part that are not of its own shape."""
    for shown in part.tables:
        if shown.shape is not part.shape and part.shape is not Shape.METHODS:
            message = f"the table shows {shown.shape}, which are not fields of {part.name}; it is left out"
            help_ = "In JSON, an extension has its full name in brackets; write a model with it by hand if you need it."
            yield Diagnostic(place_of(path, shown.table.header[0]), "unread-table", message, help_)
