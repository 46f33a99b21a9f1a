"""The models without a class, and the classes without a model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model.declarations import Alias, Declaration, Object
from ..model.model import Model
from ..model.names import folded
from ..model.types import DeclarationId, Ref, UnionOf, walk
from .matching import Pair, Wanted
from .members import behind, fields_of, is_empty, members_of
from .target import Target


def only_docs(docs: Model, code: Model, pairs: Sequence[Pair], wanted: Wanted) -> Iterator[Declaration]:
    """The models that should have a class in the code, and have none."""
    known = {pair.docs for pair in pairs} | wanted.left_out | wanted.elsewhere | _reported(docs)
    known |= {identity for pair in pairs for identity in _variants(docs, pair.docs, code, pair.code)}
    for declaration in docs.declarations:
        is_inner = declaration.part_of is not None and declaration.part_of not in wanted.left_out
        if declaration.id not in known and not is_inner and not _is_trivial(docs, declaration):
            yield declaration


def only_code(target: Target, docs: Model, pairs: Sequence[Pair]) -> Iterator[Declaration]:
    """The classes that the docs should describe, and do not."""
    known = {pair.code for pair in pairs} | target.helpers | _reported(target.model) | set(_twins(target.model))
    known |= {identity for pair in pairs for identity in _variants(target.model, pair.code, docs, pair.docs)}
    for declaration in target.model.declarations:
        if (
            declaration.id not in known
            and not isinstance(declaration, Alias)
            and not _is_trivial(target.model, declaration)
        ):
            yield declaration


def _reported(model: Model) -> frozenset[DeclarationId]:
    """The enumerations and aliases that fields refer to: the differences of the field, or of its object, cover them."""
    types = [field.type for owner in model.objects for field in owner.fields]
    referred = {part.id for type_ in types for part in walk(type_) if isinstance(part, Ref)}
    return frozenset(identity for identity in referred if not isinstance(model.by_id[identity], Object))


def _variants(model: Model, union: DeclarationId, other: Model, one: DeclarationId) -> Iterator[DeclarationId]:
    """The members of a union whose pair is one object: they are compared with that object."""
    declaration = behind(model, union)
    if isinstance(declaration, Alias) and isinstance(behind(other, one), Object):
        yield from (member.id for member in members_of(model, declaration))


def _twins(code: Model) -> Iterator[DeclarationId]:
    """Other forms of classes: `RoomDict` beside `Room`, with the same fields."""
    titles: dict[frozenset[str], list[str]] = {}
    keys = {owner.id: frozenset(fields_of(code, owner)) for owner in code.objects}
    for owner in code.objects:
        titles.setdefault(keys[owner.id], []).append(folded(owner.title))
    for owner in code.objects:
        own = folded(owner.title)
        if any(own.startswith(title) and own != title for title in titles[keys[owner.id]]):
            yield owner.id


def _is_trivial(model: Model, declaration: Declaration) -> bool:
    """Whether code needs no class for it: it is another name of a type, or any object."""
    if isinstance(declaration, Object):
        return is_empty(model, declaration)
    return isinstance(declaration, Alias) and not isinstance(declaration.type, UnionOf)
