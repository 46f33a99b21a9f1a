"""Look ahead in the tokens of a type in words."""

from __future__ import annotations

from types import MappingProxyType

from ..frozen import cached_property
from .phrases import Phrases, Sense
from .tokens import Token, TokenKind

CLOSING = MappingProxyType({"(": ")", "[": "]", "<": ">", "{": "}", "（": "）"})
_FEW = 6  # the most tokens to search for the end of a type, and the most lists around a name in a link


class Ahead:
    """The tokens of a type, looked up by place. The first place is 0; a place may lie behind the end."""

    def __init__(self, tokens: tuple[Token, ...], phrases: Phrases) -> None:
        self._tokens = tokens
        self._phrases = phrases
        self._folded = tuple(token.text.casefold() for token in tokens)

    def text(self, at: int) -> str:
        return self._tokens[at].text if at < len(self._tokens) else ""

    def phrase(self, at: int) -> tuple[int, str]:
        """The number of tokens of the longest phrase at a place, and the phrase; 0 and "" without one."""
        for length in range(min(self._phrases.longest, len(self._tokens) - at), 0, -1):
            phrase = self._phrases.by_words.get(self._folded[at : at + length])
            if phrase is not None:
                return length, phrase
        return 0, ""

    def senses(self, at: int) -> frozenset[Sense]:
        return self._phrases.senses.get(self.phrase(at)[1], frozenset())

    def is_mark(self, at: int) -> bool:
        return self.phrase(at)[1] in self._phrases.marks

    def is_type(self, at: int) -> bool:
        """Whether a known type or a link stands at a place."""
        return at < len(self._tokens) and (
            self._tokens[at].link is not None or self.phrase(at)[1] in self._phrases.types
        )

    def link_length(self, at: int) -> int:
        """The number of tokens from a place on in the same link, or outside of links."""
        link, end = self._tokens[at].link, at
        while end < len(self._tokens) and self._tokens[end].link == link:
            end += 1
        return end - at

    def points(self, at: int, length: int) -> bool:
        """Whether the `length` tokens at a place only point elsewhere: `see`."""
        phrase_length, phrase = self.phrase(at)
        return phrase_length == length and Sense.REST in self._phrases.senses.get(phrase, ())

    def unlisted(self, words: list[str]) -> tuple[list[str], int]:
        """The words of a link without the lists around them, and how many lists: `Array<Room>` is `Room`, 1."""
        lists = 0
        while lists < _FEW and len(words) > 2 and words[-2:] == ["[", "]"]:
            words, lists = words[:-2], lists + 1
        while (
            lists < _FEW
            and len(words) > 3
            and (words[1], words[-1]) == ("<", ">")
            and Sense.LIST in self._phrases.senses.get(words[0].casefold(), ())
        ):
            words, lists = words[2:-1], lists + 1
        return words, lists

    def end_of(self, at: int) -> int:
        """The place of the bracket that closes the one at a place; the end if none does."""
        opening = self._tokens[at].text
        closing, depth = CLOSING[opening], 0
        for index in range(at, len(self._tokens)):
            depth += (self._tokens[index].text == opening) - (self._tokens[index].text == closing)
            if depth == 0:
                return index
        return len(self._tokens)

    def begins_type(self, at: int) -> bool:
        """Whether a type, or a word for a list or a map, may begin at a place."""
        if at >= len(self._tokens):
            return False
        leads = {Sense.OR, Sense.LIST_OF, Sense.MAP_OF, Sense.FILLER}
        return self.is_type(at) or bool(self.senses(at) & leads) or self._tokens[at].kind is TokenKind.NAME

    def is_named(self, at: int) -> bool:
        """Whether a link, or a name in capitals that is no phrase, stands at a place."""
        if at >= len(self._tokens) or self.phrase(at)[1]:
            return False
        token = self._tokens[at]
        return token.link is not None or (token.kind is TokenKind.NAME and token.text[:1].isupper())

    def is_word(self, at: int) -> bool:
        """Whether an unknown name stands at a place, and its bracket closes behind it: the `User` of `map(User)`."""
        named = self.is_named(at)
        is_name = at < len(self._tokens) and self._tokens[at].kind is TokenKind.NAME and not self.phrase(at)[1]
        return named or (is_name and self.text(at + 1) == "]")

    def without_fillers(self, at: int) -> int:
        """The next place whose word is no filler: behind `a partial`."""
        while Sense.FILLER in self.senses(at) and not self.is_type(at):
            at += self.phrase(at)[0]
        return at

    def is_item(self, at: int, *, links: bool) -> bool:
        """Whether one known type fills the tokens up to the next comma or the end.

        links  whether a link counts as a known type
        """
        if at >= len(self._tokens):
            return False
        if Sense.LIST_OF in self.senses(at):  # `integer, array of integers`
            at += self.phrase(at)[0]
            return self.is_type(at) and self.is_item(at, links=links)
        length, phrase = self.phrase(at)
        end = at + (length if phrase else self.link_length(at))
        is_known = phrase in self._phrases.types or (links and self._tokens[at].link is not None)
        while (self.text(end), self.text(end + 1)) == ("[", "]"):  # `string, string[]`
            end += 2
        return is_known and self.text(end) in (",", "")

    def has_alternative(self, at: int) -> bool:
        """Whether a word for alternatives comes behind a place: `or`."""
        return at < self._last_alternative

    @cached_property
    def _last_alternative(self) -> int:
        places = (i for i in range(len(self._folded) - 1, -1, -1) if self._folded[i] in self._phrases.alternatives)
        return next(places, -1)

    def ends_in_list(self, at: int) -> bool:
        """Whether only words follow, and the last one makes a list: `[Tag](…) tag数组`."""
        rest = self._tokens[at : at + _FEW]
        return (
            len(self._tokens) - at < _FEW
            and Sense.LIST in self._phrases.senses.get(self._folded[-1], frozenset())
            and all(token.kind is TokenKind.NAME and token.link is None for token in rest)
        )
