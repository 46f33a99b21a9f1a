"""Patterns: of names and paths, with stars; and regular expressions that compile at their first use.

docmodels has some nine hundred regular expressions, and a run over a few pages uses a third. To compile all of them takes
longer than to read such pages.
"""

from __future__ import annotations

import re
from typing import Any, cast

from .frozen import frozen


@frozen()
class Pattern:
    """A pattern for complete texts, as the pieces between its stars; without a star, it is one piece.

    `*` matches any characters, and nothing else is special.
    """

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


_METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub", "subn")


class _Regex:
    """Stands for `re.compile(source, flags)`, and compiles when something asks for more than the source."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Python asks here for what the instance does not have: once, since the methods become attributes of it."""
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        vars(self).update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """A stand-in for `re.compile(source, flags)` that compiles at its first use.

    It has all methods and attributes of a pattern. The functions of `re` do not take it: write `X.sub(…)`, not
    `re.sub(X, …)`.

    Raises:
        re.error: At the first use, if the source is no regular expression.
    """
    return cast("re.Pattern[str]", _Regex(source, flags))
