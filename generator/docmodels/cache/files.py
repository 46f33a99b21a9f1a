"""Files of the cache. They are in the user's cache folder, and hold what one program has kept.

They are not in the project: a cache that comes with a stranger's tree is not trusted. A check that knows its answer takes
less time than most imports. So nothing is imported here that takes long, and the cache folder is found by hand.
"""

from __future__ import annotations

import os
import sys

from ..sources.files import read_below
from .digests import digest

SUFFIX = ".cache"
MOST = 1 << 28  # bytes; a tree that needs more is read as if there were no cache


def file_for(purpose: str, of: str) -> str | None:
    """The path of a file; None where there is no user.

    purpose  letters: what is looked up together is in one file
    of       what the file is for, like the real path of a folder
    """
    folder = _folder()
    return os.path.join(folder, f"{digest(os.fsencode(of))}-{purpose}{SUFFIX}") if os.path.isabs(folder) else None


def _folder() -> str:
    """The user's cache folder; a relative path where there is no user."""
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA", ""), "docmodels", "Cache")
    usual = os.path.expanduser("~/Library/Caches" if sys.platform == "darwin" else "~/.cache")
    wanted = os.environ.get("XDG_CACHE_HOME", "")
    return os.path.join(wanted if os.path.isabs(wanted) else usual, "docmodels")


def read(file: str, program: str) -> bytes:
    """What a file holds; nothing where it is not there or damaged, or where another program wrote it.

    program  the name of the program; see `heading`
    """
    folder, name = os.path.split(file)
    try:
        first, _, body = read_below(os.path.realpath(folder), name, MOST).partition(b"\n")
    except OSError:
        return b""
    if first != heading(program, body):
        return b""
    try:  # noqa: SIM105 - contextlib takes long to import
        os.utime(file)  # a file that nobody reads any more is removed
    except OSError:
        pass
    return body


def heading(program: str, body: bytes | bytearray) -> bytes:
    """The first line of a file with what a program has kept."""
    return f"docmodels {program} {digest(body)}".encode()
