"""Writing a file so that it is there as a whole or not at all."""

from __future__ import annotations

import contextlib
import os

from ..regexes import regex

_TEMPORARY = regex(r"\.docmodels-[0-9a-f]{16}\.tmp")


def write_file(path: str | os.PathLike[str], data: bytes | bytearray, mode: int | None = None) -> None:
    """Put `data` at `path` in one step: who reads meanwhile sees the old or the new.

    A process that is killed leaves the old file, and perhaps a temporary one beside it.
    The bytes are not forced to the medium (fsync): that would cost a thousand files
    seconds, and what a power failure spoils is generated again.

    The new file has the given mode, or the one that the umask gives. A symbolic link at
    `path` is replaced, not followed; telling whether it may be is the caller's part.

    Raises OSError, and then nothing of the attempt is left on disk.
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
