"""Writing a file completely or not at all."""

from __future__ import annotations

import contextlib
import os

from ..patterns import regex

_TEMPORARY = regex(r"\.docmodels-[0-9a-f]{16}\.tmp")


def write_file(path: str | os.PathLike[str], data: bytes | bytearray, mode: int | None = None) -> None:
    """Replace the file at `path` in one step: a reader sees either the old or the new content.

    A killed process leaves the old file, and maybe a temporary one beside it. There is no fsync, which would take seconds
    for a thousand files; after a power failure, the next run generates the files again.

    The new file has the given mode, or by default that of the umask. A symbolic link at `path` is replaced, not followed;
    the caller must check that it may be.

    Raises OSError, and leaves nothing of the attempt on disk.
    """
    # Strings, not Path objects: a thousand files are written at once.
    temporary = os.path.join(os.path.dirname(path), f".docmodels-{os.urandom(8).hex()}.tmp")
    try:
        with open(temporary, "xb") as file:
            file.write(data)
        if mode is not None:
            os.chmod(temporary, mode)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def is_temporary(name: str) -> bool:
    """Whether a file of this name is a temporary file of `write_file`."""
    return _TEMPORARY.fullmatch(name) is not None
