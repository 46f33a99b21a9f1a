"""What has changed from one model to another, and whom it breaks."""

from __future__ import annotations

from .change import Change, Subject, Version
from .compare import compare
from .kinds import KINDS, ChangeKind, Whom

__all__ = ["KINDS", "Change", "ChangeKind", "Subject", "Version", "Whom", "compare"]
