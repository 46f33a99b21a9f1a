"""The field that distinguishes the members of a union."""

from __future__ import annotations

from collections.abc import Iterator
from operator import is_

from ..frozen import frozen, replace
from ..limits import NAME_CHARACTERS
from .declarations import Alias, Declaration, Enumeration, Field, Object
from .direction import Directions, reached
from .model import Model, map_unions
from .types import Constant, DeclarationId, Discriminator, Ref, Type, UnionOf


@frozen()
class _Tag:
    """A field that always has the same text."""

    wire: str
    text: str
    required: bool


def discriminate(model: Model, directions: Directions, *, keep_unknown: bool = False) -> Model:
    """Fill in `UnionOf.discriminator`, in aliases and in the types of fields.

    The tag of a union is the first field that all its members have, each with a constant of its own. It must be there:
    one member may leave it out, and is what a value without it is, and more may in a union that is open, which keeps
    such a value as it is; but not all. What is only sent has no members that the docs do not know.

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
                    declaration,
                    fields=tagged,
                    extra=None if extra is None else map_unions(extra, with_discriminator),
                )
            case _:
                return declaration

    return Model(tuple(map(changed, model.declarations)))


def _with_type(field: Field, type_: Type) -> Field:
    return field if type_ == field.type else replace(field, type=type_)


def _discriminator(model: Model, type_: Type, *, is_open: bool) -> Discriminator | None:
    tables = [dict(_tags(model, member)) for member in _members(model, type_)]
    for name, first in tables[0].items() if tables else ():
        tags = [table[name] for table in tables if name in table and table[name].wire == first.wire]
        texts = tuple(tag.text for tag in tags)
        optional = [tag.text for tag in tags if not tag.required]
        if len(tags) == len(tables) == len(set(texts)) and (
            len(optional) < 2 or (is_open and len(optional) < len(tags))
        ):
            return Discriminator(
                field=name,
                wire=first.wire,
                tags=texts,
                is_open=is_open,
                missing=optional[0] if len(optional) == 1 else "" if optional else None,
            )
    return None


def _members(model: Model, type_: Type) -> tuple[Object, ...]:
    """The objects that a union is made of; none where it is made of anything else too."""
    if not isinstance(type_, UnionOf):
        return ()
    members = [model.by_id[part.id] if isinstance(part, Ref) else None for part in type_.members]
    objects = tuple(member for member in members if isinstance(member, Object))
    return objects if len(objects) == len(members) else ()


def _tags(model: Model, owner: Object) -> Iterator[tuple[str, _Tag]]:
    for field in owner.fields:
        text = _constant(model, field)
        if text and len(text) <= NAME_CHARACTERS and not field.nullable and field.wire is not None:
            yield field.name, _Tag(field.wire.name, text, field.required)


def _constant(model: Model, field: Field) -> str | None:
    """The one text that a field can hold; None for other fields."""
    match field.type:
        case Constant((str(value),)):
            return value
        case Ref(target_id):
            target = model.by_id[target_id]
            if isinstance(target, Enumeration) and not target.is_open and len(target.values) == 1:
                only = target.values[0]
                return only if isinstance(only, str) else None
    return None
