"""How much docmodels reads of what others wrote, so that no page can take all the time or memory of a machine.

These can be set; docs/limits.md lists them, and those that are fixed.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What `[tool.docmodels.limits]` sets.

    page_bytes       a page with more bytes is left out
    text_characters  a cell, heading or item with more characters is plain text, and no type
    """

    page_bytes: int = 2_000_000
    text_characters: int = 1 << 15


NAME_LIMIT = 255
"""Characters of a title or of a field's name: what most file systems take. Names come out again and again."""
