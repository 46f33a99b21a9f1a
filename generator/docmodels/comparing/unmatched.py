"""The models without a class, and the classes without a model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model.declarations import Alias, Declaration, Object
from ..model.model import Model
from ..model.types import DeclarationId, Ref, UnionOf, walk
from .matching import Pair, Wanted
from .members import behind, is_empty, members_of
from .target import Target


def only_docs(docs: Model, code: Model, pairs: Sequence[Pair], wanted: Wanted) -> Iterator[Declaration]:
    """The models that code would have a class for, and has none."""
    known = {pair.docs for pair in pairs} | wanted.left_out | _reported(docs) | set(_variants(docs, code, pairs))
    for declaration in docs.declarations:
        is_inner = declaration.part_of is not None and declaration.part_of not in wanted.left_out
        if declaration.id not in known and not is_inner and not _is_trivial(declaration):
            yield declaration


def only_code(target: Target, pairs: Sequence[Pair]) -> Iterator[Declaration]:
    """The classes that docs would describe, and do not."""
    known = {pair.code for pair in pairs} | target.helpers | _reported(target.model)
    for declaration in target.model.declarations:
        if declaration.id not in known and not isinstance(declaration, Alias) and not _is_trivial(declaration):
            yield declaration


def _reported(model: Model) -> frozenset[DeclarationId]:
    """The enumerations and aliases that fields refer to. The report on such a field, or on its object, has them."""
    types = [field.type for owner in model.objects for field in owner.fields]
    referred = {part.id for whole in types for part in walk(whole) if isinstance(part, Ref)}
    return frozenset(each for each in referred if not isinstance(model.by_id[each], Object))


def _variants(docs: Model, code: Model, pairs: Sequence[Pair]) -> Iterator[DeclarationId]:
    """The members of unions that one class of the code stands for: they are compared with it."""
    for pair in pairs:
        declaration = docs.by_id[pair.docs]
        if isinstance(declaration, Alias) and isinstance(behind(code, pair.code), Object):
            yield from (member.id for member in members_of(docs, declaration))


def _is_trivial(declaration: Declaration) -> bool:
    """Whether code needs no class for it: it is another name of a type, or any object."""
    if isinstance(declaration, Object):
        return is_empty(declaration)
    return isinstance(declaration, Alias) and not isinstance(declaration.type, UnionOf)
