"""What has changed from one model to another, and whom it breaks."""

from __future__ import annotations

from .change import Change, Names, Side, Subject
from .compare import compare
from .kinds import KINDS, Kind, Whom

__all__ = ["KINDS", "Change", "Kind", "Names", "Side", "Subject", "Whom", "compare"]
