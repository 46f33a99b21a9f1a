"""Safe reading of files that a stranger may have put into a folder: no link leads out, and no pipe blocks the run.

And the Git checkout that a folder is in.
"""

from __future__ import annotations

import os
import stat
import sys

TYPE_CHECKING = False  # a check that knows its answer needs neither typing nor pathlib
if TYPE_CHECKING:
    from pathlib import Path

# A flag that a platform lacks is 0: Windows has no pipes in folders, and cannot open files relative to a folder.
_FLAGS = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_FILE = _FLAGS | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
_FOLDER = _FLAGS | getattr(os, "O_DIRECTORY", 0)
_INNER = _FOLDER | getattr(os, "O_NOFOLLOW", 0)


class OutsideError(OSError):
    """A symbolic link leads out of the folder."""


class NoFileError(OSError):
    """It is no file, but a folder, a pipe, a socket or a device."""


class TooLargeError(OSError):
    """It has too many bytes."""


def read_below(folder: str, path: str, largest: int = sys.maxsize) -> bytes:
    """The content of a file below a folder, given by its real path; see `Below.read`."""
    with Below(folder) as below:
        return below.read(path, largest)


class Below:
    """Reads files below a folder. The folder of the last file stays open, since the next file may be in it too.

    folder  its real path, by os.path.realpath
    """

    def __init__(self, folder: str) -> None:
        self._root = folder
        self._at: str | None = None
        self._open = -1

    def __enter__(self) -> Below:
        return self

    def __exit__(self, *_: object) -> None:
        self._leave()

    def read(self, path: str, largest: int = sys.maxsize) -> bytes:
        """The content of a file.

        path     the path relative to the folder, with `/` and without `..`; a symbolic link must lead to a file inside the
                 folder
        largest  the most bytes of the file

        Raises OSError: OutsideError, NoFileError, TooLargeError, or an error of the system. A file that is swapped for a
        link meanwhile is an error too, on systems that can open files relative to an open folder (all but Windows).
        """
        full = os.path.join(self._root, path)
        if os.path.islink(full):
            real = os.path.realpath(full)
            if not real.startswith(os.path.join(self._root, "")):
                raise OutsideError("the link leads out of the folder")
            path = os.path.relpath(real, self._root).replace(os.sep, "/")
        with open(self._file(path), "rb", buffering=0) as stream:
            status = os.fstat(stream.fileno())
            _expect_file(status)
            if status.st_size > largest:
                raise TooLargeError("it is too large")
            return stream.readall()

    def _file(self, path: str) -> int:
        """The descriptor of a regular file, with no symbolic link on the way to it."""
        if os.open not in os.supports_dir_fd:
            full = os.path.join(self._root, path)
            _expect_file(os.stat(full, follow_symlinks=False))
            return os.open(full, _FILE)
        folder, _, name = path.rpartition("/")
        if folder != self._at:
            self._enter(folder)
        _expect_file(os.stat(name, dir_fd=self._open, follow_symlinks=False))  # opening a device may have effects
        return os.open(name, _FILE, dir_fd=self._open)

    def _enter(self, folder: str) -> None:
        self._leave()
        self._open = os.open(self._root, _FOLDER)
        for part in folder.split("/") if folder else ():
            inner = os.open(part, _INNER, dir_fd=self._open)
            os.close(self._open)
            self._open = inner
        self._at = folder

    def _leave(self) -> None:
        self._at = None
        if self._open >= 0:
            os.close(self._open)
            self._open = -1


def checkout(here: Path) -> Path | None:
    """The root of the Git checkout around an absolute path; None without one."""
    # In submodules and worktrees `.git` is a file.
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), None)


def _expect_file(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise NoFileError("it is not a file")
