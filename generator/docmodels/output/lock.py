"""A lock, so that no two runs write to one output folder at once."""

from __future__ import annotations

import contextlib
import os
import pathlib
import time
from collections.abc import Iterator

try:
    import fcntl
except ImportError:  # on Windows, there is no lock
    fcntl = None  # type: ignore[assignment]

_PATIENCE = 60.0  # seconds
_PAUSE = 0.02


@contextlib.contextmanager
def alone(out: pathlib.Path) -> Iterator[bool]:
    """Keep other runs from the output folder inside the `with` block; yields whether there is a lock.

    The lock is on the folder itself: it ends with the process and its children, in any case. A run waits for the lock of
    another one, but not forever. There is no lock if the folder is missing or the system has none; every file is still
    written completely.
    """
    try:
        # Without the flag, a named pipe in its place would block.
        folder = os.open(out, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    except OSError:
        yield False
        return
    try:
        yield _locked(folder)
    finally:
        os.close(folder)


def _locked(folder: int) -> bool:
    if fcntl is None:
        return False
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > end:
                return False
            time.sleep(_PAUSE)
        except OSError:  # a file system without locks
            return False
        else:
            return True
