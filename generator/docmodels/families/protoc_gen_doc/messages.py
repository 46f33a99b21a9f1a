"""From the sections of a page to its declarations, and to what its services send and receive."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Place
from ...markdown import Page
from ...model.declarations import Alias, Declaration, Direction, Enumeration, Object, Use
from ...model.types import ANY
from ...notation.parser import read_type
from ...notation.protobuf import PROTOBUF
from ...tables.named import named_values, shown_name
from ...tables.rows import place_of
from ...tables.texts import deprecation
from ..family import Reading
from .fields import read_fields
from .outline import Part, Shape, parts
from .scope import Scope


def read_page(page: Page) -> Reading:
    """The messages and enumerations of a page; the entries of maps are no models."""
    found = parts(page)
    scope = Scope(page.path, found)
    diagnostics = [each for part in found for each in _unread(part, page.path)]
    models = [part for part in found if part.shape is not Shape.METHODS and not scope.is_entry(part)]
    declarations = tuple(_declaration(part, scope, diagnostics) for part in models)
    uses = tuple(use for part in found for use in _uses(part, scope))
    return Reading(declarations, uses, tuple(diagnostics))


def _declaration(part: Part, scope: Scope, diagnostics: list[Diagnostic]) -> Declaration:
    identity, name, said, space = scope.identity(part), part.name, part.description, part.namespace
    place = Place(scope.path, part.heading.line, part.heading.column, max(len(part.heading.source), 1))
    notice = deprecation(said)
    if part.shape is Shape.VALUES:  # in JSON, a value is its name
        lines: dict[str, int] = {}
        members = tuple(
            member
            for shown in part.shown(Shape.VALUES)
            for member in named_values(shown.table, shown.roles, scope.path, shown_name, lines, diagnostics)
        )
        if not members:
            message = "the table shows no values; the enumeration is typed as Any"
            diagnostics.append(Diagnostic(place, "no-table", message, "Add a row for each value."))
            return Alias(identity, name, place, said, ANY, deprecated=notice, anchors=part.anchors, namespace=space)
        return Enumeration(
            identity, name, place, said, members, deprecated=notice, anchors=part.anchors, namespace=space
        )
    fields = read_fields(part, scope, diagnostics)
    return Object(identity, name, place, said, fields, notice, anchors=part.anchors, namespace=space)


def _uses(part: Part, scope: Scope) -> Iterator[Use]:
    """What the methods of a service send and receive."""
    for shown in part.shown(Shape.METHODS):
        for row in shown.table.rows:
            for role, direction in (("request", Direction.SENT), ("response", Direction.RECEIVED)):
                cell = row.cells[shown.roles[role]]
                yield Use(direction, scope.resolved(read_type(cell, scope.path, PROTOBUF).type, part))


def _unread(part: Part, path: str) -> Iterator[Diagnostic]:
    """The tables of a part that are not of its own shape."""
    if part.shape is Shape.METHODS:
        return
    for shown in part.tables:
        if shown.shape is not part.shape:
            message = f"the table shows {shown.shape}, which are not fields of {part.name}; it is left out"
            help_ = "In JSON, an extension has its full name in brackets; write a model with it by hand if you need it."
            yield Diagnostic(place_of(path, shown.table.header[0]), "unread-table", message, help_)
    for table in part.unread:
        message = f"the table shows no fields of {part.name}; it is left out"
        help_ = "Give it the columns Field and Type, or Name and Number."
        yield Diagnostic(place_of(path, table.header[0]), "unread-table", message, help_)
