"""Markdown pages: the bytes of a file in, a `Page` of sections, tables and prose out.

The only room that knows markdown-it-py.
"""

from __future__ import annotations

from ..diagnostics import Diagnostic
from ..limits import TEXT_CHARACTERS
from .inline import Span, SpanKind, parse_inline, plain_text, prose
from .page import Block, Fence, Inline, ItemList, Page, Prose, Row, Section, Table

__all__ = [
    "Block",
    "Fence",
    "Inline",
    "ItemList",
    "Page",
    "Prose",
    "Row",
    "Section",
    "Span",
    "SpanKind",
    "Table",
    "parse_inline",
    "plain_text",
    "prose",
    "read_page",
]


def read_page(path: str, data: bytes, limit: int = TEXT_CHARACTERS) -> tuple[Page | None, tuple[Diagnostic, ...]]:
    """See `reader.read_page`, which brings markdown-it; nobody needs it for pages that are remembered."""
    from . import reader

    return reader.read_page(path, data, limit)
