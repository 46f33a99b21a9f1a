"""Which field, value or member of the one side is which of the other."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from ..declarations import Field, Member
from .canonical import Called, canonical
from .evidence import mutual, similar

Part = TypeVar("Part", Field, Member)

Pairs = list[tuple[Part | None, Part | None]]
"""The old and the new one; None where there is none."""

_SIGNS = 2


def fields(old: Sequence[Field], new: Sequence[Field], called: Called) -> Pairs[Field]:
    """Pair the fields of two states of an object.

    The name on the wire tells, then the name in the docs. Failing these, a field that is gone and one that is new are
    one if they have the same type and two of three things: similar names, the same description, the same place between
    other fields; and if no other one has as much.

    called  what the declaration with an old key is called in the new model
    """

    def likeness(one: Field, other: Field) -> bool:
        return one.nullable == other.nullable and canonical(one.type, called) == canonical(other.type, str)

    return _paired(old, new, (_wire, _name), likeness)


def values(old: Sequence[Member], new: Sequence[Member]) -> Pairs[Member]:
    """Pair the values of two states of an enumeration.

    The value tells, then its name in the docs, if it has one. Failing these, a value that is gone and one that is new
    are one by the evidence that counts for fields.
    """
    return _paired(old, new, (_value, _name), lambda one, other: type(one.value) is type(other.value))


def _paired(
    old: Sequence[Part],
    new: Sequence[Part],
    identities: Iterable[Callable[[Part], Hashable]],
    is_like: Callable[[Part, Part], bool],
) -> Pairs[Part]:
    """The pairs in the order of the new parts, the old ones without a new one at the end."""
    partner: dict[int, int] = {}  # by the indices of the new parts
    for identity in identities:
        free = set(range(len(old))) - set(partner.values())
        known: dict[Hashable, int] = {}
        for index in sorted(free):
            known.setdefault(identity(old[index]), index)
        known.pop(None, None)
        for index, part in enumerate(new):
            if index not in partner and (found := known.pop(identity(part), None)) is not None:
                partner[index] = found
    partner |= _renamed(old, new, partner, is_like)
    pairs: Pairs[Part] = [(old[partner[at]] if at in partner else None, part) for at, part in enumerate(new)]
    kept = set(partner.values())
    pairs.extend((part, None) for at, part in enumerate(old) if at not in kept)
    return pairs


def _renamed(
    old: Sequence[Part], new: Sequence[Part], partner: dict[int, int], is_like: Callable[[Part, Part], bool]
) -> dict[int, int]:
    kept = {before: after for after, before in partner.items()}
    likeness: dict[tuple[int, int], float] = {}
    come = [(index, _between(index, partner, len(new))) for index in range(len(new)) if index not in partner]
    for before in range(len(old)):
        if before in kept:
            continue
        low, high = _between(before, kept, len(old))
        place = kept.get(low, -1), kept.get(high, len(new))
        for after, between in come:
            one, other = old[before], new[after]
            signs = (bool(one.description) and one.description == other.description) + (place == between)
            if signs and is_like(one, other):  # names are compared last, as that takes longest
                signs += similar(_said(one), _said(other))
                if signs >= _SIGNS:
                    likeness[after, before] = signs
    return mutual(likeness)


def _between(index: int, known: dict[int, int], length: int) -> tuple[int, int]:
    """The indices of the nearest known parts before and behind, -1 and `length` where there is none."""
    before = next((each for each in range(index, -1, -1) if each in known), -1)
    behind = next((each for each in range(index, length) if each in known), length)
    return before, behind


def _wire(field: Field) -> str:
    return field.wire.name if field.wire else field.name


def _name(part: Field | Member) -> str | None:
    return part.name or None


def _value(member: Member) -> tuple[type, str | int]:
    return type(member.value), member.value


def _said(part: Field | Member) -> str:
    return part.name or str(part.value if isinstance(part, Member) else "")
