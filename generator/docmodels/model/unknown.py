"""Keeping values that the docs do not list."""

from __future__ import annotations

from ..frozen import replace
from .declarations import Alias, Declaration, Enumeration, Object
from .model import Model, map_type, map_unions
from .types import ANY, INTEGER, STRING, Constant, MapOf, Ref, Type, UnionOf, union


def keep_unknown(model: Model) -> Model:
    """The model with enumerations and unions that take values that the docs do not list; APIs grow.

    An enumeration of several values is open. A union of objects has one more member, any other object. Flags take any
    bits already. An enumeration of one value stays closed, since it identifies its object. A union with a discriminator
    opens by that.
    """
    return Model(tuple(_opened(declaration, model) for declaration in model.declarations))


def with_open_classes(model: Model) -> Model:
    """The model with enumerations that keep values which the docs do not list, where they may occur."""
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
        case Alias(discriminator=None, type=whole):
            return replace(declaration, type=_with_others(whole, model))
        case Object(fields=fields):
            return replace(
                declaration, fields=tuple(replace(field, type=_with_others(field.type, model)) for field in fields)
            )
        case _:
            return declaration


def _with_others(type_: Type, model: Model) -> Type:
    """The type, each union of objects and each list of constants in it with room for others."""
    return map_unions(map_type(type_, _open_constants), lambda whole: _open_union(whole, model))


def _open_constants(leaf: Type) -> Type:
    if not isinstance(leaf, Constant) or len(leaf.values) < 2 or any(isinstance(value, bool) for value in leaf.values):
        return leaf
    kinds = dict.fromkeys(STRING if isinstance(value, str) else INTEGER for value in leaf.values)
    return union(leaf, *kinds)


def _open_union(whole: UnionOf, model: Model) -> Type:
    if whole.discriminator is not None:
        return whole
    objects = [part for part in whole.members if isinstance(part, Ref) and isinstance(model.by_id[part.id], Object)]
    return union(*whole.members, MapOf(ANY)) if len(objects) > 1 else whole
