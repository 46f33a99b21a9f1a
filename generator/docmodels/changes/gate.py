"""The changes that fail a run, and the changes that a team has accepted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from ..diagnostics import Severity
from ..frozen import frozen
from .accepted import Accepted
from .change import Change
from .kind import Whom
from .kinds import KINDS

BREAKING, ANY = "breaking", "any"

REASONS = (BREAKING, *map(str, Whom), ANY, *KINDS)
"""The reasons to fail: a change that breaks code, a change that breaks one side, any change, or a change of a kind."""


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

        A kind among the reasons decides first, then the severities, then a side among the reasons.
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
