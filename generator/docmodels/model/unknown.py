"""Values that the docs do not list: enumerations and unions that keep them."""

from __future__ import annotations

from ..frozen import replace
from .declarations import Alias, Declaration, Enumeration, Object
from .model import Model, map_type, map_unions
from .types import ANY, INTEGER, STRING, Constant, MapOf, Ref, Type, UnionOf, union


def keep_unknown(model: Model) -> Model:
    """The model in which enumerations and unions take values that the docs do not list, since APIs grow.

    An enumeration of several values becomes open. A union of objects gets one more member, any other object. Flags take any
    bits already. An enumeration of one value stays closed, since it identifies its object. A union with a discriminator
    opens by its discriminator.
    """
    return Model(tuple(_opened(declaration, model) for declaration in model.declarations))


def with_open_classes(model: Model) -> Model:
    """The model in which the class of each open enumeration keeps unlisted values."""
    return Model(
        tuple(
            replace(declaration, is_kept=True)
            if isinstance(declaration, Enumeration) and declaration.is_open and not declaration.is_flags
            else declaration
            for declaration in model.declarations
        )
    )


def _opened(declaration: Declaration, model: Model) -> Declaration:
    match declaration:
        case Enumeration(is_flags=False, members=members) if len(members) > 1:
            return replace(declaration, is_open=True)
        case Alias(discriminator=None, type=type_):
            return replace(declaration, type=_with_others(type_, model))
        case Object(fields=fields):
            return replace(
                declaration, fields=tuple(replace(field, type=_with_others(field.type, model)) for field in fields)
            )
        case _:
            return declaration


def _with_others(type_: Type, model: Model) -> Type:
    """The type, in which each union of objects and each list of constants takes others."""
    return map_unions(map_type(type_, _open_constants), lambda union_: _open_union(union_, model))


def _open_constants(leaf: Type) -> Type:
    if not isinstance(leaf, Constant) or len(leaf.values) < 2 or any(isinstance(value, bool) for value in leaf.values):
        return leaf
    kinds = dict.fromkeys(STRING if isinstance(value, str) else INTEGER for value in leaf.values)
    return union(leaf, *kinds)


def _open_union(union_: UnionOf, model: Model) -> Type:
    if union_.discriminator is not None:
        return union_
    objects = [part for part in union_.members if isinstance(part, Ref) and isinstance(model.by_id[part.id], Object)]
    return union(*union_.members, MapOf(ANY)) if len(objects) > 1 else union_
