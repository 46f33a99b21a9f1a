"""The phrases of human languages in types."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum, auto
from functools import cache

from ..frozen import Keeping, cached_property, frozen, replace
from ..markdown import Span, SpanKind
from ..model.types import NULL, Type
from ..patterns import regex
from .tokens import Token, TokenKind, tokens


class Sense(StrEnum):
    """The sense of a phrase in a type."""

    LIST_OF = auto()  # `array of`: the items follow
    LIST = auto()  # `数组`: the items precede, or are anything
    MAP = auto()  # `dictionary`: a map of anything
    MAP_OF = auto()  # `map of`: the values follow, or the keys and then `TO`
    MAP_BY = auto()  # `map by`: the keys follow
    TO = auto()  # `map of strings to`: the values of a map follow
    OR = auto()  # `or`: another type follows
    OF = auto()  # joins the word of a list to its items before it
    OBJECT = auto()  # `object`: frames the name before it
    FILLER = auto()  # `a`: no meaning
    REST = auto()  # `with`: a remark follows
    MARK = auto()  # `optional`: a mark of the field, not of its type


@frozen()
class Phrases(Keeping):
    """The phrases of some languages.

    senses  phrase in lower case -> its senses
    types   phrase -> type
    marks   phrase -> mark of the field
    things  types that name a model when they are a link: `[file](file.md)`
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
        """A pattern for the phrases of scripts without blanks between words, the longest first."""
        phrases = sorted(
            (p for p in (*self.senses, *self.types, *self.marks) if _unspaced().search(p)), key=len, reverse=True
        )
        return re.compile("|".join(map(re.escape, phrases)) or r"(?!)")


_TAG = regex(
    r"</?(?:sup|sub|i|b|em|strong|code|span|small|p|div|font|kbd|abbr|nobr|u|s|del|ins|a|br|wbr|mark)\b[^>]*>", re.I
)


@cache
def _unspaced() -> re.Pattern[str]:
    """A pattern for texts in scripts without blanks between words. It is slow to make, and most runs need none."""
    return re.compile("([\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]+)")


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(token.text.casefold() for token in tokens((Span(SpanKind.TEXT, phrase),)))


def undressed(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans without decorating HTML and without footnotes."""
    is_note = False
    for span in spans:
        tag = span.text.lower() if span.kind is SpanKind.HTML else ""
        if tag.startswith(("<sup", "</sup")):
            is_note = not tag.startswith("</")
        elif span.kind is SpanKind.BREAK:
            yield Span(SpanKind.TEXT, " ; ")
        elif not is_note and not _TAG.fullmatch(tag):
            yield span


def separated(tokens: Iterable[Token], phrases: Phrases) -> Iterator[Token]:
    """The tokens; a name in a script without blanks is cut where a phrase begins or ends."""
    for token in tokens:
        if token.kind is not TokenKind.NAME or token.text.isascii() or not _unspaced().search(token.text):
            yield token
            continue
        for piece in filter(None, _unspaced().split(token.text)):
            for text in _cut(piece, phrases):
                yield replace(token, text=text)
                token = replace(token, is_spaced=False)


def _cut(piece: str, phrases: Phrases) -> list[str]:
    """Cut a text without blanks into phrases and the texts between them.

    `符号なし整数` (unsigned integer) is an integer, though it begins with the word for null: the last word names the
    type. So a type stays joined to a word behind it, and null to a word before it as well.
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
        is_separate = is_phrase and not (kind is not None and (leads_word or (follows_word and kind == NULL)))
        if is_separate or is_word or not cut:
            cut.append(text)
        else:
            cut[-1] += text
        is_word = is_separate
    return cut
