"""Headings that are components of MDX: they hold the title of an operation, and show its request beside it.

    <RouteHeader method="GET" url="/rooms">
      List Rooms
    </RouteHeader>

The request becomes a block below the heading.
"""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from ..frozen import frozen
from ..patterns import regex
from .extents import extent

LEVEL = 3
"""The level of a heading that is a component: that of the objects of a page, below their groups."""

_ATTRIBUTES = r"""(?:[^<>"'{}]|"[^"]*"|'[^']*'|\{[^{}]*\})*+"""
_OPENING = rf"""<(?P<name>[A-Z][\w.]*)(?=\s)(?=[^<>]*\smethod=)(?P<attributes>{_ATTRIBUTES})(?<!/)>"""
_OPENED = regex(rf"\s*{_OPENING}\s*")
_WHOLE = regex(rf"(?P<opening>{_OPENING})\s*(?P<title>[^<>\n]+?)\s*</(?P=name)>")
_LONGEST = 500  # the most characters of a component and its title


@frozen()
class ComponentHeading:
    """A heading that is a component.

    opening  its opening tag, with the request
    title    the text of the heading
    line     the line of the title, counted from 0
    end      the line after the component
    """

    opening: str
    title: str
    line: int
    end: int


def component_heading(blocks: Sequence[Sequence[Token]], number: int) -> ComponentHeading | None:
    """The component heading that begins with a block; None without one."""
    match blocks[number][0].type:
        case "paragraph_open":
            content = blocks[number][1].content
            match = _WHOLE.fullmatch(content) if content.startswith("<") and may_open(content) else None
            if match is None or not _is_title(match["title"]):
                return None
            return ComponentHeading(match["opening"], match["title"], *extent(blocks[number][0]))
        case "html_block" if number + 2 < len(blocks) and may_open(blocks[number][0].content):
            opened = _OPENED.fullmatch(blocks[number][0].content)
            inner, closing = blocks[number + 1], blocks[number + 2][0]
            if opened is None or inner[0].type != "paragraph_open" or closing.type != "html_block":
                return None
            title = inner[1].content.strip()
            if closing.content.strip() != f"</{opened['name']}>" or not _is_title(title):
                return None
            return ComponentHeading(opened[0].strip(), title, extent(inner[0])[0], extent(closing)[1])
    return None


def may_open(text: str) -> bool:
    """Whether a text may have the opening tag of a component heading."""
    return "method=" in text and len(text) <= _LONGEST


def _is_title(text: str) -> bool:
    """Whether a text is the title of an operation, not the path of its request."""
    return len(text) <= _LONGEST and "\n" not in text and text[:1].isalnum()
