"""Types in the words of human languages, turned into the notation that the one parser reads.

    array of [user](…) objects         [] user
    map of strings to lists of numbers  map[string] [] number
    ?string, integer, or boolean       ? string | integer | boolean
    number (int64)                     int64
    `[Role](…) 对象数组`                 Role []

What stands behind a type and only says something of it is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cached_property

from ..markdown import Span, SpanKind
from ..model.types import Primitive, Scalar, Type
from .tokens import Token, TokenKind, tokens


class Sense(Enum):
    """What a phrase in a type says."""

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
    SCALAR = auto()  # a type
    MARK = auto()  # something of the field, not of its type


@dataclass(frozen=True)
class Phrases:
    """The phrases of some languages.

    senses  what each phrase may say, by its words in lower case
    types   the types that phrases are
    marks   what phrases say of the field
    """

    senses: Mapping[str, frozenset[Sense]]
    types: Mapping[str, Type]
    marks: Mapping[str, str]

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
            (p for p in (*self.senses, *self.types, *self.marks) if _UNSPACED.search(p)), key=len, reverse=True
        )
        return re.compile("|".join(map(re.escape, found)) or r"(?!)")


_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]")
_PIECES = re.compile(
    "[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]+|[^\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]+"
)
_TAG = re.compile(
    r"</?(?:sup|sub|i|b|em|strong|code|span|small|p|div|font|kbd|abbr|nobr|u|s|del|ins|a|br|wbr|mark)\b[^>]*>", re.I
)
_GENERIC = frozenset({"Optional", "Union", "Literal"})  # of Python: types follow in square brackets
_NOTES = frozenset("*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰")
_ENDS = frozenset(".:;–—-，。；：、!")
_OPEN = {"(": ")", "[": "]", "<": ">", "{": "}", "（": "）"}
_STRINGS = (Scalar.STRING, Scalar.BYTES, Scalar.DATE, Scalar.DATETIME, Scalar.TIME, Scalar.DURATION, Scalar.UUID)
_NUMBERS = (Scalar.INTEGER, Scalar.NUMBER)


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(token.text.casefold() for token in tokens((Span(SpanKind.TEXT, phrase),)))


def undressed(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans without HTML that only dresses a type up, and without what it makes a footnote of."""
    is_note = False
    for span in spans:
        tag = span.text.lower() if span.kind is SpanKind.HTML else ""
        if tag.startswith(("<sup", "</sup")):
            is_note = not tag.startswith("</")
        elif span.kind is SpanKind.BREAK:
            yield Span(SpanKind.TEXT, " ; ")
        elif not is_note and not _TAG.fullmatch(tag):
            yield span


def spoken(found: Sequence[Token], phrases: Phrases) -> tuple[tuple[Token, ...], frozenset[str]]:
    """Tokens of words as tokens of the notation, and what they say of the field besides."""
    reader = _Reader(tuple(_separated(found, phrases)), phrases)
    reader.read()
    return tuple(reader.out), frozenset(reader.marks)


def _separated(found: Iterable[Token], phrases: Phrases) -> Iterator[Token]:
    """Names of scripts without blanks, cut where a phrase begins or ends."""
    for token in found:
        if token.kind is not TokenKind.NAME or not _UNSPACED.search(token.text):
            yield token
            continue
        for piece in _PIECES.findall(token.text):
            at = 0
            for match in phrases.unspaced.finditer(piece):
                if match.start() > at:
                    yield replace(token, text=piece[at : match.start()])
                yield replace(token, text=match[0])
                at = match.end()
            if at < len(piece):
                yield replace(token, text=piece[at:])


class _Reader:
    def __init__(self, found: tuple[Token, ...], phrases: Phrases) -> None:
        self.out: list[Token] = []
        self.marks: set[str] = set()
        self._tokens = found
        self._phrases = phrases
        self._folded = tuple(token.text.casefold() for token in found)
        self._at = 0
        self._open: list[str] = []  # brackets, and "map" for a map whose keys are being read
        self._has_type = False  # whether the type that is being read is there already

    def read(self) -> None:
        while self._at < len(self._tokens) and self._step():
            pass
        while self._open:
            self._close(self._open.pop())

    def _step(self) -> bool:
        """Read on; False where nothing more belongs to the type."""
        token = self._tokens[self._at]
        length, phrase = self._phrase()
        senses = self._phrases.senses.get(phrase, frozenset()) if phrase else frozenset[Sense]()
        if phrase and not (token.link is not None and length <= self._link_length() and not self._leads(senses)):
            done = self._word(phrase, length, senses)
            if done is not None:
                return done
        if token.kind is TokenKind.NAME or (token.link is not None and not self._has_type):
            return self._name(token)
        if token.kind is TokenKind.VALUE:
            return self._value(token)
        return self._mark(token)

    def _leads(self, senses: frozenset[Sense]) -> bool:
        """Whether a phrase in a link still says how the type is made: `[list of tags](#tags)`."""
        return bool(senses & {Sense.LIST_OF, Sense.MAP_OF, Sense.MAP_BY}) and self._link_length() > 1

    def _phrase(self) -> tuple[int, str]:
        """How many tokens the longest phrase has that begins here, and the phrase."""
        for length in range(min(self._phrases.longest, len(self._tokens) - self._at), 0, -1):
            phrase = self._phrases.by_words.get(self._folded[self._at : self._at + length])
            if phrase is not None:
                return length, phrase
        return 0, ""

    def _link_length(self) -> int:
        """How many tokens from here on are in the same link."""
        link, end = self._tokens[self._at].link, self._at
        while end < len(self._tokens) and self._tokens[end].link == link:
            end += 1
        return end - self._at

    def _word(self, phrase: str, length: int, senses: frozenset[Sense]) -> bool | None:
        """Read a phrase; None where it says nothing here and is a name like any other."""
        following = self._tokens[self._at + length].text if self._at + length < len(self._tokens) else ""
        mark = self._phrases.marks.get(phrase)
        kind = self._phrases.types.get(phrase)
        if Sense.OR in senses and self._has_type:
            self._end_map()
            self._emit("|")
            self._has_type = False
        elif Sense.TO in senses and self._has_type and self._open and self._open[-1].startswith("map"):
            self._open.pop()
            self._emit("]")
            self._has_type = False
        elif (
            mark is not None and not self._is_generic(following) and not (kind and not self._has_type and not following)
        ):
            self.marks.add(mark)
        elif self._has_type:
            return self._behind(phrase, length, senses, kind)
        elif Sense.LIST_OF in senses and (following or kind is None):
            self._emit("[")
            self._emit("]")
        elif senses & {Sense.MAP_OF, Sense.MAP_BY}:
            self._emit("map", TokenKind.NAME)
            self._emit("[")
            self._open.append("map" if Sense.MAP_OF in senses else "map by")
        elif Sense.LIST in senses and following not in _OPEN and self._leads_type(length):
            self._emit("[")
            self._emit("]")
        elif Sense.FILLER in senses and following not in ("", "<") and (kind is None or self._leads_type(length)):
            pass
        elif senses & {Sense.MAP, Sense.OBJECT} and self._name_follows(length):
            pass  # `array of objects [Tag](…)`
        elif kind is not None:
            self._emit(phrase, TokenKind.NAME, self._tokens[self._at])
            self._has_type = True
        elif Sense.OR in senses or Sense.OF in senses:
            pass
        else:
            return None
        self._at += length
        return True

    def _is_generic(self, following: str) -> bool:
        """Whether a word that marks fields elsewhere names a type with arguments: `Optional[int]`, `Readonly<Tag>`."""
        return following == "<" or (following == "[" and self._tokens[self._at].text in _GENERIC)

    def _behind(self, phrase: str, length: int, senses: frozenset[Sense], kind: Type | None) -> bool:
        """Read a phrase behind a type."""
        if Sense.LIST in senses:
            self._emit("[")
            self._emit("]")
        elif Sense.OBJECT in senses or Sense.OF in senses:
            pass
        elif kind is not None and self.out[-1].kind is TokenKind.NAME:
            before = self._phrases.types.get(self.out[-1].text)
            if before is None or _refines(before, kind):  # the last word counts: `hex string`, `role ids`
                self.out[-1] = Token(TokenKind.NAME, phrase, None)
        else:
            return self._skip_rest()
        self._at += length
        return True

    def _leads_type(self, length: int) -> bool:
        """Whether a type follows the next `length` tokens."""
        at, self._at = self._at, self._at + length
        try:
            if self._at >= len(self._tokens):
                return False
            token = self._tokens[self._at]
            _, phrase = self._phrase()
            return token.link is not None or phrase in self._phrases.types or token.text in ("[", "?")
        finally:
            self._at = at

    def _name_follows(self, length: int) -> bool:
        """Whether the next `length` tokens stand before a link, or a name in capitals, which is no phrase."""
        at, self._at = self._at, self._at + length
        _, phrase = self._phrase() if self._at < len(self._tokens) else (0, "-")
        token, self._at = self._tokens[min(self._at, len(self._tokens) - 1)], at
        return not phrase and token.kind is TokenKind.NAME and (token.link is not None or token.text[:1].isupper())

    def _name(self, token: Token) -> bool:
        if token.link is not None:
            length = self._link_length()
            words = [each.text for each in self._tokens[self._at : self._at + length]]
            if self._has_type:
                if not self._is_unknown():
                    return self._skip_rest()
                self.out.pop()  # words before a link describe it: `thread-specific [channel](…)`
            self._at += length
            self._emit(self._label(words), TokenKind.NAME, token)
        elif self._has_type and self._is_unknown():
            self.out[-1] = replace(self.out[-1], text=f"{self.out[-1].text} {token.text}")
            self._at += 1
        elif self._has_type and self._ends_in_list():
            self._at += 1
        elif self._has_type:
            return self._skip_rest()
        else:
            opens = self._at + 1 < len(self._tokens) and self._tokens[self._at + 1].text in ("<", "(")
            known = self._folded[self._at].rsplit(".", 1)[-1]
            scalar = known if known in self._phrases.types and not opens else token.text
            self._emit(scalar, TokenKind.NAME, token)
            self._at += 1
        self._has_type = True
        return True

    def _ends_in_list(self) -> bool:
        """Whether nothing but words is left, and the last says that all before is a list: `[Tag](…) tag数组`."""
        rest = self._tokens[self._at :]
        last = self._phrases.senses.get(self._folded[-1], frozenset())
        return (
            Sense.LIST in last
            and len(rest) < 6
            and all(token.kind is TokenKind.NAME and token.link is None for token in rest)
        )

    def _label(self, words: Sequence[str]) -> str:
        """The words of a link, less those that only frame a name."""
        text = " ".join(words)
        if text.casefold() in self._phrases.types:
            return text.casefold()
        kept = list(words)
        while len(kept) > 1 and Sense.OBJECT in self._phrases.senses.get(kept[-1].casefold(), ()):
            kept.pop()
        while len(kept) > 1 and Sense.FILLER in self._phrases.senses.get(kept[0].casefold(), ()):
            kept.pop(0)
        return " ".join(kept)

    def _value(self, token: Token) -> bool:
        if token.text[0] in "\"'" and not self._has_type:
            self.out.append(token)
            self._has_type = True
        self._at += 1
        return True

    def _mark(self, token: Token) -> bool:
        text = token.text
        if text == "|":
            self._end_map()
            if self._has_type:
                self._emit("|")
            self._has_type = False
        elif text in ("(", "（") and self._has_type and not self._takes(Sense.LIST):
            if self._takes(Sense.MAP):
                self.out.pop()  # `object (User)`
                self._has_type = False
                self._at += 1
                return True
            return self._remark()
        elif (
            text == "["
            and self._has_type
            and self._next() != "]"
            and self.out[-1].text not in _GENERIC
            and not self._takes(Sense.LIST, Sense.MAP)
        ):
            self._at = self._end_of(self._at)
        elif text in _OPEN and text not in ("（", "{"):
            if text == "[" and self._next() == "]":
                self._emit("[")
                self._emit("]")
                self._at += 1
            else:
                self._open.append(_OPEN[text])
                self._emit(text)
                self._has_type = False
        elif self._open and text == self._open[-1]:
            self._open.pop()
            self._emit(text)
            self._has_type = not self._ends_keys()
        elif text in (",", "、"):
            return self._comma()
        elif text == "?":
            self._emit("?")
        elif text in _NOTES:
            pass
        elif text in _ENDS or text == "?":
            if self._has_type and not self._open and not self._joins(text):
                return self._skip_rest()
        elif not self._has_type:
            self.out.append(token)
        self._at += 1
        return True

    def _ends_keys(self) -> bool:
        """Whether the bracket that was just closed holds the keys of a map, and the values follow: `map[string]Tag`."""
        level = 0
        for index in range(len(self.out) - 1, 0, -1):
            level += (self.out[index].text == "]") - (self.out[index].text == "[")
            if level == 0:
                break
        else:
            return False
        following = self._at + 1
        if self.out[index - 1].text != "map" or following >= len(self._tokens):
            return False
        token, keep = self._tokens[following], self._at
        self._at = following
        _, phrase = self._phrase()
        self._at = keep
        is_name = token.kind is TokenKind.NAME and not phrase
        return token.link is not None or phrase in self._phrases.types or is_name or token.text in ("[", "*")

    def _joins(self, text: str) -> bool:
        """Whether a hyphen is one within a word: `thread-specific [channel](…)`."""
        return text == "-" and self._is_unknown()

    def _comma(self) -> bool:
        """Commas part arguments, and types before an `or`; else what follows is a remark."""
        if self._open and not self._open[-1].startswith("map"):
            self._end_map()
            self._emit(",")
            self._has_type = False
        elif self._has_type:
            rest = self._folded[self._at + 1 :]
            marked = self._marked_at(self._at + 1)
            if not marked and not self._phrases.alternatives.isdisjoint(rest) and self._types_follow():
                self._end_map()
                self._emit("|")
                self._has_type = False
            elif not marked:
                return self._skip_rest()
        self._at += 1
        return True

    def _marked_at(self, at: int) -> bool:
        keep, self._at = self._at, at
        _, phrase = self._phrase()
        self._at = keep
        return phrase in self._phrases.marks

    def _types_follow(self) -> bool:
        keep, self._at = self._at, self._at + 1
        _, phrase = self._phrase()
        token = self._tokens[self._at] if self._at < len(self._tokens) else None
        self._at = keep
        senses = self._phrases.senses.get(phrase, frozenset())
        return token is not None and (
            token.link is not None
            or phrase in self._phrases.types
            or bool(senses & {Sense.OR, Sense.LIST_OF, Sense.MAP_OF, Sense.FILLER})
            or token.kind is TokenKind.NAME
        )

    def _remark(self) -> bool:
        """Read what stands in brackets behind a type: its format, marks, or a remark."""
        end = self._end_of(self._at)
        keep, inner_end = self._at, end
        self._at += 1
        length, phrase = self._phrase()
        kind = self._phrases.types.get(phrase)
        before = self._phrases.types.get(self.out[-1].text) if self.out else None
        if kind is not None and before is not None and self._at + length == inner_end and _refines(before, kind):
            self.out[-1] = Token(TokenKind.NAME, phrase, None)
        while self._at < inner_end:
            length, phrase = self._phrase()
            if phrase in self._phrases.marks:
                self.marks.add(self._phrases.marks[phrase])
            self._at += max(length, 1)
        self._at = max(end, keep) + 1
        return True

    def _end_of(self, at: int) -> int:
        """Where the bracket that opens at a token is closed; the end where it never is."""
        opening = self._tokens[at].text
        closing, depth = _OPEN[opening], 0
        for index in range(at, len(self._tokens)):
            depth += (self._tokens[index].text == opening) - (self._tokens[index].text == closing)
            if depth == 0:
                return index
        return len(self._tokens)

    def _skip_rest(self) -> bool:
        """Leave out what follows, but for marks and the brackets that are open."""
        while self._at < len(self._tokens):
            length, phrase = self._phrase()
            if phrase in self._phrases.marks:
                self.marks.add(self._phrases.marks[phrase])
            elif self._open and self._tokens[self._at].text == self._open[-1]:
                return True
            self._at += max(length, 1)
        return False

    def _end_map(self) -> None:
        while self._open and self._open[-1].startswith("map"):
            self._close(self._open.pop())

    def _close(self, opened: str) -> None:
        if opened == "map by":
            self._emit("]")
            self._emit("any", TokenKind.NAME)
        else:
            self._emit("]" if opened == "map" else opened)

    def _takes(self, *kinds: Sense) -> bool:
        """Whether what stands before a bracket is of one of these kinds, and a type in it: `collection(string)`."""
        last = self.out[-1].text if self.out else ""
        if self._phrases.senses.get(last, frozenset()).isdisjoint(kinds) or self._at + 1 >= len(self._tokens):
            return False
        keep, self._at = self._at, self._at + 1
        _, phrase = self._phrase()
        token, self._at = self._tokens[self._at], keep
        return token.link is not None or phrase in self._phrases.types or (not phrase and token.text[:1].isupper())

    def _is_unknown(self) -> bool:
        """Whether the last thing read is a name without a link that is no known type."""
        last = self.out[-1] if self.out else None
        return (
            last is not None
            and last.kind is TokenKind.NAME
            and last.link is None
            and last.text not in self._phrases.types
        )

    def _next(self) -> str:
        return self._tokens[self._at + 1].text if self._at + 1 < len(self._tokens) else ""

    def _emit(self, text: str, kind: TokenKind = TokenKind.MARK, source: Token | None = None) -> None:
        self.out.append(Token(kind, text, source.link if source is not None else None))


def _refines(before: Type, behind: Type) -> bool:
    """Whether the second type says more exactly what the first is: `string (date-time)`, `number (int64)`."""
    if not isinstance(before, Primitive) or not isinstance(behind, Primitive):
        return False
    if before.scalar is Scalar.STRING:
        return behind.scalar in _STRINGS and behind != Primitive(Scalar.STRING)
    return before.scalar in _NUMBERS and behind.scalar in _NUMBERS and behind != Primitive(Scalar.NUMBER)
