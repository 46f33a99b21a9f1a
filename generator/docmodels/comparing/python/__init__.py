"""Classes of Python, read by `ast`. Nothing is imported or run."""

from __future__ import annotations

from .reading import read_modules

__all__ = ["read_modules"]
