"""Aliases that stand for nothing but themselves."""

from __future__ import annotations

from dataclasses import replace

from ..diagnostics import Diagnostic
from .cycles import components
from .declarations import Alias
from .tree import Model
from .types import ANY, Nullable, Ref, Type, UnionOf


def without_endless(model: Model) -> tuple[Model, tuple[Diagnostic, ...]]:
    """The model with every alias that leads back to itself, through aliases and unions alone, made any value.

    A list or an object in between makes a type finite: its values end somewhere.
    """
    aliases = {declaration.key: declaration for declaration in model.declarations if isinstance(declaration, Alias)}
    heads = {key: [head for head in _heads(alias.type) if head in aliases] for key, alias in aliases.items()}
    endless = {key for component in components(heads) for key in component}
    if not endless:
        return model, ()
    diagnostics = tuple(
        Diagnostic(
            aliases[key].place,
            "endless-type",
            f'"{aliases[key].title}" stands for itself; it is read as any value',
            "Correct the types that the page names.",
        )
        for key in sorted(endless)
    )
    return (
        Model(
            tuple(
                replace(declaration, type=ANY)
                if isinstance(declaration, Alias) and declaration.key in endless
                else declaration
                for declaration in model.declarations
            )
        ),
        diagnostics,
    )


def _heads(whole: Type) -> list[str]:
    queue, found = [whole], []
    while queue:
        match queue.pop():
            case Ref(key):
                found.append(key)
            case Nullable(item):
                queue.append(item)
            case UnionOf(members):
                queue.extend(members)
            case _:
                pass
    return found
