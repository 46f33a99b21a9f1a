"""Marks that the docs of typed SDKs put on fields and pages, and what they mean."""

from __future__ import annotations

import html
import re
from types import MappingProxyType

from ...markdown import Inline, Span, SpanKind
from ...model.declarations import Presence
from ...regexes import regex

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
    """The notice of deprecation at the head of a description, None without one, and what follows it."""
    match = _NOTICE.match(text)
    return (match["notice"].strip(), text[match.end() :].strip()) if match else (None, text)


def deprecation(description: str) -> str | None:
    """ "" where a description begins with DEPRECATED instead of a notice, None elsewhere."""
    return "" if _DEPRECATED.match(description) else None


def described(text: str) -> str:
    """The description in a cell: "" where it says so."""
    return "" if text == NO_DESCRIPTION else text


def split_examples(source: str) -> tuple[str, ...]:
    r"""The examples in a cell, as the API has them: `<br/>` is a line end and entities are characters.

    MDX wants a backslash before a brace, `\{"id": 1\}`. Examples are values, not prose, so nothing else in them is read
    as Markdown.
    """
    text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), _BREAK.sub("\n", source))
    if text.startswith("\\{") or "\n\\{" in text or "[\\{" in text:
        text = _BRACE.sub("", text)
    return tuple(example for part in _EXAMPLE.split(text) if (example := part.strip()))


def field_name(cell: Inline) -> str:
    """The name that a cell shows: the code in it, or all of its text."""
    return "".join(span.text for span in _name_spans(cell)).strip()


def is_struck(cell: Inline) -> bool:
    """Whether the name in a cell is struck through, or all of a heading."""
    return "~~" in cell.source and all(span.strike for span in _name_spans(cell))


def _name_spans(cell: Inline) -> tuple[Span, ...]:
    return tuple(span for span in cell.spans if span.kind is SpanKind.CODE) or cell.spans
