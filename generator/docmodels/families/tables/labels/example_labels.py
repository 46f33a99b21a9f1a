"""The lines above a block of code that announce its part of an operation: the request or the response."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....frozen import frozen
from ....markdown import Block, Fence, Item, ItemList, Prose, Table
from ....patterns import regex
from ....tables.lexicon import Part, Words
from ..headings.headings import OTHER_SCRIPT, part_of
from .labels import label_of

_ATTRIBUTE = regex(r"""\b(?:title|label|value|name|heading|status)\s*=\s*["'{]{1,2}(?P<text>[^"'{}<>]{1,60})["'}]""")
_SETTINGS = regex(r"\s*\b[a-z]\w{0,30}=(?:\{[^{}\n]{0,60}\}|\"[^\"\n]{0,60}\")")  # `theme={null}`
_COMPONENT = regex(r"<(?P<name>[A-Z]\w{1,40})")
CAMEL = regex(r"(?<=[a-z])(?=[A-Z])")
_COMMENT = regex(r"^[ \t]*(?://+|#+|/\*+|<!--)[ \t]*(?P<text>[^\n]{1,60}?)[ \t]*(?:\*/|-->)?[ \t]*$", re.MULTILINE)
_WORD = regex(r"[^\W\d_]+")
_LONGEST_TEXT = 2_000  # characters of a block that are looked at
_LONGEST_LEAD = 120  # characters of a sentence that leads to a block
_LONGEST_LINE = 60  # characters of a line that ends with words for a part
_MOST_WORDS = 6  # of such a line
_MOST_BETWEEN = 4  # blocks between a label and the code that it announces
NO_REQUEST = frozenset(
    {"params", "param", "parameters", "parameter", "arguments", "args", "query", "header", "headers", "input"}
    | {"inputs", "path"}
)
"""Words for a request that sentences also use for other things."""
_EITHER = NO_REQUEST | {"body", "payload"}
"""Words for a request that also mean a response."""
_OF_QUERIES = frozenset(
    {"查询", "查詢", "路径", "路徑", "参数", "參數", "クエリ", "パラメータ", "パラメーター", "쿼리", "경로", "파라미터"}
)
"""Words for a request in scripts without blanks that do not mean its body."""
_PARTS = frozenset({Part.SENT, Part.RECEIVED})


@frozen()
class Label:
    """The words that announce a block of code.

    defines  whether the block may define a model; else it only illustrates one
    """

    text: str
    defines: bool = True


def labels(fence: Fence, before: Sequence[Block], words: Words) -> Iterator[Label]:
    """The labels of a block of code, the nearest first.

    These are words behind its opening mark, a comment in it, the words of a tag around it, the line or the item of a list
    right above, or a line further up for all blocks below it: `**Response:**` above "Returns the room."
    """
    _, _, info = fence.info.partition(" ")
    if info and (rest := _SETTINGS.sub("", info).strip()):
        titled = _ATTRIBUTE.search(info)
        yield Label(titled["text"] if titled else rest)
    yield from _comments(fence, words)
    is_right_above = True
    for number, block in enumerate(reversed(before)):
        if isinstance(block, Fence):
            is_right_above = False
            continue
        if isinstance(block, Table):
            return
        item = _item_above(block, fence) if isinstance(block, ItemList) else None
        source = item.text.source.strip() if item is not None else block.source.strip().lstrip("> ")
        if isinstance(block, Prose) and source.startswith(("<", "{%", ":::", "==")):
            is_right_above = False
            yield from _of_tag(source)
            continue
        defines = item is None or not item.depth
        label = label_of(block if isinstance(block, Prose) else Prose(block.line, source), words)
        if label:
            yield Label(label, defines)
        if _leads(source) and (item is None or part_at_end(source, words) is not None):
            yield Label(source, defines)
        elif not label and is_right_above:
            yield from _standing(before[: len(before) - number], words)
        return


def _comments(fence: Fence, words: Words) -> Iterator[Label]:
    """The comment for a part above the JSON of a block, `// Response`, unless comments announce several parts."""
    above = re.split(r"[{\[]", fence.text, maxsplit=1)[0]
    if not above.strip():
        return
    texts = [match["text"] for match in _COMMENT.finditer(above)]
    parts = {part: text for text in reversed(texts) if (part := part_of(text, words)) in _PARTS}
    if len(parts) == 1:
        yield from (Label(text, defines=False) for text in parts.values())


def _of_tag(source: str) -> Iterator[Label]:
    """The words of a tag, or the name of a component: `<Tab title="Response">`, `<ResponseExample>`."""
    titled = _ATTRIBUTE.search(source[:500])
    component = _COMPONENT.match(source)
    if titled:
        yield Label(titled["text"].strip())
    elif component is not None:
        yield Label(CAMEL.sub(" ", component["name"]))


def _item_above(block: ItemList, fence: Fence) -> Item | None:
    """The last item that begins above a block of code; the block may stand inside of the list."""
    return next((item for item in reversed(block.entries) if item.text.line < fence.line), None)


def _leads(source: str) -> bool:
    """Whether a line announces the code below it: it ends with a colon, or is short and ends with a word."""
    if source.rstrip("*_ ").endswith((":", "：")):
        return len(source) <= _LONGEST_LEAD
    return len(source) <= _LONGEST_LINE and "\n" not in source and source[-1:].isalnum()


def _standing(blocks: Sequence[Block], words: Words) -> Iterator[Label]:
    """The label above some blocks that announces them; nothing if they are about another part, too.

    blocks  the blocks above a block of code; the last one is no label
    """
    passed: set[Part | None] = set()
    for block in reversed(blocks[-_MOST_BETWEEN:]):
        if isinstance(block, Fence | Table):
            return
        if isinstance(block, ItemList):
            continue
        first, _, rest = block.source.strip().partition("\n")
        label = label_of(Prose(block.line, first), words)
        passed |= _parts_in(rest if label else block.source, words)
        if label:
            part = part_of(label, words)
            if part in _PARTS and passed <= {part}:
                yield Label(label)
            return


def part_at_end(text: str, words: Words) -> Part | None:
    """The part in the last words of a short line: `Place order response`, `创建房间响应`; None for other lines."""
    line = text.strip("*_ :：")
    if not line or "\n" in line or len(line) > _LONGEST_LINE or "](" in line or words.negation.search(line):
        return None
    end = _end_with_blanks(line, words) if line.isascii() or " " in line else _end_without_blanks(line, words)
    part = part_of(end, words) if end else None
    return part if part in _PARTS else None


def _end_with_blanks(line: str, words: Words) -> str:
    """The generic words at the end of a line of a few words; "" if one may mean either part: `Event payload`."""
    pieces = line.split()
    first = next(
        (at for at in range(len(pieces)) if all(piece.casefold() in words.generic for piece in pieces[at:])), None
    )
    if first is None or len(pieces) > _MOST_WORDS or _EITHER & set(map(str.casefold, pieces[first:])):
        return ""
    return " ".join(pieces[first:])


def _end_without_blanks(line: str, words: Words) -> str:
    """The generic words at the end of a line in a script without blanks."""
    return next((line[at:] for at in range(len(line)) if part_of(line[at:], words) is not None), "")


def part_in_sentence(text: str, words: Words) -> Part | None:
    """The part in a sentence, if it has words for a single one: `The command returns JSON like this:`."""
    if not text.rstrip("*_ ").endswith((":", "：")) or "](" in text or len(text) > _LONGEST_LEAD:
        return None
    parts = _parts_in(text, words)
    return next(iter(parts)) if len(parts) == 1 else None


def _parts_in(text: str, words: Words) -> set[Part | None]:
    """The parts of an operation for which a text has words."""
    lowered = text[:_LONGEST_TEXT].casefold()
    known = {word for word in _WORD.findall(lowered) if word not in NO_REQUEST}
    parts = {words.parts.get(word) for word in known}
    if not lowered.isascii():
        parts |= {part for word, part in words.parts.items() if _may_stand_inside(word) and word in lowered}
    return parts & _PARTS


def _may_stand_inside(word: str) -> bool:
    """Whether a word of a script without blanks means sent or received in any place of a text."""
    return len(word) > 1 and word not in _OF_QUERIES and OTHER_SCRIPT.search(word) is not None
