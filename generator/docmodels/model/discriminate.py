"""Which field of a union's members tells them apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .declarations import Alias, Enumeration, Field, Object
from .tree import Model, map_fields
from .types import Constant, Ref, Type, UnionOf


def discriminate(model: Model) -> Model:
    """Fill in `Alias.discriminator` and `Field.is_tag`.

    A union is told by the first field that all its members must have, each with a constant of its own. Only a
    required field tells: a reader that relied on one that is missing on the wire could read no member at all.
    """
    told: dict[str, str] = {}
    tags: set[tuple[str, str]] = set()
    for declaration in model.declarations:
        if isinstance(declaration, Alias):
            members = _members(model, declaration.type)
            tag = _tag(model, members)
            if tag:
                told[declaration.key] = tag
                tags.update((member.key, tag) for member in members)
    whole = Model(
        tuple(
            replace(declaration, discriminator=told[declaration.key])
            if isinstance(declaration, Alias) and declaration.key in told
            else declaration
            for declaration in model.declarations
        )
    )
    return map_fields(whole, lambda owner, field: replace(field, is_tag=(owner.key, field.name) in tags))


def constant(model: Model, field: Field) -> Enumeration | str | None:
    """The one text that a field can hold, or the enumeration that lists nothing else; None for other fields."""
    match field.type:
        case Constant((str(value),)):
            return value
        case Ref(key):
            target = model.by_key[key]
            if isinstance(target, Enumeration) and not target.is_open and len(target.members) == 1:
                return target if isinstance(target.members[0].value, str) else None
    return None


def _members(model: Model, whole: Type) -> tuple[Object, ...]:
    """The objects that a union is made of; none where it is made of anything else too."""
    if not isinstance(whole, UnionOf):
        return ()
    members = [model.by_key[part.key] if isinstance(part, Ref) else None for part in whole.members]
    objects = tuple(member for member in members if isinstance(member, Object))
    return objects if len(objects) == len(members) else ()


def _tag(model: Model, members: tuple[Object, ...]) -> str:
    tables = [dict(_constants(model, member)) for member in members]
    for name, (wire, _) in tables[0].items() if tables else ():
        if all(name in table and table[name][0] == wire for table in tables):
            if len({table[name][1] for table in tables}) == len(tables):
                return name
    return ""


def _constants(model: Model, owner: Object) -> Iterator[tuple[str, tuple[str, str]]]:
    """The fields that always have the same text: their names, their names on the wire, the text."""
    for field in owner.fields:
        value = constant(model, field)
        if value is not None and field.required and not field.nullable and field.wire is not None:
            text = str(value.members[0].value) if isinstance(value, Enumeration) else value
            yield field.name, (field.wire.name, text)
