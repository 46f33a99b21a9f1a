"""Keeping two runs from writing to one output folder at once."""

from __future__ import annotations

import contextlib
import os
import pathlib
import time
from collections.abc import Iterator

try:
    import fcntl
except ImportError:  # Windows, where the next run waits for nobody
    fcntl = None  # type: ignore[assignment]

_PATIENCE = 60.0  # seconds
_PAUSE = 0.02


@contextlib.contextmanager
def alone(out: pathlib.Path) -> Iterator[bool]:
    """Keep other runs from the output folder meanwhile; the result says whether this works.

    The lock is on the folder itself: nothing is left of it once the process and those that it started have ended,
    however that was. Who has it is waited for, but not for ever. It does nothing where the folder is missing or the
    system has no such locks; all that is written is whole even so.
    """
    try:
        # A named pipe in its place would be waited for.
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
