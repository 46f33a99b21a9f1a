"""JSON as people write it: comments, trailing commas, keys without quotes, `...` for an elision.

    {
      id: 7,              // the room
      "players": ["kim", …],
    }

The reader never goes back, so its time is proportional to the length of the text.
"""

from __future__ import annotations

import re

from ..model.declarations import Json
from ..model.examples import MAX_DEPTH, MAX_SIZE
from ..model.shapes import ELIDED
from ..model.strict_json import read_json
from ..patterns import regex
from .document import Unreadable

_TOKEN = regex(
    r"""
      (?P<blank> \s++ | //[^\n]*+ | \#[^\n]*+ | /\*(?:[^*]|\*(?!/))*+\*/ | <!--(?:[^-]|-(?!->))*+--> )
    | (?P<text> "(?:[^"\\\n]|\\.)*+" | '(?:[^'\\\n]|\\.)*+' )
    | (?P<elision> (?: \.{2,}+ | …++ | ⋮ ) [^\n"'{}\[\],:/\#|]*+ )
    | (?P<number> -?\d++(?:\.\d++)?+(?:[eE][+-]?\d++)?+ (?![\w.]) )
    | (?P<name> [^\W\d][\w$-]*+ | \$[\w$-]++ | @[\w.-]++ )
    | (?P<placeholder> <[^<>\n]{1,80}> | \{\{[^{}\n]{1,80}\}\} )
    | (?P<mark> [{}\[\],:|] )
    """,
    re.VERBOSE,
)
_WORDS: dict[str, Json] = {"true": True, "false": False, "null": None}
_LONGEST_NUMBER = 300  # the most digits of a float
_ELLIPSES = ("...", "…")
_END = "end"


def read_lenient(text: str, start: int) -> tuple[Json, tuple[int, ...], bool, int]:
    """The object or list at an index; the positions of its keys; whether it leaves something out; and its end.

    Raises Unreadable for text that is no JSON in any of these forms, and for a value too large or nested too deep.
    """
    reader = _Reader(text, start)
    value = reader.value(0)
    return value, tuple(reader.offsets), reader.is_elided, reader.end


class _Reader:
    """Reads one value. `offsets` has the positions of the keys so far."""

    def __init__(self, text: str, start: int) -> None:
        self.offsets: list[int] = []
        self.is_elided = False
        self.end = start
        self._text = text
        self._size = 0
        self._next = start
        self._start = start
        self._kind = self._token = ""
        self._advance()

    def _advance(self) -> None:
        """Read the next token; the one before ends at `end`."""
        self.end = self._next
        at = self._next
        while at < len(self._text):
            match = _TOKEN.match(self._text, at)
            if match is None:
                self._kind, self._token = "strange", self._text[at]
                self._start = at
                return
            if match.lastgroup != "blank":
                self._kind, self._token = match.lastgroup or "", match[0]
                self._start, self._next = at, match.end()
                return
            at = match.end()
        self._kind, self._token, self._start = _END, "", at

    def value(self, depth: int) -> Json:
        value = self._one(depth)
        while self._token == "|":  # `"open" | "closed"`
            self._advance()
            self._one(depth)
            value, self.is_elided = ELIDED, True
        if self._kind == "elision":  # `"AAAAB3"...`
            self._advance()
            self.is_elided = True
        return value

    def _one(self, depth: int) -> Json:
        self._size += 1
        if depth > MAX_DEPTH or self._size > MAX_SIZE:
            raise Unreadable("the example is too large")
        kind, token = self._kind, self._token
        if token == "{":
            return self._object(depth)
        if token == "[":
            return self._list(depth)
        if kind == "number":
            return self._taken(_number(token))
        if kind == "text":
            return self._taken(_text(token))
        if kind == "name" and token in _WORDS:
            return self._taken(_WORDS[token])
        if kind in ("elision", "placeholder", "name"):  # `"id": number`, `"id": undefined`
            self.is_elided = True
            return self._taken(ELIDED)
        if kind == _END or token in ("}", ","):  # `"data": // see below`
            self.is_elided = True
            return ELIDED
        raise Unreadable("the example is no JSON")

    def _taken(self, value: Json) -> Json:
        self._advance()
        return value

    def _object(self, depth: int) -> Json:
        self._advance()
        members: dict[str, Json] = {}
        while self._token != "}":
            kind, token, start = self._kind, self._token, self._start
            if kind == _END:
                self.is_elided = True
                return members
            if kind not in ("elision", "text", "name", "number", "placeholder") and token != ",":
                raise Unreadable("the example is no JSON")
            self._advance()
            if kind == "elision" or (kind == "text" and self._token != ":" and _text(token) in _ELLIPSES):
                self.is_elided = True
            elif token != ",":
                if self._token != ":":
                    raise Unreadable("the example is no JSON")
                key = _text(token) if kind == "text" else token
                at = len(self.offsets)
                self._advance()
                if key not in members:
                    self.offsets.append(start)
                    members[key] = self.value(depth + 1)
                else:
                    members[key] = self.value(depth + 1)
                    self._forget(at)
        self._advance()
        return members

    def _forget(self, at: int) -> None:
        """Drop positions after a repeated key, which has another value now: the order of keys is not that of the text."""
        del self.offsets[at:]
        self.is_elided = True

    def _list(self, depth: int) -> Json:
        self._advance()
        items: list[Json] = []
        while self._token != "]":
            if self._kind == _END:
                self.is_elided = True
                return items
            if self._kind == "elision":
                self.is_elided = True
                self._advance()
            elif self._token == ",":
                self._advance()
            else:
                items.append(self.value(depth + 1))
        self._advance()
        return items


def _number(token: str) -> Json:
    """The number of a token; elided if it is no number of JSON, as `007`."""
    try:
        return read_json(token) if len(token) <= _LONGEST_NUMBER else ELIDED
    except ValueError:
        return ELIDED


def _text(token: str) -> str:
    """The characters of a text in single or double quotes."""
    inner = token[1:-1]
    if "\\" not in inner:
        return inner
    body = inner if token[0] == '"' else inner.replace("\\'", "'").replace('"', '\\"')
    try:
        value = read_json(f'"{body}"')
    except ValueError:
        return inner
    return value if isinstance(value, str) else inner
