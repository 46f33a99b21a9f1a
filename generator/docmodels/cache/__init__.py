"""What earlier runs found out, so that a run has only to look at what has changed.

The cache never decides anything: what it does not know, or cannot read, is made anew.
"""

from __future__ import annotations

from .processes import prepare
from .store import Cache, digest, open_cache

__all__ = ["Cache", "digest", "open_cache", "prepare"]
