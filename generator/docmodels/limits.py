"""Limits for pages, recordings and code, so that no file takes all time or memory."""

from __future__ import annotations

from .frozen import frozen

PAGE_BYTES = 5_000_000
TEXT_CHARACTERS = 32_768
RECORDING_BYTES = 50_000_000
TARGET_BYTES = 20_000_000
NAME_CHARACTERS = 255
"""The most characters of titles and field names: the longest name on most file systems."""


@frozen()
class Limits:
    """The keys of `[tool.docmodels.limits]`.

    page_bytes       a page with more bytes is left out
    text_characters  a cell, heading or item with more characters is plain text, and no type
    recording_bytes  a file of recorded JSON with more bytes is left out
    target_bytes     a file of code or schemas with more bytes is left out of `docmodels compare`
    """

    page_bytes: int = PAGE_BYTES
    text_characters: int = TEXT_CHARACTERS
    recording_bytes: int = RECORDING_BYTES
    target_bytes: int = TARGET_BYTES
