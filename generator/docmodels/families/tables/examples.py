"""The examples of a page: blocks of JSON, YAML and TOML, with the lines and headings that announce them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ...diagnostics import Place
from ...examples import Document, may_show, read
from ...frozen import frozen
from ...markdown import Block, Fence, Page, Prose, Section, Table
from ...model.declarations import Direction
from ...regexes import regex
from ...tables.lexicon import Part, Words
from .blocks import Lines, code_in
from .headings import part_of
from .labels import label_of, part_called
from .placeholders import with_values
from .schema_json import schema_in
from .titles import TYPE_NAME, cleaned, heading_text
from .value_headings import PROTOCOLS

_ATTRIBUTE = regex(r"""\b(?:title|label|value|name|heading|status)\s*=\s*["'{]{1,2}(?P<text>[^"'{}<>]{1,60})["'}]""")
_SETTINGS = regex(r"\s*\b[a-z]\w{0,30}=(?:\{[^{}\n]{0,60}\}|\"[^\"\n]{0,60}\")")  # `theme={null}`
_COMPONENT = regex(r"<(?P<name>[A-Z]\w{1,40})")
_CAMEL = regex(r"(?<=[a-z])(?=[A-Z])")
_WORD = regex(r"[^\W\d_]+")
_MOST_ABOVE = 10  # the number of blocks above an example that may announce it
_LONGEST_LEAD = 120  # the most characters of a sentence that announces a block
_TITLES = {Part.SENT: "Request", Part.RECEIVED: "Response"}
_BEHIND = frozenset(
    {"dto", "data", "message", "model", "object", "schema", "type", "vo"}
)  # the last word in names of types, as a part
_NO_REQUEST = frozenset(
    [
        "params",
        "param",
        "parameters",
        "parameter",
        "arguments",
        "args",
        "query",
        "header",
        "headers",
        "input",
        "inputs",
        "path",
    ]
)
"""Words for a request that sentences also use for other things."""

PARTS = {Direction.SENT: Part.SENT, Direction.RECEIVED: Part.RECEIVED}


@frozen()
class Example:
    """A block of code that may have values.

    place        the place of its first line
    trail        the sections around it, the outermost first
    heading      the heading or line above that announces a part of something; "" without one
    part         that part
    is_error     whether the heading or line announces an error
    is_sentence  whether a sentence announces the part: `The command returns this:`
    """

    fence: Fence
    place: Place
    trail: tuple[Section, ...]
    heading: str
    part: Part | None
    is_error: bool
    is_sentence: bool = False

    def read(self, words: Words) -> tuple[Document, ...]:
        """The documents in the block. Raises Unreadable."""
        return tuple(with_values(document, words) for document in read(self.fence.info, self.fence.text))

    def part_of(self, document: Document) -> Part | None:
        """The part of something in a document, by the document itself, or by the announcement above."""
        return PARTS[document.direction] if document.direction is not None else self.part

    def keys(self, offsets: Sequence[int]) -> tuple[int, ...]:
        """The line and the column of each key, by its index."""
        if not offsets:
            return ()
        lines = Lines(self.fence)
        return tuple(number for offset in offsets for number in lines.place(offset))


def find_examples(page: Page, words: Words) -> tuple[Example, ...]:
    """The blocks of a page that may be examples, in order, not yet read."""
    return tuple(
        _announced(fence, Place(page.path, fence.line), trail, before, words)
        for trail, before, fence in _blocks(page)
        if may_show(fence.info, fence.text) and schema_in(fence, trail, words) is None
    )


def _blocks(page: Page) -> Iterator[tuple[tuple[Section, ...], Sequence[Block], Fence]]:
    """The blocks of code of a page, each with its sections, and with the blocks before it in the innermost one."""
    for trail in page.trails():
        blocks = trail[-1].blocks
        for number, block in enumerate(blocks):
            for fence in code_in(block):
                end = number if isinstance(block, Fence) else number + 1
                yield trail, blocks[max(end - _MOST_ABOVE, 0) : end], fence


def _announced(
    fence: Fence, place: Place, trail: tuple[Section, ...], before: Sequence[Block], words: Words
) -> Example:
    """A block with its announcement in a line or heading above."""
    labels = [*_labels(fence, before, words)]
    called = _called(before, labels, words)
    headings = [cleaned(heading_text(section)) for section in reversed(trail) if section.level]
    is_error = any(_has_error(text, words) for text in (*labels, *headings[:1]))
    for text in (*labels, *headings):
        part = part_of(text, words) or (called.get(text) if text in labels else None)
        if part in PARTS.values():
            return Example(fence, place, trail, text, part, is_error)
        if text in headings and part is None:
            part = _part_in_name(text, words)
            if part is not None:
                return Example(fence, place, trail, text, part, is_error)
            break
    for text in labels:
        part = _part_in_sentence(text, words)
        if part is not None:
            return Example(fence, place, trail, _TITLES[part], part, is_error, is_sentence=True)
    return Example(fence, place, trail, "", None, is_error)


def _labels(fence: Fence, before: Sequence[Block], words: Words) -> Iterator[str]:
    """The labels of a block: words behind its opening mark, the title of a tag around it, the line above."""
    _, _, rest = fence.info.partition(" ")
    titled = _ATTRIBUTE.search(rest)
    if rest := _SETTINGS.sub("", rest).strip():
        yield titled["text"] if titled else rest
    for block in reversed(before):
        if isinstance(block, Fence):
            continue
        if not isinstance(block, Prose) or isinstance(block, Table):
            return
        source = block.source.strip().lstrip("> ")
        if source.startswith(("<", "{%", ":::", "==")):
            titled = _ATTRIBUTE.search(source[:500])
            component = _COMPONENT.match(source)
            if titled:
                yield titled["text"].strip()
            elif component is not None:
                yield _CAMEL.sub(" ", component["name"])
            continue
        label = label_of(block, words)
        if label:
            yield label
        if source.rstrip("*_ ").endswith((":", "：")) and len(source) <= _LONGEST_LEAD:
            yield source
        return


def _called(before: Sequence[Block], labels: Sequence[str], words: Words) -> Mapping[str, Part]:
    """The parts of an operation in labels with the name of a type: ``**Response:** `RoomPage` ``."""
    last = before[-1].source.strip() if before and isinstance(before[-1], Prose) else ""
    names = [label for label in labels if f"`{label}`" in last]
    return {name: part for name in names if (part := part_called(last, name, words)) is not None}


def _part_in_name(text: str, words: Words) -> Part | None:
    """The part at the end of the name of a type: `RoomResponse`, `RoomRequestDto`; None without one."""
    if TYPE_NAME.fullmatch(text) is None:
        return None
    pieces = [piece.casefold() for piece in _CAMEL.sub(" ", text).split()]
    last = pieces[-2] if pieces[-1] in _BEHIND and len(pieces) > 1 else pieces[-1]
    part = words.parts.get(last) if len(pieces) > 1 and last not in _NO_REQUEST else None
    return part if part in PARTS.values() else None


def _part_in_sentence(text: str, words: Words) -> Part | None:
    """The part in a sentence, if it has words for a single one: `The command returns JSON like this:`."""
    if not text.rstrip("*_ ").endswith((":", "：")) or "](" in text or len(text) > _LONGEST_LEAD:
        return None
    known = {word for word in map(str.casefold, _WORD.findall(text)) if word not in _NO_REQUEST}
    parts = {words.parts.get(word) for word in known} & {Part.SENT, Part.RECEIVED}
    return next(iter(parts)) if len(parts) == 1 else None


def _has_error(text: str, words: Words) -> bool:
    lowered = text.casefold()
    pieces = set(_WORD.findall(lowered))
    codes = re.findall(r"(?<!\d)[45]\d\d(?!\d)", lowered[:100])
    return bool(codes) or any(
        word in pieces if word.isascii() else word in lowered for word in words.errors - PROTOCOLS
    )
