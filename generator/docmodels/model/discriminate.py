"""The field that distinguishes the members of a union."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import is_

from ..frozen import frozen, replace
from ..limits import NAME_CHARACTERS
from .declarations import Alias, Declaration, Enumeration, Field, Object
from .direction import Directions, reached
from .model import Model, map_unions
from .types import ANY, Constant, DeclarationId, Discriminator, MapOf, Ref, Type, UnionOf, Unknown


@frozen()
class _Tag:
    """A field that always has the same text."""

    wire: str
    text: str
    required: bool


def discriminate(model: Model, directions: Directions, *, keep_unknown: bool = False) -> Model:
    """Fill in `UnionOf.discriminator`, in aliases and in the types of fields.

    The tag of a union is the first field that all members have, each with its own constant. Members must require it, with
    two exceptions. One member may leave it out: a value without the tag is that member. In an open union, several members
    may, but not all: a value without the tag stays as it is. A union that is only sent is never open.
    keep_unknown  whether unions that a client receives are open: they keep members that the docs do not know
    """
    closed: frozenset[DeclarationId] = frozenset()
    if keep_unknown:
        closed = reached(model, directions.sent) - reached(model, directions.received)

    def changed(declaration: Declaration) -> Declaration:
        is_open = keep_unknown and declaration.id not in closed

        def with_discriminator(type_: UnionOf) -> Type:
            discriminator = _discriminator(model, type_, is_open=is_open)
            return type_ if discriminator is None else replace(type_, discriminator=discriminator)

        match declaration:
            case Alias(type=target):
                return replace(declaration, type=map_unions(target, with_discriminator))
            case Object(fields=fields, extra=extra):
                tagged = tuple(_with_type(field, map_unions(field.type, with_discriminator)) for field in fields)
                if extra is None and all(map(is_, tagged, fields)):
                    return declaration
                return replace(
                    declaration, fields=tagged, extra=None if extra is None else map_unions(extra, with_discriminator)
                )
            case _:
                return declaration

    return Model(tuple(map(changed, model.declarations)))


def _with_type(field: Field, type_: Type) -> Field:
    return field if type_ == field.type else replace(field, type=type_)


def tagged_apart(model: Model, type_: UnionOf) -> Discriminator | None:
    """The field with its own text in each object of a union, also if objects may leave it out.

    `str | Card | Invoice` → `type`, with the tags "", "card", "invoice": a member that is no object has none. The result is
    None without such a field, with fewer than two objects, and if another member may be an object.
    """
    owners = [_object(model, member) for member in type_.members]
    objects = [owner for owner in owners if owner is not None]
    others = [member for member, owner in zip(type_.members, owners, strict=True) if owner is None]
    if len(objects) < 2 or any(_may_be_object(model, member) for member in others):
        return None
    for name, tags in _fields_apart([dict(_tags(model, owner)) for owner in objects]):
        texts = iter(tags)
        optional = [tag.text for tag in tags if not tag.required]
        return Discriminator(
            field=name,
            wire=tags[0].wire,
            tags=tuple("" if owner is None else next(texts).text for owner in owners),
            missing=optional[0] if len(optional) == 1 else "" if optional else None,
        )
    return None


def _may_be_object(model: Model, member: Type) -> bool:
    """Whether a value of a type may be a JSON object."""
    return any(
        isinstance(leaf, MapOf | Unknown) or leaf == ANY or _object(model, leaf) is not None
        for leaf in model.alternatives(member)
    )


def _discriminator(model: Model, type_: Type, *, is_open: bool) -> Discriminator | None:
    for name, tags in _fields_apart([dict(_tags(model, member)) for member in _members(model, type_)]):
        optional = [tag.text for tag in tags if not tag.required]
        if len(optional) < 2 or (is_open and len(optional) < len(tags)):
            return Discriminator(
                field=name,
                wire=tags[0].wire,
                tags=tuple(tag.text for tag in tags),
                is_open=is_open,
                missing=optional[0] if len(optional) == 1 else "" if optional else None,
            )
    return None


def _fields_apart(tables: Sequence[Mapping[str, _Tag]]) -> Iterator[tuple[str, Sequence[_Tag]]]:
    """The fields that all objects have, with another text in each; and their tags, one for each object.

    tables  for each object, field's name → tag
    """
    for name, first in tables[0].items() if tables else ():
        tags = [table[name] for table in tables if name in table and table[name].wire == first.wire]
        if len(tags) == len(tables) == len({tag.text for tag in tags}):
            yield name, tags


def _members(model: Model, type_: Type) -> tuple[Object, ...]:
    """The members of a union of objects; none if another member is no object."""
    if not isinstance(type_, UnionOf):
        return ()
    objects = tuple(owner for member in type_.members if (owner := _object(model, member)) is not None)
    return objects if len(objects) == len(type_.members) else ()


def _object(model: Model, member: Type) -> Object | None:
    """The object that a type refers to; None for any other type."""
    owner = model.by_id[member.id] if isinstance(member, Ref) else None
    return owner if isinstance(owner, Object) else None


def _tags(model: Model, owner: Object) -> Iterator[tuple[str, _Tag]]:
    for field in owner.fields:
        text = _constant(model, field)
        if text and len(text) <= NAME_CHARACTERS and not field.nullable and field.wire is not None:
            yield field.name, _Tag(field.wire.name, text, field.required)


def _constant(model: Model, field: Field) -> str | None:
    """The only text that a field can hold; None for other fields."""
    match field.type:
        case Constant((str(value),)):
            return value
        case Ref(target_id):
            target = model.by_id[target_id]
            if isinstance(target, Enumeration) and not target.is_open and len(target.values) == 1:
                only = target.values[0]
                return only if isinstance(only, str) else None
    return None
