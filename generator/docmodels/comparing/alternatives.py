"""The alternatives that a value of a type may have: aliases, enumerations and unions written out."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..model.declarations import Alias, Enumeration, Object
from ..model.model import Model
from ..model.types import (
    ANY,
    INTEGER,
    NULL,
    NUMBER,
    STRING,
    Constant,
    DeclarationId,
    ListOf,
    MapOf,
    Nullable,
    Ref,
    Type,
    UnionOf,
)
from .members import is_empty


def alternatives(model: Model, type_: Type, kept: Collection[DeclarationId] = ()) -> Iterator[Type]:
    """The types that a value may have: aliases and unions written out, null among them, each constant by itself.

    An object without fields is a map of any value.

    kept  declarations that stay references
    """
    queue, seen = [type_], set[DeclarationId]()
    while queue:
        part = queue.pop()
        match part:
            case Ref(target) if target in kept:
                yield part
            case Ref(target) if isinstance(declared := model.by_id[target], Alias):
                if target not in seen:
                    seen.add(target)
                    queue.append(declared.type)
            case Ref(target) if isinstance(declared := model.by_id[target], Enumeration):
                yield from (Constant((value,)) for value in declared.values)
                if declared.is_open or not declared.members:
                    yield from dict.fromkeys(STRING if isinstance(value, str) else INTEGER for value in declared.values)
                if declared.is_flags:
                    yield INTEGER
            case Ref(target) if isinstance(declared := model.by_id[target], Object) and is_empty(model, declared):
                yield MapOf(ANY)
            case UnionOf(members):
                queue.extend(reversed(members))
            case Nullable(item):
                yield NULL
                queue.append(item)
            case Constant(values):
                yield from (Constant((value,)) for value in values)
            case _:
                yield part


def named(model: Model, type_: Type) -> Iterator[DeclarationId]:
    """The declarations among the types that a value may have, those behind aliases too."""
    queue, seen = [type_], set[DeclarationId]()
    while queue:
        part = queue.pop()
        match part:
            case Ref(target) if target not in seen:
                seen.add(target)
                yield target
                if isinstance(declared := model.by_id[target], Alias):
                    queue.append(declared.type)
            case UnionOf(members):
                queue.extend(members)
            case Nullable(item):
                queue.append(item)


def values_of(model: Model, type_: Type) -> tuple[dict[str | int | bool, None], bool, tuple[Type, ...]]:
    """The values that a type lists; whether it takes others of their types too; and its other alternatives."""
    parts = list(alternatives(model, type_))
    values = {value: None for part in parts if isinstance(part, Constant) for value in part.values}
    rest = tuple(part for part in parts if not isinstance(part, Constant))
    kinds = {STRING if isinstance(value, str) else INTEGER for value in values}
    is_open = any(part in kinds or part in (ANY, NUMBER) for part in rest)
    return values, is_open, rest


def item_of(model: Model, type_: Type) -> Type | None:
    """The item type of a list, or the value type of a map; None for any other type."""
    parts = list(alternatives(model, type_))
    match parts:
        case [ListOf(item)] | [MapOf(item)]:
            return item
        case _:
            return None
