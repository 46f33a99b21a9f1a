"""The values that the configuration sets for a field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .declarations import Alias, Declaration, Enumeration
from .types import (
    DECIMAL,
    INTEGER,
    NUMBER,
    STRING,
    Constant,
    DeclarationId,
    ListOf,
    Nullable,
    Ref,
    Type,
    UnionOf,
    nullable,
    union,
)


def with_values(
    kind: Type, values: Sequence[str], declarations: Mapping[DeclarationId, Declaration], *, is_open: bool | None
) -> Type:
    """The type with other values; for a list, its items have them. Without new values, it keeps its own.

    declarations  the declarations of the tree: a field of an enumeration gets values of its own
    is_open       whether other values may occur; None keeps that as it is, and closes a type that had no values
    """
    kind = _written_out(kind, declarations)
    match kind:
        case ListOf(item):
            return ListOf(with_values(item, values, declarations, is_open=is_open))
        case Nullable(item):
            return nullable(with_values(item, values, declarations, is_open=is_open))
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


def _written_out(kind: Type, declarations: Mapping[DeclarationId, Declaration]) -> Type:
    """The values of an enumeration, or of an alias of values; any other type as it is."""
    match declarations.get(kind.id) if isinstance(kind, Ref) else None:
        case Enumeration(members=members, is_open=is_open) as known if members:
            constant = Constant(known.values)
            return union(constant, INTEGER if isinstance(members[0].value, int) else STRING) if is_open else constant
        case Alias(type=Constant() as constant):
            return constant
        case _:
            return kind


def _parts(kind: Type) -> Sequence[Type]:
    return kind.members if isinstance(kind, UnionOf) else (kind,)
