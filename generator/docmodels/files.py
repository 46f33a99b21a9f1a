"""Files and folders on disk: reading what a stranger may have put there, so that no link leads out and no pipe is
waited for; and the checkout that a folder is in."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

# What a platform lacks it does without: Windows has no pipes that wait in folders, and no way to open below a handle.
_FLAGS = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_FILE = _FLAGS | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
_FOLDER = _FLAGS | getattr(os, "O_DIRECTORY", 0)
_INNER = _FOLDER | getattr(os, "O_NOFOLLOW", 0)


class OutsideError(OSError):
    """A symbolic link leads out of the folder."""


class NoFileError(OSError):
    """It is a folder, a pipe, a socket, a device: no file."""


class TooLargeError(OSError):
    """It has more bytes than are read."""


def read_below(folder: str, path: str, largest: int = sys.maxsize) -> bytes:
    """The content of a file below a folder.

    folder   its real path, as os.path.realpath gives it
    path     relative to it, with `/` and without `..`; a symbolic link counts where it leads to a file inside of the
             folder
    largest  how many bytes the file may have

    Raises OSError: OutsideError, NoFileError, TooLargeError, or what the system says. What is swapped for a link while
    it is read is an error as well, where the system can open files relative to an open folder (all but Windows can).
    """
    whole = os.path.join(folder, path)
    if os.path.islink(whole):
        real = os.path.realpath(whole)
        if not real.startswith(os.path.join(folder, "")):
            raise OutsideError("the link leads out of the folder")
        path = os.path.relpath(real, folder).replace(os.sep, "/")
    *folders, name = path.split("/")
    file = _open(folder, folders, name)
    with open(file, "rb", buffering=0) as stream:
        found = os.fstat(file)
        _expect_file(found)
        if found.st_size > largest:
            raise TooLargeError("it is too large")
        return stream.readall()


def checkout(here: Path) -> Path | None:
    """The nearest folder, this absolute one or one above it, that is a working tree of Git's."""
    # In submodules and worktrees `.git` is a file.
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), None)


def _open(root: str, folders: list[str], name: str) -> int:
    """The descriptor of what was a regular file just before, with no symbolic link on the way from the root to it."""
    if os.open not in os.supports_dir_fd:
        path = os.path.join(root, *folders, name)
        _expect_file(os.stat(path, follow_symlinks=False))
        return os.open(path, _FILE)
    here = os.open(root, _FOLDER)
    try:
        for folder in folders:
            inner = os.open(folder, _INNER, dir_fd=here)
            os.close(here)
            here = inner
        _expect_file(os.stat(name, dir_fd=here, follow_symlinks=False))  # to open a device may do something
        return os.open(name, _FILE, dir_fd=here)
    finally:
        os.close(here)


def _expect_file(found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise NoFileError("it is no file")
