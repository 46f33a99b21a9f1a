"""In which order a module defines its declarations."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.declarations import Alias, Declaration, Object
from ...model.model import types_of
from ...model.types import DeclarationId, Ref, Type, walk
from .dependencies import Dependencies
from .planning import Module


def definition_order(module: Module, around: Dependencies) -> tuple[Declaration, ...]:
    """The declarations in the order of the docs, those first that another one needs to be defined.

    A class needs its bases, and the enumerations that its defaults are values of; an alias needs all that it names,
    except where aliases name each other in a circle. Annotations of fields need nothing: they are evaluated late.
    """
    own = {declaration.id: declaration for declaration in module.declarations}
    done: dict[DeclarationId, Declaration] = {}
    for declaration in module.declarations:
        work = [(declaration, _needs(declaration, own, around))]
        entered = {declaration.id}
        while work:
            current, needs = work[-1]
            need = next((each for each in needs if each not in done and each not in entered), None)
            if need is not None:
                entered.add(need)
                work.append((own[need], _needs(own[need], own, around)))
            else:
                work.pop()
                done.setdefault(current.id, current)
    return tuple(done.values())


def _needs(
    declaration: Declaration, own: dict[DeclarationId, Declaration], around: Dependencies
) -> Iterator[DeclarationId]:
    match declaration:
        case Object(bases=bases, fields=fields):
            types = [*bases, *(field.type for field in fields if field.default_value is not None)]
            wanted = list(_named(types))
            with_constants = {target.id for target in around.targets if target.constants}
            named_bases = set(_named(bases))
            yield from (each for each in wanted if each in own and (each in named_bases or each in with_constants))
        case Alias() if declaration.id not in around.recursive:
            yield from (each for each in _named(types_of(declaration)) if each in own)
        case _:
            pass


def _named(types: Iterator[Type] | list[Type] | tuple[Type, ...]) -> Iterator[DeclarationId]:
    return (part.id for whole in types for part in walk(whole) if isinstance(part, Ref))
