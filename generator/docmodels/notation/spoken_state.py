"""The tokens of a type in words, and how far they are read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from .ahead import Ahead
from .phrases import Phrases, Sense
from .tokens import Token, TokenKind, joined
from .writing import Writer


class State:
    """The tokens, the place among them, and what is written so far.

    tokens    the tokens of the words
    phrases   the meaning of words
    written   the tokens of the notation
    marks     the marks of the field that the words have
    at        the place of the next token
    has_type  whether the type that is being read is there already
    beside    the places of tokens that are no part of the type
    fillers   the places of tokens that say nothing, but belong to one of `beside` behind them: `up to 5`
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
        self.fillers: set[int] = set()

    def rest(self) -> Iterator[str]:
        """The pieces that are no part of the type."""
        beside = self.beside | self.fillers
        for is_beside, run in groupby(range(len(self.tokens)), key=lambda at: at in beside):
            places = tuple(run)
            if is_beside and not self.beside.isdisjoint(places):
                yield joined(self.tokens[at] for at in places)

    def leave_out(self, length: int = 1) -> None:
        """Note that the next tokens are no part of the type."""
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
        """Whether the word before a bracket has one of these senses, and the bracket a type: `collection(string)`."""
        last = self.written.tokens[-1].text if self.written.tokens else ""
        senses = self.phrases.senses.get(last, frozenset())
        if senses.isdisjoint(kinds):
            return False
        if self.tokens[self.at].text != "[":
            return self.ahead.is_type(self.at + 1) or self.ahead.is_named(self.at + 1)
        inner = self.ahead.without_fillers(self.at + 1)
        return self.ahead.is_type(inner) or self.ahead.is_word(inner) or self.ahead.text(inner) == "?"

    def is_unknown(self) -> bool:
        """Whether the last written token is a name without a link that is no known type."""
        last = self.written.tokens[-1] if self.written.tokens else None
        return (
            last is not None
            and last.kind is TokenKind.NAME
            and last.link is None
            and last.text.rsplit(" ", 1)[-1].casefold() not in self.phrases.types
        )

    def is_argument(self, at: int) -> bool:
        """Whether a type may begin at a place behind `<`: none does in `string <= 10`."""
        return self.ahead.begins_type(at) or self.ahead.text(at) in ("[", "?", "{")

    def is_before_type(self, length: int) -> bool:
        """Whether a type follows the next `length` tokens."""
        return self.ahead.is_type(self.at + length) or self.ahead.text(self.at + length) in ("[", "?")
