"""How much a change weighs for a run: whether it fails, and what lets it pass."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from ..diagnostics import Severity
from ..frozen import frozen
from .accepted import Accepted
from .change import Change
from .kinds import KINDS, Whom

BREAKING, ANY = "breaking", "any"

REASONS = (BREAKING, *map(str, Whom), ANY, *KINDS)
"""The choices for a run that fails: a change that breaks code, or one side of it, any change, or those of a kind."""


@frozen()
class Gate:
    """The changes that fail a run.

    reasons     some of `REASONS`
    severities  by kinds of changes: an error fails a run, a warning and a note do not
    accepted    the accepted changes, by fingerprints
    """

    reasons: tuple[str, ...] = ()
    severities: Mapping[str, str] = field(default_factory=dict, hash=False)
    accepted: Accepted = field(default_factory=dict, hash=False)

    def severity(self, change: Change) -> Severity:
        """The severity of a change: an accepted one is a note.

        A kind among the reasons is more specific than the severities, and these are than a side.
        """
        if change.fingerprint in self.accepted:
            return Severity.NOTE
        if change.kind in self.reasons:
            return Severity.ERROR
        if change.kind in self.severities:
            return Severity(self.severities[change.kind])
        sides = (*change.breaks, BREAKING) if change.breaks else ()
        if not {*sides, ANY}.isdisjoint(self.reasons):
            return Severity.ERROR
        return Severity.WARNING if change.breaks else Severity.NOTE
