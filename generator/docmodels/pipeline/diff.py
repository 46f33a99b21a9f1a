"""Compare the models of two states of the docs: folders or git revisions."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from .. import changes
from ..cache import Cache
from ..changes import Change, Version
from ..config import Config, ConfigError, check_names
from ..diagnostics import Diagnostic, ordered
from ..frozen import frozen
from ..sources.files import checkout
from ..sources.folder import Found, find_pages
from ..sources.paths import shown
from ..sources.revisions import Revision, find_revision, is_shallow, read_revision
from .remember import remembered
from .settings import existing, known_names, without_ignored
from .understand import understand_pages


@frozen()
class Side:
    """One state of the docs.

    name         as reports call it: `docs_in`, `HEAD:docs_in`
    prefix       the text before the path of a page, which distinguishes the sides: `docs_in/`, `HEAD:docs_in/`
    folder       the same without a revision: `docs_in/`
    shown        the folder that the places of findings are relative to; of a revision, a folder that does not exist
    files        the text that makes the path of a page a path in the repository; None outside of a repository
    pages        paths and bytes
    diagnostics  the findings
    """

    name: str
    prefix: str
    folder: str
    shown: Path
    files: str | None
    pages: Found
    diagnostics: tuple[Diagnostic, ...] = ()


@frozen()
class Difference:
    """The changes from an old to a new state of the docs, in the order of the docs, and the two states."""

    changes: tuple[Change, ...]
    old: Side
    new: Side


def diff(
    config: Config,
    old: str | os.PathLike[str] = "HEAD",
    new: str | os.PathLike[str] | None = None,
    *,
    descriptions: bool = False,
) -> Difference:
    """Compare the models of two states of the docs, with one configuration for both.

    old, new      a folder, or a git revision of the docs folder; without `new`, the docs folder as it is
    descriptions  whether changes of descriptions count

    Raises ConfigError for a state that does not exist, and for a text that names both a folder and a revision.
    """
    check_names(config, known_names())
    before, after = (_side(None if state is None else os.fspath(state), config) for state in (old, new))
    found, was, now = compare(config, before.pages, after.pages, descriptions=descriptions)
    return Difference(found, replace(before, diagnostics=was), replace(after, diagnostics=now))


def compare(
    config: Config, old: Found, new: Found, *, descriptions: bool = False
) -> tuple[tuple[Change, ...], tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """Compare the models of two lists of pages. Return the changes, and the findings about the old and the new pages."""
    known = remembered(config)
    before, was = _version(old, config, known)
    after, now = (before, was) if old == new else _version(new, config, known)
    return changes.compare(before, after, descriptions=descriptions), was, now


def _version(pages: Found, config: Config, known: Cache) -> tuple[Version, tuple[Diagnostic, ...]]:
    """The models of some pages, and the findings about them."""
    understanding = understand_pages(pages, config, known)
    findings = ordered((*understanding.diagnostics, *understanding.names.clashes))
    version = Version(understanding.model, understanding.directions, understanding.names)
    return version, without_ignored(config, findings)


def _side(argument: str | None, config: Config) -> Side:
    """The state that a text names. Raises ConfigError for none, and for a folder and a revision of one name."""
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


def _folder(folder: Path, config: Config) -> Side:
    name = shown(folder)
    prefix = "" if name == "." else name.removesuffix("/") + "/"
    found = find_pages(folder, config.exclude, config.limits.page_bytes)
    return Side(name, prefix, prefix, folder, _from_repository(folder), found)


def _revision(revision: Revision, config: Config) -> Side:
    name = revision.name if ":" in revision.name else f"{revision.name}:{revision.folder}"
    inside = f"{revision.folder}/" if revision.folder else ""
    prefix = f"{name.partition(':')[0]}:{inside}"
    found = read_revision(revision, config.exclude, config.limits.page_bytes)
    return Side(name, prefix, inside, Path(name), inside, found)


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
