"""Files of Python as declarations."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Callable, Collection, Iterable, Iterator

from ... import diagnostics
from ...diagnostics import Diagnostic
from ...frozen import frozen, replace
from ...model.declarations import Alias, Declaration, Object
from ...model.model import Model, map_types
from ...model.types import DeclarationId, Ref, Type
from ...model.types import Unknown as UnknownType
from .declaring import declared
from .fields import as_library_has
from .modules import Defined, Import, Module, Modules, module_of
from .settings import Library


@frozen()
class Source:
    """A file: its path as reports show it, the names that imports call it by (the full one first), and its bytes."""

    path: str
    names: tuple[str, ...]
    is_package: bool
    content: bytes


@frozen()
class Declared:
    """The declarations of files; see `Target`."""

    model: Model
    helpers: frozenset[DeclarationId]
    diagnostics: tuple[Diagnostic, ...]


def read_modules(sources: Iterable[Source], further: Callable[[str], Source | None]) -> Declared:
    """The classes, enumerations and aliases of types in some files, in their order.

    further  finds a module that they import from and that is none of them; what it declares are helpers
    """
    modules, own, faults = _parsed(sources, further)
    declarations: list[Declaration] = []
    helpers = set[DeclarationId]()
    libraries = set[Library]()
    for module in modules.by_path.values():
        for name, node in module.bound.items():
            owner = Defined(module, name, node) if isinstance(node, ast.AST) else None
            for made in declared(modules, owner) if owner is not None else ():
                if isinstance(made, Diagnostic):
                    faults.append(made)
                    continue
                declarations.append(made.declaration)
                libraries.add(made.library)
                if made.is_helper or module.path not in own:
                    helpers.add(made.declaration.id)
    ids = {each.id for each in declarations}
    bases = {
        part.id for each in declarations if isinstance(each, Object) for part in each.bases if isinstance(part, Ref)
    }
    linked = (map_types(each, lambda leaf: _kept(leaf, ids)) for each in declarations)
    whole = Model(tuple(_as_used(each, libraries) for each in linked))
    return Declared(whole, frozenset(helpers | bases), tuple(faults))


def _kept(leaf: Type, ids: set[DeclarationId]) -> Type:
    return UnknownType(leaf.id.anchor) if isinstance(leaf, Ref) and leaf.id not in ids else leaf


def _as_used(declaration: Declaration, libraries: Collection[Library]) -> Declaration:
    """An alias of a type as the classes of the target have types; other declarations as they are."""
    if isinstance(declaration, Alias):
        for library in sorted(libraries):
            declaration = replace(declaration, type=as_library_has(declaration.type, library))
    return declaration


def _parsed(
    sources: Iterable[Source], further: Callable[[str], Source | None]
) -> tuple[Modules, frozenset[str], list[Diagnostic]]:
    """The modules, the paths of those that are not further ones, and the findings."""
    by_path: dict[str, Module] = {}
    by_name: dict[str, Module] = {}
    faults: list[Diagnostic] = []
    queue = list(sources)
    own = frozenset(source.path for source in queue)
    tried = set[str]()
    for source in queue:  # it grows
        made = _module(source)
        if isinstance(made, Diagnostic):
            faults.append(made)
            continue
        by_path[source.path] = made
        for name in source.names:
            by_name.setdefault(name, made)
        if source is queue[-1]:
            wanted = {name for module in by_path.values() for name in _imported(module)} - by_name.keys() - tried
            tried |= wanted
            found = [each for name in sorted(wanted) if (each := further(name)) is not None]
            queue += [each for each in found if each.path not in by_path]
    return Modules(by_path, by_name), own, faults


def _imported(module: Module) -> Iterator[str]:
    """The full names of all that may be a module among the imports of a module."""
    yield from module.stars
    for bound in module.bound.values():
        if isinstance(bound, Import):
            yield bound.module
            if bound.name:
                yield f"{bound.module}.{bound.name}"


def _module(source: Source) -> Module | Diagnostic:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what Python thinks of the escapes in it is nobody's business here
            tree = ast.parse(source.content)
    except SyntaxError as error:
        message = f"it is not Python {_running()}: {error.msg}; its classes are not compared"
        return _fault(
            diagnostics.Place(source.path, error.lineno or 0, error.offset or 0), message, "Correct the file."
        )
    except (ValueError, RecursionError, MemoryError):
        message = "it is not Python, or nested too deep; its classes are not compared"
        return _fault(diagnostics.Place(source.path), message, "Correct the file.")
    return module_of(source.path, source.names[0], tree, is_package=source.is_package)


def _running() -> str:
    import sys

    return f"{sys.version_info.major}.{sys.version_info.minor}"


def _fault(place: diagnostics.Place, message: str, remedy: str) -> Diagnostic:
    return Diagnostic(place, "target-not-read", message, remedy)
