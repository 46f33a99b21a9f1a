"""What a heading says: its text, less what dresses it up."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ...markdown import Section, Span, SpanKind
from ...tables.requests import request_of_cell

_NUMBERING = re.compile(
    r"(?:\d{1,3}(?:[.-]\d{1,3}){0,5}[.)、:]?\s+|\d{1,3}(?:[.-]\d{1,3}){0,5}[.)、]\s*|[（(]\d{1,3}[)）]\s*)"
)
_HTTP_STATUS = re.compile(r"[1-5]\d\d\b")
_TEMPLATE = re.compile(r"\{%.{0,200}?%\}|\{\{.{0,200}?\}\}|\{\s*\$?\w{1,60}(?:\.\w{1,60}){1,6}\s*\}")
_TAG = re.compile(r"</?[a-z][a-z0-9-]{0,20}(?:\s[^<>]{0,300})?/?>")
_KINDS = frozenset({"class", "enum", "enumeration", "interface", "message", "object", "struct", "type", "union"})
_PUNCTUATION = "#*_`:：;；-–—•·> "


def heading_text(section: Section) -> str:
    """The text of a heading, less images, tags, the request of an operation, and a kind in italics before or behind the name.

    Of one that begins with its own id, that is the name: `## Field attributes {#Field}`.
    """
    spans = [span for span in section.heading.spans if span.kind is not SpanKind.IMAGE and not _is_tag(span)]
    words = [span for span in spans if span.kind is not SpanKind.CODE or request_of_cell(span.text) is None]
    if len(words) > 1 and _is_kind(words[0]) and not words[1].emphasis:
        words = words[1:]  # `_message_ Room`
    elif len(words) > 1 and _is_kind(words[-1]) and words[-1].text in _KINDS and not words[-2].emphasis:
        words = words[:-1]  # `Room _class_`
    text = "".join(span.text for span in words).strip() or "".join(span.text for span in spans)
    explicit = section.anchors[0] if len(section.anchors) > 1 else ""
    return explicit if explicit[:1].isupper() and text.startswith(f"{explicit} ") else text


@lru_cache(maxsize=1 << 12)  # each step of reading a page asks for its headings
def cleaned(text: str) -> str:
    """A heading without numbering, tags, templates, and marks at its ends."""
    text = " ".join(_TEMPLATE.sub(" ", _TAG.sub(" ", text)).replace("\u200b", "").split())
    if _NUMBERING.match(text) and not _HTTP_STATUS.match(text):
        text = _NUMBERING.sub("", text, count=1)
    ends = "".join(char for char in set(text) if unicodedata.category(char) in ("So", "Sk", "Mn", "Cf"))
    return text.strip("#").strip(_PUNCTUATION + ends).strip() or text.strip()


def _is_tag(span: Span) -> bool:
    return span.kind is SpanKind.HTML and _TAG.fullmatch(span.text) is not None


def _is_kind(span: Span) -> bool:
    return span.emphasis and span.text.isalpha() and span.text.islower()
