"""What `docmodels inspect` shows: how the pages were understood, for people and for programs."""

from __future__ import annotations

from .document import as_json
from .report import as_overview, as_text

__all__ = ["as_json", "as_overview", "as_text"]
