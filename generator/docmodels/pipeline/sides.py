"""The two states of the docs in a comparison: folders or git revisions."""

from __future__ import annotations

import os
from pathlib import Path

from ..config import Config, ConfigError
from ..diagnostics import Diagnostic
from ..frozen import frozen
from ..sources.files import checkout
from ..sources.folder import Found, find_pages
from ..sources.paths import shown
from ..sources.revisions import Revision, find_revision, is_shallow, read_revision
from .settings import existing


@frozen()
class Side:
    """One state of the docs.

    name         its name in reports: `docs_in`, `HEAD:docs_in`
    prefix       the text before the path of a page, different for the two sides: `docs_in/`, `HEAD:docs_in/`
    folder       the same without a revision: `docs_in/`
    shown        the folder that the places of findings are relative to; for a revision, a folder that does not exist
    files        the path of the folder in the repository, with `/`; None outside of a repository
    pages        the pages: paths and bytes
    diagnostics  the findings
    """

    name: str
    prefix: str
    folder: str
    shown: Path
    files: str | None
    pages: Found
    diagnostics: tuple[Diagnostic, ...] = ()


def side(argument: str | None, config: Config) -> Side:
    """The state that a text names; for None, the docs folder as it is now.

    Raises ConfigError if nothing has that name, and if both a folder and a revision have it.
    """
    if argument is None:
        return _folder(existing(config.docs), config)
    folder = Path(argument)
    if not folder.is_dir():
        return of_revision(_named(argument, config.docs), config)
    try:
        is_both = find_revision(argument, config.docs) is not None
    except ConfigError:  # without a repository or git, there is only the folder
        is_both = False
    if is_both:
        remedy = f'write "./{argument}" for the folder, "{argument}^0" for the revision'
        raise ConfigError(f'"{argument}" is a folder and a revision; {remedy}')
    return _folder(folder, config)


def _folder(folder: Path, config: Config) -> Side:
    name = shown(folder)
    prefix = "" if name == "." else name.removesuffix("/") + "/"
    pages = find_pages(folder, config.exclude, config.limits.page_bytes)
    return Side(name, prefix, prefix, folder, _from_repository(folder), pages)


def of_revision(revision: Revision, config: Config) -> Side:
    """The docs at a revision. Raises ConfigError if the docs folder does not exist there."""
    name = revision.name if ":" in revision.name else f"{revision.name}:{revision.folder}"
    inside = f"{revision.folder}/" if revision.folder else ""
    prefix = f"{name.partition(':')[0]}:{inside}"
    pages = read_revision(revision, config.exclude, config.limits.page_bytes)
    return Side(name, prefix, inside, Path(name), inside, pages)


def _named(name: str, docs: Path) -> Revision:
    try:
        revision = find_revision(name, docs)
    except ConfigError as error:
        remedy = "name two folders, or keep the docs in a git repository"
        raise ConfigError(f'no folder "{name}", and no revision: {error.message}; {remedy}') from error
    if revision is None:
        remedy = ""
        if ".." in name:
            remedy = "; write the two ends of a range as OLD and NEW"
        elif is_shallow(docs):
            remedy = "; the clone is shallow, so fetch more of its history first"
        raise ConfigError(f'no folder and no revision "{name}"{remedy}')
    return revision


def _from_repository(folder: Path) -> str | None:
    """The path of a folder from the root of its repository, with a `/` behind it; None outside of a repository."""
    real = Path(os.path.realpath(folder))
    root = checkout(real)
    if root is None:
        return None
    return "" if real == root else f"{real.relative_to(root).as_posix()}/"
