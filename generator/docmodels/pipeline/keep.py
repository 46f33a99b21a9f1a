"""Keep committed modules of a page with errors that no longer defines all of their models.

A deleted table looks like a broken one. An error makes the difference: until somebody corrects it, the modules of the page
stay complete, and other modules still import from them.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from ..diagnostics import Diagnostic, Place, Severity
from ..diagnostics.codes import CODES
from ..frozen import frozen
from ..model import Model
from ..model.code_names import Classes, Location
from ..model.declarations import Alias, Declaration
from ..model.names import folded
from ..model.types import ANY, DeclarationId
from ..targets.python.committed import Committed, module_of, read_committed, stand_in
from ..targets.python.planning import ModuleName
from ..targets.python.syntax import Code

Files = Mapping[str, bytes]
"""Path below the output folder → content of the file."""


@frozen()
class Kept:
    """A page whose modules stay as they are.

    modules       path → module
    declarations  the definitions in the modules: from the current page, or else from the modules
    classes       the locations of these
    lost          the names that the page no longer has
    """

    modules: Mapping[str, Committed]
    declarations: tuple[Declaration, ...]
    classes: Classes[Code]
    lost: tuple[str, ...]


@frozen()
class Stable:
    """The models, without losses from errors.

    model    the declarations; for a page in `kept`, those of its modules
    classes  the locations of all declarations of the package
    kept     path of a page → the page, if its modules stay as they are
    files    the files of earlier runs; empty if no error loses a model
    """

    model: Model
    classes: Classes[Code]
    kept: Mapping[str, Kept]
    files: Files


def keep_broken_pages(
    model: Model, classes: Classes[Code], diagnostics: Iterable[Diagnostic], committed: Callable[[], Files]
) -> Stable:
    """Replace the declarations of pages with errors by those of their modules, if the modules define more.

    A page keeps no module that is in the way of another page's module.

    model        the declarations of the pages, in the order of the docs
    classes      their locations
    diagnostics  the findings about the pages
    committed    returns the files of earlier runs
    """
    wrong = sorted(
        {
            diagnostic.place.path
            for diagnostic in diagnostics
            if diagnostic.severity is Severity.ERROR and _loses(diagnostic)
        }
    )
    files = committed() if wrong else {}
    pages: dict[str, list[Declaration]] = {}
    for declaration in model.declarations if files else ():
        pages.setdefault(declaration.place.path, []).append(declaration)
    stems = {_stem(page) for page in pages}
    owners = _Owners(classes)
    kept: dict[str, Kept] = {}
    for page in wrong if files else ():
        broken = _kept(page, _modules(page, files, stems), pages.get(page, ()), classes)
        if broken.lost and owners.admit(broken.classes):
            kept[page] = broken
            owners.add(broken.classes)
    if not kept:
        return Stable(model, classes, {}, {})
    declarations = [item for item in model.declarations if item.place.path not in kept]
    declarations += [declaration for page in kept.values() for declaration in page.declarations]
    declarations.sort(key=lambda item: (item.place, item.id))
    known = {**classes, **{item: place for page in kept.values() for item, place in page.classes.items()}}
    located = {item.id: known[item.id] for item in declarations if item.id in known}
    return Stable(Model(tuple(declarations)), located, kept, files)


class _Owners:
    """The page of each module, and the pages with modules in each package."""

    def __init__(self, classes: Classes[Code]) -> None:
        self._of_module: dict[ModuleName, str] = {}
        self._in_package: dict[ModuleName, set[str]] = {}
        self.add(classes)

    def add(self, classes: Classes[Code]) -> None:
        """Add the modules of some declarations."""
        for id_, place in classes.items():
            self._of_module[place.module] = id_.page
            for depth in range(1, len(place.module)):
                self._in_package.setdefault(place.module[:depth], set()).add(id_.page)

    def admit(self, classes: Classes[Code]) -> bool:
        """Whether no module of a page is another page's module, is a package with one, or is inside one."""
        return not any(
            self._in_package.get(place.module, set()) - {id_.page}
            or any(
                self._of_module.get(place.module[:depth], id_.page) != id_.page
                for depth in range(1, len(place.module) + 1)
            )
            for id_, place in classes.items()
        )


def _loses(finding: Diagnostic) -> bool:
    """Whether an error may lose a model."""
    return bool(finding.place.path) and not CODES[finding.code].is_of_row


def _stem(path: str) -> tuple[str, ...]:
    """A path without its suffix, in a spelling that pages and their modules share."""
    return tuple(map(folded, posixpath.splitext(path)[0].split("/")))


def _modules(page: str, files: Files, stems: Collection[tuple[str, ...]]) -> Mapping[str, Committed]:
    """The modules of a page: a module at its place, or the modules of a package there."""
    stem = _stem(page)
    modules: dict[str, Committed] = {}
    for path, data in files.items():
        own = _stem(path)
        if own[: len(stem)] == stem and (own == stem or own not in stems) and not path.endswith("__init__.py"):
            committed = read_committed(path, data)
            if committed is not None:
                modules[path] = committed
    return modules


def _kept(page: str, modules: Mapping[str, Committed], now: Sequence[Declaration], classes: Classes[Code]) -> Kept:
    """A page with the definitions of its modules: its own if it still has them, or else those of the modules."""
    planned = {classes[item.id]: item for item in now if item.id in classes}
    places = [Location(module.name, name) for module in modules.values() for name in module.names]
    nodes = {Location(module.name, name): node for module in modules.values() for name, node in module.names.items()}
    is_only = len(places) == 1
    declarations: dict[Location[Code], Declaration] = {}
    lost: list[str] = []
    for place in places:
        declaration = planned.get(place)
        if declaration is None or (nodes[place] is not None and _is_shapeless(declaration)):
            lost.append(place.name)
            namespace = place.module[len(_stem(page)) :]
            anchor = "" if is_only and not namespace else ".".join((*namespace, place.name))
            declaration = stand_in(place.name, nodes[place], DeclarationId(page, anchor), namespace)
        declarations[place] = declaration
    if is_only and any(not _is_shapeless(item) for item in now):
        lost = []  # the page's only model has another name now
    located = {declaration.id: place for place, declaration in declarations.items()}
    return Kept(modules, tuple(declarations.values()), located, tuple(lost))


def _is_shapeless(declaration: Declaration) -> bool:
    return isinstance(declaration, Alias) and declaration.type == ANY


def with_kept(stable: Stable, rendered: Files) -> Files:
    """The files to write: the rendered ones, the kept ones, and files that the kept ones import but no page makes."""
    files = dict(rendered)
    queue = [(path, content) for page in stable.kept.values() for path, content in page.modules.items()]
    for path, _ in queue:
        files[path] = stable.files[path]
    while queue:
        _, committed = queue.pop()
        for path in committed.imports:
            if path in stable.files and path not in files:
                files[path] = stable.files[path]
                if (other := read_committed(path, stable.files[path])) is not None:
                    queue.append((path, other))
    return files


def imports(stable: Stable) -> Mapping[ModuleName, tuple[ModuleName, ...]]:
    """Module that a page keeps → the modules that it may import."""
    return {
        module.name: tuple(filter(None, map(module_of, module.imports)))
        for page in stable.kept.values()
        for module in page.modules.values()
    }


def notes(kept: Mapping[str, Kept]) -> list[Diagnostic]:
    """A finding for each page that keeps its modules."""
    return [
        Diagnostic(
            Place(page),
            "kept-module",
            f"kept {_listed(sorted(kept_page.modules))}: the page has an error and no longer defines {_listed(kept_page.lost)}",
            "Fix the page, or delete it.",
        )
        for page, kept_page in kept.items()
    ]


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names) if len(names) < 4 else f"{', '.join(names[:3])} and {len(names) - 3} more"
