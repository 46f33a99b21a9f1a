"""The phrases of human languages in types, and the tokens to look for them in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum, auto
from functools import cache, cached_property

from ..frozen import frozen, replace
from ..markdown import Span, SpanKind
from ..model.types import NULL, Type
from ..regexes import regex
from .tokens import Token, TokenKind, tokens


class Sense(Enum):
    """The sense of a phrase in a type."""

    LIST_OF = auto()  # a list of what follows
    LIST = auto()  # a list of what precedes, or of anything
    MAP = auto()  # a map of anything
    MAP_OF = auto()  # a map of what follows: of the values, or of the keys, where values follow
    MAP_BY = auto()  # a map by the keys that follow
    TO = auto()  # the values of a map follow
    OR = auto()  # another type follows
    OF = auto()  # joins a list's word to what precedes
    OBJECT = auto()  # what precedes is a thing with a name
    FILLER = auto()  # nothing
    REST = auto()  # a remark follows
    MARK = auto()  # something of the field, not of its type


@frozen(slots=False)
class Phrases:
    """The phrases of some languages.

    senses  phrase in lower case -> its possible senses
    types   phrase -> type
    marks   phrase -> mark of the field
    things  types that name models as well, in a link: `[file](file.md)`
    """

    senses: Mapping[str, frozenset[Sense]]
    types: Mapping[str, Type]
    marks: Mapping[str, str]
    things: frozenset[str] = frozenset()

    @cached_property
    def by_words(self) -> Mapping[tuple[str, ...], str]:
        """Each phrase by its tokens."""
        return {_words(phrase): phrase for phrase in (*self.senses, *self.types, *self.marks)}

    @cached_property
    def longest(self) -> int:
        return max((len(key) for key in self.by_words), default=0)

    @cached_property
    def alternatives(self) -> frozenset[str]:
        return frozenset(phrase for phrase, senses in self.senses.items() if Sense.OR in senses)

    @cached_property
    def unspaced(self) -> re.Pattern[str]:
        """Phrases of scripts without blanks between words, the longest first."""
        found = sorted(
            (p for p in (*self.senses, *self.types, *self.marks) if _unspaced().search(p)), key=len, reverse=True
        )
        return re.compile("|".join(map(re.escape, found)) or r"(?!)")


_TAG = regex(
    r"</?(?:sup|sub|i|b|em|strong|code|span|small|p|div|font|kbd|abbr|nobr|u|s|del|ins|a|br|wbr|mark)\b[^>]*>", re.I
)


@cache
def _unspaced() -> re.Pattern[str]:
    """Characters of scripts without blanks between words. Most runs need no such pattern, and it takes long to make."""
    return re.compile("([\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]+)")


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(token.text.casefold() for token in tokens((Span(SpanKind.TEXT, phrase),)))


def undressed(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans without HTML that only dresses a type up, and without footnotes."""
    is_note = False
    for span in spans:
        tag = span.text.lower() if span.kind is SpanKind.HTML else ""
        if tag.startswith(("<sup", "</sup")):
            is_note = not tag.startswith("</")
        elif span.kind is SpanKind.BREAK:
            yield Span(SpanKind.TEXT, " ; ")
        elif not is_note and not _TAG.fullmatch(tag):
            yield span


def separated(found: Iterable[Token], phrases: Phrases) -> Iterator[Token]:
    """Names of scripts without blanks, cut where a phrase begins or ends."""
    for token in found:
        if token.kind is not TokenKind.NAME or token.text.isascii() or not _unspaced().search(token.text):
            yield token
            continue
        for piece in filter(None, _unspaced().split(token.text)):
            for text in _cut(piece, phrases):
                yield replace(token, text=text)
                token = replace(token, is_spaced=False)


def _cut(piece: str, phrases: Phrases) -> list[str]:
    """A text of such a script as phrases and the texts between them.

    A type is a word of its own only where a phrase, or nothing, follows it, since the last word says what a thing is:
    `符号なし整数` is an integer, and not null. Null must not follow other words either.
    """
    pieces: list[tuple[str, bool]] = []
    at = 0
    for match in phrases.unspaced.finditer(piece):
        if match.start() > at:
            pieces.append((piece[at : match.start()], False))
        pieces.append((match[0], True))
        at = match.end()
    if at < len(piece):
        pieces.append((piece[at:], False))
    cut: list[str] = []
    is_word = True
    for index, (text, is_phrase) in enumerate(pieces):
        follows_word = index > 0 and not pieces[index - 1][1]
        leads_word = index + 1 < len(pieces) and not pieces[index + 1][1]
        kind = phrases.types.get(text) if is_phrase else None
        is_whole = is_phrase and not (kind is not None and (leads_word or (follows_word and kind == NULL)))
        if is_whole or is_word or not cut:
            cut.append(text)
        else:
            cut[-1] += text
        is_word = is_whole
    return cut
