"""The files of the cache, in the user's cache folder. Each holds the results of one program.

They are not in the project, since docmodels does not trust a cache from a stranger's tree. A check that knows its answer
takes less time than most imports: so this module imports nothing that takes long, and finds the cache folder itself.
"""

from __future__ import annotations

import os
import sys

from ..sources.files import read_below
from .digests import digest

SUFFIX = ".cache"
MOST = 1 << 28  # bytes; a tree that needs more has no cache


def file_for(purpose: str, of: str) -> str | None:
    """The path of a file of the cache; None without a user.

    purpose  letters: results that are looked up together are in one file
    of       the subject of the file, as the real path of a folder
    """
    folder = _folder()
    return os.path.join(folder, f"{digest(os.fsencode(of))}-{purpose}{SUFFIX}") if os.path.isabs(folder) else None


def _folder() -> str:
    """The user's cache folder; a relative path without a user."""
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA", ""), "docmodels", "Cache")
    usual = os.path.expanduser("~/Library/Caches" if sys.platform == "darwin" else "~/.cache")
    wanted = os.environ.get("XDG_CACHE_HOME", "")
    return os.path.join(wanted if os.path.isabs(wanted) else usual, "docmodels")


def read(file: str, program: str) -> bytes:
    """The content of a file; empty if it is missing or damaged, or if another program wrote it.

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
        os.utime(file)  # files with an old time are removed
    except OSError:
        pass
    return body


def heading(program: str, body: bytes | bytearray) -> bytes:
    """The first line of a file: the name of the program, and the digest of the content."""
    return f"docmodels {program} {digest(body)}".encode()
