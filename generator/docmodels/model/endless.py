"""Aliases of nothing but themselves."""

from __future__ import annotations

from ..diagnostics import Diagnostic
from ..frozen import replace
from .cycles import components
from .declarations import Alias
from .model import Model
from .types import ANY, DeclarationId, Nullable, Ref, Type, UnionOf


def without_endless(model: Model) -> tuple[Model, tuple[Diagnostic, ...]]:
    """The model with any value in place of an alias that leads back to itself through aliases and unions alone.

    With a list or an object in between, the type is finite: its values end somewhere.
    """
    aliases = {declaration.id: declaration for declaration in model.declarations if isinstance(declaration, Alias)}
    heads = {alias_id: [head for head in _heads(alias.type) if head in aliases] for alias_id, alias in aliases.items()}
    endless = {alias_id for component in components(heads) for alias_id in component}
    if not endless:
        return model, ()
    diagnostics = tuple(
        Diagnostic(
            aliases[alias_id].place,
            "endless-type",
            f'"{aliases[alias_id].title}" is an alias of itself; it is typed as Any',
            "Correct the types that the page names.",
        )
        for alias_id in sorted(endless)
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
