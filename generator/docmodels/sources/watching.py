"""Waiting for changes: of the pages, of the templates and of the configuration.

This room knows where to look and says when it is time for a run; what a run is, it does not know. It is the only one
that knows watchfiles, which an extra brings along.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from watchfiles import Change, watch

from ..frozen import frozen

_STEP = 50  # milliseconds; a run begins when nothing has changed for so long


@frozen()
class Tree:
    """A folder with files that count, at any depth: those with one of the suffixes and without a dot at the beginning."""

    folder: Path
    suffixes: tuple[str, ...]


@frozen()
class Places:
    """Where to look; all paths are real ones, as what is reported back is.

    trees  which may be missing, and then are waited for
    files  single files that count, whether they are there or not
    out    the folder that is written to: folders in it do not count
    """

    trees: tuple[Tree, ...]
    files: frozenset[Path]
    out: Path


def due(places: Callable[[], Places]) -> Iterator[None]:
    """Yield when it is time for a run: at once, and after every change that counts. Never ends by itself.

    places  where to look, now; asked again before every run, as the change may have been one of the configuration

    Nothing is missed while a run lasts: what changes meanwhile makes the next run due. That holds for new folders too,
    which are watched before they are read.

    Every folder is watched by itself, for the files right in it. So the folder that holds the docs can be watched,
    to see the docs come back after they were gone, and not with it a thousand folders that nobody asked for.

    Raises KeyboardInterrupt, within some fifty milliseconds, and OSError where the system cannot watch that much.
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
                yield_on_timeout=True,  # the first time is when watching has begun
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
            pass  # a folder went away just before it could be watched
        except RuntimeError as error:  # how watchfiles says that there are too many watchers already
            raise OSError(f"the docs cannot be watched: {error}") from error


def _folders(places: Places) -> frozenset[str]:
    """The folders to watch: those of the trees, those of the files, and what a missing one will appear in."""
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
            pass  # it went away meanwhile, or cannot be read, which a run will say
    return frozenset(folders)


def _nearest(folder: Path) -> str:
    """The folder, or the nearest above it that is there."""
    return os.fspath(next((parent for parent in (folder, *folder.parents) if parent.is_dir()), folder))


def _moved(changes: Iterable[tuple[Change, str]], folders: frozenset[str]) -> bool:
    """Whether a watched folder went or came: one of the same name may be another folder, which nobody watches."""
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
