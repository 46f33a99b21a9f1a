"""Files with requests and responses: HAR files, and the cassettes of VCR libraries.

Browsers and proxies export HAR 1.2, http://www.softwareishard.com/blog/har-12-spec/. vcrpy (`interactions`) and VCR for
Ruby (`http_interactions`) write cassettes.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from ..model.declarations import Direction
from .recording import Exchange

Body = tuple[int, Exchange, str]
"""The number of an entry in the file, counted from 1; the request of the body; and the text of the body."""


def har_bodies(log: object) -> Iterator[Body]:
    """The bodies in a HAR file that may be JSON; entries in another form are left out."""
    for number, entry in enumerate(_list(_get(log, "log", "entries")), 1):
        url = _url(_get(entry, "request", "method"), _get(entry, "request", "url"))
        if url is None:
            continue
        posted = _get(entry, "request", "postData")
        content = _get(entry, "response", "content")
        for direction, holder in ((Direction.SENT, posted), (Direction.RECEIVED, content)):
            text = _get(holder, "text")
            if isinstance(text, str) and _get(holder, "encoding") == "base64":
                text = _decoded(text)
            yield from _body(number, url, direction, _get(holder, "mimeType"), text)


def cassette_bodies(cassette: object) -> Iterator[Body]:
    """The bodies in a cassette that may be JSON; entries in another form are left out."""
    interactions = _get(cassette, "interactions") or _get(cassette, "http_interactions")
    for number, entry in enumerate(_list(interactions), 1):
        request, response = _get(entry, "request"), _get(entry, "response")
        url = _url(_get(request, "method"), _get(request, "uri"))
        if url is None:
            continue
        for direction, holder in ((Direction.SENT, request), (Direction.RECEIVED, response)):
            yield from _body(number, url, direction, _media_type(holder), _cassette_text(_get(holder, "body")))


def is_cassette(value: object) -> bool:
    """Whether a file is a cassette of a VCR library, not a model with a field `interactions`."""
    entries = _list(_get(value, "interactions") or _get(value, "http_interactions"))
    return bool(entries) and all(isinstance(_get(entry, "request", "uri"), str) for entry in entries)


def _cassette_text(body: object) -> object:
    if not isinstance(body, dict):
        return _text(body)
    encoded = body.get("base64_string")
    return _decoded(encoded) if isinstance(encoded, str) else _text(body.get("string"))


def _body(number: int, url: tuple[str, str], direction: Direction, media_type: object, text: object) -> Iterator[Body]:
    """The body, unless it is empty, or has a media type other than JSON's (RFC 6839, section 3.1)."""
    if not isinstance(text, str) or not text.strip():
        return
    kind = media_type.partition(";")[0].strip().lower() if isinstance(media_type, str) else ""
    if kind.endswith(("/json", "+json")) or (not kind and text.lstrip()[0] in "{["):
        yield number, Exchange(*url, direction), text


def _media_type(message: object) -> object:
    """The Content-Type of a message in a cassette. Its headers may be lists."""
    headers = _get(message, "headers")
    for name, value in headers.items() if isinstance(headers, dict) else ():
        if isinstance(name, str) and name.lower() == "content-type":
            return value[0] if isinstance(value, list) and value else value
    return ""


def _url(method: object, url: object) -> tuple[str, str] | None:
    if not isinstance(method, str) or not isinstance(url, str):
        return None
    try:
        return method.upper(), unquote(urlsplit(url).path)
    except ValueError:  # no URL
        return None


def _text(body: object) -> object:
    """The text of a body; a compressed body counts as missing."""
    try:
        return body.decode() if isinstance(body, bytes) else body
    except UnicodeDecodeError:
        return None


def _decoded(text: str) -> object:
    try:
        return _text(base64.b64decode(text))
    except (binascii.Error, ValueError):
        return None


def _get(value: object, *keys: str) -> object:
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
