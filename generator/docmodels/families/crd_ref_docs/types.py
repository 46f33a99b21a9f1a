"""From the types of a page to its declarations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from ...diagnostics import Diagnostic, Place
from ...markdown import Page
from ...model.declarations import Alias, Declaration, Enumeration, Member, Object, Presence
from ...model.model import map_type
from ...model.names import folded
from ...model.types import ANY, INTEGER, STRING, DeclarationId, Link, Ref, Type
from ...notation.kubebuilder import read_rules
from ...notation.kubernetes import KUBERNETES
from ...notation.parser import read_type
from ...tables.named import named_values
from ...tables.texts import deprecation, joined
from ...tables.typed_names import typed_name
from ..family import Reading
from .fields import embedded, marks_optional, read_fields, values_told
from .outline import Part, parts

_KUBERNETES = "https://kubernetes.io/"
"""Where types of Kubernetes itself are described. Their shape is not in the docs, and no fault of theirs."""


def read_page(page: Page) -> Reading:
    """The kinds, the types that they are made of, and the enumerations of a page."""
    found = parts(page)
    scope = Scope(page.path, found)
    diagnostics: list[Diagnostic] = []
    told = _told(found, scope)
    silence = Presence.REQUIRED if marks_optional(found) else Presence.UNKNOWN
    declarations = tuple(_declaration(part, scope, told, diagnostics, silence) for part in found)
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
        """The type as it is in a part, with what the page declares in place of the links to it.

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


def _declaration(
    part: Part, scope: Scope, told: _Values, diagnostics: list[Diagnostic], silence: Presence
) -> Declaration:
    heading, rules, notice = part.section.heading, read_rules(part.rules), deprecation(part.description)
    place = Place(scope.path, heading.line, heading.column, max(len(heading.source), 1))
    identity, name, anchors, space = scope.identity(part), part.name, part.section.anchors, part.namespace
    said = joined((part.description, rules.text))
    if part.fields or (part.underlying is None and not part.values):
        resolved = partial(scope.resolved, part=part)
        fields = read_fields(part, scope.path, resolved, diagnostics, silence=silence)
        bases = tuple(embedded(part, scope.path, resolved))
        extra = None if fields or bases else ANY  # a type that is shown without its fields may have any
        return Object(identity, name, place, said, fields, notice, extra, bases=bases, anchors=anchors, namespace=space)
    kind = _underlying(part, scope, diagnostics)
    members = _members(part, scope.path, diagnostics) or tuple(
        Member("", value, place) for value in rules.values or told.get(identity, ())
    )
    if not members:
        said = joined((part.description, rules.all_text))
        return Alias(identity, name, place, said, kind, deprecated=notice, anchors=anchors, namespace=space)
    if kind == INTEGER:
        members = tuple(replace(member, value=_whole(member.value)) for member in members)
    return Enumeration(identity, name, place, said, members, deprecated=notice, anchors=anchors, namespace=space)


def _members(part: Part, path: str, diagnostics: list[Diagnostic]) -> tuple[Member, ...]:
    lines: dict[str, int] = {}
    return tuple(
        member
        for table, roles in part.values
        for member in named_values(
            table, roles, path, lambda cell: typed_name(cell).name.strip('"'), lines, diagnostics
        )
    )


def _underlying(part: Part, scope: Scope, diagnostics: list[Diagnostic]) -> Type:
    if part.underlying is None:
        return STRING
    reading = read_type(part.underlying, scope.path, KUBERNETES)
    diagnostics.extend(reading.diagnostics)
    return scope.resolved(reading.type, part)


def _whole(value: str | int) -> str | int:
    text = str(value)
    return int(text) if text.removeprefix("-").isdecimal() and len(text) < 40 else value
