"""What has changed from one model to another, and whom it breaks."""

from __future__ import annotations

from .change import Change, Names, Subject, Version
from .compare import compare
from .kinds import KINDS, ChangeKind, Whom

__all__ = ["KINDS", "Change", "ChangeKind", "Names", "Subject", "Version", "Whom", "compare"]
