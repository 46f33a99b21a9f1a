"""A type cell as tokens: names, literals and punctuation, each with the link that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from itertools import groupby

from ..frozen import frozen
from ..markdown import Span, SpanKind
from ..model.strict_json import read_json
from ..patterns import regex


class TokenKind(Enum):
    NAME = auto()
    VALUE = auto()
    MARK = auto()


@frozen()
class Token:
    """A name, a literal or a mark in a type.

    text       as written
    link       the number and the target of the link around it; None outside of links
    is_spaced  whether a blank stands before it
    """

    kind: TokenKind
    text: str
    link: tuple[int, str] | None
    is_spaced: bool = False


# A name may be qualified: `Models.Shared.Room`, `T::Array`, `::String`, `\Psr\Http\Message`, `components.Scope`; it may
# have hyphens, as `date-time` has, and Go's braces: `interface{}`.
# A backslash before a mark is an escape that Markdown has shown, as it does in code.
# No quote behind a backslash opens a literal: so at most one open literal is searched to the end.
_TOKEN = regex(
    r"""
      (?P<name> (?:::|\\)? [^\W\d][\w$]* (?:(?:\.|::|\\)[^\W\d][\w$]*|-\w+)* (?:\{\})? )
    | (?P<value> (?<!\\)"(?:[^"\\]|\\.)*" | (?<!\\)'(?:[^'\\]|\\.)*' | -?[0-9]+(?:\.[0-9]+)? )
    | \\ (?= [<>\[\](){}|*,?] | \Z ) | (?P<mark> \S )
    """,
    re.VERBOSE | re.DOTALL,
)
_KINDS = {"name": TokenKind.NAME, "value": TokenKind.VALUE, "mark": TokenKind.MARK}


def unquoted(text: str) -> str:
    """The text between the quotes of a literal. Double quotes may hold the escapes of JSON."""
    if text.startswith('"'):
        try:
            return str(read_json(text))
        except ValueError:
            pass  # an escape that JSON does not have
    return text[1:-1]


def _undressed(span: Span) -> str:
    """The text of a span. Some pages have emphasis inside of code: `` `*str*` `` is `str`."""
    text = span.text
    dressed = span.kind is SpanKind.CODE and len(text) > 2 and text[0] == text[-1] == "*"
    return text[1:-1] if dressed else text


def tokens(spans: Sequence[Span], *, whole_links: bool = False) -> Iterator[Token]:
    """The tokens of a cell. Emphasis and code only dress a type up; blanks only separate.

    whole_links  whether the entire text of a link is one name
    """
    previous: str | None = None
    number = 0
    is_spaced = False
    for span in _joined(spans) if whole_links else spans:
        if span.href is not None and span.href != previous:
            number += 1
        previous = span.href
        link = None if span.href is None else (number, span.href)
        if whole_links and link is not None and span.text.strip():
            yield Token(TokenKind.NAME, span.text.strip(), link, is_spaced or span.text[0].isspace())
            is_spaced = span.text[-1].isspace()
            continue
        text = _undressed(span)
        end = 0
        for match in _TOKEN.finditer(text):
            if match.lastgroup is not None:
                yield Token(_KINDS[match.lastgroup], match[0], link, is_spaced or match.start() > end)
                is_spaced = False
            end = match.end()
        is_spaced = (is_spaced or end < len(text)) if text else is_spaced


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    """The spans, with those of one link joined."""
    for href, run in groupby(spans, key=lambda span: span.href):
        if href is None:
            yield from run
        else:
            yield Span(SpanKind.TEXT, "".join(_undressed(span) for span in run), href)


def joined(tokens: Iterable[Token]) -> str:
    """The text of tokens, with the blanks that stood between them."""
    return "".join(f" {token.text}" if token.is_spaced else token.text for token in tokens).strip()
