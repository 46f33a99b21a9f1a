"""The state of a translation: the tokens, the place of the next one, and the tokens written so far."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from .ahead import Ahead
from .phrases import Phrases, Sense
from .tokens import Token, TokenKind, joined
from .writing import Writer


class State:
    """The state of a translation.

    tokens    the tokens of the words
    phrases   the meaning of words
    written   the tokens of the notation so far
    marks     the marks of the field among the words
    at        the place of the next token
    has_type  whether the current type has its name already
    beside    the places of tokens that are no part of the type
    before    unknown words right before a type, which say more about it: the `hex` of `hex string`
    fillers   the places of tokens without a meaning that join a remark behind them: the `up to` of `up to 5`
    """

    def __init__(self, tokens: tuple[Token, ...], phrases: Phrases) -> None:
        self.tokens = tokens
        self.phrases = phrases
        self.ahead = Ahead(tokens, phrases)
        self.written = Writer()
        self.marks: set[str] = set()
        self.at = 0
        self.has_type = False
        self.beside: set[int] = set()
        self.before: list[str] = []
        self.fillers: set[int] = set()

    def rest(self) -> Iterator[str]:
        """The pieces that are no part of the type."""
        beside = self.beside | self.fillers
        for is_beside, run in groupby(range(len(self.tokens)), key=lambda at: at in beside):
            places = tuple(run)
            if is_beside and not self.beside.isdisjoint(places):
                yield joined(self.tokens[at] for at in places)

    def leave_out(self, length: int = 1) -> None:
        """Pass over the next tokens as no part of the type."""
        self.beside.update(range(self.at, self.at + length))

    def skip_rest(self) -> bool:
        """Leave out the tokens up to the end of the innermost open bracket, and take their marks."""
        while self.at < len(self.tokens):
            length, phrase = self.ahead.phrase(self.at)
            if phrase in self.phrases.marks:
                self.marks.add(self.phrases.marks[phrase])
            elif self.written.closes(self.tokens[self.at].text):
                return True
            self.leave_out(max(length, 1))
            self.at += max(length, 1)
        return False

    def takes(self, *kinds: Sense) -> bool:
        """Whether a word has one of these senses, and the bracket behind it holds a type: `collection(string)`."""
        last = self.written.tokens[-1].text if self.written.tokens else ""
        senses = self.phrases.senses.get(last, frozenset())
        if senses.isdisjoint(kinds):
            return False
        if self.tokens[self.at].text != "[":
            return self.ahead.is_type(self.at + 1) or self.ahead.is_named(self.at + 1)
        inner = self.ahead.without_fillers(self.at + 1)
        return self.ahead.is_type(inner) or self.ahead.is_word(inner) or self.ahead.text(inner) == "?"

    def is_unknown(self) -> bool:
        """Whether the last written token is an unlinked name of an unknown type."""
        last = self.written.tokens[-1] if self.written.tokens else None
        return (
            last is not None
            and last.kind is TokenKind.NAME
            and last.link is None
            and last.text.rsplit(" ", 1)[-1].casefold() not in self.phrases.types
        )

    def is_argument(self, at: int) -> bool:
        """Whether a type may begin at a place behind `<`. In `string <= 10`, none does."""
        return self.ahead.begins_type(at) or self.ahead.text(at) in ("[", "?", "{")

    def is_before_type(self, length: int) -> bool:
        """Whether a type follows the next `length` tokens."""
        return self.ahead.is_type(self.at + length) or self.ahead.text(self.at + length) in ("[", "?")
