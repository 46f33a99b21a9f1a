"""Inline Markdown as pieces of text with tags, for pages that make elements of them; no HTML of the docs among these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..limits import Limits
from ..markdown import Span, SpanKind, parse_inline
from .text import visible

Piece = str | tuple[str, str] | tuple[str, str, str]
"""A text; with the names of tags around it, `"code strong"`; and with the address that it leads to."""

_LONGEST = Limits().text_characters
_SCHEMES = ("https://", "http://", "mailto:")


def marked(text: str) -> str | Sequence[Piece]:
    """The pieces of a text of the docs; the text itself where it has no marks.

    Links keep addresses of the web alone; those within the docs lead nowhere from the page.
    """
    if len(text) > _LONGEST:
        return _lines(text)
    pieces = list(_joined(map(_piece, parse_inline(text))))
    return "".join(map(str, pieces)) if all(isinstance(piece, str) for piece in pieces) else pieces


def _piece(span: Span) -> Piece:
    text = _lines(span.text)
    tags = {
        "code": span.kind is SpanKind.CODE,
        "em": span.emphasis,
        "strong": span.strong,
        "s": span.strike,
    }
    names = " ".join(tag for tag, applies in tags.items() if applies)
    href = span.href or ""
    if href.casefold().startswith(_SCHEMES):
        return text, names, visible(href)
    return (text, names) if names else text


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces, texts without tags joined."""
    plain = ""
    for piece in pieces:
        if isinstance(piece, str):
            plain += piece
            continue
        if plain:
            yield plain
        plain = ""
        yield piece
    if plain:
        yield plain


def _lines(text: str) -> str:
    return "\n".join(map(visible, text.expandtabs(4).split("\n")))
