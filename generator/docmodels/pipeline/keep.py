"""Modules that stay as they are, since an error in the docs has lost their definitions.

A table that was deleted looks like a table that broke. An error makes the difference: until somebody corrects it, the
modules of its page stay whole, and other modules still import from them.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Mapping, Sequence

from ..diagnostics import Diagnostic, Place, Severity
from ..frozen import frozen
from ..model.declarations import Alias, Declaration
from ..model.model import Model
from ..model.names import folded
from ..model.types import ANY, DeclarationId
from ..targets.python import Plan
from ..targets.python.committed import Committed, read_committed, stand_in
from ..targets.python.planning import ModuleName
from ..targets.python.syntax import Code

Files = Mapping[str, bytes]
"""Files of the output, by their paths below its folder."""

_OF_ROWS = frozenset(
    {
        "row-cells",
        "missing-name",
        "name-too-long",
        "missing-value",
        "repeated-field",
        "repeated-value",
        "repeated-name",
        "type-syntax",
        "endless-type",
    }
)
"""The codes of errors that lose a row or a type at most."""


@frozen()
class Kept:
    """A page whose modules stay as they are.

    modules       the modules, by path
    declarations  their definitions: from the page as it is now, or else from the modules
    lost          the names that the page no longer has
    """

    modules: Mapping[str, Committed]
    declarations: tuple[Declaration, ...]
    lost: tuple[str, ...]


def lost(files: Files, model: Model, plan: Plan, found: Sequence[Diagnostic]) -> Mapping[str, Kept]:
    """The pages with an error and with modules that define more than the pages now do, by path.

    files  the files of earlier runs
    model  the model of the docs now; `plan` is its plan
    found  all findings about the docs
    """
    wrong = sorted({each.place.path for each in found if each.severity is Severity.ERROR and _loses(each)})
    if not wrong or not files:
        return {}
    pages: dict[str, list[Declaration]] = {}
    for declaration in model.declarations:
        pages.setdefault(declaration.place.path, []).append(declaration)
    stems = {_stem(page) for page in pages}
    kept = {page: _kept(page, _modules(page, files, stems), pages.get(page, ()), plan) for page in wrong}
    return {page: each for page, each in kept.items() if each.lost}


def _loses(finding: Diagnostic) -> bool:
    return bool(finding.place.path) and finding.code not in _OF_ROWS


def _stem(path: str) -> tuple[str, ...]:
    """A path without its suffix, in a spelling that pages and their modules have in common."""
    return tuple(map(folded, posixpath.splitext(path)[0].split("/")))


def _modules(page: str, files: Files, stems: Collection[tuple[str, ...]]) -> Mapping[str, Committed]:
    """The modules that a page made: one at its place, or a package of them there."""
    stem = _stem(page)
    found: dict[str, Committed] = {}
    for path, data in files.items():
        own = _stem(path)
        if own[: len(stem)] == stem and (own == stem or own not in stems) and not path.endswith("__init__.py"):
            committed = read_committed(path, data)
            if committed is not None:
                found[path] = committed
    return found


def _kept(page: str, modules: Mapping[str, Committed], now: Sequence[Declaration], plan: Plan) -> Kept:
    planned: dict[tuple[str, str], Declaration] = {
        (_path(place.module), place.name): declaration
        for declaration in now
        if (place := plan.locations.get(declaration.id)) is not None
    }
    names = [(path, name) for path, each in modules.items() for name in each.names]
    is_only = len(names) == 1
    declarations: list[Declaration] = []
    gone: list[str] = []
    for path, name in names:
        node = modules[path].names[name]
        declaration = planned.get((path, name))
        if declaration is None or (node is not None and _is_shapeless(declaration)):
            gone.append(name)
            namespace = tuple(posixpath.splitext(path)[0].split("/")[len(_stem(page)) :])
            anchor = "" if is_only and not namespace else ".".join((*namespace, name))
            declaration = stand_in(name, node, DeclarationId(page, anchor), namespace)
        declarations.append(declaration)
    if is_only and any(not _is_shapeless(each) for each in now):
        gone = []  # the page's only model has another name now
    return Kept(modules, tuple(declarations), tuple(gone))


def _is_shapeless(declaration: Declaration) -> bool:
    return isinstance(declaration, Alias) and declaration.type == ANY


def agrees(kept: Kept, plan: Plan) -> bool:
    """Whether a plan has what a page keeps where the modules have it."""
    places = [plan.locations.get(declaration.id) for declaration in kept.declarations]
    planned = {(_path(place.module), place.name) for place in places if place is not None}
    return planned == {(path, name) for path, each in kept.modules.items() for name in each.names}


def whole(files: Files, kept: Mapping[str, Kept], rendered: Files) -> Files:
    """The files to write: what is rendered, what is kept, and what that imports and nobody makes any more."""
    found = dict(rendered)
    queue = [(path, each) for page in kept.values() for path, each in page.modules.items()]
    for path, _ in queue:
        found[path] = files[path]
    while queue:
        _, committed = queue.pop()
        for path in committed.imports:
            if path in files and path not in found:
                found[path] = files[path]
                if (other := read_committed(path, files[path])) is not None:
                    queue.append((path, other))
    return found


def imports(kept: Kept) -> Mapping[ModuleName, tuple[ModuleName, ...]]:
    """The modules that a page keeps, each with those that it may import."""
    return {_module(path): tuple(map(_module, each.imports)) for path, each in kept.modules.items()}


def _module(path: str) -> ModuleName:
    return tuple(map(Code, posixpath.splitext(path)[0].split("/")))


def notes(kept: Mapping[str, Kept]) -> list[Diagnostic]:
    """That modules stay as they are."""
    return [
        Diagnostic(
            Place(page),
            "kept-module",
            f"{_listed(each.lost)} would be lost by an error; {_listed(sorted(each.modules))} stays as it is",
            "Mend the page, or remove it.",
        )
        for page, each in kept.items()
    ]


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names) if len(names) < 4 else f"{', '.join(names[:3])} and {len(names) - 3} more"


def _path(module: Sequence[str]) -> str:
    return f"{'/'.join(module)}.py"
