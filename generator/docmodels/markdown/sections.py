"""The sections of a page: the blocks under each heading, and its anchors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from ..patterns import regex
from .anchors import Slugs, anchor_ids, given_ids
from .blocks import headed_items, inner_tables, read_block, read_heading
from .components import LEVEL, component_heading
from .directives import directive_blocks
from .extents import extent
from .grid_tables import grid_table
from .html_blocks import Heading, Piece, has_parts, read_html, table_ends
from .html_tables import Cut, with_cell_tables
from .page import Block, Fence, Inline, Make, Prose, Section, Table
from .table import go_on, with_rows
from .template_blocks import TemplateBlocks

_IMPORT = regex(r"(?:(?:import|export)\s.*\sfrom|import)\s+(?:'[^']*'|\"[^\"]*\");?\s*")
_AS_WRITTEN = ("<pre", "<script", "<style", "<textarea", "<?", "<!")


def read_sections(
    blocks: Sequence[Sequence[Token]], lines: Sequence[str], make: Make
) -> tuple[tuple[Section, ...], list[int]]:
    """The sections of a page, and the lines from which on rows of its HTML tables are not read."""
    page = _Builder()
    cuts: list[int] = []
    for piece in _pieces(blocks, lines, make):
        match piece:
            case Heading():
                page.heading(piece)
            case Cut(line=line):
                cuts.append(line)
            case _:
                page.block(piece)
    page.close()
    return tuple(page.sections), cuts


@dataclass(slots=True)
class _Builder:
    """The finished sections, and the open one."""

    sections: list[Section] = field(default_factory=list)
    _slugs: Slugs = field(default_factory=Slugs)
    _open: Heading | None = None
    _ids: list[str] = field(default_factory=list)
    _blocks: list[Block] = field(default_factory=list)
    _anchors: list[int] = field(default_factory=list)
    """The indices of blocks that are anchors, and may belong to the next heading."""

    def heading(self, heading: Heading) -> None:
        text, given = given_ids(heading.text)
        ids: list[str] = []
        if self._anchors:
            for number in self._anchors:
                block = self._blocks[number]
                assert isinstance(block, Prose), "anchors are prose"
                ids += anchor_ids(block.source)
            taken = set(self._anchors)
            self._blocks = [block for number, block in enumerate(self._blocks) if number not in taken]
        self.close()
        self._open = Heading(heading.level, text, heading.ids, heading.end)
        self._ids = [*heading.ids, *given, *ids]

    def block(self, block: Block) -> None:
        ids = anchor_ids(block.source) if isinstance(block, Prose) and block.source.startswith("<") else ()
        if ids and self._open and not self._blocks and block.line == self._open.end:
            self._ids += ids
            self._open = Heading(self._open.level, self._open.text, (), block.line + _height(block))
            return
        if ids:
            self._anchors.append(len(self._blocks))
        elif not (isinstance(block, Prose) and block.source.startswith("<")):
            self._anchors.clear()
        self._blocks.append(block)

    def close(self) -> None:
        """Finish the open section."""
        if self._open:
            slug = self._slugs.of(self._open.text)
            anchors = dict.fromkeys((*self._ids, slug) if slug else self._ids)
            section = Section(self._open.level, self._open.text, tuple(self._blocks), tuple(anchors))
            self.sections.append(section)
        elif self._blocks:
            self.sections.append(Section(0, Inline("", 1, 1), tuple(self._blocks)))
        self._open = None
        self._blocks = []
        self._anchors = []


def _height(block: Block) -> int:
    return block.source.count("\n") + 1 if isinstance(block, Prose) else 1


def _pieces(blocks: Sequence[Sequence[Token]], lines: Sequence[str], make: Make) -> Iterator[Piece | Block]:
    ends: dict[int, int] | None = None
    templates = TemplateBlocks(lines, make)
    done = 0
    for number, tokens in enumerate(blocks):
        first, end = extent(tokens[0])
        if first < done:
            continue
        if (component := component_heading(blocks, number)) is not None:
            column = lines[component.line].find(component.title) + 1
            yield Heading(LEVEL, make(component.title, component.line + 1, max(column, 1)), (), component.end + 1)
            yield Prose(first + 1, component.opening)
            done = component.end
            continue
        if (template := templates.read(blocks, number)) is not None:
            yield from template[0]
            done = template[1]
            continue
        match tokens[0].type:
            case "heading_open":
                text = read_heading(tokens, lines, make)
                yield Heading(int(tokens[0].tag.removeprefix("h")), text, (), end + 1)
                continue
            case "html_block" if has_parts(tokens[0].content) and not tokens[0].content.lower().startswith(_AS_WRITTEN):
                if ends is None:
                    ends = table_ends(lines)
                done = _html_end(blocks, number, ends)
                yield from read_html(lines, first, done, make)
                continue
            case "paragraph_open" if _is_imports(tokens[1].content):
                continue
            case "bullet_list_open" | "ordered_list_open" if inner := headed_items(tokens):
                yield from _pieces(inner, lines, make)
                continue
        block = read_block(tokens, lines, make)
        if isinstance(block, Fence) and (directives := directive_blocks(block, make)):
            yield from directives
            continue
        if isinstance(block, Prose):
            block = grid_table(block.source, block.line, make) or block
        elif isinstance(block, Table):
            block, done = _with_cut_off_rows(block, blocks, number, lines, make)
        if isinstance(block, Table) and _has_tables_in_cells(lines[first : done or end]):
            yield from with_cell_tables(block, make)
        elif block:
            yield block
        if tokens[0].type in ("bullet_list_open", "ordered_list_open", "blockquote_open"):
            yield from inner_tables(tokens, lines, make)


def _has_tables_in_cells(lines: Sequence[str]) -> bool:
    text = "\n".join(lines)
    return "<" in text and "<table" in text.lower()


def _with_cut_off_rows(
    table: Table, blocks: Sequence[Sequence[Token]], number: int, lines: Sequence[str], make: Make
) -> tuple[Table, int]:
    """The table of a block with further rows behind blank lines, and the line after these; 0 without any."""
    extents: list[tuple[int, int]] = []
    for at in range(number + 1, len(blocks)):
        first, end = extent(blocks[at][0])
        if blocks[at][0].type != "paragraph_open" or not go_on(lines[first:end], len(table.header)):
            break
        extents.append((first, end))
    return (with_rows(table, lines, extents, make), extents[-1][1]) if extents else (table, 0)


def _html_end(blocks: Sequence[Sequence[Token]], number: int, ends: dict[int, int]) -> int:
    """The line after the HTML that starts with a block: a table may continue over blank lines, but not over a heading."""
    first, end = extent(blocks[number][0])
    reach = max((ends.get(line, 0) + 1 for line in range(first, end)), default=0)
    for later in range(number + 1, len(blocks)):
        tokens = blocks[later]
        start, stop = extent(tokens[0])
        if start >= max(reach, end):
            break
        if tokens[0].type == "heading_open":
            return extent(blocks[number][0])[1]
        end = stop
        reach = max((reach, *(ends.get(line, 0) + 1 for line in range(start, stop))))
    return end


def _is_imports(paragraph: str) -> bool:
    """Whether a paragraph holds the imports of components on an MDX page."""
    return paragraph.startswith(("import ", "export ")) and all(map(_IMPORT.fullmatch, paragraph.split("\n")))
