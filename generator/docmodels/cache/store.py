"""The cache on disk: one file for each docs folder, in the user's cache folder.

It is not in the project: a cache that comes with a stranger's tree is not trusted.
"""

from __future__ import annotations

import json
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
from ..sources.files import read_below
from .codec import Codec
from .keys import digest, key_of

T = TypeVar("T")

_to_json = json.JSONEncoder(separators=(",", ":")).encode
_from_json = json.JSONDecoder().decode
_MOST = 1 << 28  # bytes; a tree that needs more is read as if there were no cache
_UNUSED = 30 * 24 * 3600.0  # seconds after which the file of a docs folder that nobody reads any more is removed
_UNFINISHED = 3600.0  # seconds; no file takes as long to write
_SUFFIX = ".cache"


class Cache:
    """The results of earlier runs for one docs folder.

    file     the file of the cache; None to keep nothing
    program  a name of the program: the results of another program are not read
    codec    writes and reads values
    """

    def __init__(self, file: Path | None, program: str, codec: Codec) -> None:
        self._file = file
        self._head = f"docmodels {program} ".encode()
        self._codec = codec
        self._known = _read(file, self._head) if file is not None else {}
        self._used: dict[bytes, bytes] = {}

    def recall(self, key: str, kind: type[T], make: Callable[[], T]) -> T:
        """Return the result of an earlier run for the key, or else that of `make`.

        key   letters, digits and `-`, made of everything that the value depends on
        kind  the class of the value
        """
        known = self.known(key, kind)
        if known is not None:
            return known
        value = make()
        self.keep(key, value)
        return value

    def known(self, key: str, kind: type[T]) -> T | None:
        """Return the result of an earlier run for the key, None without one; see `recall`."""
        name = key.encode()
        text = self._used.get(name) or self._known.get(name)
        if text is not None:
            with suppress(ValueError, TypeError, KeyError, IndexError, RecursionError):
                known = self._codec.decode(_from_json(text.decode("ascii")))
                if isinstance(known, kind):
                    self._used[name] = text
                    return known
        return None

    def keep(self, key: str, value: object) -> None:
        """Keep a result for later runs; see `recall`."""
        self._used[key.encode()] = _to_json(self._codec.encode(value)).encode()

    def save(self) -> None:
        """Keep the results that were used since the cache was opened, and forget all others.

        The file is replaced in one step, so runs at the same time only lose results. A full or read-only disk is no
        reason to fail.
        """
        if self._file is None or self._used == self._known:
            return
        body = _written(self._used)
        if len(body) > _MOST:
            return
        body[:0] = self._head + digest(body).encode() + b"\n"
        with suppress(OSError):
            folder = self._file.parent
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            is_new = not self._file.exists()
            write_file(self._file, body)
            if is_new:  # whoever adds a file makes room for it; a look at all of them takes long where they are many
                _remove_old(os.fspath(folder))


def open_cache(of: Path, codec: Codec, programs: Iterable[Path], extensions: Sequence[Source], purpose: str) -> Cache:
    """The cache for a folder.

    programs    the folders and files of the code that results depend on; a change there makes another program
    extensions  the installed extensions that results depend on; their code counts as well
    purpose     letters: results that are looked up together are in one file
    """
    program = program_name(*programs, *chain.from_iterable(extension.files for extension in extensions))
    return Cache(file_for(of, purpose), program + key_of(*extensions), codec)


def file_for(of: Path, purpose: str) -> Path | None:
    """The file of a cache for a folder; None where there is no user. See `open_cache`."""
    folder = _folder()
    name = f"{digest(os.fsencode(os.path.realpath(of)))}-{purpose}{_SUFFIX}"
    return None if folder is None else folder / name


def _folder() -> Path | None:
    """The user's cache folder; None where there is no user."""
    from platformdirs import user_cache_dir

    folder = Path(user_cache_dir("docmodels", appauthor=False))
    return folder if folder.is_absolute() else None


def _read(file: Path, head: bytes) -> dict[bytes, bytes]:
    """The entries of a file, by key; none where it is damaged, or another program's."""
    try:
        first, _, body = read_below(os.path.realpath(file.parent), file.name, _MOST).partition(b"\n")
    except OSError:
        return {}
    if first != head + digest(body).encode():
        return {}
    with suppress(OSError):
        os.utime(file)
    return _entries(body)


def _entries(body: bytes) -> dict[bytes, bytes]:
    return {key: text for key, _, text in (line.partition(b" ") for line in body.splitlines())}


def _written(entries: Mapping[bytes, bytes]) -> bytearray:
    """The entries, a line each; both keys and values are ASCII without line ends."""
    body = bytearray()  # of a large tree, it is made without a copy
    for key, text in entries.items():
        body += b"%b %b\n" % (key, text)
    return body


@cache
def program_name(*folders: Path) -> str:
    """A name for this very state of docmodels, of what it reads and writes with, and of Python.

    A process reads the files once, since it goes on running the code that it began with. Times of files would be quicker
    to look at, but on some machines all files have the same.
    """
    specs = map(find_spec, ("markdown_it",))
    libraries = [spec.origin for spec in specs if spec is not None and spec.origin is not None]
    found = blake2b(sys.version.encode(), digest_size=16)
    for path in sorted(chain(libraries, *(_files(os.fspath(folder)) for folder in folders))):
        with suppress(OSError), open(path, "rb", buffering=0) as file:
            found.update(digest(os.fsencode(path), file.readall()).encode())
    return found.hexdigest()


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
    """Remove what nobody has read for long, and what runs that were killed have left."""
    now = time.time()
    with os.scandir(folder) as entries:
        for entry in entries:
            kept = _UNUSED if entry.name.endswith(_SUFFIX) else _UNFINISHED if is_temporary(entry.name) else inf
            with suppress(OSError):
                if entry.stat(follow_symlinks=False).st_mtime < now - kept:
                    os.unlink(entry.path)
