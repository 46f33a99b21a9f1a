"""Changes of a field's limits, default and access."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..model.declarations import Access, Constraints, Field
from .kind import BOTH, RECEIVERS, SENDERS, Whom

_LOW = ("minimum", "exclusive_minimum", "min_length", "min_items")
_HIGH = ("maximum", "exclusive_maximum", "max_length", "max_items")
_OTHERS = ("multiple_of", "pattern", "unique_items")


class Restricted(NamedTuple):
    """The kind of a change; the sides that it can break (None for those of its kind); the old and the new state in words."""

    kind: str
    whom: tuple[Whom, ...] | None
    old: str
    new: str


def restrictions(old: Field, new: Field) -> Iterator[Restricted]:
    """The changes from one state of a field to another."""
    if old.constraints != new.constraints:
        yield _constraints(old.constraints, new.constraints)
    if old.access is not new.access:
        yield Restricted(_ACCESS[new.access], None, old.access.value, new.access.value)
    if old.default_value != new.default_value:
        yield _default(old, new)


_ACCESS = {Access.READ_ONLY: "field-read-only", Access.WRITE_ONLY: "field-write-only", Access.BOTH: "field-read-write"}


def _constraints(old: Constraints, new: Constraints) -> Restricted:
    """The change of the limits: fewer values, more values, or other values."""
    from ..model.wording import limits

    signs = {_sign(getattr(old, name), getattr(new, name), 1) for name in _LOW}
    signs |= {_sign(getattr(old, name), getattr(new, name), -1) for name in _HIGH}
    signs |= {_other(getattr(old, name), getattr(new, name)) for name in _OTHERS}
    words = limits(old) or "anything", limits(new) or "anything"
    match (1 in signs or 2 in signs, -1 in signs or 2 in signs):
        case True, False:
            return Restricted("limits-narrowed", SENDERS, *words)
        case False, True:
            return Restricted("limits-widened", RECEIVERS, *words)
        case _:
            return Restricted("limits-changed", BOTH, *words)


def _sign(old: float | None, new: float | None, up: int) -> int:
    """1 for a narrower limit, -1 for a wider one, 0 for the same.

    up  1 for a minimum, which narrows as it rises; -1 for a maximum
    """
    if old == new:
        return 0
    if old is None or new is None:
        return 1 if old is None else -1
    return up if new > old else -up


def _other(old: object, new: object) -> int:
    """As `_sign`; 2 for other values than before."""
    if old == new:
        return 0
    return 1 if not old else -1 if not new else 2


def _default(old: Field, new: Field) -> Restricted:
    import json

    before, after = (
        json.dumps(value.default_value.json, ensure_ascii=False) if value.default_value is not None else ""
        for value in (old, new)
    )
    if not before:
        return Restricted("default-added", None, before, after)
    return Restricted("default-changed" if after else "default-removed", None, before, after)
