"""Front matter: the invisible lines at the top of a page that a site generator reads."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from ..patterns import regex

_CLOSING = {"---": ("---", "..."), "+++": ("+++",)}
_YAML = regex(r"""([\w.-]+):[ \t]+("(?:[^"\\]|\\["\\])*"|'(?:[^']|'')*'|[^\s"'\[\]{}&*!|>%@`#,?-].*)""")
_TOML = regex(r"""([\w.-]+)[ \t]*=[ \t]*("(?:[^"\\]|\\["\\])*"|'[^']*'|true|false|[+-]?\d[\w.:+-]*)""")
_COMMENT = regex(r"[ \t]#")


def matter_lines(lines: Sequence[str]) -> int:
    """The number of lines of the front matter.

    It is YAML from a first line `---` to a line `---` or `...`, or TOML between lines `+++`. Its first line in between must
    look like a key: so a page that only begins with a rule loses nothing.
    """
    closing = _CLOSING.get(lines[0].rstrip())
    if not closing:
        return 0
    sign = "=" if closing == ("+++",) else ":"
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() in closing:
            return number
        if number == 2 and sign not in line and not (sign == "=" and line.startswith(("#", "["))):
            return 0
    return 0


def read_matter(lines: Sequence[str]) -> Mapping[str, str]:
    """Outermost key → its plain value (a text, a number, a date, true or false), as text.

    lines  the front matter with its first and last line
    """
    toml = bool(lines) and lines[0].startswith("+++")
    pattern = _TOML if toml else _YAML
    matter: dict[str, str] = {}
    for line, following in pairwise(lines[1:]):
        if toml and line.startswith("["):
            break  # a table: all further keys are inside it
        if following[:1] in (" ", "\t") and following.strip() and not toml:
            continue  # the value continues, or is not plain
        if (match := pattern.match(line)) and (value := _value(match[2], line[match.end() :])) is not None:
            matter.setdefault(match[1], value)
    return matter


def _value(value: str, rest: str) -> str | None:
    """The value without its quotes and without a comment; None if it is not plain."""
    if value[0] in "\"'":
        if rest.strip() and not _COMMENT.match(rest):
            return None
        inner = value[1:-1]
        return re.sub(r"\\(.)", r"\1", inner) if value[0] == '"' else inner.replace("''", "'")
    if comment := _COMMENT.search(value):
        value = value[: comment.start()]
    return None if ": " in value else value.strip() or None
