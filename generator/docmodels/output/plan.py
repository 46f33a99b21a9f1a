"""The changes that a run would make on disk, as values.

All paths are relative to the output folder, with `/` on every platform; "." is the output folder itself.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..frozen import frozen


@frozen(order=True)
class Problem:
    """The reason why a file cannot be written, removed or compared.

    reason  a clause for use behind the path and a colon, without a full stop
    """

    path: str
    reason: str


@frozen()
class Write:
    """A file to write. `old` is its current content; None for a new file."""

    path: str
    old: bytes | None
    new: bytes


@frozen()
class Removal:
    """A stale file. `old` is its current content."""

    path: str
    old: bytes


@frozen()
class Plan:
    """The difference between a tree on disk and the wanted tree, sorted by path.

    write       files that are new or have another content
    unchanged   files with the wanted content
    remove      files of an earlier run that are no longer wanted
    foreign     somebody else's files at wanted paths. They stay, and the wanted file (for a folder, all files below it) is
                neither in `write` nor in `unchanged`
    unreadable  files and folders that could not be read
    leftovers   temporary files, of an interrupted run or of a running one
    """

    write: tuple[Write, ...]
    unchanged: tuple[str, ...]
    remove: tuple[Removal, ...]
    foreign: tuple[Problem, ...]
    unreadable: tuple[Problem, ...]
    leftovers: tuple[str, ...]


def check_paths(paths: Iterable[str]) -> None:
    """Raise ValueError unless every path is valid for docmodels' own files, on any platform.

    A path is relative and normalised. No part of it begins with a dot or is `__pycache__`: such files are never docmodels'
    own. No path is a folder on the way to another.
    """
    known = frozenset(paths)
    for path in known:
        if not known.isdisjoint(parents(path)):
            raise ValueError(f"a file and a folder at once, on the way to {path!r}")
        for part in path.split("/"):
            if not part or is_never_ours(part) or not _FORBIDDEN.isdisjoint(part):
                raise ValueError(f"not a path below the output folder: {path!r}")
        path.encode()  # a UnicodeEncodeError is a ValueError


# `\` and `:` are ordinary characters on one platform, and lead out of the folder on another.
_FORBIDDEN = frozenset("\\:\0")


def is_never_ours(name: str) -> bool:
    """Whether a file with this name is never docmodels' own, whatever it holds."""
    return name.startswith(".") or name == "__pycache__"


def parents(path: str) -> tuple[str, ...]:
    """The folders of a file, outermost first: `a/b/c.py` → `.`, `a`, `a/b`."""
    parts = path.split("/")
    return (".", *("/".join(parts[:end]) for end in range(1, len(parts))))


def reason(error: OSError) -> str:
    """The reason in an error, without its path, which may be absolute."""
    return error.strerror or type(error).__name__
