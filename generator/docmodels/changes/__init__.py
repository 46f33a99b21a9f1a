"""The changes from one model to another, and the sides that they break."""

from __future__ import annotations

from .accepted import Acceptance
from .change import Change, Subject, Version
from .compare import compare
from .gate import Gate
from .kind import ChangeKind, Whom
from .kinds import KINDS

__all__ = ["KINDS", "Acceptance", "Change", "ChangeKind", "Gate", "Subject", "Version", "Whom", "compare"]
