"""Findings about the docs: diagnostics, their places and their codes."""

from __future__ import annotations

from .diagnostic import Diagnostic, Place, Severity, ordered
from .news import new_findings

__all__ = ["Diagnostic", "Place", "Severity", "new_findings", "ordered"]
