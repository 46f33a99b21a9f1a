"""Lists in other forms than Markdown's: quoted bullets, lines of definitions, `<ul>` and `<dl>`, as lists of items.

Key                              > - `Key` (string): the key
: *string*, required. The key.   > - `Value` (string): the value
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ....frozen import replace
from ....markdown import Block, Fence, Inline, Item, ItemList, Prose, Section
from ....patterns import regex
from .html_items import Entry, entry_lists, marked

_QUOTE = regex(r"[ \t]{0,3}>[ \t]?")
_BULLET = regex(r"(?P<indent>[ \t]*)[-*+][ \t]+(?P<text>\S.*)")
_TERM = regex(r"[*_`]{0,3}(?P<name>[\w$@.\[\]-]{1,100})[*_`]{0,3}")
_TYPED_TERM = regex(
    rf"{_TERM.pattern}[ \t]+(?P<codes>`[^`\n]{{1,100}}`(?:[ \t]+`[^`\n]{{1,100}}`){{0,3}}|\([^()\n]{{1,100}}\))"
)  # `room_id (string, required)`
_LINE = regex(r"(?P<dress>`|\*\*`?|__`?)[\w$@.\[\]-]{1,100}`?(?:\*\*|__)?\s{0,3}[(`*_:–—-]")
_EXAMPLE = regex(r"^\s*(?:```|~~~)", re.MULTILINE)
_LINE_END = regex(r"\s*(?:\\|<br\s{0,2}/?>)?\s*\Z", re.I)
_PAIR = regex(r"<dt[^>]{0,100}>(?P<term>[^\n]{1,500}?)</dt>\s*<dd[^>]{0,100}>(?P<text>.{0,2000}?)</dd>", re.I | re.S)
_LONGEST = 50_000  # characters


def listed(section: Section) -> Mapping[int, ItemList]:
    """`id` of a block -> list in it, for the blocks of a section.

    Definitions one behind another are one list, in the first block.
    """
    runs: list[tuple[Block, list[ItemList]]] = []
    is_after_definitions = False
    for block in section.blocks:
        if is_after_definitions and isinstance(block, Fence) and block.is_indented:
            runs[-1][1][-1] = _with_indented(runs[-1][1][-1], block)
            continue
        items = _listed(block)
        is_defined = isinstance(block, Prose) and not block.source.lstrip().startswith((">", "<"))
        if items is not None and is_defined and is_after_definitions:
            runs[-1][1].append(items)
        elif items is not None:
            runs.append((block, [items]))
        is_after_definitions = items is not None and is_defined
    return {id(block): _joined(lists) for block, lists in runs}


def _with_indented(definitions: ItemList, block: Fence) -> ItemList:
    """Definitions with an indented block below the last one: bullets, definitions, or a paragraph above an example.

    Markdown reads an indented block as code.
    """
    text = _EXAMPLE.split(block.text, maxsplit=1)[0].strip("\n")
    lines = text.split("\n")
    inner = list(_defined(lines, block.line)) or list(_quoted(lines, block.line))
    last = definitions.entries[-1]
    if inner:
        entries = (*definitions.entries, *(replace(item, depth=item.depth + last.depth + 1) for item in inner))
    else:
        more = [Inline(text.strip(), block.line, 1)] if text.strip() else []
        entries = (*definitions.entries[:-1], replace(last, more=(*last.more, *more)))
    height = block.line + block.text.count("\n") - definitions.line
    return ItemList(definitions.line, entries, "\n" * height)


def _joined(lists: Sequence[ItemList]) -> ItemList:
    """Several lists as one, over all of their lines."""
    first, last = lists[0], lists[-1]
    if first is last:
        return first
    height = last.line - first.line + last.source.count("\n")
    return ItemList(first.line, tuple(item for part in lists for item in part.entries), "\n" * height)


def _listed(block: Block) -> ItemList | None:
    """The list in a block; None without one."""
    if not isinstance(block, Prose):
        return block if isinstance(block, ItemList) else None
    if len(block.source) > _LONGEST:
        return None
    begin = block.source.lstrip()[:3]
    if begin[:1] == ">":
        items = list(_quoted(block.source.split("\n"), block.line))
    elif begin[:1] == "<" and begin.casefold() == "<dl":
        items = list(_paired(block))
    elif begin.casefold() in ("<ul", "<ol"):
        items = [item for _, _, entries in entry_lists(block.source) for item in _tagged(entries, block)]
    elif "\n" not in block.source:
        return None  # one line
    else:
        is_defined = block.source.startswith(":") or "\n:" in block.source
        lines = block.source.split("\n")
        items = list(_defined(lines, block.line) if is_defined else _lined(lines, block.line))
    return ItemList(block.line, tuple(items), block.source) if items else None


def _quoted(lines: Sequence[str], first: int) -> Iterator[Item]:
    """The bullets in a quotation; none if it has other lines."""
    bare = [_QUOTE.sub("", line, count=1) for line in lines]
    bullets = [_BULLET.fullmatch(line) for line in bare]
    if not all(match is not None or not line.strip() for match, line in zip(bullets, bare, strict=True)):
        return
    indents: list[int] = []
    for number, match in enumerate(bullets):
        if match is None:
            continue
        while indents and indents[-1] >= len(match["indent"]):
            indents.pop()
        yield Item(Inline(match["text"], first + number, lines[number].find(match["text"]) + 1), len(indents))
        indents.append(len(match["indent"]))


def _defined(lines: Sequence[str], first: int) -> Iterator[Item]:
    """Terms, each with one line of text behind a colon below it; none if any line is different."""
    kept = [(line, number) for number, line in enumerate(lines) if line.strip()]
    terms, texts = kept[::2], kept[1::2]
    if len(terms) != len(texts) or not all(line.startswith((": ", ":\t")) for line, _ in texts):
        return
    names = [_TERM.fullmatch(line.strip()) or _TYPED_TERM.fullmatch(line.strip()) for line, _ in terms]
    for name, (_, number), (text, _) in zip(names, terms, texts, strict=True):
        if name is not None:
            codes = name.groupdict().get("codes") or ""
            text_of_term = f"{codes}: {text[1:].strip()}" if codes else text[1:].strip()
            yield Item(Inline(f"`{name['name']}` {text_of_term}", first + number, 1))


def are_items(lines: Sequence[str]) -> bool:
    """Whether there are several lines, and each begins with a name: `` `size` - integer - how large ``."""
    return len(lines) > 1 and all(map(_LINE.match, lines))


def _lined(lines: Sequence[str], first: int) -> Iterator[Item]:
    """The lines of a paragraph as items, if they are items."""
    if are_items(lines):
        for number, line in enumerate(lines, first):
            yield Item(Inline(_LINE_END.sub("", line), number, 1))


def _tagged(entries: Sequence[Entry], block: Prose, depth: int = 0) -> Iterator[Item]:
    """The items of a list in HTML, and of the lists inside of it."""
    for entry in entries:
        yield Item(Inline(entry.text, block.line + block.source.count("\n", 0, entry.start), 1), depth)
        yield from _tagged(entry.entries, block, depth + 1)


def _paired(block: Prose) -> Iterator[Item]:
    """The terms of a `<dl>`, each with its text."""
    for match in _PAIR.finditer(block.source):
        term, text = marked(match["term"]), marked(match["text"])
        head, _, rest = term.partition(" ")
        name = _TERM.fullmatch(head)
        if name is not None:
            line = block.line + block.source.count("\n", 0, match.start())
            yield Item(Inline(f"`{name['name']}` {rest.strip()}: {text}".replace(" : ", ": "), line, 1))
