"""Writing a file so that it is there as a whole or not at all."""

from __future__ import annotations

import contextlib
import pathlib
import re
import secrets

_TEMPORARY = re.compile(r"\.docmodels-[0-9a-f]{16}\.tmp")


def write_file(path: pathlib.Path, data: bytes, mode: int | None = None) -> None:
    """Put `data` at `path` in one step: who reads meanwhile sees the old or the new.

    A process that is killed leaves the old file, and perhaps a temporary one beside it.
    The bytes are not forced to the medium (fsync): that would cost a thousand files
    seconds, and what a power failure spoils is generated again.

    The new file has the given mode, or the one that the umask gives. A symbolic link at
    `path` is replaced, not followed; telling whether it may be is the caller's part.

    Raises OSError, and then nothing of the attempt is left on disk.
    """
    temporary = path.with_name(f".docmodels-{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def is_temporary(name: str) -> bool:
    """Whether a file of this name is a temporary file of `write_file`."""
    return _TEMPORARY.fullmatch(name) is not None
