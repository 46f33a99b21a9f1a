"""How much docmodels reads of what others wrote, so that no page takes all the time or memory of a machine."""

from __future__ import annotations

from .frozen import frozen

PAGE_BYTES = 1_000_000
TEXT_CHARACTERS = 32_768
RECORDING_BYTES = 50_000_000
NAME_CHARACTERS = 255
"""Of a title or of a field's name, which come out again and again: what most file systems take for a name."""


@frozen()
class Limits:
    """What `[tool.docmodels.limits]` sets.

    page_bytes       a page with more bytes is left out
    text_characters  a cell, heading or item with more characters is plain text, and no type
    recording_bytes  a file of recorded JSON with more bytes is left out
    """

    page_bytes: int = PAGE_BYTES
    text_characters: int = TEXT_CHARACTERS
    recording_bytes: int = RECORDING_BYTES
