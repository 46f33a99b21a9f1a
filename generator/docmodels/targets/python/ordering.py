"""The order in which a module defines its declarations."""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Iterator, Set

from ...model.declarations import Alias, Declaration, Object
from ...model.model import types_of
from ...model.types import DeclarationId, Ref, Type, walk
from .dependencies import Dependencies
from .planning import Module


def definition_order(module: Module, around: Dependencies, *, is_plain: bool = False) -> tuple[Declaration, ...]:
    """The declarations in the order of the docs, but each behind those that its definition needs.

    A class needs its bases, and the enumerations of its defaults; an alias needs every declaration that it names. Aliases
    in a circle need nothing; if they are plain, they need all but each other. Annotations of fields are evaluated late, and
    need only classes with the name of a builtin: until the module defines `Warning`, that name means Python's own.

    is_plain  whether aliases are evaluated when they are defined, not when they are first used
    """
    if len(module.declarations) == 1:
        return module.declarations
    own = {declaration.id: declaration for declaration in module.declarations}
    with_constants = {target.id for target in around.targets if target.constants}
    places = zip(module.declarations, around.locations, strict=True)
    hidden = {declaration.id for declaration, place in places if hasattr(builtins, place.name)}

    def needs_of(declaration: Declaration) -> Iterator[DeclarationId]:
        needs = _needs(declaration, around, with_constants, hidden, is_plain=is_plain)
        return (need for need in needs if need in own)

    done: dict[DeclarationId, Declaration] = {}
    for declaration in module.declarations:
        work = [(declaration, needs_of(declaration))]
        entered = {declaration.id}
        while work:
            current, needs = work[-1]
            need = next((need for need in needs if need not in done and need not in entered), None)
            if need is not None:
                entered.add(need)
                work.append((own[need], needs_of(own[need])))
            else:
                work.pop()
                done.setdefault(current.id, current)
    return tuple(done.values())


def _needs(
    declaration: Declaration,
    around: Dependencies,
    with_constants: Set[DeclarationId],
    hidden: Set[DeclarationId],
    *,
    is_plain: bool,
) -> Iterator[DeclarationId]:
    match declaration:
        case Object(bases=bases, fields=fields):
            yield from _named(bases)
            yield from (target for target in _named(field.type for field in fields) if target in hidden)
            yield from (
                target
                for target in _named(field.type for field in fields if field.default_value is not None)
                if target in with_constants
            )
        case Alias(id=own) if own not in around.recursive:
            yield from _named(types_of(declaration))
        case Alias() if is_plain:
            yield from (target for target in _named(types_of(declaration)) if target not in around.recursive)
        case _:
            pass


def _named(types: Iterable[Type]) -> Iterator[DeclarationId]:
    return (part.id for type_ in types for part in walk(type_) if isinstance(part, Ref))
