"""A type cell as tokens: names, literals and punctuation, each with the link that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from ..markdown import Span, SpanKind
from ..model.strict_json import read_json


class TokenKind(Enum):
    NAME = auto()
    VALUE = auto()
    MARK = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """text: as written; link: the number and the target of the link around it, None outside of links."""

    kind: TokenKind
    text: str
    link: tuple[int, str] | None


# A name may be qualified: `Models.Shared.Room`, `T::Array`, `::String`, `\Psr\Http\Message`, `components.Scope`.
# No quote behind a backslash opens a literal, so that at most one that is never closed is looked for to the end.
_TOKEN = re.compile(
    r"""
      (?P<name> (?:::|\\)? [^\W\d][\w$]* (?:(?:\.|::|\\)[^\W\d][\w$]*)* )
    | (?P<value> (?<!\\)"(?:[^"\\]|\\.)*" | (?<!\\)'(?:[^'\\]|\\.)*' | -?[0-9]+(?:\.[0-9]+)? )
    | (?P<mark> \S )
    """,
    re.VERBOSE | re.DOTALL,
)


def unquoted(text: str) -> str:
    """What stands between the quotes of a literal; in double quotes, the escapes of JSON are read."""
    if text.startswith('"'):
        try:
            return str(read_json(text))
        except ValueError:
            pass  # an escape that JSON does not have
    return text[1:-1]


def _undressed(span: Span) -> str:
    """The text of a span, without the emphasis that some pages have in code: `` `*str*` ``."""
    text = span.text
    dressed = span.kind is SpanKind.CODE and len(text) > 2 and text[0] == text[-1] == "*"
    return text[1:-1] if dressed else text


def tokens(spans: Iterable[Span]) -> Iterator[Token]:
    """The tokens of a cell. Emphasis and code only dress a type up; blanks only separate."""
    previous: str | None = None
    number = 0
    for span in spans:
        if span.href is not None and span.href != previous:
            number += 1
        previous = span.href
        link = None if span.href is None else (number, span.href)
        for match in _TOKEN.finditer(_undressed(span)):
            kind = TokenKind.NAME if match["name"] else TokenKind.VALUE if match["value"] else TokenKind.MARK
            yield Token(kind, match[0], link)
