"""The tags of components in a page of MDX or of GitBook, and the text between them.

    <ParamField body="room_id" type="string" required>          {% swagger-parameter in="body" name="room_id" %}
      The room to join.                                           The room to join.
    </ParamField>                                               {% endswagger-parameter %}

Code shows tags and has none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from markdown_it.token import Token

from ..patterns import regex
from .extents import extent
from .page import Closing, Inline, Make, Opening, Tag

_MARK = regex(  # each alternative begins with one character, so that `re` skips to the next of these
    r"``*|<!--|\{/\*|<(?P<slash>/?)(?P<name>[A-Z][\w.]{0,100})(?=[\s/>])"
    r"|\{%-?\s{0,9}(?P<end>end|/\s{0,9})?(?P<block>[a-z][a-z-]{0,100})"
    r"(?P<attributes>(?:\s{1,9}[A-Za-z-]{1,100}=\"[^\"\n]{0,1000}\"){0,50})\s{0,9}(?P<empty>/?)-?%\}"
)
_BEGIN = regex(r"</?[A-Z]")
"""The beginning of a tag of a component."""
_CLOSING = regex(r"\{%-?\s{0,9}(?:end|/\s{0,9})(?P<name>[a-z][a-z-]{0,100})\s{0,9}-?%\}")
"""A closing tag of GitBook or of Markdoc. A tag without a closing tag on the page is empty."""
_PAIR = regex(r"(?P<key>[A-Za-z-]+)=\"(?P<value>[^\"\n]*)\"")
_NAME = regex(r"[\s,]*(?P<name>[A-Za-z_@:][\w.:@-]{0,100})")
_VALUE = regex(r"\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<brace>\{)|(?P<bare>[^\s\"'<>{}`=]+))")
_END = regex(r"[\s,]*(?P<slash>/?)>")
_BRACES = regex(r"[{}\n]")
_QUOTED = regex(r"(?P<mark>[\"'`])(?P<text>.*)(?P=mark)", re.DOTALL)
_LONGEST_EXPRESSION = 50  # the most lines of `{…}` in an attribute
_SPREAD = regex(r"[\s,]*\{\s*\.\.\.")


def read_tags(blocks: Sequence[Sequence[Token]], lines: Sequence[str], make: Make) -> tuple[Tag, ...]:
    """The tags of components on a page and the text between them, in the order of the page.

    Without a component, there is no text either. Text has no code blocks and no tables.
    """
    if not has_tags("\n".join(lines)):
        return ()
    return tuple(_Reader(_without_code(blocks, lines), make).read())


def has_tags(text: str) -> bool:
    """Whether a page may have tags of components."""
    # Python finds one character much faster than several.
    return ("{" in text and "{%" in text) or ("<" in text and _BEGIN.search(text) is not None)


def _without_code(blocks: Sequence[Sequence[Token]], lines: Sequence[str]) -> list[str]:
    """The lines, with code and tables blanked out. Indented code is text: authors indent the content of components."""
    kept = list(lines)
    for tokens in blocks:
        for token in tokens:
            if token.type in ("fence", "table_open"):
                first, end = extent(token)
                kept[first:end] = [""] * (end - first)
            elif token.type == "code_block":
                first, end = extent(token)
                kept[first:end] = _without_fences(kept[first:end])
    return kept


def _without_fences(lines: Iterable[str]) -> Iterator[str]:
    fence = ""
    for line in lines:
        mark = line.strip()[:3]
        if mark in ("```", "~~~") and fence in ("", mark):
            fence = "" if fence else mark
            yield ""
        else:
            yield "" if fence else line


class _Reader:
    """Reads the text once, from start to end."""

    def __init__(self, lines: Sequence[str], make: Make) -> None:
        self._text = "\n".join(lines)
        self._make = make
        self._closed = frozenset(match["name"] for match in _CLOSING.finditer(self._text))
        self._starts = [0, *accumulate([len(line) + 1 for line in lines])]

    def read(self) -> Iterator[Tag]:
        text = self._text
        done = at = 0
        while (mark := _MARK.search(text, at)) is not None:
            if mark["name"] is None and mark["block"] is None:
                at = self._behind(mark)
                continue
            tag, at = self._tag(mark) if mark["block"] is None else (self._block(mark), mark.end())
            yield from self._inline(done, mark.start())
            yield tag
            done = at
        yield from self._inline(done, len(text))

    def _behind(self, mark: re.Match[str]) -> int:
        """The end of a code span or a comment."""
        text, start = self._text, mark.end()
        if mark[0].startswith("`"):
            line_end = text.find("\n", start)
            end = text.find(mark[0], start, line_end if line_end >= 0 else len(text))
            return end + len(mark[0]) if end >= 0 else start
        closing = "-->" if mark[0] == "<!--" else "*/}"
        end = text.find(closing, start)
        return end + len(closing) if end >= 0 else len(text)

    def _block(self, mark: re.Match[str]) -> Tag:
        """A tag of GitBook."""
        line, column = self._place(mark.start())
        if mark["end"] and not mark["attributes"]:
            return Closing(mark["block"], line, column)
        start = mark.start("attributes")
        attributes: dict[str, Inline] = {}
        for pair in _PAIR.finditer(mark["attributes"]):
            attributes.setdefault(pair["key"], self._value(pair["value"], start + pair.start("value")))
        name = f"{mark['end'] or ''}{mark['block']}"
        return Opening(name, attributes, line, column, bool(mark["empty"]) or name not in self._closed, True)

    def _tag(self, mark: re.Match[str]) -> tuple[Tag, int]:
        line, column = self._place(mark.start())
        if mark["slash"]:
            end = _END.match(self._text, mark.end())
            return Closing(mark["name"], line, column), end.end() if end else mark.end()
        attributes: dict[str, Inline] = {}
        at = mark.end()
        while (end := _END.match(self._text, at)) is None:
            at, is_complete = self._attribute(at, attributes)
            if not is_complete:
                return Opening(mark["name"], attributes, line, column, False, False), at
        return Opening(mark["name"], attributes, line, column, bool(end["slash"]), True), end.end()

    def _attribute(self, at: int, attributes: dict[str, Inline]) -> tuple[int, bool]:
        """Read an attribute. Returns its end, and whether there was one."""
        spread = _SPREAD.match(self._text, at)
        if spread is not None:
            return self._brace(self._text.index("{", at))
        name = _NAME.match(self._text, at)
        if name is None:
            return at, False
        value = _VALUE.match(self._text, name.end())
        if value is None:
            attributes.setdefault(name["name"], self._value("true", name.start("name")))
            return name.end(), not self._text.startswith("=", name.end())
        kind = value.lastgroup or ""
        if kind != "brace":
            attributes.setdefault(name["name"], self._value(value[kind], value.start(kind)))
            return value.end(), True
        end, is_complete = self._brace(value.start(kind))
        text = self._text[value.end() : end - 1].strip()
        quoted = _QUOTED.fullmatch(text)
        attributes.setdefault(name["name"], self._value(quoted["text"] if quoted else text, value.end()))
        return end, is_complete

    def _brace(self, start: int) -> tuple[int, bool]:
        """The end of an expression in braces, and whether it has one."""
        depth = lines = 0
        for brace in _BRACES.finditer(self._text, start):
            if brace[0] == "\n":
                lines += 1
                if lines > _LONGEST_EXPRESSION:
                    return brace.end(), False
                continue
            depth += 1 if brace[0] == "{" else -1
            if not depth:
                return brace.end(), True
        return len(self._text), False

    def _value(self, source: str, start: int) -> Inline:
        return self._make(" ".join(source.split()), *self._place(start))

    def _inline(self, start: int, end: int) -> Iterator[Inline]:
        piece = self._text[start:end]
        source = piece.strip()
        if source:
            begins = start + len(piece) - len(piece.lstrip())
            yield self._make("\n".join([line.strip() for line in source.split("\n")]), *self._place(begins))

    def _place(self, position: int) -> tuple[int, int]:
        line = bisect_right(self._starts, position)
        return line, position - self._starts[line - 1] + 1
