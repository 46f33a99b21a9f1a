"""JSON as people write it in docs: with comments, elisions, commands around it. Text in, values out.

This room knows no pages and no models; other rooms need `read` only.
"""

from __future__ import annotations

from .document import Document, Unreadable, key_count
from .fences import is_call, may_show, read

__all__ = ["Document", "Unreadable", "is_call", "key_count", "may_show", "read"]
