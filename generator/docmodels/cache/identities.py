"""The state of files without reading them: sizes, times and inodes, as in Git's index."""

from __future__ import annotations

import os
import stat
import time
from itertools import chain

from .digests import digest

TYPE_CHECKING = False  # the import of typing takes longer than a look at a small tree
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TICK = 2_000_000_000  # nanoseconds; some disks have times in steps of two seconds


def state_of(places: Iterable[str], paths: Iterable[str] = ()) -> str:
    """A digest of the identities of some files, and of all files below some folders; "" if these are no proof.

    They are no proof if a place cannot be read, or is neither a file nor a folder; and if a file changed in the last
    seconds, since it may change again without a new time. Hidden folders hold no pages, so they do not count, and neither do
    files that Python compiles.

    places  files, and folders with everything below them
    paths   files and folders that may be missing. The time of a folder changes when a name in it is added or removed
    """
    latest = time.time_ns() - _TICK
    state: list[str] = []
    try:
        for path, about in chain(*map(_files, places), _existing(paths)):
            mtime, ctime = about.st_mtime_ns, about.st_ctime_ns
            if mtime > latest or ctime > latest:
                return ""
            state.append(f"{path}\0{about.st_mode} {about.st_ino} {about.st_dev} {about.st_size} {mtime} {ctime}\0")
    except OSError:
        return ""
    return digest("".join(state).encode("utf-8", "surrogateescape"))


def _files(place: str) -> Iterator[tuple[str, os.stat_result]]:
    """The files below a folder, or the file at a path, in an order that depends on their names alone.

    Raises OSError for a path that is neither a file nor a folder, and for errors of the system.
    """
    about = os.stat(place)
    if not stat.S_ISDIR(about.st_mode):
        yield place, about
        return
    folders = [place]
    while folders:
        with os.scandir(folders.pop()) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
        for entry in entries:
            is_hidden = entry.name.startswith(".")
            if entry.is_dir(follow_symlinks=False):
                if not is_hidden:
                    folders.append(entry.path)
            elif entry.is_file(follow_symlinks=False):
                if not entry.name.endswith(".pyc"):
                    yield entry.path, entry.stat(follow_symlinks=False)
            elif not is_hidden:
                raise OSError("it is neither a file nor a folder")


def _existing(paths: Iterable[str]) -> Iterator[tuple[str, os.stat_result]]:
    for path in paths:
        if os.path.exists(path or "."):
            yield path, os.stat(path or ".")
