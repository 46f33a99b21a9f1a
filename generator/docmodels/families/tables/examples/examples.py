"""The examples of a page: blocks of JSON, YAML and TOML, with the lines and headings that announce them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from ....diagnostics import Place
from ....examples import Document, may_show, read
from ....frozen import frozen, replace
from ....markdown import Block, Fence, Page, Prose, Section
from ....model.declarations import Direction
from ....patterns import regex
from ....tables.lexicon import Part, Words
from ....tables.lexicon.entries import has_any
from ..blocks import Lines, code_in
from ..headings.headings import part_of
from ..headings.titles import TYPE_NAME, cleaned, heading_text
from ..headings.value_headings import PROTOCOLS
from ..labels.example_labels import CAMEL, NO_REQUEST, part_at_end, part_in_sentence
from ..labels.example_labels import labels as labels_of
from ..labels.labels import part_called
from ..schemas.schema_json import schema_in
from .placeholders import with_values

_WORD = regex(r"[^\W\d_]+")
_ERROR_STATUS = regex(r"(?<!\d)[45]\d\d(?!\d)")
_MOST_ABOVE = 10  # the number of blocks above an example that may announce it
_TITLES = {Part.SENT: "Request", Part.RECEIVED: "Response"}
_BEHIND = frozenset(
    {"dto", "data", "message", "model", "object", "schema", "type", "vo"}
)  # the last word in names of types, as a part
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
    defines      whether it may be all that the docs show of a model; else it only illustrates what they describe
    """

    fence: Fence
    place: Place
    trail: tuple[Section, ...]
    heading: str
    part: Part | None
    is_error: bool
    is_sentence: bool = False
    defines: bool = True

    def read(self, words: Words) -> tuple[Document, ...]:
        """The documents in the block. Raises Unreadable."""
        documents = read(self.fence.info, self.fence.text)
        return tuple(with_values(_with_direction(document, words), words) for document in documents)

    def part_of(self, document: Document) -> Part | None:
        """The part of something in a document, by the document itself, or by the announcement above."""
        return PARTS[document.direction] if document.direction is not None else self.part

    def keys(self, offsets: Sequence[int]) -> tuple[int, ...]:
        """The line and the column of each key, by its index."""
        if not offsets:
            return ()
        lines = Lines(self.fence)
        return tuple(number for offset in offsets for number in lines.place(offset))


def _with_direction(document: Document, words: Words) -> Document:
    """The document with the direction in the line above it in its block: `# Response`."""
    part = part_of(document.lead, words) if document.lead else None
    direction = next((direction for direction, known in PARTS.items() if known is part), document.direction)
    return replace(document, direction=direction)


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
        code = [(number, fence) for number, block in enumerate(blocks) for fence in code_in(block)]
        lines = {fence.line for number, fence in code if fence is blocks[number]}  # a list may hold one of them, too
        for number, fence in code:
            is_block = fence is blocks[number]
            if is_block or fence.line not in lines:
                end = number if is_block else number + 1
                yield trail, blocks[max(end - _MOST_ABOVE, 0) : end], fence


def _announced(
    fence: Fence, place: Place, trail: tuple[Section, ...], before: Sequence[Block], words: Words
) -> Example:
    """A block with its announcement in a line or heading above."""
    labels = [*labels_of(fence, before, words)]
    called = _called(before, [label.text for label in labels], words)
    headings = (cleaned(heading_text(section)) for section in reversed(trail) if section.level)
    own = next(headings, "")
    is_error = any(_has_error(text, words) for text in (*(label.text for label in labels), own))
    illustrates = has_any(words.examples, own.casefold())

    def example(heading: str, part: Part | None, *, defines: bool = True, is_sentence: bool = False) -> Example:
        return Example(fence, place, trail, heading, part, is_error, is_sentence, defines)

    for label in labels:
        part = part_of(label.text, words) or called.get(label.text)
        if part in PARTS.values():
            return example(label.text, part, defines=label.defines and not illustrates)
        if (part := part_at_end(label.text, words)) is not None:
            return example(_TITLES[part], part, defines=False, is_sentence=True)
    for text in chain((own,), headings):
        part = part_of(text, words)
        if part in PARTS.values():
            return example(text, part)
        if part is None:
            part = _part_in_name(text, words)
            if part is not None:
                return example(text, part)
            break
    for label in labels:
        part = part_in_sentence(label.text, words)
        if part is not None:
            return example(_TITLES[part], part, defines=label.defines, is_sentence=True)
    return example("", None)


def _called(before: Sequence[Block], labels: Sequence[str], words: Words) -> Mapping[str, Part]:
    """The parts of an operation in labels with the name of a type: ``**Response:** `RoomPage` ``."""
    last = before[-1].source.strip() if before and isinstance(before[-1], Prose) else ""
    names = [label for label in labels if f"`{label}`" in last]
    return {name: part for name in names if (part := part_called(last, name, words)) is not None}


def _part_in_name(text: str, words: Words) -> Part | None:
    """The part at the end of the name of a type: `RoomResponse`, `RoomRequestDto`; None without one."""
    if TYPE_NAME.fullmatch(text) is None:
        return None
    pieces = [piece.casefold() for piece in CAMEL.sub(" ", text).split()]
    last = pieces[-2] if pieces[-1] in _BEHIND and len(pieces) > 1 else pieces[-1]
    part = words.parts.get(last) if len(pieces) > 1 and last not in NO_REQUEST else None
    return part if part in PARTS.values() else None


def _has_error(text: str, words: Words) -> bool:
    lowered = text.casefold()
    if _ERROR_STATUS.search(lowered[:100]) is not None:
        return True
    errors = _errors(words)
    are_in_text = not lowered.isascii() and any(word in lowered for word in errors if not word.isascii())
    return are_in_text or not errors.isdisjoint(_WORD.findall(lowered))


@lru_cache(maxsize=64)
def _errors(words: Words) -> frozenset[str]:
    return (words.errors - PROTOCOLS) | words.failures
