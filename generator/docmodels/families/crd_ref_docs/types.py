"""From the types of a page to its declarations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from ...diagnostics import Diagnostic, Place
from ...markdown import Page
from ...model.declarations import Alias, Declaration, Enumeration, Member, Object
from ...model.model import map_type
from ...model.names import folded
from ...model.types import ANY, INTEGER, STRING, DeclarationId, Link, Ref, Type
from ...notation.kubernetes import KUBERNETES
from ...notation.parser import read_type
from ...tables.named import cell_of, unread_columns
from ...tables.rows import check_row, place_of
from ...tables.texts import deprecation, joined, said
from ..family import Reading
from .fields import read_fields, values_told
from .outline import Part, name_cell, parts
from .rules import read_rules

_KUBERNETES = "https://kubernetes.io/"
"""Where types of Kubernetes itself are described. Their shape is not in the docs, and no fault of theirs."""


def read_page(page: Page) -> Reading:
    """The kinds, the types that they are made of, and the enumerations of a page."""
    found = parts(page)
    scope = Scope(page.path, found)
    diagnostics: list[Diagnostic] = []
    told = _told(found, scope)
    declarations = tuple(_declaration(part, scope, told, diagnostics) for part in found)
    return Reading(declarations, (), tuple(diagnostics))


class Scope:
    """What the names of types mean on a page."""

    def __init__(self, path: str, found: Sequence[Part]) -> None:
        self.path = path
        self._parts: dict[str, Part] = {}
        self._named: dict[str, dict[tuple[str, ...], Part]] = {}
        for part in found:
            self._parts.setdefault(part.full, part)
            for name in (part.name, part.name.rpartition(".")[2]):  # some templates put Go's package before it
                self._named.setdefault(folded(name), {}).setdefault(part.namespace, part)

    def identity(self, part: Part) -> DeclarationId:
        """What names the part in the tree. Of two of one name in one version, the second is named by its line too."""
        is_first = self._parts[part.full] is part
        return DeclarationId(self.path, part.full if is_first else f"{part.full}-{part.section.heading.line}")

    def resolved(self, whole: Type, part: Part) -> Type:
        """The type as it stands in a part, with what the page declares in place of the links to it.

        A link has but the name of a type: it means that of the same version, where several have one.
        """
        return map_type(whole, lambda leaf: self._target(leaf, part) if isinstance(leaf, Link) else leaf)

    def _target(self, link: Link, part: Part) -> Type:
        if link.href and not link.href.startswith("#"):
            is_known = link.href.startswith(_KUBERNETES) and link.fallback is None
            return replace(link, is_whole=":" in link.href, fallback=ANY if is_known else link.fallback)
        named = self._named.get(folded(link.label), {})
        meant = named.get(part.namespace) or next(iter(named.values()), None)
        return link if meant is None else Ref(self.identity(meant))


_Values = Mapping[DeclarationId, tuple[str, ...]]


def _told(found: Sequence[Part], scope: Scope) -> _Values:
    """The values of types that show none, where all the fields of a type that list some list the same."""
    bare = {scope.identity(part) for part in found if part.underlying and not part.values}
    told: dict[DeclarationId, set[tuple[str, ...]]] = {}
    for part in found if bare else ():
        for whole, values in values_told(part, scope.path, partial(scope.resolved, part=part)):
            if isinstance(whole, Ref) and whole.id in bare:
                told.setdefault(whole.id, set()).add(values)
    return {target: next(iter(values)) for target, values in told.items() if len(values) == 1}


def _declaration(part: Part, scope: Scope, told: _Values, diagnostics: list[Diagnostic]) -> Declaration:
    heading = part.section.heading
    place = Place(scope.path, heading.line, heading.column, max(len(heading.source), 1))
    rules = read_rules(part.rules)
    deprecated = deprecation(part.description)
    identity, anchors, namespace = scope.identity(part), part.section.anchors, part.namespace
    if part.fields:
        fields, found = read_fields(part, scope.path, partial(scope.resolved, part=part))
        diagnostics.extend(found)
        description = joined((part.description, rules.text))
        return Object(identity, part.name, place, description, fields, deprecated, anchors=anchors, namespace=namespace)
    kind = _underlying(part, scope, diagnostics)
    members = tuple(_members(part, scope.path, diagnostics)) or tuple(
        Member("", value, place) for value in rules.values or told.get(identity, ())
    )
    if members:
        if kind == INTEGER:
            members = tuple(replace(member, value=_whole(member.value)) for member in members)
        description = joined((part.description, rules.text))
        return Enumeration(
            identity,
            part.name,
            place,
            description,
            members,
            deprecated=deprecated,
            anchors=anchors,
            namespace=namespace,
        )
    description = joined((part.description, rules.all_text))
    if part.underlying is None:
        return Object(
            identity, part.name, place, description, (), deprecated, extra=ANY, anchors=anchors, namespace=namespace
        )
    return Alias(
        identity, part.name, place, description, kind, deprecated=deprecated, anchors=anchors, namespace=namespace
    )


def _underlying(part: Part, scope: Scope, diagnostics: list[Diagnostic]) -> Type:
    if part.underlying is None:
        return STRING
    reading = read_type(part.underlying, scope.path, KUBERNETES)
    diagnostics.extend(reading.diagnostics)
    return scope.resolved(reading.type, part)


def _members(part: Part, path: str, diagnostics: list[Diagnostic]) -> Iterator[Member]:
    lines: dict[str, int] = {}
    for table, roles in part.values:
        diagnostics.extend(unread_columns(table, roles, path))
        for row in table.rows:
            diagnostics.extend(check_row(row, len(table.header), path))
            cell = row.cells[roles["name"]]
            value = name_cell(cell).name
            if value in lines:
                message = f'the value "{value}" stands in line {lines[value]} already; this row is left out'
                help_ = "Remove one of the rows."
                diagnostics.append(Diagnostic(place_of(path, cell), "repeated-value", message, help_))
                continue
            lines[value] = row.line
            description = said(cell_of(row, roles, "description"))
            yield Member(value, value, place_of(path, cell), description, deprecation(description))


def _whole(value: str | int) -> str | int:
    text = str(value)
    return int(text) if text.removeprefix("-").isdecimal() and len(text) < 40 else value
