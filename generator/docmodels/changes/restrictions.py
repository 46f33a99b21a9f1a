"""Changes of a field's values besides its type, and of the side that writes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..model.declarations import Access, Constraints, Field
from .kinds import BOTH, RECEIVERS, SENDERS, Whom

_LOW = ("minimum", "exclusive_minimum", "min_length", "min_items")
_HIGH = ("maximum", "exclusive_maximum", "max_length", "max_items")
_OTHERS = ("multiple_of", "pattern", "unique_items")


class Restricted(NamedTuple):
    """A kind of change, whom it breaks at most (None for what the kind says), and what was and is, in words."""

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
    """Whether fewer values, or more, are in the limits; both where some are and others are not."""
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
    """1 where a limit is narrower than it was, -1 where it is wider, 0 where it is the same.

    up  1 for a limit that is narrower the higher it is, -1 for others
    """
    if old == new:
        return 0
    if old is None or new is None:
        return 1 if old is None else -1
    return up if new > old else -up


def _other(old: object, new: object) -> int:
    """As `_sign`, and 2 where something else is allowed than was."""
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
