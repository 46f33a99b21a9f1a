"""The values that the configuration sets for a field."""

from __future__ import annotations

from collections.abc import Sequence

from .types import DECIMAL, INTEGER, NUMBER, STRING, Constant, ListOf, Nullable, Type, UnionOf, nullable, union


def with_values(kind: Type, values: Sequence[str], *, is_open: bool | None) -> Type:
    """The type with these values, for the items where it is a list; without any, those that it has.

    is_open  whether other values may occur; None leaves that as it is, and closes a type that had no values
    """
    match kind:
        case ListOf(item):
            return ListOf(with_values(item, values, is_open=is_open))
        case Nullable(item):
            return nullable(with_values(item, values, is_open=is_open))
    known = next((part for part in _parts(kind) if isinstance(part, Constant)), None)
    are_numbers = kind in (INTEGER, NUMBER, DECIMAL) or (known is not None and isinstance(known.values[0], int))
    if values:
        are_numbers = are_numbers and all(value.lstrip("-").isdecimal() for value in values)
        constant: Type = Constant(tuple(int(value) for value in values) if are_numbers else tuple(values))
    elif known is not None:
        constant = known
    else:
        return kind
    was_open = isinstance(kind, UnionOf)
    stays_open = was_open if is_open is None else is_open
    return union(constant, INTEGER if are_numbers else STRING) if stays_open else constant


def _parts(kind: Type) -> Sequence[Type]:
    return kind.members if isinstance(kind, UnionOf) else (kind,)
