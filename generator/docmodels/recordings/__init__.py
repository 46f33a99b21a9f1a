"""Recorded JSON: found below a folder, read with limits, and matched to the models of the docs.

No value of a recording leaves this room, and no key of one unless the docs, or the shape of a name, vouch for it.
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
