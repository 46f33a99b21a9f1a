"""Recorded JSON: read from a folder, with limits, and matched with the models of the docs.

No value of a recording leaves this room. A key leaves it only if the docs have it, or if it looks like a name.
"""

from __future__ import annotations

from .contradictions import Contradiction, Verified, as_diagnostic
from .learned import as_learned, read_learned
from .recorded import Recorded, Taught, taught
from .report import as_json, summary
from .verifying import Verifier

__all__ = [
    "Contradiction",
    "Recorded",
    "Taught",
    "Verified",
    "Verifier",
    "as_diagnostic",
    "as_json",
    "as_learned",
    "read_learned",
    "summary",
    "taught",
]
