r"""Tables that ReadMe keeps as JSON in a block of its own.

[block:parameters]
{"data": {"h-0": "Field", "h-1": "Type", "0-0": "`id`", "0-1": "string"}, "cols": 2, "rows": 1}
[/block]
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...frozen import replace
from ...limits import TEXT_CHARACTERS
from ...markdown import Block, Inline, Page, Prose, Row, Table
from ...model.declarations import Json
from ...model.strict_json import read_json

_BLOCK = re.compile(r"\[block:parameters\]\s*(?P<json>\{.*\})\s*\[/block\]", re.DOTALL)
_MOST = 10  # cells of a table, for each text that it has


def with_magic_blocks(page: Page) -> Page:
    """The page with a table for each such block."""
    sections = tuple(
        replace(section, blocks=tuple(map(_made, section.blocks)))
        if any(_is_magic(block) for block in section.blocks)
        else section
        for section in page.sections
    )
    return page if sections == page.sections else replace(page, sections=sections)


def _is_magic(block: Block) -> bool:
    return isinstance(block, Prose) and block.source.startswith("[block:parameters]")


def _made(block: Block) -> Block:
    """The table of a block; the block itself where it has none."""
    match = _BLOCK.fullmatch(block.source.strip()) if isinstance(block, Prose) and _is_magic(block) else None
    shown = _read(match["json"]) if match is not None else {}
    data, columns, rows = shown.get("data"), shown.get("cols"), shown.get("rows")
    if not isinstance(data, dict) or not isinstance(columns, int) or not isinstance(rows, int):
        return block
    if not (columns > 0 <= rows and columns * (rows + 1) <= _MOST * len(data)):
        return block

    def cells(row: str) -> tuple[Inline, ...]:
        texts = (data.get(f"{row}-{column}", "") for column in range(columns))
        return tuple(Inline(text if isinstance(text, str) else "", block.line, 1) for text in texts)

    return Table(block.line, cells("h"), tuple(Row(block.line, cells(str(row)), columns) for row in range(rows)))


def _read(text: str) -> Mapping[str, Json]:
    try:
        shown = read_json(text) if len(text) <= TEXT_CHARACTERS else None
    except ValueError:
        return {}
    return shown if isinstance(shown, dict) else {}
