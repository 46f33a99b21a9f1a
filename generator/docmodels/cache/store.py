"""The cache on disk: one file for each docs folder."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from itertools import chain
from math import inf
from pathlib import Path
from typing import TypeVar

from ..config.installed import Source
from ..output import is_temporary, write_file
from .codec import Codec
from .digests import digest
from .files import MOST, SUFFIX, file_for, heading, read
from .keys import key_of

T = TypeVar("T")

_UNUSED = 30 * 24 * 3600.0  # seconds after which an unread file is removed
_UNFINISHED = 3600.0  # seconds; no file takes so long to write


class Cache:
    """The results of earlier runs for one docs folder.

    file     the path of the file; None to keep nothing
    program  the name of the program: results of another program are not read
    codec    writes and reads values
    """

    def __init__(self, file: str | None, program: str, codec: Codec) -> None:
        self._file = file
        self._program = program
        self._codec = codec
        self._known = _entries(read(file, program)) if file is not None else {}
        self._used: dict[bytes, bytes] = {}

    def recall(self, key: str, kind: type[T], make: Callable[[], T]) -> T:
        """The result of an earlier run for a key, or else a new one from `make`, which is kept.

        key   letters, digits and `-`, for everything that the value depends on
        kind  the class of the value
        """
        known = self.known(key, kind)
        if known is not None:
            return known
        value = make()
        self.keep(key, value)
        return value

    def known(self, key: str, kind: type[T]) -> T | None:
        """The result of an earlier run for a key; None without one. See `recall`."""
        name = key.encode()
        text = self._used.get(name) or self._known.get(name)
        if text is not None:
            try:
                known = self._codec.decode(text.decode("ascii"))
            except (ValueError, TypeError, KeyError, RecursionError):
                return None
            if isinstance(known, kind):
                self._used[name] = text
                return known
        return None

    def keep(self, key: str, value: object) -> None:
        """Keep a result for later runs; see `recall`."""
        self._used[key.encode()] = self._codec.encode(value).encode()

    def save(self) -> None:
        """Keep the results that this run has used, and forget all others.

        The file is replaced in one step, so that simultaneous runs can only lose results.
        """
        if self._file is None or self._used == self._known:
            return
        write(self._file, self._program, _written(self._used))


def write(file: str, program: str, body: bytearray) -> None:
    """Replace a file in one step; see `files.read`. A full or read-only disk is no error.

    body  the content; the function puts the first line before it in place, without a copy
    """
    if len(body) > MOST:
        return
    body[:0] = heading(program, body) + b"\n"
    with suppress(OSError):
        folder = os.path.dirname(file)
        os.makedirs(folder, mode=0o700, exist_ok=True)
        is_new = not os.path.exists(file)
        write_file(file, body)
        if is_new:  # only a new file makes room, since a look at many files takes long
            _remove_old(folder)


def open_cache(of: Path, codec: Codec, programs: Iterable[Path], extensions: Sequence[Source], purpose: str) -> Cache:
    """The cache for a folder.

    programs    the folders and files of the code that results depend on; after a change there, it is another program
    extensions  the installed extensions that results depend on, with their code
    purpose     letters: results that are looked up together are in one file
    """
    program = program_name(*programs, *chain.from_iterable(extension.files for extension in extensions))
    return Cache(file_for(purpose, os.path.realpath(of)), program + key_of(*extensions), codec)


def _entries(body: bytes) -> dict[bytes, bytes]:
    return {key: text for key, _, text in (line.partition(b" ") for line in body.splitlines())}


def _written(entries: Mapping[bytes, bytes]) -> bytearray:
    """The entries, one on each line; keys and values are ASCII without line ends."""
    body = bytearray()
    for key, text in entries.items():
        body += b"%b %b\n" % (key, text)
    return body


def program_name(*places: Path) -> str:
    """A name for this state of docmodels, of the libraries that it uses, and of Python.

    places  the folders and files of its code
    """
    specs = map(find_spec, ("markdown_it",))
    libraries = [spec.origin for spec in specs if spec is not None and spec.origin is not None]
    code = [_code(place) for place in (*libraries, *map(os.fspath, places))]
    return digest(sys.version.encode(), *map(str.encode, code))


@cache
def _code(place: str) -> str:
    """A digest of the files at a place.

    A process reads them once, since it keeps the code that it began with. The times of files would be quicker to read, but
    on some machines all files have the same time.
    """
    hash_ = blake2b(digest_size=16)
    for path in sorted(_files(place)):
        with suppress(OSError), open(path, "rb", buffering=0) as file:
            hash_.update(digest(os.fsencode(path), file.readall()).encode())
    return hash_.hexdigest()


def _files(folder: str) -> Iterable[str]:
    if os.path.isfile(folder):
        yield folder
        return
    queue = [folder]
    while queue:
        with os.scandir(queue.pop()) as entries:
            for entry in entries:
                if entry.is_dir() and entry.name != "__pycache__":
                    queue.append(entry.path)
                elif not entry.name.endswith((".pyc", ".pyo")) and not entry.name.startswith("."):
                    yield entry.path


def _remove_old(folder: str) -> None:
    """Remove files that no run has read for long, and leftovers of killed runs."""
    now = time.time()
    with os.scandir(folder) as entries:
        for entry in entries:
            kept = _UNUSED if entry.name.endswith(SUFFIX) else _UNFINISHED if is_temporary(entry.name) else inf
            with suppress(OSError):
                if entry.stat(follow_symlinks=False).st_mtime < now - kept:
                    os.unlink(entry.path)
