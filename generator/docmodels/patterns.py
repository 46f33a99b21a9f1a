"""Patterns of names and paths: `*` matches any characters, and nothing else is special."""

from __future__ import annotations

from .frozen import frozen


@frozen()
class Pattern:
    """A pattern of whole texts, in the pieces between its stars; one without a star has one piece."""

    pieces: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> Pattern:
        """Any text is a pattern; two stars in a row mean what one means."""
        return cls(tuple(text.split("*")))

    @property
    def is_literal(self) -> bool:
        return len(self.pieces) == 1

    def matches(self, text: str) -> bool:
        """Whether the whole text is one of the pattern's, in time that is proportional to its length."""
        first, *others = self.pieces
        if not others:
            return text == first
        *middle, last = others
        if not text.startswith(first) or not text.endswith(last):
            return False
        at, end = len(first), len(text) - len(last)
        for piece in middle:  # the leftmost place of each leaves most room for the next
            at = text.find(piece, at, end)
            if at < 0:
                return False
            at += len(piece)
        return at <= end
