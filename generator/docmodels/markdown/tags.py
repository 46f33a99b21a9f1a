"""HTML tags in Markdown, and the same in Markdown.

The standard library's `html.parser` is not used: it reads broken HTML differently in different releases of Python, and in
quadratic time in some. The same docs must give the same models everywhere.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

from ..patterns import regex
from .inline import code_span

TAG = regex(r"""<(/?)([A-Za-z][\w.:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*+)>""")
"""A tag: the slash of a closing one, the name, the attributes (and the slash of an empty one)."""

_SPACE = regex(r"\s+")
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "s": "~~", "del": "~~", "strike": "~~"}
_DEPTH = 20
"""The deepest nesting of marks and links; deeper ones are dropped."""
_CODE = ("code", "tt", "pre", "kbd", "samp")
_LINES = ("p", "div", "ul", "ol", "dl", "dt", "dd", "blockquote", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6")
_SILENT = ("span", "font", "small", "big", "u", "nobr", "wbr", "center", "tbody", "thead", "tfoot", "abbr")

_INDENT = regex(
    r"(?:^|;)\s*(?:padding-left|margin-left|text-indent)\s*:\s*(?P<size>\d{1,3})(?:\.\d{1,3})?(?P<unit>px|em|rem|ch)",
    re.I,
)
_WIDTHS = {"px": 0.2, "ch": 1.0}
"""Unit of length → its width in blanks; `em` and `rem` have three."""
_WIDEST = 100  # blanks


def attribute(attributes: str, name: str) -> str | None:
    """The value of an attribute; None if the tag does not have it."""
    match = _attribute(name).search(attributes)
    if not match:
        return None
    value = match[1]
    return html.unescape(value[1:-1] if value[0] in "\"'" else value)


def without_tags(text: str) -> str:
    """The text between the tags."""
    return TAG.sub("", text)


def as_markdown(text: str) -> str:
    """HTML as inline Markdown: code, links, marks, images and line breaks.

    Markdown in it stays, and so do tags without a form in Markdown, and text that only looks like a tag (`List<String>`).
    """
    if "<" not in text:
        return _SPACE.sub(" ", text).strip()
    writer = _Writer()
    position = 0
    for tag in TAG.finditer(text):
        writer.text(text[position : tag.start()])
        writer.tag(tag)
        position = tag.end()
    writer.text(text[position:])
    return writer.written()


@cache
def _attribute(name: str) -> re.Pattern[str]:
    return re.compile(rf"""(?<![^\s"'/]){name}\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+)""", re.IGNORECASE)


class _Code(str):
    """A piece of the text of a code span."""


class _Writer:
    """The Markdown so far; each frame holds the content of an open element."""

    def __init__(self) -> None:
        self._frames: list[tuple[str, str, list[str]]] = [("", "", [])]
        self._code = 0

    def text(self, text: str) -> None:
        if text:
            text = _SPACE.sub(" ", text)
            self._add(_Code(html.unescape(text)) if self._code else text)

    def tag(self, tag: re.Match[str]) -> None:
        name = tag[2].lower()
        self._enter(name, tag)
        if not tag[1] and (indent := _indent(tag[3])):
            self._add(indent)

    def _enter(self, name: str, tag: re.Match[str]) -> None:
        if name in _CODE:
            self._code = max(self._code + (-1 if tag[1] else 1), 0)
        elif name in _MARKS or name == "a":
            if tag[1]:
                self._close(name)
            elif not tag[0].endswith("/>") and len(self._frames) < _DEPTH:
                self._frames.append((name, attribute(tag[3], "href") or "" if name == "a" else "", []))
        elif name == "img":
            self._add(f"![{attribute(tag[3], 'alt') or ''}]({_target(attribute(tag[3], 'src') or '')})")
        elif name == "br":
            self._add("<br>")
        elif name == "li":
            self._add("" if tag[1] else "<br>- ")
        elif name in ("td", "th"):
            self._add(" ")
        elif name in _LINES:
            self._add("<br>")
        elif name not in _SILENT:
            self._add(tag[0])

    def written(self) -> str:
        while len(self._frames) > 1:
            self._close(self._frames[-1][0])
        parts = list(_with_spans(self._frames[0][2]))
        with_text = [number for number, part in enumerate(parts) if part != "<br>" and part.strip()]
        return "".join(parts[with_text[0] : with_text[-1] + 1]).strip() if with_text else ""

    def _add(self, text: str) -> None:
        self._frames[-1][2].append(text)

    def _close(self, name: str) -> None:
        """Close the innermost element if it has this name; another closing tag is ignored."""
        if len(self._frames) == 1 or self._frames[-1][0] != name:
            return
        _, target, parts = self._frames.pop()
        full = "".join(_with_spans(parts))
        inner = full.strip()
        if not inner:
            self._add(full)
            return
        before = full[: len(full) - len(full.lstrip())]
        after = full[len(full.rstrip()) :]
        if name != "a":
            inner = f"{_MARKS[name]}{inner}{_MARKS[name]}"
        elif target:
            inner = f"[{inner}]({_target(target)})"
        self._add(f"{before}{inner}{after}")


def _indent(attributes: str) -> str:
    """The blanks for the indentation of an element, as in `padding-left: 20px`."""
    style = attribute(attributes, "style") if "style" in attributes else None
    size = _INDENT.search(style) if style else None
    if size is None:
        return ""
    return "&nbsp;" * min(round(int(size["size"]) * _WIDTHS.get(size["unit"].lower(), 3.0)), _WIDEST)


def _with_spans(parts: Iterable[str]) -> Iterator[str]:
    """The parts, with one code span for neighbouring pieces of code: `<code>Room<wbr>Id</code>`."""
    for is_code, pieces in groupby(parts, lambda part: isinstance(part, _Code)):
        if not is_code:
            yield from pieces
            continue
        text = "".join(pieces)
        code = text.strip()
        yield text.replace(code, code_span(code), 1) if code else text  # blanks at the ends stay outside of the code


def _target(href: str) -> str:
    """The target as it must stand in `[text](target)`."""
    if re.fullmatch(r"[^\s()<>\\]+", href):
        return href
    return "<" + re.sub(r"[<>\n\\]", lambda match: f"%{ord(match[0]):02X}", href) + ">"
