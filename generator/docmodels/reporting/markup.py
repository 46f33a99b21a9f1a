"""Inline Markdown as pieces of text with tags, which a page turns into elements. HTML of the docs stays text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..limits import Limits
from ..markdown import Span, SpanKind, parse_inline
from .text import visible, visible_lines

Piece = str | tuple[str, str] | tuple[str, str, str]
"""A text; or a text with the names of its tags, `"code strong"`; or these with the address of a link."""

_LONGEST = Limits().text_characters
_SCHEMES = ("https://", "http://", "mailto:")


def marked(text: str) -> str | Sequence[Piece]:
    """The pieces of a text of the docs; the text itself if it has no marks.

    Only links to the web keep their addresses: links within the docs lead nowhere from the page.
    """
    if len(text) > _LONGEST:
        return visible_lines(text)
    pieces = list(_joined(map(_piece, parse_inline(text))))
    return "".join(map(str, pieces)) if all(isinstance(piece, str) for piece in pieces) else pieces


def _piece(span: Span) -> Piece:
    text = visible_lines(span.text)
    tags = {"code": span.kind is SpanKind.CODE, "em": span.emphasis, "strong": span.strong, "s": span.strike}
    names = " ".join(tag for tag, applies in tags.items() if applies)
    href = span.href or ""
    if href.casefold().startswith(_SCHEMES):
        return text, names, visible(href)
    return (text, names) if names else text


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces, with neighbouring texts without tags as one."""
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
