"""The bases of a class, and the copied fields of objects that cannot be its bases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from ..frozen import replace
from .cycles import components
from .declarations import Alias, Declaration, Field, Object
from .model import Model
from .types import DeclarationId, Ref, Type

_MOST = 100  # the most bases of an object, direct and indirect


def resolve_bases(model: Model) -> Model:
    """The model with bases of the same page and namespace only; the fields of other bases are copied.

    Modules import each other in circles, and a class needs its bases at once: so a class of another module cannot be a base.
    The fields of bases in a circle are copied as well, and those of a base that shares a field with the object. A base of
    another base is left out.
    """
    bases = {owner.id: tuple(_objects(owner.bases, model)) for owner in model.objects}
    if not any(bases.values()):
        return model
    circular = {id_ for circle in components(bases) for id_ in circle}
    return Model(
        tuple(
            _resolved(declaration, bases, circular, model)
            if isinstance(declaration, Object) and declaration.bases
            else declaration
            for declaration in model.declarations
        )
    )


def copy_bases(model: Model, keeps: Callable[[Object, Object, int], bool]) -> Model:
    """The model with the fields of bases copied that `keeps` rejects. Run `resolve_bases` first.

    keeps  whether an object keeps a base: called with the object, the base, and the number of the base from 0
    """
    bases = {owner.id: tuple(_objects(owner.bases, model)) for owner in model.objects}

    def copied(owner: Object) -> Object:
        kept: list[DeclarationId] = []
        known = {field.name for field in owner.fields}
        others: list[Field] = []
        for place, base in enumerate(bases[owner.id]):
            target = model.by_id[base]
            if isinstance(target, Object) and keeps(owner, target, place):
                kept.append(base)
        known |= {field.name for base in kept for field in _all_fields(base, bases, model)}
        for base in bases[owner.id]:
            for field in () if base in kept else _all_fields(base, bases, model):
                if field.name not in known:
                    known.add(field.name)
                    others.append(field)
        return replace(owner, bases=tuple(map(Ref, kept)), fields=(*others, *owner.fields))

    return Model(
        tuple(
            copied(declaration) if isinstance(declaration, Object) and declaration.bases else declaration
            for declaration in model.declarations
        )
    )


def _objects(bases: Iterable[Type], model: Model) -> Iterator[DeclarationId]:
    """The objects that bases name, directly or by aliases."""
    for base in bases:
        seen: set[DeclarationId] = set()
        while isinstance(base, Ref) and base.id not in seen:
            seen.add(base.id)
            target = model.by_id[base.id]
            if isinstance(target, Object):
                yield base.id
                break
            if not isinstance(target, Alias):
                break
            base = target.type


def _resolved(
    owner: Object, bases: Mapping[DeclarationId, tuple[DeclarationId, ...]], circular: set[DeclarationId], model: Model
) -> Object:
    kept: list[DeclarationId] = []
    copied: dict[str, Field] = {}
    own = {field.name for field in owner.fields}
    for base in dict.fromkeys(bases[owner.id]):
        target = model.by_id[base]
        inherited = {field.name: field for field in _all_fields(base, bases, model)}
        near = (target.id.page, target.namespace) == (owner.id.page, owner.namespace)
        if owner.id not in circular and base not in circular and near and not own & inherited.keys():
            kept.append(base)
        else:
            copied |= {name: field for name, field in inherited.items() if name not in own and name not in copied}
    above = {base_id: set(_ancestors(base_id, bases)) for base_id in kept}
    kept = [base_id for base_id in kept if not any(base_id in above[other] for other in kept if other != base_id)]
    if len(kept) > 1 and _share_fields(kept, bases, model):
        first, *others = kept
        for other in others:
            copied |= {
                f.name: f for f in _all_fields(other, bases, model) if f.name not in own and f.name not in copied
            }
        known = {field.name for field in _all_fields(first, bases, model)}
        copied = {name: field for name, field in copied.items() if name not in known}
        kept = [first]
    return replace(owner, bases=tuple(map(Ref, kept)), fields=(*copied.values(), *owner.fields))


def _share_fields(
    kept: Iterable[DeclarationId], bases: Mapping[DeclarationId, tuple[DeclarationId, ...]], model: Model
) -> bool:
    seen: set[str] = set()
    for base in kept:
        names = {field.name for field in _all_fields(base, bases, model)}
        if names & seen:
            return True
        seen |= names
    return False


def _ancestors(
    base: DeclarationId, bases: Mapping[DeclarationId, tuple[DeclarationId, ...]]
) -> Iterator[DeclarationId]:
    """The bases of an object, direct and indirect, nearest first."""
    queue, seen = list(bases.get(base, ())), {base}
    while queue and len(seen) < _MOST:
        current = queue.pop(0)
        if current not in seen:
            seen.add(current)
            yield current
            queue.extend(bases.get(current, ()))


def _all_fields(
    base: DeclarationId, bases: Mapping[DeclarationId, tuple[DeclarationId, ...]], model: Model
) -> Iterator[Field]:
    """The fields of an object and of all its bases, each name once."""
    seen: set[str] = set()
    for base_id in (base, *_ancestors(base, bases)):
        target: Declaration = model.by_id[base_id]
        if isinstance(target, Object):
            for field in target.fields:
                if field.name not in seen:
                    seen.add(field.name)
                    yield field
