"""Patterns of names and paths: `*` matches any characters, and nothing else is special."""

from __future__ import annotations

from .frozen import frozen


@frozen()
class Pattern:
    """A pattern for complete texts, as the pieces between its stars; without a star, it is one piece."""

    pieces: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> Pattern:
        """The pattern of a text. Any text is a pattern; two stars in a row are the same as one."""
        return cls(tuple(text.split("*")))

    @property
    def is_literal(self) -> bool:
        return len(self.pieces) == 1

    def matches(self, text: str) -> bool:
        """Whether the pattern matches the complete text. The time is proportional to its length."""
        first, *others = self.pieces
        if not others:
            return text == first
        *middle, last = others
        if not text.startswith(first) or not text.endswith(last):
            return False
        at, end = len(first), len(text) - len(last)
        for piece in middle:  # the leftmost match leaves most room for the next piece
            at = text.find(piece, at, end)
            if at < 0:
                return False
            at += len(piece)
        return at <= end
