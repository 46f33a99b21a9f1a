"""Fields with both a row in a table and an item of a list: the item adds to the row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from ....frozen import frozen, replace
from ....model.declarations import UNCONSTRAINED, Access, Constraints, Field, Presence
from ....model.types import ANY, INTEGER, STRING, Constant, Primitive, Type


@frozen()
class FieldSource:
    """A field in a row or an item.

    presence  the presence in the row or the item itself; UNKNOWN without a mark
    """

    field: Field
    presence: Presence


def merged(row: FieldSource, item: FieldSource) -> tuple[Field, tuple[str, ...]] | None:
    """The field of the row with the additions of the item, and their contradictions. The row wins.

    None if their types do not fit: the item is about something else.
    """
    first, second = row.field, item.field
    kind = _type(first.type, second.type)
    if kind is None:
        return None
    presence = (
        first.presence if item.presence is Presence.UNKNOWN or row.presence is not Presence.UNKNOWN else item.presence
    )
    taken = second if kind == second.type != first.type else first
    field = replace(
        first,
        type=kind,
        presence=presence,
        nullable=first.nullable or second.nullable,
        description="\n\n".join(dict.fromkeys(filter(None, (first.description, second.description)))),
        deprecated=second.deprecated if first.deprecated is None else first.deprecated,
        examples=tuple({example.text: example for example in (*first.examples, *second.examples)}.values()),
        default=first.default or second.default,
        constraints=_limits(first.constraints, second.constraints),
        access=second.access if first.access is Access.BOTH else first.access,
        is_open=taken.is_open,
        typed_by=taken.typed_by,
    )
    return field, tuple(_contradictions(row, item))


def described(row: FieldSource, item: FieldSource) -> tuple[Field, bool] | None:
    """The field of the row with the item's description, and whether the item has more than that; None as for `merged`.

    It is for items below a sentence of their own, which may hide their subject: "You can filter rooms by:".
    """
    both = merged(row, item)
    if both is None:
        return None
    field = replace(row.field, description=both[0].description)
    return field, bool(both[1]) or field != both[0]


def _type(row: Type, item: Type) -> Type | None:
    """The joint type of a row and an item; None if they contradict each other."""
    if ANY in (row, item):
        return item if row == ANY else row
    for wide, narrow in ((row, item), (item, row)):
        if isinstance(narrow, Constant) and narrow.values:
            are_texts = all(isinstance(value, str) for value in narrow.values)
            are_numbers = all(type(value) is int for value in narrow.values)
            if (wide == STRING and are_texts) or (wide == INTEGER and are_numbers):
                return narrow
    return None if row != item and (isinstance(row, Primitive) or isinstance(item, Primitive)) else row


def _limits(row: Constraints, item: Constraints) -> Constraints:
    missing = {
        limit.name: getattr(item, limit.name)
        for limit in fields(Constraints)
        if getattr(row, limit.name) == getattr(UNCONSTRAINED, limit.name)
    }
    return replace(row, **missing)


def _contradictions(row: FieldSource, item: FieldSource) -> Iterator[str]:
    first, second = row.field, item.field
    if Presence.UNKNOWN not in (row.presence, item.presence) and row.presence is not item.presence:
        yield f'that "{first.name}" is {item.presence}'
    if first.default is not None and second.default is not None and first.default.text != second.default.text:
        yield f'that the default of "{first.name}" is "{second.default.text}"'
    if Access.BOTH not in (first.access, second.access) and first.access is not second.access:
        yield f'that "{first.name}" is {second.access}'
    if _limits(first.constraints, second.constraints) != _limits(second.constraints, first.constraints):
        yield f'other limits of "{first.name}"'
