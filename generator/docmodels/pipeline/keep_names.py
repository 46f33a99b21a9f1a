"""`docmodels generate --keep-names`: the names of classes in the committed package, as settings.

class ResponseFormat     in the package, and ListRoomsResponse in what would be written, with the same fields
"rooms.md#ListRoomsResponse" = "ResponseFormat"     in [tool.docmodels.names]
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from .. import output
from ..config import Config
from ..frozen import frozen
from ..model.declarations import Object
from ..targets import python
from ..targets.python.committed import read_committed
from .understand import Understanding

_ALIKE = 0.6  # the share of attributes or members that makes two classes the same


@frozen()
class _Class:
    """A class or alias of a module: its name, and those of its attributes or members."""

    name: str
    parts: frozenset[str]


def kept_names(config: Config, understanding: Understanding) -> Mapping[str, str]:
    """Key of `[tool.docmodels.names]` → the name in the committed package, for classes that would get another name.

    Two classes of a module are the same if most of their attributes or members are, or if no other name in the module has
    changed.
    """
    committed = _committed(config)
    modules: dict[tuple[str, ...], dict[_Class, str]] = {}
    for made, module, key in _planned(understanding):
        modules.setdefault(module, {})[made] = key
    kept: dict[str, str] = {}
    for module, planned in modules.items():
        old = committed.get(module, ())
        gone = [class_ for class_ in old if class_.name not in {new.name for new in planned}]
        new = [class_ for class_ in planned if class_.name not in {before.name for before in old}]
        kept |= {planned[after]: before.name for before, after in _pairs(gone, new)}
    return kept


def _pairs(gone: list[_Class], new: list[_Class]) -> Iterator[tuple[_Class, _Class]]:
    """Pairs of an old and a new class of a module, the most similar first."""
    ranked = sorted(
        ((_likeness(before, after), before.name, after.name) for before in gone for after in new), reverse=True
    )
    befores, afters = {class_.name: class_ for class_ in gone}, {class_.name: class_ for class_ in new}
    for likeness, before, after in ranked:
        if likeness >= _ALIKE and before in befores and after in afters:
            yield befores.pop(before), afters.pop(after)
    if len(befores) == len(afters) == 1 and len(gone) == len(new) == 1:
        yield befores.popitem()[1], afters.popitem()[1]


def _likeness(one: _Class, other: _Class) -> float:
    every = one.parts | other.parts
    return len(one.parts & other.parts) / len(every) if every else 0.0


def _committed(config: Config) -> Mapping[tuple[str, ...], tuple[_Class, ...]]:
    """Module of the committed package → its classes."""
    files = output.files_of(config.out, python.MARK.encode())
    classes = (read_committed(path, data) for path, data in files.items())
    return {
        class_.name: tuple(_Class(name, frozenset(_parts(node))) for name, node in class_.names.items())
        for class_ in classes
        if class_ is not None
    }


def _parts(node: ast.ClassDef | None) -> Iterator[str]:
    for statement in node.body if node is not None else ():
        match statement:
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name
            case ast.Assign(targets=[ast.Name(id=name)]):
                yield name


def _planned(understanding: Understanding) -> Iterator[tuple[_Class, tuple[str, ...], str]]:
    """The classes to write: each with its module, and with the key that points at it."""
    names = understanding.names
    for declaration in understanding.written.declarations:
        place = names.classes.get(declaration.id)
        if place is None:
            continue
        if isinstance(declaration, Object):
            parts = frozenset(names.attributes_of(declaration).values())
        else:
            parts = frozenset(names.constants.get(declaration.id, ()))
        yield _Class(place.name, parts), tuple(place.module), f"{declaration.id.page}#{place.name}"
