"""The pages of a docs folder at a revision of its git repository, without a checkout."""

from __future__ import annotations

import os
import posixpath
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..config import ConfigError
from ..diagnostics import Diagnostic, Place
from ..frozen import frozen
from ..limits import PAGE_BYTES
from .folder import Found, is_page, too_large

_LINK = b"120000"  # the mode of a symbolic link
# Variables that git sets for its hooks. They name the repository of the hook; the docs may be in another one.
_SET_FOR_HOOKS = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})


@frozen()
class Revision:
    """A docs folder at a revision.

    name        the name that the user gave
    commit      the hash of its commit
    folder      the path of the docs folder from the root of the repository, with `/`; "" for the root itself
    repository  a folder in the working tree
    """

    name: str
    commit: str
    folder: str
    repository: Path


@frozen()
class Commit:
    """A commit that changes the docs folder.

    name     its hash
    parent   the hash of its first parent, "" without one
    date     the day of the commit: `2026-11-28`
    subject  the first line of its message
    """

    name: str
    parent: str
    date: str
    subject: str


def find_commits(revisions: str, docs: Path) -> tuple[Commit, ...]:
    """The commits that change the docs folder, the last one first; a merge follows its first parent.

    revisions  a range for `git log`: `v1.0..HEAD`, or `main` for its complete history

    Raises ConfigError without a repository, without git, and for a revision that does not exist.
    """
    repository, rest = _existing(docs)
    if revisions.startswith("-"):
        raise ConfigError(f'no revision "{revisions}"')
    fields = "--format=%H%x00%P%x00%cs%x00%s"
    pages = ("--", os.path.join(".", rest))
    listing = _git(repository, "log", "-z", "--first-parent", "--no-show-signature", fields, revisions, *pages)
    values = os.fsdecode(listing).split("\0") if listing else []
    rows = zip(*[iter(values)] * 4, strict=False)
    return tuple(Commit(name, parents.partition(" ")[0], date, subject) for name, parents, date, subject in rows)


def docs_at(commit: str, docs: Path) -> tuple[Revision, str]:
    """The docs folder at a commit, and the hash of its tree; "" if the folder does not exist there.

    commit  the hash of the commit

    Raises ConfigError without a repository or git.
    """
    repository, rest = _existing(docs)
    prefix = os.fsdecode(_git(repository, "rev-parse", "--show-prefix")).removesuffix("\n")
    revision = Revision(commit, commit, posixpath.join(prefix, rest).rstrip("/"), repository)
    return revision, _resolved(repository, f"{commit}:{revision.folder}") or ""


def find_revision(name: str, docs: Path) -> Revision | None:
    """A revision of the repository with the docs folder; None if it has no revision with that name.

    name  a name for `git rev-parse`: `HEAD~2`, `v1.0`, `origin/main`. If the docs were in another folder then, its path from
          the root of the repository follows a `:`
    docs  the docs folder; it may no longer exist

    Raises ConfigError without a repository or git.
    """
    revision, colon, folder = name.partition(":")
    repository, rest = _existing(docs)
    prefix = os.fsdecode(_git(repository, "rev-parse", "--show-prefix")).removesuffix("\n")
    commit = _resolved(repository, f"{revision}^{{commit}}")
    if commit is None:
        return None
    folder = folder.strip("/") if colon else posixpath.join(prefix, rest).rstrip("/")
    return Revision(name, commit, folder, repository)


def state_of(docs: Path) -> str:
    """The commit that last changed the docs folder: `3f2a1b7`, or `3f2a1b7 with changes`; "" without one or without git."""
    try:
        folder, rest = _existing(docs)
        commit = _git(folder, "log", "-1", "--format=%h", "--", rest or ".").decode("ascii").strip()
        is_changed = bool(_git(folder, "status", "--porcelain", "--", rest or "."))
    except ConfigError:
        return ""
    return f"{commit} with changes" if commit and is_changed else commit


def read_revision(revision: Revision, exclude: Sequence[str] = (), largest: int = PAGE_BYTES) -> Found:
    """The pages below the docs folder at a revision, by the rules of `find_pages`.

    exclude  patterns of paths to leave out
    largest  the most bytes of a page; a larger page is left out, with a finding

    A symbolic link is followed only to a file in the docs folder.

    Raises ConfigError if the folder does not exist there.
    """
    tree = _resolved(revision.repository, f"{revision.commit}:{revision.folder}")
    if tree is None:
        raise _absent(revision)
    try:
        listing = _git(revision.repository, "ls-tree", "-r", "-l", "-z", "--full-tree", tree)
    except ConfigError as error:
        raise _absent(revision) from error
    files: dict[str, str] = {}
    links: set[str] = set()
    large: set[str] = set()
    for entry in filter(None, listing.split(b"\0")):
        about, _, path = entry.partition(b"\t")
        mode, kind, blob, size = about.split()
        if kind == b"blob":
            files[os.fsdecode(path)] = blob.decode("ascii")
            if mode == _LINK:
                links.add(os.fsdecode(path))
            if size.isdigit() and int(size) > largest:  # git knows no size of a lost object
                large.add(os.fsdecode(path))
    wanted = [path for path in sorted(files) if is_page(path, exclude)]
    targets = _targets(revision.repository, files, links) if not links.isdisjoint(wanted) else {}
    known = {path: targets.get(path, path) for path in wanted}
    read = {path: target for path, target in known.items() if target in files and target not in large}
    blobs = dict.fromkeys(files[target] for target in read.values())
    data = dict(zip(blobs, _contents(revision.repository, list(blobs)), strict=True))
    unread = (
        too_large(path, largest) if target in files else _outside(path)
        for path, target in known.items()
        if path not in read
    )
    return tuple((path, data[files[target]]) for path, target in read.items()), tuple(unread)


def is_shallow(docs: Path) -> bool:
    """Whether the repository with a docs folder has only a part of its history."""
    repository, _ = _existing(docs)
    return _git(repository, "rev-parse", "--is-shallow-repository").strip() == b"true"


def _targets(repository: Path, files: Mapping[str, str], links: set[str]) -> Mapping[str, str]:
    """Symbolic link of a tree → the path that it leads to in the end; "" for a circle."""
    ordered = sorted(links)
    texts = _contents(repository, [files[path] for path in ordered])
    direct = {
        path: posixpath.normpath(posixpath.join(posixpath.dirname(path), os.fsdecode(text)))
        for path, text in zip(ordered, texts, strict=True)
    }
    targets = {}
    for path in ordered:
        target, met = path, set()
        while target in direct and target not in met:
            met.add(target)
            target = direct[target]
        targets[path] = "" if target in direct else target
    return targets


def _contents(repository: Path, blobs: Sequence[str]) -> Iterator[bytes]:
    """The contents of blobs, in their order, from one process."""
    if not blobs:
        return
    output = _git(repository, "cat-file", "--batch", given="".join(f"{blob}\n" for blob in blobs).encode("ascii"))
    at = 0
    for blob in blobs:
        end = output.index(b"\n", at)
        _, kind, *sizes = output[at:end].split(b" ")  # `<hash> blob <size>`, or `<hash> missing`
        if not sizes:
            raise ConfigError(f"git: the object {blob} is {os.fsdecode(kind)}")
        size = int(sizes[0])
        yield output[end + 1 : end + 1 + size]
        at = end + size + 2


def _existing(docs: Path) -> tuple[Path, str]:
    """The folder itself or the nearest existing one above it, and the path from there to the folder."""
    absolute = Path(os.path.abspath(docs))
    nearest = next(folder for folder in (absolute, *absolute.parents) if folder.is_dir())
    rest = absolute.relative_to(nearest).as_posix()
    return nearest, "" if rest == "." else rest


def _resolved(repository: Path, name: str) -> str | None:
    """The hash of an object; None if no object has that name."""
    if name.startswith("-"):  # an option, not the name of an object
        return None
    command = ("rev-parse", "--verify", "--quiet", name)
    done = _run(repository, command)
    return done.stdout.decode("ascii").strip() if done.returncode == 0 else None


def _git(repository: Path, *arguments: str, given: bytes = b"") -> bytes:
    done = _run(repository, arguments, given)
    if done.returncode:
        complaint = os.fsdecode(done.stderr).strip().split("\n")[0].removeprefix("fatal: ")
        raise ConfigError(f"git: {complaint}")
    return done.stdout


def _run(repository: Path, arguments: Sequence[str], given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if name not in _SET_FOR_HOOKS}
    environment["LC_ALL"] = "C"  # users see its messages
    try:
        return subprocess.run(
            ["git", *arguments], cwd=repository, env=environment, input=given, capture_output=True, check=False
        )
    except FileNotFoundError as error:
        raise ConfigError("git is not installed, so docmodels can compare only folders") from error


def _absent(revision: Revision) -> ConfigError:
    remedy = f'write "{revision.name.partition(":")[0]}:FOLDER" if the docs were in another one'
    return ConfigError(f'no docs folder "{revision.folder}" at "{revision.name}"; {remedy}')


def _outside(path: str) -> Diagnostic:
    message = "the link leads out of the docs folder, or to no file; it is left out"
    return Diagnostic(Place(path), "not-read", message, "Copy the page into the docs folder.")
