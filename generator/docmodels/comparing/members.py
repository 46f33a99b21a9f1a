"""The fields of an object, those of its bases too, by their names in the JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..frozen import frozen
from ..model.code_names import key_of
from ..model.declarations import Alias, Declaration, Field, Object
from ..model.model import Model
from ..model.types import DeclarationId, Ref

_DEEPEST = 50


@frozen()
class Owned:
    """A field, and the object that declares it."""

    field: Field
    owner: DeclarationId


def fields_of(model: Model, owner: Object) -> Mapping[str, Owned]:
    """All fields of an object; its own come before those of its bases, the first base before the next."""
    found: dict[str, Owned] = {}
    for each in reversed(list(_lineage(model, owner))):
        own = {key_of(field): Owned(field, each.id) for field in each.fields}
        names = {owned.field.name for owned in own.values()}
        found = {key: owned for key, owned in found.items() if owned.field.name not in names} | own
    return found


def _lineage(model: Model, owner: Object) -> Iterator[Object]:
    """An object and its bases, in the order in which Python looks for attributes, nearly."""
    queue, seen = [owner], set[DeclarationId]()
    while queue:
        each = queue.pop(0)
        if each.id in seen:
            continue
        seen.add(each.id)
        yield each
        above = [behind(model, base.id) for base in each.bases if isinstance(base, Ref)]
        queue = [base for base in above if isinstance(base, Object)] + queue


def behind(model: Model, identity: DeclarationId) -> Declaration | None:
    """The declaration, or the one that an alias is another name of."""
    declaration = model.by_id.get(identity)
    for _ in range(_DEEPEST):
        if not (isinstance(declaration, Alias) and isinstance(declaration.type, Ref)):
            break
        declaration = model.by_id.get(declaration.type.id)
    return declaration
