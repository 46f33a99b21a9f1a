"""Values from the docs as Python literals.

Text reaches generated code as a literal made here, as a docstring (`escaped` makes its characters safe as well) or as an
identifier, and in no other way. A reader sees all of a literal: a character that is invisible, or changes how its
neighbours look, is an escape.
"""

from __future__ import annotations

import re
from math import isfinite

from ...model.declarations import Json
from ...patterns import regex
from .syntax import Code, Doc, call, listed, mapped

DEPTH_LIMIT = 50
"""The deepest nesting of lists and dicts that `literal` takes. The Python tokenizer itself stops at 200 brackets."""

# Python refuses decimal integers that are too long. The limit is a setting of the interpreter that reads the module:
# 4300 digits by default, never less than 640. It reads hexadecimal integers of any length.
_DECIMAL_BELOW = 10**640

# The general categories Cc, Cf, Co, Cs, Zl, Zp and Zs (without the space) and the property
# Default_Ignorable_Code_Point of Unicode 17, the noncharacters, the planes that have no characters, and two blanks that
# are symbols by category. Written out, because unicodedata differs between versions of Python.
HIDDEN = (
    "\x00-\x1f\x7f-\xa0\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2"
    "\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    "\u2800\u3000\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\ufffe\uffff\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d159\U0001d173-\U0001d17a\U0001fffe\U0001ffff\U0002fffe\U0002ffff"
    "\U0003fffe-\U0010ffff"
)
"""Every character that a reader would not see, as the inside of a regular expression's character class."""

_TO_ESCAPE = regex(rf"[\\{HIDDEN}]")
_SHORT = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def string(text: str) -> Code:
    """The text as a string literal on one line, quoted as black prefers it.

    `ast.literal_eval` gives exactly the text back. The quotes are double, unless single ones need fewer backslashes.
    """
    body = escaped(text)
    if '"' not in body:
        return Code(f'"{body}"')
    if body.count("'") < body.count('"'):
        return Code("'" + body.replace("'", "\\'") + "'")
    return Code('"' + body.replace('"', '\\"') + '"')


def escaped(text: str) -> str:
    """The text for use between quotes: backslashes and hidden characters become escapes; quotes stay as they are.

    The digits of escapes are in small letters, as black wants them.
    """
    if text.isascii() and text.isprintable() and "\\" not in text:
        return text
    return _TO_ESCAPE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    number = ord(character)
    if character in _SHORT:
        return _SHORT[character]
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def depth(value: Json) -> int:
    """The nesting of lists and dicts in a value: 0 for a scalar, 1 for `[]` and `{"a": 1}`."""
    deepest = 0
    level = [value]
    while containers := [item for item in level if isinstance(item, list | dict)]:
        deepest += 1
        level = [
            item
            for container in containers
            for item in (container.values() if isinstance(container, dict) else container)
        ]
    return deepest


def literal(value: Json) -> Doc:
    """The value as an expression that makes an equal value; infinities and NaN as `float("inf")` and the like.

    Raises ValueError if lists and dicts are nested deeper than `DEPTH_LIMIT`, TypeError for a value that JSON cannot hold.
    """
    return _literal(value, DEPTH_LIMIT)


def _literal(value: Json, levels_left: int) -> Doc:
    if isinstance(value, list | dict) and not levels_left:
        raise ValueError(f"a value is nested deeper than {DEPTH_LIMIT} levels")
    match value:
        case None | bool():
            return Code(repr(value))
        case str():
            return string(value)
        case int():
            return Code(repr(value) if abs(value) < _DECIMAL_BELOW else _hexadecimal(value))
        case float():
            return _float(value)
        case list():
            return listed(_literal(item, levels_left - 1) for item in value)
        case dict():
            return mapped((string(key), _literal(item, levels_left - 1)) for key, item in value.items())
    raise TypeError(f"not a JSON value: {type(value).__name__}")


def _hexadecimal(value: int) -> str:
    sign = "-" if value < 0 else ""
    return f"{sign}0x{abs(value):X}"


def _float(value: float) -> Doc:
    if isfinite(value):
        return Code(repr(value).replace("e+", "e"))
    return call(Code("float"), string(repr(value)))
