"""What `docmodels diff` compares: a folder or a revision, from the words that name it."""

from __future__ import annotations

import os
from pathlib import Path

from ..config import Config, ConfigError
from ..frozen import frozen
from ..reporting.terminal import shown
from ..sources.files import checkout
from ..sources.folder import Found, find_pages
from ..sources.revisions import Revision, find_revision, is_shallow, read_revision
from .options import existing


@frozen()
class Compared:
    """The old version or the new one, read.

    name    as reports call it
    prefix  the text before the path of a page, with the name of the revision, if it is one
    folder  the same without that name
    shown   the folder that its findings are relative to; for a revision, a folder that does not exist
    files   the text that makes the path of a page a path in the repository, None outside of a repository
    """

    name: str
    prefix: str
    folder: str
    shown: Path
    files: str | None
    pages: Found


def read_compared(argument: str | None, config: Config) -> Compared:
    """The pages that an argument names: those of a folder, or of a revision; without one, of the docs folder.

    Raises ConfigError where there is no such thing, and where there are both: whichever was taken, it could be the
    wrong one.
    """
    if argument is None:
        return _folder(existing(config.docs), config)
    folder = Path(argument)
    if not folder.is_dir():
        return _revision(_named(argument, config.docs), config)
    try:
        is_both = find_revision(argument, config.docs) is not None
    except ConfigError:  # no repository, no git: then there is only the folder
        is_both = False
    if is_both:
        remedy = f'write "./{argument}" for the folder, "{argument}^0" for the revision'
        raise ConfigError(f'"{argument}" is a folder and a revision; {remedy}')
    return _folder(folder, config)


def _folder(folder: Path, config: Config) -> Compared:
    name = shown(folder)
    prefix = "" if name == "." else name.removesuffix("/") + "/"
    found = find_pages(folder, config.exclude, config.limits.page_bytes)
    return Compared(name, prefix, prefix, folder, _from_repository(folder), found)


def _revision(revision: Revision, config: Config) -> Compared:
    name = revision.name if ":" in revision.name else f"{revision.name}:{revision.folder}"
    inside = f"{revision.folder}/" if revision.folder else ""
    prefix = f"{name.partition(':')[0]}:{inside}"
    found = read_revision(revision, config.exclude, config.limits.page_bytes)
    return Compared(name, prefix, inside, Path(name), inside, found)


def _named(name: str, docs: Path) -> Revision:
    try:
        found = find_revision(name, docs)
    except ConfigError as error:
        remedy = "name two folders, or keep the docs in a git repository"
        raise ConfigError(f'no folder "{name}", and no revision: {error.message}; {remedy}') from error
    if found is None:
        remedy = ""
        if ".." in name:
            remedy = "; write the two ends of a range as OLD and NEW"
        elif is_shallow(docs):
            remedy = "; the clone is shallow, so fetch more of its history first"
        raise ConfigError(f'no folder and no revision "{name}"{remedy}')
    return found


def _from_repository(folder: Path) -> str | None:
    """The path of a folder from the root of its repository, with a `/` behind it."""
    whole = Path(os.path.realpath(folder))
    root = checkout(whole)
    if root is None:
        return None
    return "" if whole == root else f"{whole.relative_to(root).as_posix()}/"
