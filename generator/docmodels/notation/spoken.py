"""Types in the words of human languages, turned into the notation that the one parser reads.

    array of [user](…) objects         [] user
    map of strings to lists of numbers  map[string] [] number
    ?string, integer, or boolean       ? string | integer | boolean
    number (int64)                     int64
    `[Role](…) 对象数组`                 Role []

What stands behind a type, and only says something of it, is no part of it; the reader hands it back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ..frozen import frozen, replace
from ..model.types import DECIMAL, INTEGER, NUMBER, STRING, Type
from .ahead import CLOSING, Ahead
from .generics import GENERICS
from .phrases import Phrases, Sense, separated
from .refining import exact, has_decimal_places, phrase_of, refines
from .tokens import Token, TokenKind, joined
from .writing import Writer

_LONGEST_NAME = 8  # words that no page calls a type by
_ALL_OF = "&"
_NOTES = frozenset("*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰")
_ENDS = frozenset(".:;–—-，。；：、!=≤≥")


@frozen()
class Spoken:
    """Tokens of words as tokens of the notation.

    marks  what the words say about the field besides
    rest   what is no part of the type, piece by piece, with the brackets around it: `(0-100)`, `in ms`
    """

    tokens: tuple[Token, ...]
    marks: frozenset[str]
    rest: tuple[str, ...]


def spoken(found: Sequence[Token], phrases: Phrases) -> Spoken:
    """Tokens of words as tokens of the notation, and what they say besides."""
    reader = _Reader(tuple(separated(_unindexed(found), phrases)), phrases)
    reader.read()
    return Spoken(tuple(reader.written.tokens), frozenset(reader.marks), tuple(reader.rest()))


def adds_type(piece: str) -> bool:
    """Whether a piece of `Spoken.rest` is one more type that a value is of: the `& Seat` of `Room & Seat`."""
    return piece.startswith(_ALL_OF) and piece != _ALL_OF


def _unindexed(found: Sequence[Token]) -> Sequence[Token]:
    """TypeScript's `{ [key: string]: Room }` as `map[string] Room`."""
    texts = [token.text for token in found]
    if texts[:2] != ["{", "["] or texts[3:4] != [":"] or texts[5:7] != ["]", ":"] or texts[-1] != "}":
        return found
    body = found[7:-2] if texts[-2] == ";" else found[7:-1]
    return (Token(TokenKind.NAME, "map", None), found[1], found[4], found[5], *body)


class _Reader:
    def __init__(self, found: tuple[Token, ...], phrases: Phrases) -> None:
        self.written = Writer()
        self.marks: set[str] = set()
        self._tokens = found
        self._phrases = phrases
        self._ahead = Ahead(found, phrases)
        self._at = 0
        self._has_type = False  # whether the type that is being read is there already
        self._passed: set[int] = set()  # tokens that are no part of the type
        self._fillers: set[int] = set()  # tokens that say nothing, but belong to such a token behind them: `up to 5`

    def rest(self) -> Iterator[str]:
        """What is no part of the type, piece by piece."""
        beside = self._passed | self._fillers
        for is_beside, run in groupby(range(len(self._tokens)), key=lambda at: at in beside):
            places = tuple(run)
            if is_beside and not self._passed.isdisjoint(places):
                yield joined(self._tokens[at] for at in places)

    def read(self) -> None:
        while self._at < len(self._tokens) and self._step():
            pass
        self.written.end()

    def _step(self) -> bool:
        """Read on; False where nothing more belongs to the type."""
        token = self._tokens[self._at]
        length, phrase = self._ahead.phrase(self._at)
        senses = self._phrases.senses.get(phrase, frozenset()) if phrase else frozenset[Sense]()
        if phrase and not (
            token.link is not None and length <= self._ahead.link_length(self._at) and not self._leads(senses)
        ):
            done = self._word(phrase, length, senses)
            if done is not None:
                return done
        if token.text == "[" and self._ahead.text(self._at + 1) == "]":
            return self._list()
        if token.kind is TokenKind.NAME or (token.link is not None and not self._has_type):
            return self._name(token)
        if token.kind is TokenKind.VALUE:
            return self._value(token)
        return self._mark(token)

    def _leads(self, senses: frozenset[Sense]) -> bool:
        """Whether a phrase in a link still says how the type is made: `[list of tags](#tags)`."""
        return bool(senses & {Sense.LIST_OF, Sense.MAP_OF, Sense.MAP_BY}) and self._ahead.link_length(self._at) > 1

    def _word(self, phrase: str, length: int, senses: frozenset[Sense]) -> bool | None:
        """Read a phrase; None where it says nothing here and is a name like any other."""
        following = self._ahead.text(self._at + length)
        mark = self._phrases.marks.get(phrase)
        kind = self._phrases.types.get(phrase)
        if Sense.OR in senses and self._has_type:
            self.written.end_maps()
            self.written.mark("|")
            self._has_type = False
        elif Sense.TO in senses and self._has_type and self.written.in_map:
            self.written.begin_values()
            self._has_type = False
        elif (
            mark is not None and not self._is_generic(following) and not (kind and not self._has_type and not following)
        ):
            self.marks.add(mark)
        elif self._has_type:
            return self._behind(phrase, length, senses, kind)
        elif Sense.LIST_OF in senses and (following or kind is None):
            self.written.list()
        elif senses & {Sense.MAP_OF, Sense.MAP_BY}:
            self.written.open_map(by_keys=Sense.MAP_OF not in senses)
        elif Sense.LIST in senses and following not in CLOSING and self._is_led(length):
            self.written.list()
        elif Sense.FILLER in senses and following not in ("", "<") and (kind is None or self._is_led(length)):
            self._fillers.update(range(self._at, self._at + length))
        elif senses & {Sense.MAP, Sense.OBJECT} and self._ahead.is_named(self._at + length):
            pass  # `array of objects [Tag](…)`
        elif kind is not None:
            first = self._tokens[self._at]
            self.written.name(first.text if self._names_object(first) else phrase, first)
            self._has_type = True
        elif Sense.OR in senses or Sense.OF in senses:
            pass
        else:
            return None
        self._at += length
        return True

    def _is_generic(self, following: str) -> bool:
        """Whether a word that marks fields elsewhere names a type with arguments: `Optional[int]`, `Readonly<Tag>`."""
        return following == "<" or (following == "[" and self._tokens[self._at].text in GENERICS)

    def _behind(self, phrase: str, length: int, senses: frozenset[Sense], kind: Type | None) -> bool:
        """Read a phrase behind a type."""
        if Sense.LIST in senses:
            self.written.list()
        elif Sense.OBJECT in senses or Sense.OF in senses:
            pass
        elif kind is not None and self.written.tokens[-1].kind is TokenKind.NAME:
            last, word = self.written.tokens[-1].text, self._tokens[self._at].text
            before = self._phrases.types.get(last)
            if (
                before is None
                and length == 1
                and last[:1].isupper()
                and word[:1].isupper()
                and self.written.tokens[-1].link is None
            ):
                self.written.tokens[-1] = Token(
                    TokenKind.NAME, f"{last} {word}", None
                )  # a model's name, or what the last word says
            elif before is None or refines(before, kind):  # the last word counts: `hex string`, `role ids`
                self.written.tokens[-1] = Token(TokenKind.NAME, exact(before, phrase, self._phrases.types), None)
            else:
                self._pass(length)
        else:
            return self._skip_rest()
        self._at += length
        return True

    def _is_argument(self, at: int) -> bool:
        """Whether what stands behind `<` may be a type: `string <= 10` has none."""
        return self._ahead.begins_type(at) or self._ahead.text(at) in ("[", "?", "{")

    def _is_led(self, length: int) -> bool:
        """Whether a type follows the next `length` tokens."""
        return self._ahead.is_type(self._at + length) or self._ahead.text(self._at + length) in ("[", "?")

    def _list(self) -> bool:
        """Read the brackets of a list, as in `[]string`, `string[]` and `[[]Tag](#tag)`."""
        self.written.list()
        self._at += 2
        return True

    def _name(self, token: Token) -> bool:
        if token.link is not None:
            length = self._ahead.link_length(self._at)
            words = [each.text for each in self._tokens[self._at : self._at + length]]
            if self._has_type:
                if not self._is_unknown():
                    return self._skip_rest()
                before = self.written.tokens.pop()  # words before a link describe it: `thread-specific [channel](…)`
                if self._ahead.points(self._at, length):  # `channel [see](…)`
                    words = [before.text]
            self._at += length
            words, lists = self._ahead.unlisted(words)
            self.written.name(self._label(words, token), token)
            for _ in range(lists):
                self.written.list()
        elif self._has_type and self._is_unknown():
            if self.written.tokens[-1].text.count(" ") < _LONGEST_NAME:
                self.written.tokens[-1] = replace(
                    self.written.tokens[-1], text=f"{self.written.tokens[-1].text} {token.text}"
                )
            self._at += 1
        elif self._has_type and self._ahead.ends_in_list(self._at):
            self._at += 1
        elif self._has_type:
            return self._skip_rest()
        else:
            opens = self._ahead.text(self._at + 1) in ("<", "(")
            known = token.text.casefold().replace("::", ".").rsplit(".", 1)[-1]  # `std::string`
            scalar = known if known in self._phrases.types and not opens else token.text
            self.written.name(scalar, token)
            self._at += 1
        self._has_type = True
        return True

    def _names_object(self, token: Token) -> bool:
        """Whether a word that may be a scalar names a model: the capital one of `Link Object`."""
        is_thing = token.text[:1].isupper() and token.text.casefold() in self._phrases.things
        behind = self._ahead.text(self._at + 1)
        return is_thing and behind[:1].isupper() and Sense.OBJECT in self._ahead.senses(self._at + 1)

    def _label(self, words: Sequence[str], token: Token) -> str:
        """The words of a link, less those that only frame a name."""
        text = " ".join(words)
        if text.casefold() in self._phrases.types:
            leads_out = token.link is not None and "://" in token.link[1]
            return text if text.casefold() in self._phrases.things and not leads_out else text.casefold()
        kept = list(words)
        while len(kept) > 1 and Sense.OBJECT in self._phrases.senses.get(kept[-1].casefold(), ()):
            kept.pop()
        while len(kept) > 1 and Sense.FILLER in self._phrases.senses.get(kept[0].casefold(), ()):
            kept.pop(0)
        return " ".join(kept)

    def _value(self, token: Token) -> bool:
        if not self._has_type and (token.text[0] in "\"'" or self._is_alternative()):
            self.written.tokens.append(token)
            self._has_type = True
        else:
            self._pass()
        self._at += 1
        return True

    def _is_alternative(self) -> bool:
        """Whether the next token is one of several alternatives, and nothing stands beside it: `1 | "auto"`."""
        follows = self._at + 1
        if self._at - 2 in self._passed:  # `int 0/1`
            return False
        if self._ahead.text(follows) == "|" or Sense.OR in self._ahead.senses(follows):
            return True
        return (
            bool(self.written.tokens) and self.written.tokens[-1].text == "|" and self._ahead.text(follows) in ("", "(")
        )

    def _pass(self, length: int = 1) -> None:
        """Note that the next tokens are no part of the type."""
        self._passed.update(range(self._at, self._at + length))

    def _mark(self, token: Token) -> bool:
        text = token.text
        if text == "|":
            self.written.end_maps()
            if self._has_type:
                self.written.mark("|")
            self._has_type = False
        elif text in ("(", "（") and self._has_type and not self._takes(Sense.LIST):
            if self._takes(Sense.MAP):
                self.written.tokens.pop()  # `object (User)`
                self._has_type = False
                self._at += 1
                return True
            return self._remark()
        elif (
            text == "["
            and self._has_type
            and self._ahead.text(self._at + 1) != "]"
            and self.written.tokens[-1].text not in GENERICS
            and not self._takes(Sense.LIST, Sense.MAP)
        ):
            end = self._ahead.end_of(self._at)
            self._pass(end + 1 - self._at)
            self._at = end
        elif text == "<" and self._has_type and self._is_format():
            return self._remark()
        elif text == "<" and self._has_type and not self._is_argument(self._at + 1):
            return self._skip_rest()
        elif text in CLOSING and text not in ("（", "{"):
            self.written.open(text)
            self._has_type = False
        elif self.written.closes(text):
            self._has_type = not self._ends_keys(self.written.close())
        elif text in (",", "、"):
            return self._comma()
        elif text == "?":
            self.written.mark("?")
        elif text in _NOTES:
            pass
        elif text == _ALL_OF and self._has_type and self._is_argument(self._at + 1):
            return self._skip_rest()
        elif text == "." and self.written.is_open and self.written.tokens[-1].text == ",":
            self.written.tokens.pop()  # `tuple[Room, ...]`
        elif text in _ENDS or text == "?":
            if self._has_type and not self.written.is_open and not self._joins(text):
                return self._skip_rest()
        elif not self._has_type:
            self.written.tokens.append(token)
        else:
            self._pass()
        self._at += 1
        return True

    def _is_format(self) -> bool:
        """Whether the brackets that follow are about a scalar, which takes no arguments: `string<date-time>`."""
        before = self._phrases.types.get(self.written.tokens[-1].text)
        return before in (STRING, NUMBER, INTEGER) and self._ahead.end_of(self._at) < len(self._tokens)

    def _ends_keys(self, opened: int) -> bool:
        """Whether the bracket that was just closed holds the keys of a map, and the values follow: `map[string]Tag`.

        opened  where among what was read it was opened
        """
        following = self._at + 1
        if not opened or self.written.tokens[opened - 1].text != "map" or following >= len(self._tokens):
            return False
        is_name = self._tokens[following].kind is TokenKind.NAME and not self._ahead.phrase(following)[1]
        return self._ahead.is_type(following) or is_name or self._ahead.text(following) in ("[", "*")

    def _joins(self, text: str) -> bool:
        """Whether a hyphen is one within a word: `thread-specific [channel](…)`."""
        return text == "-" and self._is_unknown()

    def _comma(self) -> bool:
        """Commas part arguments, and types before an `or`; else what follows is a remark."""
        if self.written.is_open and not self.written.in_map:
            self.written.end_maps()
            self.written.mark(",")
            self._has_type = False
        elif self._has_type and not self._ahead.is_mark(self._at + 1):
            follows = self._at + 1
            is_union = self._ahead.has_alternative(self._at) and self._ahead.begins_type(follows)
            if not is_union and not self._ahead.is_item(follows, links=self.written.tokens[-1].link is not None):
                return self._skip_rest()
            self.written.end_maps()
            self.written.mark("|")
            self._has_type = False
        self._at += 1
        return True

    def _remark(self) -> bool:
        """Read what stands in brackets behind a type: its format, marks, or a remark."""
        start, end = self._at, self._ahead.end_of(self._at)
        self._at += 1
        length, phrase = self._ahead.phrase(self._at)
        kind = self._phrases.types.get(phrase)
        before = self._phrases.types.get(self.written.tokens[-1].text) if self.written.tokens else None
        behind = self._at + length
        is_whole = behind == end
        is_clause = is_whole or self._ahead.text(behind) in (",", ";")  # `string (ISO 8601, UTC)`
        if kind is not None and before is not None and is_clause and refines(before, kind):
            self.written.tokens[-1] = Token(TokenKind.NAME, exact(before, phrase, self._phrases.types), None)
            self._passed.update(range(behind + 1, end))
        elif before == NUMBER and has_decimal_places(token.text for token in self._tokens[start + 1 : end]):
            self.written.tokens[-1] = Token(TokenKind.NAME, phrase_of(DECIMAL, self._phrases.types), None)
            self._passed.update(range(start, end + 1))
        elif not (is_whole and (phrase in self._phrases.marks or kind == before)):
            self._passed.update(range(start, end + 1))
        while self._at < end:
            length, phrase = self._ahead.phrase(self._at)
            if phrase in self._phrases.marks:
                self.marks.add(self._phrases.marks[phrase])
            self._at += max(length, 1)
        self._at = end + 1
        return True

    def _skip_rest(self) -> bool:
        """Leave out what follows, but for marks and the brackets that are open."""
        while self._at < len(self._tokens):
            length, phrase = self._ahead.phrase(self._at)
            if phrase in self._phrases.marks:
                self.marks.add(self._phrases.marks[phrase])
            elif self.written.closes(self._tokens[self._at].text):
                return True
            self._pass(max(length, 1))
            self._at += max(length, 1)
        return False

    def _takes(self, *kinds: Sense) -> bool:
        """Whether what stands before a bracket is of one of these kinds, and a type in it: `collection(string)`."""
        last = self.written.tokens[-1].text if self.written.tokens else ""
        senses = self._phrases.senses.get(last, frozenset())
        if senses.isdisjoint(kinds):
            return False
        if self._tokens[self._at].text != "[":
            return self._ahead.is_type(self._at + 1) or self._ahead.is_named(self._at + 1)
        inner = self._ahead.without_fillers(self._at + 1)
        return self._ahead.is_type(inner) or self._ahead.is_word(inner) or self._ahead.text(inner) == "?"

    def _is_unknown(self) -> bool:
        """Whether the last thing read is a name without a link that is no known type."""
        last = self.written.tokens[-1] if self.written.tokens else None
        return (
            last is not None
            and last.kind is TokenKind.NAME
            and last.link is None
            and last.text.rsplit(" ", 1)[-1].casefold() not in self._phrases.types
        )
