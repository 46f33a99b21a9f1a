"""Results of earlier runs, so that a run parses only what has changed.

A cache never changes a result: an entry that is missing or cannot be read is made anew.
"""

from __future__ import annotations

from .codec import Codec, classes_of
from .contents import content_digest
from .identities import state_of
from .keys import digest, key_of
from .store import Cache, file_for, open_cache

__all__ = ["Cache", "Codec", "classes_of", "content_digest", "digest", "file_for", "key_of", "open_cache", "state_of"]
