"""The fields of an object and its bases, and the members of a union."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..frozen import frozen, replace
from ..model.code_names import key_of
from ..model.declarations import Alias, Declaration, Field, Object, Presence
from ..model.model import Model
from ..model.types import DeclarationId, Ref, UnionOf
from ..model.types import union as together

_DEEPEST = 50


@frozen()
class Owned:
    """A field, and the object that declares it."""

    field: Field
    owner: DeclarationId


def fields_of(model: Model, owner: Object) -> Mapping[str, Owned]:
    """All fields of an object by their names in the JSON; its own win over those of its bases, earlier bases over later."""
    fields: dict[str, Owned] = {}
    for declaration in reversed(list(_lineage(model, owner))):
        own = {key_of(field): Owned(field, declaration.id) for field in declaration.fields}
        names = {owned.field.name for owned in own.values()}
        fields = {key: owned for key, owned in fields.items() if owned.field.name not in names} | own
    return fields


def _lineage(model: Model, owner: Object) -> Iterator[Object]:
    """An object and its bases, in about the order in which Python looks for attributes."""
    queue, seen = [owner], set[DeclarationId]()
    while queue:
        declaration = queue.pop(0)
        if declaration.id in seen:
            continue
        seen.add(declaration.id)
        yield declaration
        above = [behind(model, base.id) for base in declaration.bases if isinstance(base, Ref)]
        queue = [base for base in above if isinstance(base, Object)] + queue


def behind(model: Model, identity: DeclarationId) -> Declaration | None:
    """The declaration with an id; for an alias of another one, that one. None for an unknown id."""
    declaration = model.by_id.get(identity)
    for _ in range(_DEEPEST):
        if not (isinstance(declaration, Alias) and isinstance(declaration.type, Ref)):
            break
        declaration = model.by_id.get(declaration.type.id)
    return declaration


def is_empty(model: Model, owner: Object) -> bool:
    """Whether an object has no field, neither its own nor a base's: it takes any object."""
    return not owner.fields and not (owner.bases and fields_of(model, owner))


def inherits(model: Model, owner: Object, base: DeclarationId) -> bool:
    """Whether a declaration is above an object, however far."""
    return any(declaration.id == base for declaration in _lineage(model, owner) if declaration is not owner)


def members_of(model: Model, union: Alias) -> tuple[Object, ...]:
    """The members of a union of objects, inner unions included; none if a member is no object."""
    queue, members, seen = [union.type], dict[DeclarationId, Object](), {union.id}
    while queue:
        part = queue.pop(0)
        declaration = behind(model, part.id) if isinstance(part, Ref) else None
        if isinstance(part, UnionOf):
            queue += part.members
        elif isinstance(declaration, Alias) and isinstance(declaration.type, UnionOf):
            queue += [] if declaration.id in seen else [declaration.type]
            seen.add(declaration.id)
        elif isinstance(declaration, Object):
            members[declaration.id] = declaration
        else:
            return ()
    return tuple(members.values()) if len(members) > 1 else ()


def merged(model: Model, union: Alias, members: Sequence[Object]) -> Object:
    """The members of a union as one object: it has all their fields, and requires those that all of them require."""
    tables = [fields_of(model, member) for member in members]
    fields: dict[str, Field] = {}
    for key in dict.fromkeys(key for table in tables for key in table):
        own = [table[key].field for table in tables if key in table]
        is_required = len(own) == len(tables) and all(field.required for field in own)
        is_known = all(field.presence is not Presence.UNKNOWN for field in own)
        fields[key] = replace(
            own[0],
            type=together(*(field.type for field in own)),
            nullable=any(field.nullable for field in own),
            presence=Presence.REQUIRED if is_required else Presence.OPTIONAL if is_known else Presence.UNKNOWN,
            deprecated=own[0].deprecated if all(field.deprecated is not None for field in own) else None,
        )
    return Object(union.id, union.title, union.place, union.description, tuple(fields.values()))
