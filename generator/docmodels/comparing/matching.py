"""Pairs of a class and a model of the docs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from ..changes.similarity import mutual, similar
from ..frozen import frozen
from ..model.code_names import Names
from ..model.declarations import Alias, Declaration, Enumeration, Object
from ..model.model import Model
from ..model.names import folded, singular, words
from ..model.selectors import class_of, titles_of
from ..model.types import DeclarationId, Ref, Type, walk
from ..model.wording import counted
from .members import behind, fields_of, members_of
from .target import Target

_MOST = 2 / 3  # the share of common fields that makes a pair
_HALF = 1 / 2  # the same, if the names are similar
_COMMON = 40  # a field that more classes have is no evidence
_FEW = 2  # the least common fields of a pair with similar names
_SEVERAL = 3  # the same, with other names: many requests have an id and a body
_PLENTY = 5  # so many common fields are no chance


@frozen()
class Pair:
    """A model of the docs and a class.

    evidence     the reason for the pair, in a clause
    is_namesake  whether only the names match, though both have several fields or values: no parts are compared
    """

    docs: DeclarationId
    code: DeclarationId
    evidence: str
    is_doubtful: bool = False
    is_namesake: bool = False


@frozen()
class Wanted:
    """The decisions of the configuration: classes by models, and models that are compared with nothing.

    elsewhere  models whose classes need not be in the target
    """

    pairs: Mapping[DeclarationId, DeclarationId] = field(default_factory=dict)
    left_out: frozenset[DeclarationId] = frozenset()
    elsewhere: frozenset[DeclarationId] = frozenset()


@frozen()
class _Sides:
    docs: Model
    code: Target
    docs_keys: Mapping[DeclarationId, frozenset[str]]
    code_keys: Mapping[DeclarationId, frozenset[str]]

    def alike(self, docs: DeclarationId, code: DeclarationId) -> bool:
        """Whether both are objects, or neither is."""
        one, other = self.docs.by_id[docs], behind(self.code.model, code)
        return isinstance(one, Object) is isinstance(other, Object)

    def agreed(self, docs: DeclarationId, code: DeclarationId) -> int:
        """The number of common fields that are required on both sides or neither, and nullable on both or neither."""
        one, other = self.docs.by_id[docs], behind(self.code.model, code)
        if not isinstance(one, Object) or not isinstance(other, Object):
            return 0
        theirs = {folded(key): owned.field for key, owned in fields_of(self.code.model, other).items()}
        return sum(
            (mine.required, mine.nullable) == (theirs[folded(key)].required, theirs[folded(key)].nullable)
            for key, owned in fields_of(self.docs, one).items()
            if folded(key) in theirs and (mine := owned.field)
        )

    def are_close(self, docs: DeclarationId, code: DeclarationId) -> bool:
        """Whether half of their keys or values are the same."""
        common, all_keys = self.share(docs, code)
        return bool(common) and common / all_keys >= _HALF

    def are_large(self, docs: DeclarationId, code: DeclarationId) -> bool:
        """Whether both have several keys or values."""
        return min(len(self.docs_keys[docs]), len(self.code_keys[code])) >= _SEVERAL

    def share(self, docs: DeclarationId, code: DeclarationId) -> tuple[int, int]:
        """The number of keys or values in common, and the number of all."""
        ours, theirs = self.docs_keys[docs], self.code_keys[code]
        return len(ours & theirs), len(ours | theirs)


def match(docs: Model, names: Names[str], code: Target, wanted: Wanted) -> tuple[Pair, ...]:
    """Pair models with classes: by the configuration, by name, by the places where others refer to them, by fields.

    Two that have nothing but the name in common become a pair last, if nothing better is left for either.
    """
    sides = _Sides(docs, code, _keys(docs), _keys(code.model))
    pairs = {docs_id: Pair(docs_id, code_id, "the configuration") for docs_id, code_id in wanted.pairs.items()}
    taken = {pair.code for pair in pairs.values()}
    _add(pairs, taken, _by_name(sides, names, pairs.keys() | wanted.left_out, taken, are_like=True))
    while True:
        before = len(pairs)
        for pair in _by_place(sides, pairs, taken, wanted.left_out):
            pairs.setdefault(pair.docs, pair)
            taken.add(pair.code)
        if len(pairs) == before:
            _add(pairs, taken, _by_fields(sides, pairs.keys() | wanted.left_out, taken))
        if len(pairs) == before:
            _add(pairs, taken, _by_name(sides, names, pairs.keys() | wanted.left_out, taken, are_like=False))
        if len(pairs) == before:
            return tuple(pairs[declaration.id] for declaration in docs.declarations if declaration.id in pairs)


def _add(pairs: dict[DeclarationId, Pair], taken: set[DeclarationId], more: Iterable[Pair]) -> None:
    for pair in more:
        if pair.docs not in pairs and pair.code not in taken:
            pairs[pair.docs] = pair
            taken.add(pair.code)


def _keys(model: Model) -> Mapping[DeclarationId, frozenset[str]]:
    return {declaration.id: _keys_of(model, declaration) for declaration in model.declarations}


def _keys_of(model: Model, declaration: Declaration) -> frozenset[str]:
    """The keys that identify a declaration: the folded names of its fields, or its values."""
    match declaration:
        case Alias(type=Ref(target)) if isinstance(other := behind(model, target), Object | Enumeration):
            return _keys_of(model, other)
        case Object():
            return frozenset(map(folded, fields_of(model, declaration)))
        case Enumeration(members=members):
            return frozenset(str(member.value) for member in members)
        case _:
            return frozenset()


def _by_name(
    sides: _Sides, names: Names[str], taken_docs: Iterable[DeclarationId], taken: set[DeclarationId], *, are_like: bool
) -> Iterator[Pair]:
    """Pairs with the same name; of several classes of that name, the one with most in common.

    are_like  True: pairs of the same shape, with a key or value in common if both have any; False: all others
    """
    known = set(taken_docs)
    by_name: dict[str, list[Declaration]] = defaultdict(list)
    for candidate in sides.code.model.declarations:
        if candidate.id not in taken:
            by_name[folded(candidate.title)].append(candidate)
    candidates: list[tuple[tuple[int, float, int, bool], DeclarationId, DeclarationId, int]] = []
    for declaration in sides.docs.declarations:
        if declaration.id in known:
            continue
        own = (*titles_of(declaration), *class_of(declaration, names.classes))
        of_docs = {folded(name) for name in (*own, *_in_singular(declaration, own))}
        for name in sorted(of_docs - {""}):
            for candidate in by_name.get(name, ()):
                common, all_keys = sides.share(declaration.id, candidate.id)
                has_keys = bool(sides.docs_keys[declaration.id]) and bool(sides.code_keys[candidate.id])
                if (sides.alike(declaration.id, candidate.id) and (common > 0 or not has_keys)) is not are_like:
                    continue
                is_title = candidate.title == declaration.title
                agreed = sides.agreed(declaration.id, candidate.id)
                rank = common, common / (all_keys or 1), agreed, is_title
                candidates.append((rank, declaration.id, candidate.id, len(by_name[name])))
    order = {declaration.id: number for number, declaration in enumerate(sides.docs.declarations)}
    candidates.sort(key=lambda candidate: (*(-part for part in candidate[0]), order[candidate[1]]))
    for _, docs_id, code_id, namesakes in candidates:
        is_doubtful = not are_like and sides.alike(docs_id, code_id)
        reason = "the same name" if namesakes == 1 else f"the same name, and most in common of {namesakes} classes"
        words = f"{reason}, but no {'field' if isinstance(sides.docs.by_id[docs_id], Object) else 'value'} in common"
        yield Pair(
            docs_id,
            code_id,
            words if is_doubtful else reason,
            is_doubtful,
            is_doubtful and sides.are_large(docs_id, code_id),
        )


def _in_singular(declaration: Declaration, names: Iterable[str]) -> Iterator[str]:
    """The names of an enumeration in the singular: docs have `Room States`, code has `RoomState`."""
    if isinstance(declaration, Enumeration):
        for name in names:
            *before, last = words(name) or ("",)
            yield "".join((*before, singular(last)))


def _by_place(
    sides: _Sides, pairs: Mapping[DeclarationId, Pair], taken: set[DeclarationId], left_out: frozenset[DeclarationId]
) -> Iterator[Pair]:
    """Pairs of the types of one field: `Order.buyer` is an `OrderBuyer` in the docs, a `Person` in the code."""
    votes = Counter[tuple[DeclarationId, DeclarationId]]()
    cited: dict[tuple[DeclarationId, DeclarationId], str] = {}
    for pair in pairs.values():
        for name, one, other in _same_places(sides, pair):
            free_docs = [
                docs_id for docs_id in _targets(sides.docs, one) if docs_id not in pairs and docs_id not in left_out
            ]
            free_code = [code_id for code_id in _targets(sides.code.model, other) if code_id not in taken]
            if not free_code:  # one class may serve for several models of the docs
                free_code = [
                    code_id
                    for code_id in _targets(sides.code.model, other)
                    if free_docs and sides.are_close(free_docs[0], code_id)
                ]
            if len(free_docs) == len(free_code) == 1 and sides.alike(free_docs[0], free_code[0]):
                key = free_docs[0], free_code[0]
                votes[key] += 1
                cited.setdefault(key, f"the type of {sides.docs.by_id[pair.docs].title}{name}")
    for (docs_id, code_id), _ in sorted(votes.items(), key=lambda vote: -vote[1]):
        common, _ = sides.share(docs_id, code_id)
        is_empty = not sides.docs_keys[docs_id] or not sides.code_keys[code_id]
        is_doubtful = not common and not is_empty
        words = f"{cited[docs_id, code_id]}, but no field in common" if is_doubtful else cited[docs_id, code_id]
        yield Pair(docs_id, code_id, words, is_doubtful, is_doubtful and sides.are_large(docs_id, code_id))


def _same_places(sides: _Sides, pair: Pair) -> Iterator[tuple[str, Type, Type]]:
    one, other = sides.docs.by_id[pair.docs], behind(sides.code.model, pair.code)
    match one, other:
        case Object(), Object():
            yield from _same_fields(sides, one, other)
        case Alias(), Object():
            for member in members_of(sides.docs, one):
                yield from _same_fields(sides, member, other)
        case Alias(type=docs_type), Alias(type=code_type):
            yield "", docs_type, code_type


def _same_fields(sides: _Sides, docs: Object, code: Object) -> Iterator[tuple[str, Type, Type]]:
    ours = {folded(key): owned.field for key, owned in fields_of(sides.docs, docs).items()}
    theirs = {folded(key): owned.field for key, owned in fields_of(sides.code.model, code).items()}
    for key, mine in ours.items():
        if key in theirs:
            yield f".{mine.name}", mine.type, theirs[key].type


def _targets(model: Model, type_: Type) -> list[DeclarationId]:
    """The declarations that a type refers to; for an alias of an object, the object."""
    named = dict.fromkeys(part.id for part in walk(type_) if isinstance(part, Ref))
    return [other.id if isinstance(other := behind(model, identity), Object) else identity for identity in named]


def _by_fields(sides: _Sides, taken_docs: Iterable[DeclarationId], taken: set[DeclarationId]) -> Iterator[Pair]:
    """Pairs that have most of their fields in common, and no candidate that is as good."""
    known = set(taken_docs)
    holders: dict[str, list[DeclarationId]] = defaultdict(list)
    for candidate in sides.code.model.declarations:
        if candidate.id not in taken and isinstance(candidate, Object) and not candidate.title.startswith("_"):
            for key in sides.code_keys[candidate.id]:
                holders[key].append(candidate.id)
    likeness: dict[tuple[DeclarationId, DeclarationId], float] = {}
    for declaration in sides.docs.objects:
        if declaration.id in known:
            continue
        common = Counter(
            code_id
            for key in sides.docs_keys[declaration.id]
            if len(holders[key]) <= _COMMON
            for code_id in holders[key]
        )
        for code_id in common:
            shared, all_keys = sides.share(declaration.id, code_id)
            is_similar = similar(declaration.title, sides.code.model.by_id[code_id].title)
            if shared >= (_FEW if is_similar else _SEVERAL) and shared / all_keys >= (_HALF if is_similar else _MOST):
                likeness[declaration.id, code_id] = shared / all_keys + is_similar
    for docs_id, code_id in mutual(likeness).items():
        shared, all_keys = sides.share(docs_id, code_id)
        is_similar = similar(sides.docs.by_id[docs_id].title, sides.code.model.by_id[code_id].title)
        reason = f"{shared} of {counted(all_keys, 'field')} in common"
        is_whole = shared == all_keys >= _PLENTY
        is_doubtful = not is_whole and (not is_similar or shared / all_keys < _MOST)
        yield Pair(docs_id, code_id, f"a similar name, {reason}" if is_similar else reason, is_doubtful)
