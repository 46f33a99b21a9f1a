"""Aliases that stand for nothing but themselves."""

from __future__ import annotations

from dataclasses import replace

from ..diagnostics import Diagnostic
from .cycles import components
from .declarations import Alias
from .model import Model
from .types import ANY, DeclarationId, Nullable, Ref, Type, UnionOf


def without_endless(model: Model) -> tuple[Model, tuple[Diagnostic, ...]]:
    """The model with every alias that leads back to itself, through aliases and unions alone, made any value.

    A list or an object in between makes a type finite: its values end somewhere.
    """
    aliases = {declaration.id: declaration for declaration in model.declarations if isinstance(declaration, Alias)}
    heads = {each: [head for head in _heads(alias.type) if head in aliases] for each, alias in aliases.items()}
    endless = {each for component in components(heads) for each in component}
    if not endless:
        return model, ()
    diagnostics = tuple(
        Diagnostic(
            aliases[each].place,
            "endless-type",
            f'"{aliases[each].title}" is an alias of itself; it is typed as Any',
            "Correct the types that the page names.",
        )
        for each in sorted(endless)
    )
    return (
        Model(
            tuple(
                replace(declaration, type=ANY)
                if isinstance(declaration, Alias) and declaration.id in endless
                else declaration
                for declaration in model.declarations
            )
        ),
        diagnostics,
    )


def _heads(type_: Type) -> list[DeclarationId]:
    queue, heads = [type_], list[DeclarationId]()
    while queue:
        match queue.pop():
            case Ref(target):
                heads.append(target)
            case Nullable(item):
                queue.append(item)
            case UnionOf(members):
                queue.extend(members)
            case _:
                pass
    return heads
