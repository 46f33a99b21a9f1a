r"""Tables of ReadMe, as JSON in a block of its own.

[block:parameters]
{"data": {"h-0": "Field", "h-1": "Type", "0-0": "`id`", "0-1": "string"}, "cols": 2, "rows": 1}
[/block]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest

from ....diagnostics import Diagnostic, Place
from ....frozen import replace
from ....limits import TEXT_CHARACTERS
from ....markdown import Block, Inline, Page, Prose, Row, Table
from ....model.declarations import Json
from ....model.strict_json import read_json
from ....patterns import regex

_START = regex(r"^\[block:parameters\]", re.MULTILINE)
_END = "[/block]"
_MOST = 10  # the most cells of a table for each text in it


def with_magic_blocks(page: Page) -> tuple[Page, tuple[Diagnostic, ...]]:
    """The page with a table for each such block, and findings for unreadable blocks."""
    if "[block:parameters]" not in page.running_text:
        return page, ()
    diagnostics: list[Diagnostic] = []
    sections = tuple(
        replace(
            section, blocks=tuple(part for block in section.blocks for part in _parts(block, page.path, diagnostics))
        )
        if any(_is_magic(block) for block in section.blocks)
        else section
        for section in page.sections
    )
    return page if sections == page.sections else replace(page, sections=sections), tuple(diagnostics)


def _is_magic(block: Block) -> bool:
    return isinstance(block, Prose) and _START.search(block.source) is not None


def _parts(block: Block, path: str, diagnostics: list[Diagnostic]) -> Iterator[Block]:
    """A block, or the tables in it and the text around them."""
    if not isinstance(block, Prose):
        yield block
        return
    source, at, line, before = block.source, 0, block.line, 0
    starts = list(_START.finditer(source))
    for start, following in zip_longest(starts, starts[1:]):
        end = source.find(_END, start.end(), following.start() if following is not None else len(source))
        line += source.count("\n", before, start.start())
        before = start.start()
        table = _made(source[start.end() : end], line) if end >= 0 else None
        if table is None:
            message = "what stands between [block:parameters] and its end cannot be read: it is no JSON of a table"
            diagnostics.append(Diagnostic(Place(path, line), "unread-table", message, "Correct the JSON."))
            continue
        yield from _text(block, at, start.start())
        yield table
        at = end + len(_END)
    yield from _text(block, at, len(source))


def _text(block: Prose, start: int, end: int) -> Iterator[Prose]:
    """The text of a part of a block, if there is any."""
    text = block.source[start:end]
    if text.strip():
        blank = len(text) - len(text.lstrip())
        yield Prose(block.line + block.source.count("\n", 0, start + blank), text.strip())


def _made(text: str, line: int) -> Table | None:
    """The table in JSON; None without one."""
    content = _read(text.strip())
    data, columns, rows = content.get("data"), content.get("cols"), content.get("rows")
    if not isinstance(data, dict) or not isinstance(columns, int) or not isinstance(rows, int):
        return None
    if not (columns > 0 <= rows and columns * (rows + 1) <= _MOST * len(data)):
        return None

    def cells(row: str) -> tuple[Inline, ...]:
        texts = (data.get(f"{row}-{column}", "") for column in range(columns))
        return tuple(Inline(text if isinstance(text, str) else "", line, 1) for text in texts)

    return Table(line, cells("h"), tuple(Row(line, cells(str(row)), columns) for row in range(rows)))


def _read(text: str) -> Mapping[str, Json]:
    try:
        content = read_json(text) if len(text) <= TEXT_CHARACTERS else None
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}
