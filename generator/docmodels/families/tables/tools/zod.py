r"""The pages of zod2md for Zod schemas, with usual tables and lists.

_Object containing the following properties:_

| Property        | Type                            |
| :-------------- | :------------------------------ |
| **`id`** (\*)   | `string` (_uuid_)               |
| `doors`         | _Array of [Door](#door) items_  |

_(\*) Required._
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....frozen import replace
from ....markdown import Block, Inline, ItemList, Page, Prose, Row, Section, Table
from ....notation.grammar import MAX_DEPTH
from ....patterns import regex

_LEGENDS = frozenset({"(*) Required.", "All properties are optional."})
_LEAD = regex(r"(?:Object|Array of [^\n]{0,40}objects?) containing the following properties:")
_VALUES = regex(r"Enum(?: \w+)?, one of the following possible values:")
_TYPES = regex(r"Union of the following possible types:")
_STAR = regex(r"(?<!\s)\s*\(\\?\*\)\s*\Z")
_EMPHASIS = regex(r"(?<![\w`])_([^_`]+)_(?![\w`])")
_COUNT = r"(?:(?:at least|at most|exactly) \d{1,9}(?: and at most \d{1,9})? )?"
_ITEMS = regex(rf"Array of {_COUNT}(?P<item>\[[^\[\]]+\]\([^()\s]+\)) items?")
_ITEMS_OF = regex(rf"Array of {_COUNT}items? of type (?P<item>.+)", re.DOTALL)
_DYNAMIC = regex(r"Object with dynamic keys of type .{1,100}? and values of type (?P<value>.+)", re.DOTALL)
_NULL = regex(r"(?<!\s)(?:\s*\(nullable\))+\s*\Z")
_VALUE = regex(r"`['\"]?(?P<value>[^`\n]*?)['\"]?`")


def with_zod(page: Page) -> tuple[Page, frozenset[int]]:
    """The page with usual tables, and the lines of tables with one row for an alias."""
    blocks = (block for section in page.sections for block in section.blocks)
    if not _may_say(page.running_text) or not any(_says(block, _LEAD, _VALUES, _TYPES) for block in blocks):
        return page, frozenset()
    aliases: set[int] = set()
    sections = tuple(replace(section, blocks=tuple(_blocks(section, aliases))) for section in page.sections)
    return replace(page, sections=sections), frozenset(aliases)


def _text(block: Block) -> str:
    return Inline(block.source, block.line, 1).text.strip() if isinstance(block, Prose) else ""


def _may_say(source: str) -> bool:
    """Whether a text has words of the phrases, which the generator writes without marks. It is a quick look."""
    return "following properties:" in source or "following possible " in source


def _says(block: Block, *phrases: re.Pattern[str]) -> bool:
    if not isinstance(block, Prose) or not _may_say(block.source):
        return False
    text = _text(block)
    return any(phrase.fullmatch(text) for phrase in phrases)


def _blocks(section: Section, aliases: set[int]) -> Iterator[Block]:
    has_legend = any(_text(block) in _LEGENDS for block in section.blocks)
    blocks = [block for block in section.blocks if _text(block) not in _LEGENDS and not _says(block, _LEAD)]
    listed = None
    for block in blocks:
        if _says(block, _VALUES, _TYPES):
            listed = block
            continue
        if (
            listed is not None
            and isinstance(block, ItemList)
            and (table := _listed(section, listed, block)) is not None
        ):
            aliases.update({block.line} if _says(listed, _TYPES) else ())
            yield table
        else:
            yield from (listed,) if listed is not None else ()
            yield _with_required(block) if has_legend and isinstance(block, Table) else block
        listed = None
    yield from (listed,) if listed is not None else ()


def _listed(section: Section, lead: Block, block: ItemList) -> Table | None:
    """The table of the values or the types in a list; None for any other list."""
    line, empty = block.line, Inline("", block.line, 1)
    if any(entry.depth for entry in block.entries):
        return None
    if _says(lead, _TYPES):
        kinds = " | ".join(_plain_type(item.source) for item in block.items)
        cells = (replace(empty, source=f"`{section.heading.text.strip()}`"), replace(empty, source=kinds))
        return _table(line, ("Name", "Type"), [cells])
    values = [_VALUE.fullmatch(item.source) for item in block.items]
    rows = [(replace(empty, source=f"`{value['value']}`"), empty) for value in values if value is not None]
    return _table(line, ("Value", "Description"), rows) if len(rows) == len(values) else None


def _table(line: int, headings: Sequence[str], rows: Sequence[tuple[Inline, ...]]) -> Table:
    header = tuple(Inline(heading, line, 1) for heading in headings)
    return Table(line, header, tuple(Row(line, cells, len(cells)) for cells in rows))


def _with_required(table: Table) -> Table:
    """A table of properties with a column of presence."""
    if table.headings[0] != "property" or "type" not in table.headings:
        return table
    header = (*table.header, replace(table.header[0], source="Required"))
    return replace(table, header=header, rows=tuple(_row(row, table.headings.index("type")) for row in table.rows))


def _row(row: Row, typed: int) -> Row:
    cells = list(row.cells)
    is_required = _STAR.search(cells[0].source) is not None
    cells[0] = replace(cells[0], source=_STAR.sub("", cells[0].source))
    cells[typed] = replace(cells[typed], source=_plain_type(cells[typed].source))
    cells.append(replace(cells[0], source="yes" if is_required else "no"))
    return replace(row, cells=tuple(cells), written=row.written + 1)


def _plain_type(source: str, depth: int = MAX_DEPTH) -> str:
    """A type in the usual notation: `[Door](#door)[] | null` for `_Array of [Door](#door) items_ (_nullable_)`."""
    source = _EMPHASIS.sub(r"\1", source.strip())
    if not depth:
        return source
    if _NULL.search(source):
        return f"{_plain_type(_NULL.sub('', source), depth - 1)} | null"
    if (match := _ITEMS.fullmatch(source)) is not None:
        return f"{match['item']}[]"
    if (match := _ITEMS_OF.fullmatch(source)) is not None:
        return f"({_plain_type(match['item'], depth - 1)})[]"
    if (match := _DYNAMIC.fullmatch(source)) is not None:
        return f"map<string, {_plain_type(match['value'], depth - 1)}>"
    return "date-time" if source == "`Date`" else source
