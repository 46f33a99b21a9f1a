"""From the bytes of a file to a `Page`.

markdown-it finds the blocks and tells on which lines they stand; their text is taken
from the lines as they are in the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ..diagnostics import Diagnostic, Place
from ..limits import TEXT_CHARACTERS
from .blocks import read_block, read_heading
from .findings import findings, too_long
from .page import Block, Inline, Page, Section
from .table import outline

NESTING = 50
"""How deep lists (two levels each) and quotations (one level each) may be nested.

markdown-it takes what is deeper, and all that follows on the page, for a part of the
outermost one; that is reported.
"""

# Without `reference`, link definitions are prose and not gone. `inline` and `text_join`
# would parse text that may never be asked for (`Inline.spans` does it when it is).
# `normalize` is done here, so that lines are counted once.
_PARSER = (
    MarkdownIt("commonmark", {"maxNesting": NESTING})
    .enable("table")
    .disable(["reference", "inline", "text_join", "normalize"])
)
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read_page(path: str, data: bytes, limit: int = TEXT_CHARACTERS) -> tuple[Page | None, tuple[Diagnostic, ...]]:
    """Read a Markdown file: CommonMark with the tables of GitHub Flavored Markdown.

    path   relative to the docs folder, with `/`; it goes into the page and the findings
    data   the file: UTF-8 with or without a byte order mark, any line ends
    limit  a cell, heading or item with more characters is plain text

    Gives the page, or None where the bytes are not UTF-8, and what there is to say
    about it: `not-utf8`, `unclosed-block`, `nested-too-deep`, `table-cut-short`, `text-too-long`.

    Front matter, comments that are blocks of their own and the delimiter rows of tables
    are no content. Every other line that is not blank is in one heading or block.
    """
    data = data.removeprefix(_BYTE_ORDER_MARK)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (_not_utf8(path, data, error.start),)
    # CommonMark 2.3 asks for U+FFFD in place of U+0000.
    lines = _lines(text.replace("\0", "\ufffd"))
    matter = _front_matter(lines)
    lines[:matter] = [""] * matter
    blocks = list(_top_level(_tokens(lines)))
    page = Page(path, _sections(blocks, lines, limit))
    return page, (*findings(path, blocks, lines, NESTING), *too_long(page))


def _not_utf8(path: str, data: bytes, offset: int) -> Diagnostic:
    before = _lines(data[:offset].decode("utf-8"))
    return Diagnostic(
        Place(path, len(before), len(before[-1]) + 1),
        "not-utf8",
        f"the byte 0x{data[offset]:02x} is not UTF-8 text",
        "Save the file as UTF-8.",
    )


def _lines(text: str) -> list[str]:
    """The lines as an editor counts them; str.splitlines also ends them at U+2028."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _front_matter(lines: Sequence[str]) -> int:
    """How many lines the front matter takes.

    It is YAML from a first line `---` to a line `---` or `...`. So that a page that only
    starts with a rule loses nothing, the first line in between must look like a key.
    """
    if lines[0].rstrip() != "---":
        return 0
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() in ("---", "..."):
            return number
        if number == 2 and ":" not in line:
            return 0
    return 0


def _tokens(lines: Sequence[str]) -> list[Token]:
    """markdown-it's block tokens, whose lines are those of the file."""
    tokens = _PARSER.parse("\n".join(_outlined(lines)) + "\n")
    for token in tokens:
        # What looked like a row is text of another kind, so it may be needed.
        if token.type == "inline" and "\n|" in "\n" + token.content:
            return _PARSER.parse("\n".join(lines) + "\n")
    return tokens


def _outlined(lines: Sequence[str]) -> Iterator[str]:
    """The lines, those that look like rows reduced to their outline."""
    html = False
    for line in lines:
        # A `>` may be the end of an HTML block that some line above has begun.
        if line.startswith("|") and not (html and ">" in line):
            yield outline(line)
        else:
            html = html or line.lstrip(" ").startswith("<")
            yield line


def _top_level(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The tokens of each block that is not part of another block."""
    start = 0
    for end, token in enumerate(tokens, 1):
        if token.level == 0 and token.nesting <= 0:
            yield tokens[start:end]
            start = end


def _sections(blocks: Sequence[Sequence[Token]], lines: Sequence[str], limit: int) -> tuple[Section, ...]:
    sections: list[Section] = []
    level = 0
    heading = Inline("", 1, 1)
    content: list[Block] = []
    for tokens in blocks:
        if tokens[0].type == "heading_open":
            if level or content:
                sections.append(Section(level, heading, tuple(content)))
            level = int(tokens[0].tag.removeprefix("h"))
            heading = read_heading(tokens, lines, limit)
            content = []
        elif block := read_block(tokens, lines, limit):
            content.append(block)
    if level or content:
        sections.append(Section(level, heading, tuple(content)))
    return tuple(sections)
