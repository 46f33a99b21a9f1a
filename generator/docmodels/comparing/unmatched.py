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
    """The models that code would have a class for, and has none."""
    known = {pair.docs for pair in pairs} | wanted.left_out | wanted.elsewhere | _reported(docs)
    known |= {each for pair in pairs for each in _variants(docs, pair.docs, code, pair.code)}
    for declaration in docs.declarations:
        is_inner = declaration.part_of is not None and declaration.part_of not in wanted.left_out
        if declaration.id not in known and not is_inner and not _is_trivial(docs, declaration):
            yield declaration


def only_code(target: Target, docs: Model, pairs: Sequence[Pair]) -> Iterator[Declaration]:
    """The classes that docs would describe, and do not."""
    known = {pair.code for pair in pairs} | target.helpers | _reported(target.model) | set(_twins(target.model))
    known |= {each for pair in pairs for each in _variants(target.model, pair.code, docs, pair.docs)}
    for declaration in target.model.declarations:
        if (
            declaration.id not in known
            and not isinstance(declaration, Alias)
            and not _is_trivial(target.model, declaration)
        ):
            yield declaration


def _reported(model: Model) -> frozenset[DeclarationId]:
    """The enumerations and aliases that fields refer to. The report on such a field, or on its object, has them."""
    types = [field.type for owner in model.objects for field in owner.fields]
    referred = {part.id for whole in types for part in walk(whole) if isinstance(part, Ref)}
    return frozenset(each for each in referred if not isinstance(model.by_id[each], Object))


def _variants(model: Model, union: DeclarationId, other: Model, one: DeclarationId) -> Iterator[DeclarationId]:
    """The members of a union that one object of the other side stands for: they are compared with it."""
    declaration = behind(model, union)
    if isinstance(declaration, Alias) and isinstance(behind(other, one), Object):
        yield from (member.id for member in members_of(model, declaration))


def _twins(code: Model) -> Iterator[DeclarationId]:
    """Other forms of classes: `RoomDict` beside `Room`, with the same fields."""
    titles: dict[frozenset[str], list[str]] = {}
    keys = {each.id: frozenset(fields_of(code, each)) for each in code.objects}
    for each in code.objects:
        titles.setdefault(keys[each.id], []).append(folded(each.title))
    for each in code.objects:
        own = folded(each.title)
        if any(own.startswith(title) and own != title for title in titles[keys[each.id]]):
            yield each.id


def _is_trivial(model: Model, declaration: Declaration) -> bool:
    """Whether code needs no class for it: it is another name of a type, or any object."""
    if isinstance(declaration, Object):
        return is_empty(model, declaration)
    return isinstance(declaration, Alias) and not isinstance(declaration.type, UnionOf)
