"""The bytes of a file as a `Page`. markdown-it finds the blocks and their lines; the text comes from these lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from ..diagnostics import Diagnostic, Place
from ..limits import TEXT_CHARACTERS
from .component_tags import read_tags
from .directives import has_directives, opened
from .extents import extent
from .findings import findings, table_cut_short, too_long
from .hidden import hidden_lists
from .matter import matter_lines, read_matter
from .page import Page
from .parser import NESTING, parse
from .references import definitions, has_shortcodes, maker
from .sections import read_sections
from .table import outline
from .tabs import has_tabs, unindented

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read_page(path: str, data: bytes, limit: int = TEXT_CHARACTERS) -> tuple[Page | None, tuple[Diagnostic, ...]]:
    """Read a Markdown file: CommonMark with the tables of GitHub Flavored Markdown.

    path   the path relative to the docs folder, with `/`, for the page and the findings
    data   the content: UTF-8 with or without a byte order mark, any line ends
    limit  the most characters of a cell, heading or item; a longer one is plain text

    Returns the page, None if the bytes are not UTF-8; and the findings: `not-utf8`, `unclosed-block`, `nested-too-deep`,
    `table-cut-short`, `text-too-long`.

    Front matter, comments that are blocks, and the delimiter rows of tables are no content. Every other line that is not
    blank is in one heading or block.
    """
    data = data.removeprefix(_BYTE_ORDER_MARK)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (_not_utf8(path, data, error.start),)
    # CommonMark 2.3 asks for U+FFFD in place of U+0000.
    lines = _lines(text.replace("\0", "\ufffd"))
    count = matter_lines(lines)
    matter = read_matter(lines[:count])
    hidden = hidden_lists(text, lines[:count])
    lines[:count] = [""] * count
    parsed = unindented(lines) if has_tabs(text) else lines
    parsed = opened(parsed) if has_directives(text) else parsed
    blocks = list(_top_level(_tokens(parsed, path.endswith(".mdx") or _imports_components(text))))
    make = maker(limit, definitions(_paragraphs(blocks, lines)), has_shortcodes(text))
    sections, cuts = read_sections(blocks, lines, make)
    page = Page(path, sections, matter, read_tags(blocks, lines, make), hidden)
    cut = [table_cut_short(path, line) for line in cuts]
    return page, (*findings(path, blocks, lines, NESTING), *cut, *too_long(page))


def _imports_components(text: str) -> bool:
    """Whether a page of Docusaurus imports components: it is MDX then, under any name."""
    return "@" in text and ("from '@theme/" in text or 'from "@theme/' in text)


def _not_utf8(path: str, data: bytes, offset: int) -> Diagnostic:
    before = _lines(data[:offset].decode("utf-8"))
    return Diagnostic(
        Place(path, len(before), len(before[-1]) + 1),
        "not-utf8",
        f"the byte 0x{data[offset]:02x} is not UTF-8 text",
        "Save the file as UTF-8.",
    )


def _lines(text: str) -> list[str]:
    """The lines as editors count them; str.splitlines would split at U+2028 too."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")


def _tokens(lines: Sequence[str], components: bool) -> list[Token]:
    """markdown-it's block tokens, with the line numbers of the file."""
    tokens = parse("\n".join(_outlined(lines)) + "\n", components)
    for token in tokens:
        # A line that looked like a row is other text, so its content matters.
        if token.type == "inline" and "|" in token.content and "\n|" in f"\n{token.content}":
            return parse("\n".join(lines) + "\n", components)
    return tokens


def _outlined(lines: Sequence[str]) -> Iterator[str]:
    """The lines, with only the outline of those that look like rows."""
    html = False
    for line in lines:
        # A `>` may be the end of an HTML block that began above.
        if line.startswith("|") and not (html and ">" in line):
            yield outline(line)
        else:
            html = html or line.lstrip(" ").startswith("<")
            yield line


def _top_level(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The tokens of each outermost block."""
    start = 0
    for end, token in enumerate(tokens, 1):
        if token.level == 0 and token.nesting <= 0:
            yield tokens[start:end]
            start = end


def _paragraphs(blocks: Sequence[Sequence[Token]], lines: Sequence[str]) -> Iterator[Sequence[str]]:
    """The paragraphs that may define the targets of links."""
    for tokens in blocks:
        if tokens[0].type == "paragraph_open" and tokens[1].content.startswith("["):
            first, end = extent(tokens[0])
            yield lines[first:end]
