"""Tables of headers of HTTP, which are no fields of JSON."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ...markdown import Table
from ...tables.lexicon import Role, Words
from ...tables.names import read_name
from .roles import role_of

_HYPHENATED = re.compile(r"[A-Z][A-Za-z0-9]*(?:-[A-Z0-9][A-Za-z0-9]*)+|[xX](?:-[A-Za-z0-9]+)+")  # `Content-Type`
_PLAIN = frozenset(
    {"accept", "age", "allow", "authorization", "cache-control", "connection", "content-encoding", "content-length"}
    | {"content-type", "cookie", "date", "etag", "expires", "host", "idempotency-key", "if-match", "if-none-match"}
    | {"link", "location", "origin", "pragma", "prefer", "referer", "retry-after", "set-cookie", "user-agent", "vary"}
)
_BETWEEN = re.compile(r"[\s/&,()（）:：-]+")
_MOST = 0.7  # of the names


def are_http_headers(table: Table, headings: Sequence[str], words: Words, keys: Collection[str]) -> bool:
    """Whether the rows of a table are headers of HTTP: most names are those of some, and its heading says so.

    The heading of the column of names says so, too. Names that the JSON beside has for keys are those of fields.

    keys  those of the JSON beside the table
    """
    roles = [role_of(heading, words) for heading in table.header]
    at = roles.index(Role.NAME) if Role.NAME in roles else 0
    telling = [*headings[-2:], *([table.header[at].text] if table.header else [])]
    if not table.rows or not any(_announces_headers(text, words) for text in telling):
        return False
    names = [read_name(row.cells[at], words).text for row in table.rows]
    return not all(name in keys for name in names) and sum(map(_is_header, names)) >= _MOST * len(names)


def _announces_headers(text: str, words: Words) -> bool:
    lowered = " ".join(text.split()).casefold()
    return lowered in words.headers or not words.headers.isdisjoint(_BETWEEN.split(lowered))


def _is_header(name: str) -> bool:
    return name.casefold() in _PLAIN or _HYPHENATED.fullmatch(name) is not None
