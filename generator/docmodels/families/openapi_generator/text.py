"""Descriptions: what the generators made of their text, made good."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import replace

from ...markdown import Block, Fence, Inline, ItemList, Prose, Section

_DEPRECATED = re.compile(r"\W{0,8}(?:DEPRECATED\b|[Dd]eprecated\s*(?:[\]).:;,!-]|$|since\b|in favou?r\b|use\b))")
_ESCAPED = re.compile(r"\\(?=[\"'&])")
_FOOTER = re.compile(r"\[\[Back to [^\[\]\n]*\]\]\([^()\n]*\)")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|quot|amp|lt|gt|apos);")


def described(cell: Inline) -> str:
    """The description in a cell, as Markdown; quotes that a generator escaped twice are quotes."""
    return replace(cell, source=_ESCAPED.sub("", cell.source)).prose


def is_deprecated(text: str) -> bool:
    """Whether a description begins by saying so."""
    return _DEPRECATED.match(text) is not None


def said(blocks: Iterable[Block]) -> str:
    """What blocks say, as Markdown: all but tables, and the links at a page's foot."""
    return "\n\n".join(text for text in map(_text, blocks) if text)


def said_under(sections: Iterable[Section]) -> str:
    """What sections say, each with its heading."""
    texts = ((section.heading.source, said(section.blocks)) for section in sections)
    return "\n\n".join(f"{heading}\n\n{text}" for heading, text in texts if text)


def _text(block: Block) -> str:
    match block:
        case Prose(source=source) | ItemList(source=source):
            text = _FOOTER.sub("", source).strip()
            return _decoded(_ESCAPED.sub("", text)) if text else ""
        case Fence(info=info, text=text):
            return f"```{info}\n{text.rstrip()}\n```"
        case _:
            return ""


def _decoded(text: str) -> str:
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
