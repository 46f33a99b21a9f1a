"""Comparing the tree on disk with the wanted tree.

No state is kept between two runs. A file is docmodels' own if its first line is the mark; every other file is somebody
else's, even an empty one. So an interrupted run, a merge or a rebase leaves nothing to repair.
"""

from __future__ import annotations

import os
import pathlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from .atomic import is_temporary
from .plan import Plan, Problem, Removal, Write, check_paths, is_never_ours, parents, reason


@dataclass(slots=True)
class Listing:
    """The files and folders under the output folder.

    ours        path of a file with the mark → content
    others      path of anything else → its kind
    unreadable  path → reason
    leftovers   paths of temporary files
    """

    ours: dict[str, bytes] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)
    unreadable: dict[str, str] = field(default_factory=dict)
    leftovers: list[str] = field(default_factory=list)


def compare(out: pathlib.Path, files: Mapping[str, bytes], mark: bytes, listing: Listing | None = None) -> Plan:
    """The changes that make a folder hold the wanted files. Nothing is written yet.

    out      the output folder; it may be missing, or be a symbolic link. All files with the mark below it belong to the
             caller, so two callers cannot share it
    files    the wanted tree: relative path with `/` → content, which begins with `mark`
    mark     the first line of docmodels' own files, with its line end "\\n"
    listing  what `look` found there in the same run, so that no file is read twice

    Symbolic links below `out` are never followed. Names that begin with a dot, and `__pycache__`, are skipped. A file whose
    mark ends with "\\r\\n", as in a checkout under Windows, is docmodels' own too; its content is not the wanted one.

    Raises ValueError if a path, a content or the mark breaks these rules. Errors of the file system are in the plan.
    """
    _check(files, mark)
    root = os.fspath(out)
    listing = look(out, mark) if listing is None else listing
    write: list[Write] = []
    unchanged: list[str] = []
    foreign: dict[str, str] = {}

    for path, content in sorted(files.items()):
        barrier = _barrier(listing, path)
        if barrier is not None:
            if barrier not in listing.unreadable:
                kind = listing.others.get(barrier, _FILE)
                foreign[barrier] = f"{kind} is where a folder should be"
        elif path in listing.ours:
            old = listing.ours[path]
            if old == content:
                unchanged.append(path)
            else:
                write.append(Write(path, old, content))
        elif path in listing.others:
            foreign[path] = f"{listing.others[path]} is where a file should be"
        elif path in listing.unreadable:
            pass
        elif os.path.lexists(os.path.join(root, path)) and not _is_listed(root, path):
            # To this file system, two names are one.
            foreign[path] = "a file is here whose name is spelled differently"
        else:
            write.append(Write(path, None, content))

    stale = listing.ours.keys() - files.keys()
    return Plan(
        write=tuple(write),
        unchanged=tuple(unchanged),
        remove=tuple(Removal(path, listing.ours[path]) for path in sorted(stale)),
        foreign=_problems(foreign),
        unreadable=_problems(listing.unreadable),
        leftovers=tuple(sorted(listing.leftovers)),
    )


def files_of(out: pathlib.Path, mark: bytes) -> Mapping[str, bytes]:
    """The files with the mark below a folder: path in it, with `/` → content."""
    return look(out, mark).ours


def holds(out: pathlib.Path, digests: Mapping[str, str], mark: bytes, digest: Callable[[bytes], str]) -> bool:
    """Whether the files with the mark below a folder are the wanted ones, and there is nothing left to do.

    digests  the wanted tree: relative path with `/` → digest of the content
    """
    listing = look(out, mark)
    return (
        not (listing.unreadable or listing.leftovers)
        and listing.ours.keys() == digests.keys()
        and all(digest(content) == digests[path] for path, content in listing.ours.items())
    )


def _check(files: Mapping[str, bytes], mark: bytes) -> None:
    check_paths(files)
    if not mark.strip() or mark.find(b"\n") != len(mark) - 1:
        raise ValueError(f"the mark is not one whole line: {mark!r}")
    for path, content in files.items():
        if not content.startswith(mark):
            raise ValueError(f"content without the mark: {path!r}")


_FILE = "a file"
_FOREIGN_FILE = "a file that docmodels did not write"
_FOLDER = "a folder"
_LINK = "a symbolic link"
_SPECIAL = "something that is neither a file nor a folder"


def look(out: pathlib.Path, mark: bytes) -> Listing:
    """The files and folders under the output folder."""
    # Strings, since Path objects would take longer than the reading itself.
    root, listing = os.fspath(out), Listing()
    folders = ["."]
    while folders:
        folder = folders.pop()
        prefix = "" if folder == "." else f"{folder}/"
        try:
            with os.scandir(os.path.join(root, prefix)) as entries:
                for entry in entries:
                    path = f"{prefix}{entry.name}"
                    kind = _kind(entry)
                    if is_never_ours(entry.name):
                        if kind == _FILE and is_temporary(entry.name):
                            listing.leftovers.append(path)
                    elif kind == _FILE:
                        _look_into(listing, entry.path, path, mark)
                    else:
                        listing.others[path] = kind
                        if kind == _FOLDER:
                            folders.append(path)
        except FileNotFoundError:
            pass  # the output folder is new, or another run has removed a folder
        except OSError as error:
            listing.unreadable[folder] = reason(error)
    return listing


def _kind(entry: os.DirEntry[str]) -> str:
    if entry.is_symlink():
        return _LINK
    if entry.is_dir(follow_symlinks=False):
        return _FOLDER
    return _FILE if entry.is_file(follow_symlinks=False) else _SPECIAL


def _look_into(listing: Listing, full: str, path: str, mark: bytes) -> None:
    try:
        with open(full, "rb", buffering=0) as file:
            head = file.read(len(mark) + 1)
            if head.startswith(mark) or head == mark[:-1] + b"\r\n":
                listing.ours[path] = head + file.readall()
            else:
                listing.others[path] = _FOREIGN_FILE
    except OSError as error:
        listing.unreadable[path] = reason(error)


def _barrier(listing: Listing, path: str) -> str | None:
    """The outermost path above a file that is no folder or cannot be listed; None if all are folders."""
    for folder in parents(path):
        if folder in listing.unreadable or folder in listing.ours or listing.others.get(folder, _FOLDER) != _FOLDER:
            return folder
    return None


def _is_listed(root: str, path: str) -> bool:
    """Whether a file is listed with exactly this path now: another run may have written it since `look`."""
    steps = (step.rpartition("/") for step in (*parents(path)[1:], path))
    try:
        return all(name in os.listdir(os.path.join(root, folder)) for folder, _, name in steps)
    except OSError:  # gone again
        return True


def _problems(reasons: Mapping[str, str]) -> tuple[Problem, ...]:
    return tuple(Problem(path, why) for path, why in sorted(reasons.items()))
