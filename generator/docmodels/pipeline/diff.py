"""Compare the models of two states of the docs: folders or git revisions."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import field

from .. import changes
from ..cache.store import Cache
from ..changes import Acceptance, Change, Version
from ..config import Config, check_names
from ..diagnostics import Diagnostic, Severity, new_findings, ordered
from ..frozen import frozen, replace
from ..sources.folder import Found
from .accept import accepted_changes, stale
from .ignored import without_ignored
from .known import NAMES
from .remember import remembered
from .sides import Side, side
from .understand import understand_pages


@frozen()
class Difference:
    """The changes from an old to a new state of the docs, in the order of the docs; and the two states.

    accepted  fingerprint → the accepted change
    stale     findings about accepted changes that are not among the changes
    """

    changes: tuple[Change, ...]
    old: Side
    new: Side
    accepted: Mapping[str, Acceptance] = field(default_factory=dict, hash=False)
    stale: tuple[Diagnostic, ...] = ()

    @property
    def new_errors(self) -> tuple[Diagnostic, ...]:
        """The errors of the new docs that the old docs do not have."""
        errors = [finding for finding in self.new.diagnostics if finding.severity is Severity.ERROR]
        return new_findings(self.old.diagnostics, errors)


def diff(
    config: Config,
    old: str | os.PathLike[str] = "HEAD",
    new: str | os.PathLike[str] | None = None,
    *,
    descriptions: bool = False,
) -> Difference:
    """Compare the models of two states of the docs, with one configuration for both.

    old, new      a folder, or a git revision of the docs folder; None for the docs folder as it is now
    descriptions  whether changes of descriptions count

    Raises ConfigError for a state that does not exist, for a text that names both a folder and a revision, and for a file
    of accepted changes in another form.
    """
    check_names(config, NAMES)
    before, after = (side(None if state is None else os.fspath(state), config) for state in (old, new))
    differences, was, now = compare(config, before.pages, after.pages, descriptions=descriptions)
    accepted = accepted_changes(config)
    sides = replace(before, diagnostics=was), replace(after, diagnostics=now)
    return Difference(differences, *sides, accepted, stale(config, accepted, differences))


def compare(
    config: Config, old: Found, new: Found, *, descriptions: bool = False
) -> tuple[tuple[Change, ...], tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """Compare the models of two states. Returns the changes, and the findings about the old and the new pages."""
    known = remembered(config)
    before, was = version(old, config, known)
    after, now = (before, was) if old == new else version(new, config, known)
    return changes.compare(before, after, descriptions=descriptions), was, now


def version(pages: Found, config: Config, known: Cache) -> tuple[Version, tuple[Diagnostic, ...]]:
    """The models of some pages, and the findings about them."""
    understanding = understand_pages(pages, config, known)
    findings = ordered((*understanding.diagnostics, *understanding.names.clashes))
    version = Version(understanding.model, understanding.directions, understanding.names)
    return version, without_ignored(config, findings)
