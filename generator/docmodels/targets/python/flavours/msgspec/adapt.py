"""The model in words that msgspec has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from .....diagnostics import Diagnostic, Place
from .....frozen import replace
from .....model.bases import copy_bases
from .....model.declarations import Alias, Declaration, Enumeration, Field, Object
from .....model.model import Model, map_unions
from .....model.types import (
    ANY,
    INTEGER,
    NUMBER,
    STRING,
    Constant,
    DeclarationId,
    ListOf,
    MapOf,
    Nullable,
    Primitive,
    Ref,
    Scalar,
    Type,
    UnionOf,
    Unknown,
    nullable,
    union,
    walk,
    with_members,
)
from ...adapting import Adapted, map_leaves, maps_for_empty, write_out
from ...naming import is_class

_Tag = tuple[str, str]
"""The name of a field on the wire, and the value that it has in one object alone."""

_CODE = "unsayable-type"
_HELP = "The flavour pydantic can distinguish more types; or set the type in [tool.docmodels.fields]."


class _Kind(StrEnum):
    """The JSON type of a value. msgspec looks at nothing else but tags."""

    TEXT = "several types of text; it is typed as str"
    INTEGER = "several types of integers; it is typed as int"
    ARRAY = "several lists; it is typed as a list of what any of them can hold"
    OBJECT = "several objects without distinct tags; it is typed as a dict"
    NUMBER = "several types of numbers"
    BOOLEAN = "several types of booleans"


_KINDS: Mapping[Scalar, _Kind] = {
    Scalar.INTEGER: _Kind.INTEGER,
    Scalar.NUMBER: _Kind.NUMBER,
    Scalar.BOOLEAN: _Kind.BOOLEAN,
}


def adapt(model: Model) -> Adapted:
    """The model without types that msgspec refuses, and a finding for each."""
    told, tags = _tagged(maps_for_empty(model))
    written, cut = write_out(told, is_cut=True)
    unions = _Unions(written, tags)
    said = map_leaves(written, unions.said)
    found = [*_missing(told), *unions.diagnostics, *(_recursive(model.by_id[each]) for each in sorted(cut))]

    def keeps(owner: Object, base: Object, place: int) -> bool:
        own = {field.wire.name for field in owner.fields if field.wire is not None}
        return place == 0 and base.id not in tags and (owner.id not in tags or tags[owner.id][0] in own)

    return copy_bases(said, keeps), tuple(found)


def _tagged(model: Model) -> tuple[Model, Mapping[DeclarationId, _Tag]]:
    """The model with no discriminators but those that msgspec can read, and the tags of the objects in these unions.

    msgspec wants a tag to be there, to be known, and to be the same in all unions. One that may be missing is a finding.
    """
    tags: dict[DeclarationId, _Tag] = {}

    def changed(whole: UnionOf) -> Type:
        by = whole.discriminator
        if by is None:
            return whole
        members = (member.id for member in whole.members if isinstance(member, Ref))
        wanted = {member: (by.wire, tag) for member, tag in zip(members, by.tags, strict=True)}
        if by.is_open or any(tags.get(member, tag) != tag for member, tag in wanted.items()):
            return replace(whole, discriminator=None)
        tags.update(wanted)
        return whole

    named = tuple(
        replace(each, type=map_unions(each.type, changed)) if isinstance(each, Alias) else each
        for each in model.declarations
    )
    return map_leaves(Model(named), lambda whole, _: map_unions(whole, changed)), tags


def _missing(model: Model) -> Iterator[Diagnostic]:
    """A finding for each union in which the docs let one object leave out the tag."""
    for declaration in model.declarations:
        owners = declaration.fields if isinstance(declaration, Object) else (declaration,)
        for owner in owners:
            if isinstance(owner, Enumeration | Object):
                continue
            for part in walk(owner.type):
                if isinstance(part, UnionOf) and part.discriminator is not None and part.discriminator.missing:
                    by = part.discriminator
                    message = f'msgspec chooses the class by "{by.wire}"; it refuses "{by.missing}" without it'
                    yield _finding(owner.place, message)


class _Unions:
    """Puts unions in words that msgspec has."""

    def __init__(self, model: Model, tags: Mapping[DeclarationId, _Tag]) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._model = model
        self._tags = tags

    def said(self, whole: Type, owner: Declaration | Field) -> Type:
        """A type that msgspec can decode. It differs where msgspec could not distinguish members of a union."""
        match whole:
            case ListOf(item):
                return ListOf(self.said(item, owner))
            case MapOf(value):
                return MapOf(self.said(value, owner))
            case Nullable(item):
                return nullable(self.said(item, owner))
            case UnionOf():
                return self._union(whole, owner)
            case _:
                return whole

    def _union(self, whole: UnionOf, owner: Declaration | Field) -> Type:
        leaves = self._model.alternatives(whole)
        if any(isinstance(leaf, Unknown) or leaf == ANY for leaf in leaves):
            return ANY
        by_kind: dict[_Kind, list[Type]] = {}
        for leaf in leaves:
            for kind in self._kinds(leaf):
                by_kind.setdefault(kind, []).append(leaf)
        unsaid = {kind for kind, members in by_kind.items() if not self._is_sayable(kind, members)}
        if not unsaid:
            return with_members(whole, *(self.said(member, owner) for member in whole.members))
        for kind in sorted(unsaid):
            self.diagnostics.append(
                _finding(owner.place, f"msgspec cannot distinguish the types of this union: {kind}")
            )
        known: list[Type] = []
        for leaf in leaves:
            kinds = self._kinds(leaf)
            if unsaid.isdisjoint(kinds):
                known.append(self.said(leaf, owner))
            else:
                known += [self._nearest(kind, by_kind[kind], owner) for kind in kinds]
        return union(*known)

    def _kinds(self, leaf: Type) -> Iterable[_Kind]:
        match leaf:
            case Primitive(Scalar.DECIMAL):
                return (_Kind.TEXT, _Kind.NUMBER)  # a Decimal, which msgspec reads from both
            case Primitive(scalar):
                return (_KINDS.get(scalar, _Kind.TEXT),)
            case ListOf():
                return (_Kind.ARRAY,)
            case Constant(values):
                return dict.fromkeys(map(_kind_of, values))
            case Ref(target) if isinstance(found := self._model.by_id[target], Enumeration):
                return dict.fromkeys(_kind_of(member.value) for member in found.members)
            case _:
                return (_Kind.OBJECT,)

    def _is_sayable(self, kind: _Kind, members: Sequence[Type]) -> bool:
        if len(members) == 1 or kind in (_Kind.NUMBER, _Kind.BOOLEAN):
            return True
        match kind:
            case _Kind.OBJECT:
                tags = [self._tags.get(member.id) if isinstance(member, Ref) else None for member in members]
                known = {tag for tag in tags if tag is not None}
                return len(known) == len(members) and len({wire for wire, _ in known}) == 1
            case _Kind.ARRAY:
                return False
            case _:
                return all(self._is_literal(member) for member in members)

    def _is_literal(self, member: Type) -> bool:
        """Whether msgspec lets it be in a union with literals: they are literals, or what these are made of."""
        if isinstance(member, Ref):
            found = self._model.by_id[member.id]
            return isinstance(found, Enumeration) and not is_class(found)
        return isinstance(member, Constant) or (
            isinstance(member, Primitive) and member.scalar in (Scalar.STRING, Scalar.INTEGER)
        )

    def _nearest(self, kind: _Kind, members: Sequence[Type], owner: Declaration | Field) -> Type:
        """One type for all members of a kind."""
        match kind:
            case _Kind.TEXT:
                return STRING
            case _Kind.INTEGER:
                return INTEGER
            case _Kind.ARRAY:
                items = (member.item for member in members if isinstance(member, ListOf))
                return ListOf(self.said(union(*items), owner))
            case _Kind.OBJECT if all(isinstance(member, MapOf) for member in members):
                values = (member.value for member in members if isinstance(member, MapOf))
                return MapOf(self.said(union(*values), owner))
            case _Kind.OBJECT:
                return MapOf(ANY)
            case _Kind.NUMBER:
                return NUMBER
            case _:
                return members[0]


def _kind_of(value: str | int | bool) -> _Kind:
    if isinstance(value, bool):
        return _Kind.BOOLEAN
    return _Kind.INTEGER if isinstance(value, int) else _Kind.TEXT


def _recursive(alias: Declaration) -> Diagnostic:
    message = f'"{alias.title}" refers to itself, which msgspec cannot follow; it is typed as Any within itself'
    return _finding(alias.place, message)


def _finding(place: Place, message: str) -> Diagnostic:
    return Diagnostic(place, _CODE, message, _HELP)
