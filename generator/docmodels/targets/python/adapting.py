"""Rewrites of the model for flavours that cannot express every type."""

from __future__ import annotations

from collections.abc import Callable

from ...diagnostics import Diagnostic
from ...frozen import replace
from ...model.cycles import components
from ...model.declarations import Alias, Declaration, Field, Object
from ...model.model import Model, references
from ...model.types import ANY, DeclarationId, ListOf, MapOf, Nullable, Ref, Type, UnionOf, nullable, with_members

Adapted = tuple[Model, tuple[Diagnostic, ...]]
"""A model that a flavour can write, and findings about everything that it cannot write."""

_MOST = 1000  # the most parts of types in an alias that is written out
_DEEPEST = 20  # the most aliases within each other in one


def as_it_is(model: Model) -> Adapted:
    """The model unchanged, for a flavour that can write everything."""
    return model, ()


def maps_for_empty(model: Model) -> Model:
    """The model with each object without fields that takes extra keys as an alias of a dict."""
    bases = {base.id for owner in model.objects for base in owner.bases if isinstance(base, Ref)}

    def changed(declaration: Declaration) -> Declaration:
        if (
            not isinstance(declaration, Object)
            or declaration.extra is None
            or declaration.fields
            or declaration.bases
            or declaration.id in bases
        ):
            return declaration
        return Alias(
            declaration.id,
            declaration.title,
            declaration.place,
            declaration.description,
            MapOf(declaration.extra),
            declaration.deprecated,
            declaration.anchors,
            declaration.namespace,
            declaration.part_of,
            declaration.named_by,
        )

    return Model(tuple(map(changed, model.declarations)))


def write_out(model: Model, *, is_cut: bool) -> tuple[Model, frozenset[DeclarationId]]:
    """The model with aliases that Python can evaluate at once, and the ids of aliases that lost a part for it.

    In a circle of modules, an alias may be needed before its module defines it. So its type is written out in place of its
    name. An alias that refers to itself keeps its name inside a list or a dict, where a string can hold it.
    is_cut  whether a reference of an alias to itself becomes any value instead
    """
    edges = {declaration.id: references(declaration) for declaration in model.declarations}
    module = {declaration.id: (declaration.id.page, declaration.namespace) for declaration in model.declarations}
    imports: dict[tuple[str, tuple[str, ...]], list[tuple[str, tuple[str, ...]]]] = {}
    for identity, targets in edges.items():
        imports.setdefault(module[identity], []).extend(module[target] for target in targets)
    circle = {name: number for number, circle in enumerate(components(imports)) for name in circle}
    aliases = {declaration.id: declaration for declaration in model.declarations if isinstance(declaration, Alias)}
    own = {identity: tuple(target for target in edges[identity] if target in aliases) for identity in aliases}
    recursive = {identity: number for number, circle in enumerate(components(own)) for identity in circle}
    cut: set[DeclarationId] = set()

    def written(alias: Declaration) -> Declaration:
        if not isinstance(alias, Alias) or module[alias.id] not in circle or not own[alias.id]:
            return alias
        left = _MOST

        def visit(type_: Type, trail: tuple[DeclarationId, ...], *, is_inside: bool) -> Type:
            nonlocal left
            left -= 1
            match type_:
                case ListOf(item):
                    return ListOf(visit(item, trail, is_inside=True))
                case MapOf(value):
                    return MapOf(visit(value, trail, is_inside=True))
                case Nullable(item):
                    return nullable(visit(item, trail, is_inside=is_inside))
                case UnionOf(members):
                    return with_members(type_, *(visit(member, trail, is_inside=is_inside) for member in members))
                case Ref(target) if target in aliases and circle.get(module[target]) == circle[module[alias.id]]:
                    is_around = recursive.get(target, -1) == recursive.get(alias.id, -2)
                    if is_around and is_inside and not is_cut:
                        return type_
                    if not is_around and module[target] == module[alias.id]:
                        return type_
                    if target in trail or len(trail) > _DEEPEST or left < 0:
                        cut.add(alias.id)
                        return ANY
                    return visit(aliases[target].type, (*trail, target), is_inside=is_inside)
                case _:
                    return type_

        return replace(alias, type=visit(alias.type, (alias.id,), is_inside=False))

    return Model(tuple(map(written, model.declarations))), frozenset(cut)


def map_leaves(model: Model, change: Callable[[Type, Declaration | Field], Type]) -> Model:
    """The model with `change(type, owner)` in place of every type; the owner is the field or the declaration."""

    def changed(declaration: Declaration) -> Declaration:
        match declaration:
            case Object(fields=fields, extra=extra):
                return replace(
                    declaration,
                    fields=tuple(_with_type(field, change(field.type, field)) for field in fields),
                    extra=None if extra is None else change(extra, declaration),
                )
            case Alias(type=type_):
                return replace(declaration, type=change(type_, declaration))
            case _:
                return declaration

    return Model(tuple(map(changed, model.declarations)))


def _with_type(field: Field, type_: Type) -> Field:
    if isinstance(type_, Nullable):
        return replace(field, type=type_.item, nullable=True)
    return replace(field, type=type_)
