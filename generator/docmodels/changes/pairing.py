"""Pairs of fields, values and members of two versions."""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import TypeVar

from ..model.code_names import key_of
from ..model.declarations import Field, Member
from .canonical import Called, canonical
from .similarity import mutual, similar

Part = TypeVar("Part", Field, Member)

Pairs = list[tuple[Part | None, Part | None]]
"""Old and new part; None in the version without that part."""

_Sign = str | tuple[int, int]

_SIGNS = 2
_CROWD = 8  # parts: a description or place that more of them share is no evidence


def fields(old: Sequence[Field], new: Sequence[Field], called: Called) -> Pairs[Field]:
    """Pair the fields of two states of an object.

    Fields with the same name on the wire are the same; then those with the same name in the docs. Of the rest, an old and a
    new field are the same if they have the same type and two of three signs: similar names, the same description, the same
    place between other fields; and if no other field has as many. A description or place that more than a few fields share
    is no sign.

    called  the identity of an old declaration in the new model
    """

    def likeness(one: Field, other: Field) -> bool:
        return one.nullable == other.nullable and canonical(one.type, called) == canonical(other.type)

    return _paired(old, new, (key_of, _name), likeness)


def values(old: Sequence[Member], new: Sequence[Member]) -> Pairs[Member]:
    """Pair the values of two states of an enumeration.

    Equal values are the same; of several, those with the same name. Then come those with the same name in the docs. For the
    rest, the signs for fields count.
    """
    return _paired(old, new, (_named_value, _value, _name), lambda one, other: type(one.value) is type(other.value))


def _paired(
    old: Sequence[Part],
    new: Sequence[Part],
    identities: Iterable[Callable[[Part], Hashable]],
    is_like: Callable[[Part, Part], bool],
) -> Pairs[Part]:
    """The pairs, in the order of the new parts; at the end, the old parts without a new one."""
    partner: dict[int, int] = {}  # by the indices of the new parts
    for identity in identities:
        free = set(range(len(old))) - set(partner.values())
        known: dict[Hashable, int] = {}
        for index in sorted(free):
            known.setdefault(identity(old[index]), index)
        known.pop(None, None)
        for index, part in enumerate(new):
            if index not in partner and (partner_index := known.pop(identity(part), None)) is not None:
                partner[index] = partner_index
    partner |= _renamed(old, new, partner, is_like)
    pairs: Pairs[Part] = [(old[partner[at]] if at in partner else None, part) for at, part in enumerate(new)]
    kept = set(partner.values())
    pairs.extend((part, None) for at, part in enumerate(old) if at not in kept)
    return pairs


def _renamed(
    old: Sequence[Part], new: Sequence[Part], partner: Mapping[int, int], is_like: Callable[[Part, Part], bool]
) -> dict[int, int]:
    """Index of a new part → index of the old part that it renames."""
    kept = {before: after for after, before in partner.items()}
    come = dict(_places(len(new), partner))
    gone = {before: (kept.get(low, low), kept.get(high, len(new))) for before, (low, high) in _places(len(old), kept)}
    described = _pairs({at: old[at].description for at in gone}, {at: new[at].description for at in come})
    placed = _pairs(gone, come)
    likeness: dict[tuple[int, int], float] = {}
    for after, before in sorted(described | placed):
        one, other = old[before], new[after]
        signs = (
            ((after, before) in described)
            + ((after, before) in placed)
            + similar(_description(one), _description(other))
        )
        if signs >= _SIGNS and is_like(one, other):
            likeness[after, before] = signs
    return mutual(likeness)


def _pairs(old: Mapping[int, _Sign], new: Mapping[int, _Sign]) -> set[tuple[int, int]]:
    """The indices of new and old parts with the same sign, unless the sign is empty or that of a crowd."""
    before, after = _by_sign(old), _by_sign(new)
    return {
        pair
        for sign in before.keys() & after.keys()
        if sign and len(before[sign]) <= _CROWD and len(after[sign]) <= _CROWD
        for pair in product(after[sign], before[sign])
    }


def _by_sign(signs: Mapping[int, _Sign]) -> Mapping[_Sign, list[int]]:
    indices: dict[_Sign, list[int]] = {}
    for at, sign in signs.items():
        indices.setdefault(sign, []).append(at)
    return indices


def _places(length: int, known: Container[int]) -> Iterator[tuple[int, tuple[int, int]]]:
    """Each unknown index, with the nearest known ones before and behind it; -1 and `length` at the ends."""
    last = -1
    waiting: list[int] = []
    for at in range(length):
        if at in known:
            yield from ((index, (last, at)) for index in waiting)
            last, waiting = at, []
        else:
            waiting.append(at)
    yield from ((index, (last, length)) for index in waiting)


def _name(part: Field | Member) -> str | None:
    return part.name or None


def _named_value(member: Member) -> tuple[type, str | int, str]:
    return *_value(member), member.name


def _value(member: Member) -> tuple[type, str | int]:
    return type(member.value), member.value


def _description(part: Field | Member) -> str:
    return part.name or str(part.value if isinstance(part, Member) else "")
