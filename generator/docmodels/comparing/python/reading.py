"""Files of Python as declarations."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Callable, Collection, Iterable, Iterator

from ...diagnostics import Diagnostic, Place
from ...frozen import frozen, replace
from ...model.declarations import Alias, Declaration, Object
from ...model.model import Model, map_types
from ...model.types import DeclarationId, Ref
from ..target import known_leaf
from .declaring import declared
from .fields import as_library_has
from .modules import Defined, Import, Module, Modules, module_of
from .settings import Library


@frozen()
class Source:
    """A file: its path as reports show it, its names in imports (the full one first), and its bytes."""

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
    """The classes, enumerations and type aliases in some files, in their order.

    further  finds the file of an imported module that is not among them; its declarations are helpers
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
    ids = {declaration.id for declaration in declarations}
    objects = [declaration for declaration in declarations if isinstance(declaration, Object)]
    bases = {base.id for owner in objects for base in owner.bases if isinstance(base, Ref)}
    linked = (map_types(declaration, lambda leaf: known_leaf(leaf, ids)) for declaration in declarations)
    model = Model(tuple(_as_used(declaration, libraries) for declaration in linked))
    return Declared(model, frozenset(helpers | bases), tuple(faults))


def _as_used(declaration: Declaration, libraries: Collection[Library]) -> Declaration:
    """An alias with its type as the libraries of the target mean it; other declarations as they are."""
    if isinstance(declaration, Alias):
        for library in sorted(libraries):
            declaration = replace(declaration, type=as_library_has(declaration.type, library))
    return declaration


def _parsed(
    sources: Iterable[Source], further: Callable[[str], Source | None]
) -> tuple[Modules, frozenset[str], list[Diagnostic]]:
    """The modules; the paths of the given sources, without further ones; and the findings."""
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
            imported = (further(name) for name in sorted(wanted))
            queue += [source for source in imported if source is not None and source.path not in by_path]
    return Modules(by_path, by_name), own, faults


def _imported(module: Module) -> Iterator[str]:
    """The full names of all imports of a module that may be modules."""
    yield from module.stars
    for bound in module.bound.values():
        if isinstance(bound, Import):
            yield bound.module
            if bound.name:
                yield f"{bound.module}.{bound.name}"


def _module(source: Source) -> Module | Diagnostic:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the user's own checks warn about escapes
            tree = ast.parse(source.content)
    except SyntaxError as error:
        message = f"it is not Python {_running()}: {error.msg}; its classes are not compared"
        return _fault(Place(source.path, error.lineno or 0, error.offset or 0), message, "Correct the file.")
    except (ValueError, RecursionError, MemoryError):
        message = "it is not Python, or nested too deep; its classes are not compared"
        return _fault(Place(source.path), message, "Correct the file.")
    return module_of(source.path, source.names[0], tree, is_package=source.is_package)


def _running() -> str:
    import sys

    return f"{sys.version_info.major}.{sys.version_info.minor}"


def _fault(place: Place, message: str, remedy: str) -> Diagnostic:
    return Diagnostic(place, "target-not-read", message, remedy)
