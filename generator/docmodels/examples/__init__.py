"""The JSON in docs, as people write it: with comments, elisions, commands around it. Text in, values out.

No page and no model is known here; `read` is all that other rooms need.
"""

from __future__ import annotations

from .document import Document, Unreadable, key_count
from .fences import is_call, may_show, read

__all__ = ["Document", "Unreadable", "is_call", "key_count", "may_show", "read"]
