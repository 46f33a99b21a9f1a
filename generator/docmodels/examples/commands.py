"""The JSON that commands send: `curl -d '{"id": 7}'`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..patterns import regex

_BODY = regex(
    r"""
    (?<![\w-]) (?: -d | --data(?:-raw|-binary|-ascii)? | --json | -Body ) [ \t=]*
    (?: \$?'(?P<single>(?:[^'\\]|\\.|'\\'')*+)' | "(?P<double>(?:[^"\\`]|\\.|`.)*+)" | @?-?\s*<<-?\s*['"]?(?P<mark>\w{1,20})['"]?[^\n]*\n )
    """,
    re.VERBOSE | re.DOTALL,
)
_MOST = 20  # the most bodies of a block
_ESCAPE = regex(r"[\\`](.)", re.DOTALL)


def bodies(text: str) -> Iterator[tuple[int | None, str, int]]:
    """The bodies of the commands in a block: start of the body, None if it has escapes of the shell; the body; its end."""
    at = 0
    for _ in range(_MOST):
        match = _BODY.search(text, at)
        if match is None:
            return
        at = match.end()
        if match["single"] is not None:
            body = match["single"].replace("'\\''", "'")
            yield (match.start("single") if body == match["single"] else None), body, at
        elif match["double"] is not None:
            yield None, _ESCAPE.sub(_unescaped, match["double"]), at
        else:
            closing = re.compile(rf"^\s*{re.escape(match['mark'])}\s*$", re.MULTILINE).search(text, at)
            end = closing.start() if closing is not None else len(text)
            yield at, text[at:end], closing.end() if closing is not None else end
            at = closing.end() if closing is not None else end


def _unescaped(match: re.Match[str]) -> str:
    """An escape in double quotes, as the shell reads it: a line end disappears, an escape of JSON stays."""
    char = match[1]
    return "" if char == "\n" else char if char in '"\\$`' else match[0]
