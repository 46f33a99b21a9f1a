"""Tables of HTTP headers, which are no fields of JSON."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from ....markdown import Table
from ....patterns import regex
from ....tables.lexicon import Part, Role, Words
from ....tables.names import read_name
from .column_headings import header_roles

_HYPHENATED = regex(r"[A-Z][A-Za-z0-9]*(?:-[A-Z0-9][A-Za-z0-9]*)+|[xX](?:-[A-Za-z0-9]+)+")  # `Content-Type`
_PLAIN = frozenset(
    {"accept", "age", "allow", "authorization", "cache-control", "connection", "content-encoding", "content-length"}
    | {"content-type", "cookie", "date", "etag", "expires", "host", "idempotency-key", "if-match", "if-none-match"}
    | {"link", "location", "origin", "pragma", "prefer", "referer", "retry-after", "set-cookie", "user-agent", "vary"}
)
_BETWEEN = regex(r"[\s/&,()（）:：-]+")
_MOST = 0.7  # the share of names that must be headers
_PARTS = (Part.SENT, Part.RECEIVED)


def are_http_headers(table: Table, headings: Sequence[str], words: Words, keys: Collection[str]) -> bool:
    """Whether a heading announces headers, and most names of the table are HTTP headers.

    Plain words, such as `date`, are headers only below a heading about HTTP, or if they have capitals and no columns of
    fields beside them. Headings are those above the table, and the one of its names. Keys of JSON are fields.

    keys  the keys of the JSON beside the table
    """
    roles = header_roles(table, words)
    at = roles.index(Role.NAME) if Role.NAME in roles else 0
    telling = [*headings[-2:], *([table.header[at].text] if table.header else [])]
    if not table.rows or not any(_announces_headers(text, words) for text in telling):
        return False
    names = [read_name(row.cells[at], words).text for row in table.rows]
    headers = [name for name in names if _is_header(name)]
    if all(name in keys for name in names) or len(headers) < _MOST * len(names):
        return False
    if any("-" in name for name in headers) or any(_is_of_http(text, words) for text in telling):
        return True
    is_of_fields = {Role.TYPE, Role.REQUIRED} <= set(roles)
    return not is_of_fields and any(name[:1].isupper() for name in headers)


@lru_cache(maxsize=1 << 12)  # all tables below a heading share this question
def _announces_headers(text: str, words: Words) -> bool:
    lowered = " ".join(text.split()).casefold()
    return lowered in words.headers or not words.headers.isdisjoint(_BETWEEN.split(lowered))


def _is_of_http(text: str, words: Words) -> bool:
    """Whether a heading is about HTTP headers: it has no other word, or one for requests or responses."""
    lowered = " ".join(text.split()).casefold()
    pieces = _BETWEEN.split(lowered)
    return lowered in words.headers or any(
        piece == "http" or words.parts.get(piece) in _PARTS for piece in pieces if piece not in words.headers
    )


def _is_header(name: str) -> bool:
    return name.casefold() in _PLAIN or _HYPHENATED.fullmatch(name) is not None
