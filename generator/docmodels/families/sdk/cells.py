"""Marks of fields and pages in the docs of typed SDKs, and their meaning."""

from __future__ import annotations

import html
import re
from types import MappingProxyType

from ...markdown import Inline, Span, SpanKind
from ...model.declarations import Presence
from ...patterns import regex

REQUIRED = MappingProxyType({":heavy_check_mark:": Presence.REQUIRED, ":heavy_minus_sign:": Presence.OPTIONAL})
"""The marks of a Required column."""

NO_DESCRIPTION = "N/A"
_DEPRECATED = regex(r"\W*DEPRECATED\b")

_NOTICE = regex(r"\s*(?:>\s*)?:\s*warning\s*:\s*\*\*\s*DEPRECATED\s*\*\*[^\S\n]*:?[^\S\n]*(?P<notice>[^\n]*)\n*")
_EXAMPLE = regex(r"\*\*Example(?: \d+)?:\*\*")
_ENTITY = regex(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{0,40});")  # `&copy=1` in an address is no entity
_BRACE = regex(r"(?<!\\)\\(?=[{}])")
_BREAK = regex(r"<br\s*/?>", re.IGNORECASE)


def split_notice(text: str) -> tuple[str | None, str]:
    """The notice of deprecation at the head of a description, None without one; and the other text."""
    match = _NOTICE.match(text)
    return (match["notice"].strip(), text[match.end() :].strip()) if match else (None, text)


def deprecation(description: str) -> str | None:
    """ "" if a description begins with DEPRECATED in place of a notice, else None."""
    return "" if _DEPRECATED.match(description) else None


def described(text: str) -> str:
    """The description in a cell; "" for a phrase such as "no description"."""
    return "" if text == NO_DESCRIPTION else text


def split_examples(source: str) -> tuple[str, ...]:
    r"""The examples in a cell: `<br/>` is a line end, entities are characters.

    MDX needs a backslash before a brace, `\{"id": 1\}`. Nothing else in examples is Markdown: they are values, not prose.
    """
    text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), _BREAK.sub("\n", source))
    if text.startswith("\\{") or "\n\\{" in text or "[\\{" in text:
        text = _BRACE.sub("", text)
    return tuple(example for part in _EXAMPLE.split(text) if (example := part.strip()))


def field_name(cell: Inline) -> str:
    """The name in a cell: its code, or else its text."""
    return "".join(span.text for span in _name_spans(cell)).strip()


def is_struck(cell: Inline) -> bool:
    """Whether the name in a cell, or an entire heading, is struck through."""
    return "~~" in cell.source and all(span.strike for span in _name_spans(cell))


def _name_spans(cell: Inline) -> tuple[Span, ...]:
    return tuple(span for span in cell.spans if span.kind is SpanKind.CODE) or cell.spans
