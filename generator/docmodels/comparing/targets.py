"""Find a target and read it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from importlib.machinery import PathFinder
from pathlib import Path

from ..config import ConfigError
from ..diagnostics import Diagnostic, Place
from ..frozen import frozen
from ..patterns import regex
from ..sources.files import Below
from ..sources.paths import shown
from .python import read_modules
from .python.reading import Source
from .schemas import Document, document, read_documents
from .target import Target

_PYTHON = (".py", ".pyi")
_SCHEMAS = (".json", ".yml", ".yaml")
_LEFT_OUT = frozenset({"__pycache__", "node_modules", "site-packages"})
_MOST_FILES = 20_000
_WHERE = regex(r" \(line (\d+), column (\d+)\)")
"""Where a parser of JSON or YAML stopped, in its message."""


@frozen()
class _Files:
    """root: the folder that paths are relative to; paths: the files, in order; name: the target's name in reports."""

    root: Path
    paths: tuple[str, ...]
    name: str


def read_target(name: str | os.PathLike[str], largest: int) -> Target:
    """Read a target: the file or folder of a name, or else the module of that name.

    largest  the most bytes of a file; a larger file is left out, with a finding

    Raises ConfigError if nothing has that name, or it holds no file that docmodels reads.
    """
    files = _files(os.fspath(name))
    is_python = any(path.endswith(_PYTHON) for path in files.paths)
    kept = [path for path in files.paths if path.endswith(_PYTHON if is_python else _SCHEMAS)]
    kept = [path for path in kept if not (path.endswith(".pyi") and path[:-1] in kept)]
    if not kept:
        raise ConfigError(f'"{files.name}" holds no file of Python, JSON or YAML')
    root = _outside_of_packages(files.root) if is_python else files.root
    within = files.root.resolve().relative_to(root.resolve()).as_posix() if root != files.root else "."
    before = "" if within == "." else f"{within}/"
    contents, faults = _contents(root, [f"{before}{path}" for path in kept], largest)
    base = shown(root)
    prefix = "" if base == "." else f"{base}/"
    if is_python:
        sources = [_source(root, before, path, content) for path, content in contents]
        declared = read_modules(sources, partial(_of_package, root, within, largest))
        model, helpers, diagnostics = declared.model, declared.helpers, declared.diagnostics
    else:
        documents, unread = _documents(contents)
        faults += unread
        model, helpers, diagnostics = read_documents(documents)
    if not model.declarations and not faults and not diagnostics:
        faults.append(
            Diagnostic(
                Place(f"{before}{kept[0]}"), "target-not-read", "it declares no class and no schema", "Name another."
            )
        )
    return Target(files.name, prefix, model, helpers, (*faults, *diagnostics))


def _files(name: str) -> _Files:
    path = Path(name)
    if not path.exists():
        path = _module(name)
    if path.is_dir():
        return _Files(path, tuple(_inside(path)), shown(path))
    return _Files(path.parent, (path.name,), shown(path))


def _module(name: str) -> Path:
    """The file or folder of a module. Python is asked for the place of the top-level package only; no code runs.

    Raises ConfigError if no module has that name.
    """
    top, *rest = name.split(".")
    is_name = all(part.isidentifier() for part in (top, *rest))
    spec = PathFinder.find_spec(top, [str(Path.cwd()), *sys.path]) if is_name else None
    if spec is None:
        raise ConfigError(f'no file, no folder and no module "{name}"')
    places = [Path(location) for location in spec.submodule_search_locations or ()]
    if not rest:
        if spec.origin is not None and not places:
            places = [Path(spec.origin)]
        return places[0]
    for place in places:
        inner = place.joinpath(*rest)
        for candidate in (inner, *(inner.with_name(inner.name + end) for end in _PYTHON)):
            if candidate.exists():
                return candidate
    raise ConfigError(f'no module "{name}": "{top}" has no such file')


def _inside(folder: Path) -> Iterator[str]:
    """The paths of the files below a folder, with `/`, sorted; hidden files and links to folders are left out."""
    count = 0
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(
            folder_name for folder_name in folders if not folder_name.startswith(".") and folder_name not in _LEFT_OUT
        )
        for name in sorted(names):
            if name.endswith((*_PYTHON, *_SCHEMAS)) and not name.startswith("."):
                count += 1
                if count > _MOST_FILES:
                    raise ConfigError(f'"{shown(folder)}" holds more than {_MOST_FILES:,} files; name a part of it')
                yield Path(where, name).relative_to(folder).as_posix()


def _contents(root: Path, paths: Sequence[str], largest: int) -> tuple[list[tuple[str, bytes]], list[Diagnostic]]:
    contents, faults = list[tuple[str, bytes]](), list[Diagnostic]()
    with Below(os.path.realpath(root)) as below:
        for path in paths:
            try:
                contents.append((path, below.read(path, largest)))
            except OSError as error:
                reason = error.strerror or str(error)
                message = f"it cannot be read: {reason}; it is not compared"
                remedy = "Name a smaller file, or set `target_bytes` in `[tool.docmodels.limits]`."
                faults.append(Diagnostic(Place(path), "target-not-read", message, remedy))
    return contents, faults


def _source(root: Path, before: str, path: str, content: bytes) -> Source:
    """A file with the names that imports may give it: in full, from the target, or from the folder of the target.

    before  the path from the root to the target, with a `/` at its end
    """
    parts = path.rpartition(".")[0].split("/")
    is_package = parts[-1] == "__init__"
    inner = parts[:-1] if is_package else parts
    folder = root.resolve().name if not before else before.rstrip("/").rpartition("/")[2]
    below = inner[before.count("/") :]
    full = ".".join(inner) or folder
    names = {".".join([folder, *below]), ".".join(below), f"{root.resolve().name}.{full}"}
    return Source(path, (full, *sorted(names - {full, ""})), is_package, content)


def _outside_of_packages(folder: Path) -> Path:
    """The folder above the outermost package around a folder; the folder itself if it is no package."""
    here = folder
    while (here / "__init__.py").exists() and here.resolve().parent != here.resolve():
        here = here.parent if here.name not in ("", "..") else here.resolve().parent
    return here


def _of_package(root: Path, within: str, largest: int, name: str) -> Source | None:
    """A module by name, if it is in the package that holds the target; None for any other.

    within  the path from the root to the target
    """
    top, parts = within.partition("/")[0], name.split(".")
    above = root.resolve().parts
    if top == "." or top not in parts:
        return None
    before = parts[: parts.index(top)]  # folders of a namespace, which have no `__init__.py`
    if before and list(above[-len(before) :]) != before:
        return None
    path = "/".join(parts[len(before) :])
    for candidate, is_package in ((f"{path}/__init__.py", True), (f"{path}.py", False)):
        if (root / candidate).is_file():
            contents, _ = _contents(root, [candidate], largest)
            return Source(candidate, (name,), is_package, contents[0][1]) if contents else None
    return None


def _documents(contents: Iterable[tuple[str, bytes]]) -> tuple[list[Document], list[Diagnostic]]:
    documents, faults = list[Document](), list[Diagnostic]()
    for path, content in contents:
        try:
            documents.append(document(path, content.decode("utf-8-sig")))
        except ValueError as error:
            reason = "it is not UTF-8 text" if isinstance(error, UnicodeDecodeError) else str(error)
            line, column = map(int, where.groups()) if (where := _WHERE.search(reason)) else (0, 0)
            message = f"{_WHERE.sub('', reason)}; its schemas are not compared"
            faults.append(Diagnostic(Place(path, line, column), "target-not-read", message, "Correct the file."))
    return documents, faults
