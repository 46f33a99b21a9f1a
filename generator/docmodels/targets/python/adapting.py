"""Rewrites of the model for flavours that cannot express everything that pydantic can."""

from __future__ import annotations

from collections.abc import Callable

from ...diagnostics import Diagnostic
from ...frozen import replace
from ...model.cycles import components
from ...model.declarations import Alias, Declaration, Field, Object
from ...model.model import Model, references
from ...model.types import ANY, DeclarationId, ListOf, MapOf, Nullable, Ref, Type, UnionOf, nullable, with_members

Adapted = tuple[Model, tuple[Diagnostic, ...]]
"""A model as a flavour can write it, and what it cannot write."""

_MOST = 1000  # parts of aliases that one alias is written out with
_DEEPEST = 20  # aliases within each other that are


def as_it_is(model: Model) -> Adapted:
    """For a flavour that has words for everything."""
    return model, ()


def maps_for_empty(model: Model) -> Model:
    """The model with a dict for each object that has no fields of its own and may have any others."""
    bases = {base.id for owner in model.objects for base in owner.bases if isinstance(base, Ref)}

    def changed(each: Declaration) -> Declaration:
        if not isinstance(each, Object) or each.extra is None or each.fields or each.bases or each.id in bases:
            return each
        return Alias(
            each.id,
            each.title,
            each.place,
            each.description,
            MapOf(each.extra),
            each.deprecated,
            each.anchors,
            each.namespace,
            each.part_of,
            each.named_by,
        )

    return Model(tuple(map(changed, model.declarations)))


def write_out(model: Model, *, is_cut: bool) -> tuple[Model, frozenset[DeclarationId]]:
    """The model with aliases that Python can evaluate as soon as they are defined, and those that were cut off for it.

    Where modules import each other in a circle, an alias is not there yet when another needs it; so that one is written
    out instead. One that refers to itself goes on doing so inside of a list or a dict, where a string can name it.

    is_cut  whether what refers to itself becomes any value instead
    """
    edges = {each.id: references(each) for each in model.declarations}
    module = {each.id: (each.id.page, each.namespace) for each in model.declarations}
    imports: dict[tuple[str, tuple[str, ...]], list[tuple[str, tuple[str, ...]]]] = {}
    for each, targets in edges.items():
        imports.setdefault(module[each], []).extend(module[target] for target in targets)
    circle = {name: number for number, found in enumerate(components(imports)) for name in found}
    aliases = {each.id: each for each in model.declarations if isinstance(each, Alias)}
    own = {each: tuple(target for target in edges[each] if target in aliases) for each in aliases}
    recursive = {each: number for number, found in enumerate(components(own)) for each in found}
    cut: set[DeclarationId] = set()

    def written(alias: Declaration) -> Declaration:
        if not isinstance(alias, Alias) or module[alias.id] not in circle or not own[alias.id]:
            return alias
        left = _MOST

        def visit(whole: Type, trail: tuple[DeclarationId, ...], *, is_inside: bool) -> Type:
            nonlocal left
            left -= 1
            match whole:
                case ListOf(item):
                    return ListOf(visit(item, trail, is_inside=True))
                case MapOf(value):
                    return MapOf(visit(value, trail, is_inside=True))
                case Nullable(item):
                    return nullable(visit(item, trail, is_inside=is_inside))
                case UnionOf(members):
                    return with_members(whole, *(visit(member, trail, is_inside=is_inside) for member in members))
                case Ref(target) if target in aliases and circle.get(module[target]) == circle[module[alias.id]]:
                    is_around = recursive.get(target, -1) == recursive.get(alias.id, -2)
                    if is_around and is_inside and not is_cut:
                        return whole
                    if not is_around and module[target] == module[alias.id]:
                        return whole
                    if target in trail or len(trail) > _DEEPEST or left < 0:
                        cut.add(alias.id)
                        return ANY
                    return visit(aliases[target].type, (*trail, target), is_inside=is_inside)
                case _:
                    return whole

        return replace(alias, type=visit(alias.type, (alias.id,), is_inside=False))

    return Model(tuple(map(written, model.declarations))), frozenset(cut)


def map_leaves(model: Model, change: Callable[[Type, Declaration | Field], Type]) -> Model:
    """The model with every type expression replaced by what `change` makes of it and of what it stands in."""

    def changed(each: Declaration) -> Declaration:
        match each:
            case Object(fields=fields, extra=extra):
                return replace(
                    each,
                    fields=tuple(_with_type(field, change(field.type, field)) for field in fields),
                    extra=None if extra is None else change(extra, each),
                )
            case Alias(type=whole):
                return replace(each, type=change(whole, each))
            case _:
                return each

    return Model(tuple(map(changed, model.declarations)))


def _with_type(field: Field, whole: Type) -> Field:
    if isinstance(whole, Nullable):
        return replace(field, type=whole.item, nullable=True)
    return replace(field, type=whole)
