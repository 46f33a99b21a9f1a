"""Pairs of models of two versions."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from ..model.code_names import key_of
from ..model.declarations import Alias, Declaration, Enumeration, Object
from ..model.model import Model
from ..model.names import folded
from ..model.types import DeclarationId, Ref, Type, UnionOf, walk
from ..model.wording import kind
from .canonical import Called, canonical, itself
from .similarity import closeness, mutual, similar

ALIKE = 2 / 3
"""The share of their shapes that makes two models the same, with one piece of evidence."""

HALF = 1 / 2
"""The same share, with two pieces of evidence."""

KEPT = 1 / 3
"""The share of its shape with which a page keeps its model, without further evidence."""

_Shape = Mapping[Hashable, Hashable]
"""The parts of a model: the fields by their names on the wire, with their types; values; types."""


def match(old: Model, new: Model) -> Mapping[DeclarationId, DeclarationId]:
    """Pair the declarations of two models: old declaration → the new one that is the same.

    A page keeps its model, under any title, if a third of the shape stays. Of the rest, an old and a new model are the same
    if they are of one kind, share enough of their shapes, no other model is as similar, and there is evidence: the same
    title (it counts twice); a similar title; the same description; the new model in every type that named the old one; the
    place of the old one on its page. With one piece of evidence, two thirds of the shapes must be the same, with two, half.
    Shapes with fewer than two parts need two pieces. At last, a page keeps its model if nothing else fits.
    """
    pairs: dict[DeclarationId, DeclarationId] = {}
    for least in (KEPT, 0.0):
        pages = old.by_id.keys() & new.by_id.keys() - pairs.keys()
        taken = set(pairs.values())
        pairs |= {page: page for page in pages if page not in taken and _stays(old.by_id[page], new.by_id[page], least)}
        while more := mutual(_likeness(old, new, pairs)):
            pairs |= more  # these may be evidence for the models that they refer to
    return MappingProxyType(pairs)


def _stays(old: Declaration, new: Declaration, least: float) -> bool:
    same, _ = _overlap(_shape(old, itself), _shape(new, itself))
    return same >= least


def _likeness(
    old: Model, new: Model, pairs: Mapping[DeclarationId, DeclarationId]
) -> dict[tuple[DeclarationId, DeclarationId], float]:
    taken = {identity: identity for identity in pairs.values()}
    gone = [declaration for declaration in old.declarations if declaration.id not in pairs]
    come = [declaration for declaration in new.declarations if declaration.id not in taken]
    if not gone or not come:
        return {}
    old_shapes = {declaration.id: _shape(declaration, pairs.get) for declaration in gone}
    new_shapes = {declaration.id: _shape(declaration, taken.get) for declaration in come}
    replaced = _replaced(old, new, pairs)
    successors = _successors(old, new, pairs)
    likeness: dict[tuple[DeclarationId, DeclarationId], float] = {}
    for one, other in _candidates(gone, come, old_shapes, new_shapes):
        common, parts = _overlap(old_shapes[one.id], new_shapes[other.id])
        if common < HALF:
            continue
        is_namesake = folded(one.title) == folded(other.title)
        signs = (
            is_namesake,
            is_namesake or similar(one.title, other.title),
            bool(one.description) and one.description == other.description,
            replaced.get(one.id) == other.id,
            successors.get(one.id) == other.id,
        )
        if sum(signs) >= (1 if common >= ALIKE and parts > 1 else 2):
            likeness[one.id, other.id] = common + sum(signs) + closeness(one.title, other.title)
    return likeness


def _successors(
    old: Model, new: Model, pairs: Mapping[DeclarationId, DeclarationId]
) -> Mapping[DeclarationId, DeclarationId]:
    """Model that is gone from a page → the new model at its place, between the same others."""
    gone = {where: id_ for id_, where in _between(old, pairs.keys())}
    come = dict(_between(new, set(pairs.values())))
    ours: dict[DeclarationId | None, DeclarationId | None] = {after: before for before, after in pairs.items()}
    there = {id_: gone.get((ours.get(above), ours.get(below), page)) for id_, (above, below, page) in come.items()}
    return {before: id_ for id_, before in there.items() if before is not None}


def _between(
    model: Model, known: Collection[DeclarationId]
) -> Iterator[tuple[DeclarationId, tuple[DeclarationId | None, DeclarationId | None, str]]]:
    """Each unknown model that is alone between two known ones, with these two and its page; None for an end of the page."""
    pages: dict[str, list[DeclarationId]] = {}
    for declaration in model.declarations:
        if declaration.part_of is None:
            pages.setdefault(declaration.id.page, []).append(declaration.id)
    for page, ids in pages.items():
        if len(ids) > 1:
            for before, id_, after in zip((None, *ids), ids, (*ids[1:], None), strict=False):
                near = (before is None or before in known) and (after is None or after in known)
                if near and id_ not in known:
                    yield id_, (before, after, page)


def _candidates(
    gone: Iterable[Declaration],
    come: Sequence[Declaration],
    old_shapes: Mapping[DeclarationId, _Shape],
    new_shapes: Mapping[DeclarationId, _Shape],
) -> Iterator[tuple[Declaration, Declaration]]:
    """The pairs of one kind that have a part in common, or no parts at all."""
    having: dict[tuple[str, Hashable], list[Declaration]] = {}
    for declaration in come:
        for part in new_shapes[declaration.id] or (None,):
            having.setdefault((kind(declaration), part), []).append(declaration)
    for declaration in gone:
        parts = old_shapes[declaration.id] or (None,)
        met = {other.id: other for part in parts for other in having.get((kind(declaration), part), ())}
        yield from ((declaration, other) for other in met.values())


def _shape(declaration: Declaration, called: Called) -> _Shape:
    match declaration:
        case Object(fields=fields):
            return {key_of(field): canonical(field.type, called) for field in fields}
        case Enumeration(members=members):
            return dict.fromkeys((type(member.value), member.value) for member in members)
        case Alias(type=type_):
            return dict.fromkeys(canonical(member, called) for member in _members(type_))


def _overlap(old: _Shape, new: _Shape) -> tuple[float, int]:
    """The common share of two shapes, in which a part with another type counts half; and the number of all parts."""
    keys = old.keys() | new.keys()
    common = sum(1.0 if old[part] == new[part] else 0.5 for part in old.keys() & new.keys())
    return (common / len(keys) if keys else 1.0), len(keys)


def _replaced(
    old: Model, new: Model, pairs: Mapping[DeclarationId, DeclarationId]
) -> Mapping[DeclarationId, DeclarationId]:
    """Model that is gone → the new model that replaces it everywhere."""
    successors: dict[DeclarationId, set[DeclarationId]] = {}
    predecessors: dict[DeclarationId, set[DeclarationId]] = {}
    taken = set(pairs.values())
    for one, other in pairs.items():
        before, after = _places(old.by_id[one]), _places(new.by_id[other])
        for place in before.keys() & after.keys():
            gone = [part.id for part in walk(before[place]) if isinstance(part, Ref) and part.id not in pairs]
            come = [part.id for part in walk(after[place]) if isinstance(part, Ref) and part.id not in taken]
            if len(gone) == len(come) == 1:
                successors.setdefault(gone[0], set()).add(come[0])
                predecessors.setdefault(come[0], set()).add(gone[0])
    return {
        gone: next(iter(come))
        for gone, come in successors.items()
        if len(come) == 1 and len(predecessors[next(iter(come))]) == 1
    }


def _places(declaration: Declaration) -> Mapping[str, Type]:
    match declaration:
        case Object(fields=fields):
            return {key_of(field): field.type for field in fields}
        case Alias(type=type_):
            return {"": type_}
        case Enumeration():
            return {}


def _members(type_: Type) -> tuple[Type, ...]:
    return type_.members if isinstance(type_, UnionOf) else (type_,)
