"""The model for msgspec, without types that it refuses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TypeGuard

from .....diagnostics import Diagnostic, Place
from .....frozen import frozen, replace
from .....model.bases import copy_bases
from .....model.declarations import Declaration, Enumeration, Field, Object
from .....model.discriminate import tagged_apart
from .....model.model import Model, map_unions, types_of
from .....model.types import (
    ANY,
    INTEGER,
    NUMBER,
    STRING,
    Constant,
    DeclarationId,
    Discriminator,
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

_CODE = "unsayable-type"
_HELP = "The flavour pydantic can distinguish more types; or set the type in [tool.docmodels.fields]."


@frozen()
class _Tag:
    """The field that distinguishes an object, its name on the wire, and its text in that object alone."""

    field: str
    wire: str
    text: str


class _Kind(StrEnum):
    """The JSON type of a value: besides tags, msgspec looks at nothing else."""

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
    plain = maps_for_empty(model)
    tags = _tags_of(plain)
    closed = _with_unions(plain, _without_open)
    written, cut = write_out(closed, is_cut=True)
    unions = _Unions(written, tags)
    discriminated = _with_unions(map_leaves(written, unions.decodable), lambda union_: _discriminated(union_, tags))
    findings = [
        *_missing(closed, tags),
        *unions.diagnostics,
        *(_recursive(model.by_id[identity]) for identity in sorted(cut)),
    ]

    def keeps(owner: Object, base: Object, place: int) -> bool:
        own = {field.wire.name for field in owner.fields if field.wire is not None}
        return place == 0 and base.id not in tags and (owner.id not in tags or tags[owner.id].wire in own)

    return copy_bases(discriminated, keeps), tuple(findings)


def _tags_of(model: Model) -> Mapping[DeclarationId, _Tag]:
    """The tags of the objects in unions, as far as msgspec can read them.

    msgspec wants each object to have a tag, a known one, and the same in all unions. Unions with required tags come first;
    another union that needs another tag for one of their objects has none.
    """
    tags: dict[DeclarationId, _Tag] = {}
    unions = [
        part
        for declaration in model.declarations
        for type_ in types_of(declaration)
        for part in filter(_is_union, walk(type_))
    ]
    for is_required in (True, False):
        for union_ in unions:
            by = union_.discriminator
            if by is None and not is_required:
                by = tagged_apart(model, union_)
            if by is not None and not by.is_open and (by.missing is None) is is_required:
                wanted = _wanted(union_, by)
                if all(tags.get(member, tag) == tag for member, tag in wanted.items()):
                    tags.update(wanted)
    return tags


def _wanted(union_: UnionOf, by: Discriminator) -> Mapping[DeclarationId, _Tag]:
    """Object of a union → the tag that it needs there."""
    members = zip(union_.members, by.tags, strict=True)
    return {member.id: _Tag(by.field, by.wire, text) for member, text in members if text and isinstance(member, Ref)}


def _without_open(union_: UnionOf) -> Type:
    """A union with any object as a further member, if the docs leave its members open: msgspec refuses unknown tags."""
    by = union_.discriminator
    return union_ if by is None or not by.is_open else union(*union_.members, MapOf(ANY))


def _discriminated(union_: UnionOf, tags: Mapping[DeclarationId, _Tag]) -> Type:
    """The union with the tags of its objects."""
    own = [tags.get(member.id) if isinstance(member, Ref) else None for member in union_.members]
    fields = {(tag.field, tag.wire) for tag in own if tag is not None}
    if len(fields) != 1:
        return replace(union_, discriminator=None)
    ((name, wire),) = fields
    return replace(
        union_, discriminator=Discriminator(name, wire, tuple("" if tag is None else tag.text for tag in own))
    )


def _with_unions(model: Model, change: Callable[[UnionOf], Type]) -> Model:
    """The model with `change` applied to every union, from the innermost outwards."""

    def changed(union_: UnionOf) -> Type:
        inner = with_members(union_, *(map_unions(member, changed) for member in union_.members))
        return change(inner) if isinstance(inner, UnionOf) else inner

    return map_leaves(model, lambda type_, _: map_unions(type_, changed))


def _missing(model: Model, tags: Mapping[DeclarationId, _Tag]) -> Iterator[Diagnostic]:
    """A finding for each union with objects that may lack the tag."""
    for declaration in model.declarations:
        owners = declaration.fields if isinstance(declaration, Object) else (declaration,)
        for owner in owners:
            if isinstance(owner, Enumeration | Object):
                continue
            for union_ in filter(_is_union, walk(owner.type)):
                by = union_.discriminator or tagged_apart(model, union_)
                if by is not None and by.missing is not None and _wanted(union_, by).items() <= tags.items():
                    refused = f'"{by.missing}" without it' if by.missing else "objects without it"
                    message = f'msgspec chooses the class by "{by.wire}"; it refuses {refused}'
                    yield _finding(owner.place, message)


def _is_union(part: Type) -> TypeGuard[UnionOf]:
    return isinstance(part, UnionOf)


class _Unions:
    """Rewrites unions that msgspec refuses."""

    def __init__(self, model: Model, tags: Mapping[DeclarationId, _Tag]) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._model = model
        self._tags = tags

    def decodable(self, type_: Type, owner: Declaration | Field) -> Type:
        """A type that msgspec can decode: the same one, unless msgspec cannot distinguish the members of a union."""
        match type_:
            case ListOf(item):
                return ListOf(self.decodable(item, owner))
            case MapOf(value):
                return MapOf(self.decodable(value, owner))
            case Nullable(item):
                return nullable(self.decodable(item, owner))
            case UnionOf():
                return self._union(type_, owner)
            case _:
                return type_

    def _union(self, union_: UnionOf, owner: Declaration | Field) -> Type:
        leaves = self._model.alternatives(union_)
        if any(isinstance(leaf, Unknown) or leaf == ANY for leaf in leaves):
            return ANY
        by_kind: dict[_Kind, list[Type]] = {}
        for leaf in leaves:
            for kind in self._kinds(leaf):
                by_kind.setdefault(kind, []).append(leaf)
        unsaid = {kind for kind, members in by_kind.items() if not self._is_sayable(kind, members)}
        if not unsaid:
            return with_members(union_, *(self.decodable(member, owner) for member in union_.members))
        for kind in sorted(unsaid):
            self.diagnostics.append(
                _finding(owner.place, f"msgspec cannot distinguish the types of this union: {kind}")
            )
        known: list[Type] = []
        for leaf in leaves:
            kinds = self._kinds(leaf)
            if unsaid.isdisjoint(kinds):
                known.append(self.decodable(leaf, owner))
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
            case Ref(target) if isinstance(declaration := self._model.by_id[target], Enumeration):
                return dict.fromkeys(_kind_of(member.value) for member in declaration.members)
            case _:
                return (_Kind.OBJECT,)

    def _is_sayable(self, kind: _Kind, members: Sequence[Type]) -> bool:
        if len(members) == 1 or kind in (_Kind.NUMBER, _Kind.BOOLEAN):
            return True
        match kind:
            case _Kind.OBJECT:
                tags = [self._tags.get(member.id) if isinstance(member, Ref) else None for member in members]
                known = {tag for tag in tags if tag is not None}
                return len(known) == len(members) and len({tag.wire for tag in known}) == 1
            case _Kind.ARRAY:
                return False
            case _:
                return all(self._is_literal(member) for member in members)

    def _is_literal(self, member: Type) -> bool:
        """Whether msgspec allows a member beside literals in a union: a literal itself, a `str` or an `int`."""
        if isinstance(member, Ref):
            declaration = self._model.by_id[member.id]
            return isinstance(declaration, Enumeration) and not is_class(declaration)
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
                return ListOf(self.decodable(union(*items), owner))
            case _Kind.OBJECT if all(isinstance(member, MapOf) for member in members):
                values = (member.value for member in members if isinstance(member, MapOf))
                return MapOf(self.decodable(union(*values), owner))
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
