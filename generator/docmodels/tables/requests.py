"""The method and the path of an operation on a page: `GET /rooms/{roomId}`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..markdown import Block, Fence, Prose, Section
from ..model.declarations import Request
from ..model.names import singular
from ..patterns import regex

_METHODS = frozenset({"GET", "PUT", "POST", "PATCH", "DELETE", "HEAD", "OPTIONS"})
_REQUEST = regex(r"\b(GET|PUT|POST|PATCH|DELETE|HEAD|OPTIONS)\b[\s*_`|]{1,20}(/[^\s*`|<>()]{0,500})")
_ATTRIBUTES = regex(  # attributes of an MDX component
    r"""<[^<>]{0,200}\smethod=["'](?P<method>[A-Za-z]{3,7})["']\s(?:[^<>]{0,200}\s)?\w{1,20}=["'](?P<path>/[^\s"'<>]{0,500})["']"""
)
_ROOT = regex(r"api|rest|v\d+(?:\.\d+)?", re.IGNORECASE)  # first segments without a meaning
_PARAMETER = regex(r"[{:<\[$]")
_LONGEST = 2_000  # characters of a block or heading to search
_BLOCKS = 50  # the number of blocks below a heading to search


def request_of(trail: Sequence[Section]) -> Request | None:
    """The request of the operation around a section, in the headings of the trail or right below them.

    trail  the section and those around it, the outermost first
    """
    method = ""
    for section in reversed(trail):
        heading = section.heading.text.strip()
        if heading.upper() in _METHODS:
            method = method or heading.upper()
        elif method and heading.startswith("/"):
            return Request(method, heading.partition(" ")[0])
        for text in (section.heading.text, *map(_text, section.blocks[:_BLOCKS])):
            request = request_in(text)
            if request is not None:
                return request
    return None


def request_in(text: str) -> Request | None:
    """The first request in a text."""
    match = _REQUEST.search(text[:_LONGEST]) if "/" in text else None
    if match is not None:
        return Request(match[1], match[2].partition("?")[0])
    tag = _ATTRIBUTES.match(text) if text.startswith("<") else None
    is_one = tag is not None and tag["method"].upper() in _METHODS
    return Request(tag["method"].upper(), tag["path"].partition("?")[0]) if tag and is_one else None


def beside_request(text: str) -> tuple[str, str] | None:
    """The request in a heading, and the rest of it: `GET /rooms` and `response`; None without a request."""
    match = _REQUEST.search(text[:_LONGEST]) if "/" in text else None
    if match is None:
        return None
    rest = f"{text[: match.start()]} {text[match.end() :]}".strip(" `*_:–—-()（）")
    return f"{match[1]} {match[2]}", rest


def request_of_cell(text: str) -> Request | None:
    """The request in a cell without other text; the method may be in any case: `Get /rooms`."""
    method, _, path = text.strip().partition(" ")
    is_one = method.upper() in _METHODS and path.lstrip().startswith("/")
    return Request(method.upper(), path.split()[0]) if is_one else None


def operation_name(request: Request) -> str:
    """A name for an operation, from its request: `Get Room Players` for `GET /rooms/{id}/players`."""
    segments = [segment for segment in request.path.split("/") if segment]
    while segments and _ROOT.fullmatch(segments[0]):
        segments = segments[1:]
    parts: list[str] = []
    for segment in segments:
        if not _PARAMETER.match(segment):
            parts.append(segment)
        elif parts:
            parts[-1] = singular(parts[-1])
    return " ".join((request.method.capitalize(), *parts))


def _text(block: Block) -> str:
    if isinstance(block, Prose):
        return block.source
    return block.text if isinstance(block, Fence) else ""
