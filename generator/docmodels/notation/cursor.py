"""A cursor over the tokens of a type."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import Place
from ..markdown import Inline
from .tokens import Token

CLOSE = {"<": ">", "[": "]", "(": ")"}
_SKIPPED = {**CLOSE, "{": "}"}


class TypeSyntaxError(Exception):
    """The token at `position` cannot continue the type. `read_type` catches it."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


class Cursor:
    """The tokens of a cell, and the place of the next one.

    path  the page that the cell stands in
    """

    def __init__(self, tokens: tuple[Token, ...], cell: Inline, path: str) -> None:
        self._tokens = tokens
        self._cell = cell
        self._path = path
        self._at = 0
        self._ends: list[tuple[int, int]] = []

    def place(self, position: int) -> Place:
        """The place of a token in the docs."""
        ends = self._ends = self._ends or list(self._token_ends())
        if len(ends) <= position < len(self._tokens):  # tokens of human words may be out of order
            text = self._tokens[position].text
            at = self._cell.source.find(text)
            if at >= 0:
                return Place(self._path, self._cell.line, self._cell.column + at, len(text))
        offset, length = ends[min(position, len(ends) - 1)] if ends else (0, 1)
        start = offset - length if position < len(self._tokens) else offset - 1
        return Place(self._path, self._cell.line, self._cell.column + max(start, 0), length)

    def _token_ends(self) -> Iterator[tuple[int, int]]:
        """The end and the length of each token in the cell, up to the first token that the cell spells differently."""
        offset = 0
        for token in self._tokens:
            start = self._cell.source.find(token.text, offset)
            if start < 0:
                return
            offset = start + len(token.text)
            yield offset, len(token.text)

    def _peek(self, ahead: int = 0) -> str:
        at = self._at + ahead
        return self._tokens[at].text if at < len(self._tokens) else ""

    def _take(self) -> Token:
        if self._at == len(self._tokens):
            raise TypeSyntaxError("it ends too early", self._at)
        self._at += 1
        return self._tokens[self._at - 1]

    def _accept(self, text: str) -> bool:
        if self._peek() != text:
            return False
        self._at += 1
        return True

    def _expect(self, text: str, opened: int) -> None:
        if self._at == len(self._tokens):
            raise TypeSyntaxError(f'"{self._tokens[min(opened, self._at - 1)].text}" is never closed', opened)
        if not self._accept(text):
            raise TypeSyntaxError(f'"{text}" is missing before "{self._peek()}"', self._at)

    def _skip(self) -> None:
        """Pass over the arguments of a type that needs none."""
        opened, depth = self._at, 0
        while True:
            text = self._take().text
            depth += (text in _SKIPPED) - (text in _SKIPPED.values())
            if depth == 0:
                return
            if self._at == len(self._tokens):
                raise TypeSyntaxError(f'"{self._tokens[opened].text}" is never closed', opened)
