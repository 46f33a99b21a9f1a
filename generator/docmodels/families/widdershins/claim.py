"""Which pages are the family's."""

from __future__ import annotations

from .outline import claim

__all__ = ["claim"]
