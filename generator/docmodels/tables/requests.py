"""The method and the path of an operation, where a page shows them: `GET /rooms/{roomId}`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..markdown import Block, Fence, Prose, Section
from ..model.declarations import Request
from ..model.names import singular
from ..regexes import regex

_METHODS = frozenset({"GET", "PUT", "POST", "PATCH", "DELETE", "HEAD", "OPTIONS"})
_REQUEST = regex(r"\b(GET|PUT|POST|PATCH|DELETE|HEAD|OPTIONS)\b[\s*_`|]{1,20}(/[^\s*`|<>()]{0,500})")
_ATTRIBUTES = regex(  # of a component of MDX
    r"""<[^<>]{0,200}\smethod=["'](?P<method>[A-Za-z]{3,7})["']\s(?:[^<>]{0,200}\s)?\w{1,20}=["'](?P<path>/[^\s"'<>]{0,500})["']"""
)
_ROOT = regex(r"api|rest|v\d+(?:\.\d+)?", re.IGNORECASE)  # segments that all paths begin with
_PARAMETER = regex(r"[{:<\[$]")
_LONGEST = 2_000  # characters of a block or heading that are looked at
_BLOCKS = 50  # behind a heading


def request_of(trail: Sequence[Section]) -> Request | None:
    """The request of the operation around a section: in the headings above it, or right below these.

    trail  the sections around the section, the outermost first, and the section
    """
    method = ""
    for section in reversed(trail):
        heading = section.heading.text.strip()
        if heading.upper() in _METHODS:
            method = method or heading.upper()
        elif method and heading.startswith("/"):
            return Request(method, heading.partition(" ")[0])
        for text in (section.heading.text, *map(_text, section.blocks[:_BLOCKS])):
            found = request_in(text)
            if found is not None:
                return found
    return None


def request_in(text: str) -> Request | None:
    """The request that stands at the first place in a text where there is one."""
    found = _REQUEST.search(text[:_LONGEST])
    if found is not None:
        return Request(found[1], found[2].partition("?")[0])
    tag = _ATTRIBUTES.match(text) if text.startswith("<") else None
    is_one = tag is not None and tag["method"].upper() in _METHODS
    return Request(tag["method"].upper(), tag["path"].partition("?")[0]) if tag and is_one else None


def beside_request(text: str) -> tuple[str, str] | None:
    """A request in a heading, and the rest of the heading: `GET /rooms` and `response`; None without a request."""
    found = _REQUEST.search(text[:_LONGEST])
    if found is None:
        return None
    rest = f"{text[: found.start()]} {text[found.end() :]}".strip(" `*_:–—-()（）")
    return f"{found[1]} {found[2]}", rest


def request_of_cell(text: str) -> Request | None:
    """The request that is all of a cell, in whatever case the method is: `Get /rooms`."""
    method, _, path = text.strip().partition(" ")
    is_one = method.upper() in _METHODS and path.lstrip().startswith("/")
    return Request(method.upper(), path.split()[0]) if is_one else None


def operation_name(request: Request) -> str:
    """A name for an operation without one: `Get Room Players` for `GET /rooms/{id}/players`."""
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
