"""The lines of a token of markdown-it."""

from __future__ import annotations

from markdown_it.token import Token


def extent(token: Token) -> tuple[int, int]:
    """The lines of a block, as a slice."""
    assert token.map is not None, "markdown-it maps every token that opens a block"
    first, end = token.map
    return first, end
