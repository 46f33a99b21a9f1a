"""The code that shows how to use a model, and the JSON of the model in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...markdown import Fence, Section
from ...model.declarations import Json, Usage
from ...model.examples import MAX_DEPTH, is_small, parse
from ...notation.tokens import unquoted

# No quote behind a backslash opens a text, so that at most one of a line that is never closed is looked for to its end.
_TOKEN = re.compile(
    r"""
      (?P<text> (?<!\\)"(?:[^"\\\n]|\\.)*" | (?<!\\)'(?:[^'\\\n]|\\.)*' )
    | (?P<name> [^\W\d][\w$]* )
    | (?P<number> -?\d+(?:\.\d+)? )
    | (?P<mark> [{}\[\](),:] )
    | //[^\n]* | \S
    """,
    re.VERBOSE,
)
_LITERAL = re.compile(r"=\s*(?=[{\[])")
_OPENING, _CLOSING, _ENDS = ("(", "[", "{"), (")", "]", "}"), (",", "}", "]", "")
_WORDS: dict[str, Json] = {"true": True, "false": False, "null": None}


def read_usages(sections: Sequence[Section]) -> Iterator[Usage]:
    """The values of the model in the code below headings that announce it: JSON, or one literal of an object."""
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Fence):
                parsed = parse(block.text)
                if parsed is not None:
                    yield Usage(parsed[0], is_wire=True)
                elif (start := _LITERAL.search(block.text)) is not None:
                    literal = _Literal(block.text[start.end() :]).value(0)
                    if literal and is_small(literal):
                        yield Usage(literal, is_wire=False)


class _Literal:
    """Reads the literal of an object as JavaScript writes it. What is no data, such as a call, is null."""

    def __init__(self, text: str) -> None:
        self._tokens = [(match.lastgroup, match[0]) for match in _TOKEN.finditer(text) if match.lastgroup is not None]
        self._at = 0

    def value(self, depth: int) -> Json:
        kind, token = self._take()
        if token == "{" and depth < MAX_DEPTH:
            return self._object(depth + 1)
        if token == "[" and depth < MAX_DEPTH:
            return self._list(depth + 1)
        if self._peek() in _ENDS:
            return _scalar(kind, token)
        self._skip(token)
        return None

    def _object(self, depth: int) -> dict[str, Json]:
        found: dict[str, Json] = {}
        while self._peek() not in ("}", ""):
            kind, key = self._take()
            if kind in ("text", "name") and self._peek() == ":":
                self._take()
                found[unquoted(key) if kind == "text" else key] = self.value(depth)
            elif key != ",":
                self._skip(key)
        self._take()
        return found

    def _list(self, depth: int) -> list[Json]:
        found: list[Json] = []
        while self._peek() not in ("]", ""):
            if self._peek() == ",":
                self._take()
            else:
                found.append(self.value(depth))
        self._take()
        return found

    def _skip(self, first: str) -> None:
        """Pass over the rest of what began with `first` and is no data, up to the comma or the bracket behind it."""
        depth = int(first in _OPENING)
        while self._peek() and (depth > 0 or self._peek() not in _ENDS):
            _, token = self._take()
            depth += (token in _OPENING) - (token in _CLOSING)

    def _peek(self) -> str:
        return self._tokens[self._at][1] if self._at < len(self._tokens) else ""

    def _take(self) -> tuple[str | None, str]:
        self._at += 1
        return self._tokens[self._at - 1] if self._at <= len(self._tokens) else (None, "")


def _scalar(kind: str | None, token: str) -> Json:
    if kind == "text":
        return unquoted(token)
    if kind == "number" and len(token) < 16:
        return float(token) if "." in token else int(token)
    return _WORDS.get(token)
