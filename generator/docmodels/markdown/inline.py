"""Inline Markdown (a table cell, a heading, a paragraph) as a flat sequence of spans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference

from ..frozen import frozen, replace
from ..patterns import regex

_BREAK_TAG = regex(r"</?br\s*/?>", re.IGNORECASE)
_AUTOLINK = regex(r"[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]*")
_BACKTICKS = regex("`+")
_BLOCK = regex(r"(?P<info>[\w+-]{0,20})\s*<br\s*/?>(?P<code>.*)<br\s*/?>\s*", re.IGNORECASE | re.DOTALL)
"""A block of code in a cell, between three backticks."""
_BLANK_LINES = regex(r"\n{3,}")
_MARKED = regex(r"[\n\r\0\\`~*_\[\]!<&]")
"""The characters that may begin or end a mark."""
_TEXT = r"(?:[^\n\r\0\\`~*_\[\]!<&]|!(?!\[)|&(?![#A-Za-z])|<(?=[ \[])|(?<=[^\W_])_(?=[^\W_]))+"
_SIMPLE = regex(
    rf"(?P<text>{_TEXT})|`(?P<code>[^`\n\r\0 ](?:[^`\n\r\0]*[^`\n\r\0 ])?)`(?!`)"
    rf"|\[(?P<label>{_TEXT})\]\((?P<href>[^\0-\x20\x7f\\()<>&`]+)\)"
    r"|(?P<break><br ?/?>)"
)
"""A piece of text, of code, a link or a break. Most sources have only such pieces, and need no parser."""
_AROUND = ("*", "**", "~~")
"""The marks that may be around all of a source."""


class SpanKind(StrEnum):
    TEXT = "text"
    CODE = "code"
    BREAK = "break"
    HTML = "html"
    IMAGE = "image"


@frozen()
class Span:
    """A piece of text with its marks.

    text  TEXT and CODE: the characters; BREAK: "\\n"; HTML: the tag as written; IMAGE: the alternative text as written
    href  the target of the link around the span, as written, with any scheme; None outside links
    src   the address of an IMAGE, as written; None for any other kind

    The titles of links and images are left out.
    """

    kind: SpanKind
    text: str
    href: str | None = None
    emphasis: bool = False
    strong: bool = False
    strike: bool = False
    src: str | None = None


class _Parser(MarkdownIt):
    """markdown-it with unchanged link targets."""

    def validateLink(self, url: str) -> bool:
        return True

    def normalizeLink(self, url: str) -> str:
        return url

    def normalizeLinkText(self, link: str) -> str:
        return link


_PARSER = _Parser("commonmark").enable("strikethrough")

_KINDS = {
    "text": SpanKind.TEXT,
    "code_inline": SpanKind.CODE,
    "softbreak": SpanKind.BREAK,
    "hardbreak": SpanKind.BREAK,
    "html_inline": SpanKind.HTML,
    "image": SpanKind.IMAGE,
}


@lru_cache(maxsize=1 << 15)
def parse_inline(source: str, references: tuple[tuple[str, str], ...] = ()) -> tuple[Span, ...]:
    """The spans of one piece of inline Markdown (CommonMark and `~~strikethrough~~`).

    references  the labels of `[text][label]` and `[label]`, with their targets

    Soft and hard line breaks and `<br>` in any spelling (also `</br>`, as in browsers) are BREAK. Every other tag is HTML.
    Comments are left out. Character references are decoded.

    The time of the parser is proportional to the length of nearly every source, but not of all (`<!--` thousands of times
    before one `--->`): the caller must limit the length.
    """
    if is_plain(source):
        return plain(source)
    simple = _simple(source)
    return parsed(source, references) if simple is None else simple


def parsed(source: str, references: tuple[tuple[str, str], ...] = ()) -> tuple[Span, ...]:
    """The spans of a source by the Markdown parser. `parse_inline` is quicker for simple sources, with the same result."""
    spans: list[Span] = []
    hrefs: list[str] = []
    depth = {"em": 0, "strong": 0, "s": 0}
    defined = {normalizeReference(label): {"href": target, "title": ""} for label, target in references}
    for token in _PARSER.parseInline(source, {"references": defined})[0].children or ():
        if token.type == "link_open":
            hrefs.append(str(token.attrs["href"]))
        elif token.type == "link_close":
            hrefs.pop()
        elif token.nesting:
            depth[token.tag] += token.nesting
        else:
            kind = _KINDS[token.type]
            if kind is SpanKind.HTML and _BREAK_TAG.fullmatch(token.content):
                kind = SpanKind.BREAK
            text = "\n" if kind is SpanKind.BREAK else token.content
            if kind is SpanKind.CODE and len(token.markup) > 2 and (block := _BLOCK.fullmatch(text)) is not None:
                text = "\n".join((block["info"], *_BREAK_TAG.split(block["code"])))
            if (not text and kind is SpanKind.TEXT) or (kind is SpanKind.HTML and text.startswith("<!--")):
                continue
            spans.append(
                Span(
                    kind,
                    text,
                    href=hrefs[-1] if hrefs else None,
                    emphasis=depth["em"] > 0,
                    strong=depth["strong"] > 0,
                    strike=depth["s"] > 0,
                    src=str(token.attrs["src"]) if kind is SpanKind.IMAGE else None,
                )
            )
    return tuple(spans)


def _simple(source: str) -> tuple[Span, ...] | None:
    """The spans of a source without the parser, if it has text, code, links and breaks alone, perhaps all in one mark."""
    around = source[:2] if source[:2] in _AROUND else source[:1]
    if around not in _AROUND:
        return _pieces(source)
    inner = source[len(around) : -len(around)]
    if not inner or inner != inner.strip() or not source.endswith(around):
        return None
    spans = _pieces(inner)
    if spans is None:
        return None
    emphasis, strong, strike = (around == mark for mark in _AROUND)
    return tuple([replace(span, emphasis=emphasis, strong=strong, strike=strike) for span in spans])


def _pieces(source: str) -> tuple[Span, ...] | None:
    """The spans of text, code, links and breaks; None if anything else is in the source."""
    spans: list[Span] = []
    at = 0
    for piece in _SIMPLE.finditer(source):
        if piece.start() != at:
            return None
        at = piece.end()
        if piece["text"] is not None:
            spans.append(Span(SpanKind.TEXT, piece["text"]))
        elif piece["code"] is not None:
            spans.append(Span(SpanKind.CODE, piece["code"]))
        elif piece["label"] is not None:
            spans.append(Span(SpanKind.TEXT, piece["label"], href=piece["href"]))
        else:
            spans.append(Span(SpanKind.BREAK, "\n"))
    return tuple(spans) if at == len(source) else None


def is_plain(source: str) -> bool:
    """Whether a source is one line of text without any characters of marks."""
    return _MARKED.search(source) is None


def plain(source: str) -> tuple[Span, ...]:
    """The source as one span of text."""
    return (Span(SpanKind.TEXT, source),) if source else ()


def plain_text(spans: Iterable[Span]) -> str:
    """The text without marks and link targets; a break is "\\n".

    HTML stays, since a type such as `List<String>` is HTML to Markdown.
    """
    return "".join(span.text for span in spans)


def prose(spans: Sequence[Span]) -> str:
    """The spans as Markdown for use outside a table.

    Breaks are line ends, and character references are characters; nothing is escaped. No line begins with a blank or ends
    with whitespace, and neither does the text. At most one blank line stands between two lines.
    """
    written: list[str] = []
    open_marks: list[_Mark] = []
    breaks = 0
    for span, runs in zip(spans, _runs(spans), strict=True):
        _close(open_marks, runs, written)
        if span.kind is SpanKind.BREAK:
            breaks += 1
            continue
        written.append("\n" * breaks)
        breaks = 0
        # The mark that lasts longest is the outermost; `open_marks` are around it already.
        for mark in sorted(runs.keys() - set(open_marks), key=lambda mark: (-runs[mark], mark)):
            open_marks.append(mark)
            written.append(mark[0])
        written.append(_unmarked(span))
    _close(open_marks, {}, written)
    text = "".join(written)
    if "\n" not in text:
        return text.strip()
    lines = [line.rstrip().lstrip(" ") for line in text.split("\n")]
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


_Mark = tuple[str, str]
"""The texts that open and close a mark."""


def _runs(spans: Sequence[Span]) -> list[dict[_Mark, int]]:
    """For each span: its marks, each with the index of the last span with that mark."""
    runs: list[dict[_Mark, int]] = []
    following: dict[_Mark, int] = {}
    for index in range(len(spans) - 1, -1, -1):
        marks = _marks(spans[index])
        following = {mark: following.get(mark, index) for mark in marks}
        runs.append(following)
    runs.reverse()
    return runs


def _marks(span: Span) -> list[_Mark]:
    marks: list[_Mark] = []
    if span.strike:
        marks.append(("~~", "~~"))
    if span.strong:
        marks.append(("**", "**"))
    if span.emphasis:
        marks.append(("*", "*"))
    if span.href is not None and not _is_autolink(span):
        marks.append(("[", f"]({_target(span.href)})"))
    return marks


def _close(open_marks: list[_Mark], wanted: dict[_Mark, int], written: list[str]) -> None:
    """Close the marks that are not wanted, and those inside them."""
    keep = 0
    while keep < len(open_marks) and open_marks[keep] in wanted:
        keep += 1
    while len(open_marks) > keep:
        written.append(open_marks.pop()[1])


def _unmarked(span: Span) -> str:
    if span.kind is SpanKind.CODE:
        return _code(span.text)
    if span.kind is SpanKind.IMAGE:
        return f"![{span.text}]({_target(span.src or '')})"
    return f"<{span.text}>" if _is_autolink(span) else span.text


def _is_autolink(span: Span) -> bool:
    return span.kind is SpanKind.TEXT and span.text == span.href and _AUTOLINK.fullmatch(span.text) is not None


def _target(href: str) -> str:
    """The target in the form for `[text](target)`."""
    plain = " " not in href and href.count("(") == href.count(")")
    return href if plain else f"<{href}>"


def _code(text: str) -> str:
    """A code span, or a block of code for several lines, in as many backticks as its text needs."""
    if "\n" not in text:
        return code_span(text)
    fence = "`" * max((3, *(len(run) + 1 for run in _BACKTICKS.findall(text))))
    return f"\n{fence}{text}\n{fence}\n"


def code_span(text: str) -> str:
    """A code span, in as many backticks as its text needs."""
    runs = set(map(len, _BACKTICKS.findall(text)))
    fence = "`" * next(n for n in range(1, len(runs) + 2) if n not in runs)
    padded = text[:1] == "`" or text[-1:] == "`" or (text[:1] == text[-1:] == " ")
    return f"{fence} {text} {fence}" if padded else f"{fence}{text}{fence}"
