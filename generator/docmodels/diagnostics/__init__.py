"""What docmodels has to say about the docs: diagnostics, their places and their codes."""

from __future__ import annotations

from .diagnostic import Diagnostic, Place, Severity, ordered

__all__ = ["Diagnostic", "Place", "Severity", "ordered"]
