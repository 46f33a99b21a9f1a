"""Writes the tokens of the notation, and keeps the open brackets."""

from __future__ import annotations

from .ahead import CLOSING
from .tokens import Token, TokenKind

_MAP, _MAP_BY = _MAPS = " map", " map by"  # with a blank, as no token has


class Writer:
    """Writes tokens, and closes the brackets that it has opened.

    tokens  all that is written so far
    """

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self._open: list[str] = []  # the closing brackets to come, or one of `_MAPS` for a map without its values
        self._starts: list[int] = []  # among the tokens, the places of the open brackets

    @property
    def is_open(self) -> bool:
        """Whether a bracket or a map is open."""
        return bool(self._open)

    @property
    def in_map(self) -> bool:
        """Whether the keys of a map are being written."""
        return self.is_open and self._open[-1] in _MAPS

    def closes(self, text: str) -> bool:
        """Whether a text is the bracket that closes the innermost open one."""
        return self.is_open and text == self._open[-1]

    def mark(self, text: str) -> None:
        """Write a mark of the notation."""
        self.tokens.append(Token(TokenKind.MARK, text, None))

    def name(self, text: str, source: Token | None = None) -> None:
        """Write a name, with the link of the token that it is from."""
        self.tokens.append(Token(TokenKind.NAME, text, source.link if source is not None else None))

    def list(self) -> None:
        """Write the brackets of a list."""
        self.mark("[")
        self.mark("]")

    def open(self, bracket: str) -> None:
        """Write a bracket, which `close` closes."""
        self._open.append(CLOSING[bracket])
        self._starts.append(len(self.tokens))
        self.mark(bracket)

    def close(self) -> int:
        """Close the innermost bracket, and return the place of the open one among the tokens."""
        self.mark(self._open.pop())
        return self._starts.pop()

    def open_map(self, *, by_keys: bool) -> None:
        """Begin a map.

        by_keys  only its keys are known: its values are anything
        """
        self.name("map")
        self.mark("[")
        self._open.append(_MAP_BY if by_keys else _MAP)

    def begin_values(self) -> None:
        """End the keys of the innermost map: its values follow."""
        self._open.pop()
        self.mark("]")

    def end_maps(self) -> None:
        """End the keys of the innermost maps without values."""
        while self.in_map:
            self._end()

    def end(self) -> None:
        """Close every open bracket, and drop marks for alternatives at the end."""
        while self.tokens and self.tokens[-1].text == "|":
            self.tokens.pop()
        while self.is_open:
            self._end()

    def _end(self) -> None:
        opened = self._open.pop()
        self.mark("]" if opened in _MAPS else opened)
        if opened == _MAP_BY:
            self.name("any")
