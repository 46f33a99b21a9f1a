"""Markdown pages: the bytes of a file in, a `Page` of sections, tables and prose out.

This is the only room that knows markdown-it-py. It is imported late, since most runs find most pages in the cache.
"""

from __future__ import annotations

from .inline import Span, SpanKind, code_span, parse_inline, plain_text, prose
from .page import Block, Closing, Fence, Inline, Item, ItemList, Opening, Page, Prose, Row, Section, Table, Tag
from .reader import read_page
from .references import with_targets
from .tags import as_markdown

__all__ = [
    "Block",
    "Closing",
    "Fence",
    "Inline",
    "Item",
    "ItemList",
    "Opening",
    "Page",
    "Prose",
    "Row",
    "Section",
    "Span",
    "SpanKind",
    "Table",
    "Tag",
    "as_markdown",
    "code_span",
    "parse_inline",
    "plain_text",
    "prose",
    "read_page",
    "with_targets",
]
