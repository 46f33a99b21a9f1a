"""Writing and removing the files of a plan."""

from __future__ import annotations

import errno
import os
import pathlib
import stat
import time
from collections.abc import Callable, Collection

from .atomic import write_file
from .lock import alone
from .plan import Plan, Problem, Write, parents, reason

# A temporary file in use is never that old: it exists only while one file is written.
_LEFTOVER_AGE = 3600.0  # seconds


def apply(out: pathlib.Path, plan: Plan, *, is_alone: bool = False) -> tuple[Problem, ...]:
    """Write and remove the files of a plan. Returns the problems, sorted by path.

    out       the folder of the plan; it is created if it is missing
    plan      the result of `compare`, just before
    is_alone  whether the caller holds the lock `alone`; if not, the function tries to take it

    A file that has changed since the comparison stays as it is, and is a problem.

    After an interruption, every file is either old or new. Modules are written before the `__init__.py` files that
    re-export them, inner packages before outer ones, and stale files are removed last: so the package can still be imported
    as far as possible.

    A folder that becomes empty is removed too. If it still holds a `__pycache__` with nothing but `.pyc` files of modules
    that were just removed, these go with it, since Python would import the folder as a namespace package. In a folder that
    stays, they stay too: Python does not import a `.pyc` in `__pycache__` without its module.

    Temporary files of an interrupted run are removed; if another run may be using them, only after an hour.

    Nothing is written or removed through a symbolic link below `out`. This protects against existing links, not against
    somebody who adds one meanwhile.
    """
    if plan.write:
        try:
            out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            return (Problem(".", reason(error)),)
    if is_alone:
        return _apply(out, plan, is_alone=True)
    with alone(out) as is_now:
        return _apply(out, plan, is_alone=is_now)


def _apply(out: pathlib.Path, plan: Plan, *, is_alone: bool) -> tuple[Problem, ...]:
    problems: list[Problem] = []
    folders: set[str] = set()
    for write in sorted(plan.write, key=lambda write: _order(write.path)):
        try:
            _make_folders(out, write.path, folders)
            _write(out, write)
        except OSError as error:
            problems.append(Problem(write.path, reason(error)))
    problems += _remove_all(out, plan, is_alone)
    return tuple(sorted(problems))


def _order(path: str) -> tuple[bool, int, str]:
    """The sort key of a path: modules by path, then `__init__.py` files from the inside out."""
    is_init = path.rpartition("/")[2] == "__init__.py"
    return (is_init, -path.count("/") if is_init else 0, path)


def _make_folders(out: pathlib.Path, path: str, made: set[str]) -> None:
    """Make the folders of a file, except those in `made`, and add them to that."""
    for folder in parents(path)[1:]:
        if folder not in made:
            try:
                (out / folder).mkdir()
            except FileExistsError:
                _expect(stat.S_ISDIR, out, folder)
            made.add(folder)


def _write(out: pathlib.Path, write: Write) -> None:
    try:
        _expect(stat.S_ISREG, out, write.path)
    except FileNotFoundError:
        pass
    else:
        there = (out / write.path).read_bytes()
        if there == write.new:
            return  # another run was faster
        if there != write.old:
            raise _changed(write.path)
    write_file(os.path.join(out, write.path), write.new)


def _remove_all(out: pathlib.Path, plan: Plan, is_alone: bool) -> list[Problem]:
    problems: list[Problem] = []
    known = {removal.path: removal.old for removal in plan.remove}
    stale = [*known, *(path for path in plan.leftovers if is_alone or _is_old(out / path))]
    folders: dict[str, list[str]] = {}
    for path in stale:
        folders.setdefault(path.rpartition("/")[0], []).append(path)
    # A folder is removed right after its last file: an interruption in between would leave an empty folder, which no later
    # run could tell from somebody else's.
    for folder in sorted(folders, reverse=True):
        modules = set()
        for path in sorted(folders[folder], key=_order):
            try:
                _remove(out, path, known.get(path))
            except OSError as error:
                problems.append(Problem(path, reason(error)))
            else:
                modules.add(path.rpartition("/")[2].removesuffix(".py"))
        problems += _remove_folders(out, folder, modules)
    return problems


def _is_old(leftover: pathlib.Path) -> bool:
    try:
        return leftover.lstat().st_mtime < time.time() - _LEFTOVER_AGE
    except OSError:
        return False


def _remove(out: pathlib.Path, path: str, old: bytes | None) -> None:
    """Remove a file, if it still holds `old`; None for any content."""
    try:
        for folder in parents(path)[1:]:
            _expect(stat.S_ISDIR, out, folder)
        _expect(stat.S_ISREG, out, path)
        if old is not None and (out / path).read_bytes() != old:
            raise _changed(path)
        (out / path).unlink()
    except FileNotFoundError:
        pass  # another run was faster


def _remove_folders(out: pathlib.Path, folder: str, modules: Collection[str]) -> tuple[Problem, ...]:
    """Remove a folder if it holds nothing but compiled files of removed modules; then its parents if they are empty.

    modules  the names of the modules that were just removed from the folder
    """
    while folder:
        path = out / folder
        try:
            if [entry.name for entry in path.iterdir()] == ["__pycache__"]:
                _remove_cache(path / "__pycache__", modules)
            if any(path.iterdir()):
                break
            path.rmdir()
        except FileNotFoundError:
            pass  # another run was faster
        except OSError as error:
            return (Problem(folder, reason(error)),)
        folder, modules = folder.rpartition("/")[0], ()
    return ()


def _remove_cache(cache: pathlib.Path, modules: Collection[str]) -> None:
    """Remove a `__pycache__` folder if it holds only compiled files of these modules."""
    if not stat.S_ISDIR(cache.lstat().st_mode):
        return
    compiled = sorted(cache.iterdir())
    if all(
        entry.suffix == ".pyc" and entry.name.partition(".")[0] in modules and stat.S_ISREG(entry.lstat().st_mode)
        for entry in compiled
    ):
        for entry in compiled:
            entry.unlink()
        cache.rmdir()


def _expect(kind: Callable[[int], bool], out: pathlib.Path, path: str) -> None:
    if not kind(os.lstat(os.path.join(out, path)).st_mode):  # strings, as in `write_file`
        raise _changed(path)


def _changed(path: str) -> OSError:
    return OSError(errno.EEXIST, f"{path} has changed since it was compared")
