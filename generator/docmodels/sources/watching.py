"""Waiting for changes of the pages, the templates and the configuration.

This module says when a run is due; it does not know what a run does. Only this module knows watchfiles, which an extra
installs.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from watchfiles import Change, watch

from ..frozen import frozen

_STEP = 50  # milliseconds without a change before a run begins


@frozen()
class Tree:
    """A folder of files to watch, at any depth: files with one of the suffixes that are not hidden."""

    folder: Path
    suffixes: tuple[str, ...]


@frozen()
class Places:
    """The places to watch. All paths are real paths, as in watchfiles' reports.

    trees  folders; a missing one may appear later
    files  single files; they may be missing
    out    the output folder: new folders in it do not count
    """

    trees: tuple[Tree, ...]
    files: frozenset[Path]
    out: Path


def due(places: Callable[[], Places]) -> Iterator[None]:
    """Yield when a run is due: at once, and after every change that counts. Never ends by itself.

    places  returns the current places; called before every run, since the configuration may have changed

    No change is missed: a change during a run makes the next run due. That includes new folders, which are watched before
    they are read.

    Every folder is watched by itself, for the files directly in it. So the folder above the docs can be watched, to see
    deleted docs come back, without a thousand other folders in it.

    Raises KeyboardInterrupt, within some fifty milliseconds, and OSError if the system cannot watch so much.
    """
    while True:
        now = places()
        folders = _folders(now)
        begun = False
        try:
            for changes in watch(
                *sorted(folders),
                watch_filter=None,
                step=_STEP,
                rust_timeout=_STEP,
                yield_on_timeout=True,  # the first timeout means that watching has begun
                recursive=False,
                ignore_permission_denied=True,
            ):
                if begun and not any(_counts(path, now, folders) for _, path in changes):
                    continue
                if _moved(changes, folders) or places() != now or _folders(now) != folders:
                    break
                begun = True
                yield
        except FileNotFoundError:
            pass  # a folder disappeared just before it could be watched
        except RuntimeError as error:  # watchfiles raises it if there are too many watchers
            raise OSError(f"the docs cannot be watched: {error}") from error


def _folders(places: Places) -> frozenset[str]:
    """The folders to watch: those of the trees and of the files, and the folders in which missing ones may appear."""
    folders = {_nearest(path.parent) for path in (*places.files, *(tree.folder for tree in places.trees))}
    queue = [os.fspath(tree.folder) for tree in places.trees if tree.folder.is_dir()]
    while queue:
        folder = queue.pop()
        folders.add(folder)
        try:
            with os.scandir(folder) as entries:
                queue += [
                    entry.path
                    for entry in entries
                    if entry.is_dir(follow_symlinks=False) and not entry.name.startswith(".")
                ]
        except OSError:
            pass  # it disappeared meanwhile, or cannot be read, which the run reports
    return frozenset(folders)


def _nearest(folder: Path) -> str:
    """The folder itself or the nearest existing one above it."""
    return os.fspath(next((parent for parent in (folder, *folder.parents) if parent.is_dir()), folder))


def _moved(changes: Iterable[tuple[Change, str]], folders: frozenset[str]) -> bool:
    """Whether a watched folder disappeared or appeared: a new folder with its name is not watched yet."""
    return any(change is not Change.modified and path in folders for change, path in changes)


def _counts(path: str, places: Places, folders: frozenset[str]) -> bool:
    changed = Path(path)
    if changed in places.files:
        return True
    for tree in places.trees:
        if tree.folder.is_relative_to(changed):
            return True
        if changed.is_relative_to(tree.folder):
            if any(part.startswith(".") for part in changed.relative_to(tree.folder).parts):
                continue
            if changed.name.lower().endswith(tree.suffixes):
                return True
            if (path in folders or changed.is_dir()) and not changed.is_relative_to(places.out):
                return True
    return False
