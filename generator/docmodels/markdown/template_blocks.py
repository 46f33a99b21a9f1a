"""Parts of a page between two tags of a template: tables as lists, and YAML.

{% table %}                    {% configuration %}
* Name                         host:
* Type                           description: Where it is.
---                              type: string
* `id`                         {% endconfiguration %}
* string
{% /table %}
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from ..frozen import cached_property, replace
from ..patterns import regex
from .extents import extent
from .items import read_items
from .page import Fence, Inline, Item, Make, Prose, Row, Table

_TAG = regex(r"\{%-?\s{0,9}(?P<name>[a-z]\w{0,50})\b[^%{}\n]{0,200}%\}")
_END = regex(r"\{%-?\s{0,9}end(?P<name>[a-z]\w{0,50})\s{0,9}-?%\}")
_TABLE_END = regex(r"[ \t]*\{%\s{0,9}/\s{0,9}table\s{0,9}%\}")
_KEY = regex(r"[\w\"'][\w .\"'-]{0,100}:(?:\s|\Z)")
_REMARK = regex(r"(?<!\s)\s*\{%\s{0,9}(?:width|align|colspan|rowspan|[.#])[^%{}\n]{0,200}%\}\s*\Z")

Piece = Prose | Table | Fence


class TemplateBlocks:
    """The parts of a page between tags."""

    def __init__(self, lines: Sequence[str], make: Make) -> None:
        self._lines = lines
        self._make = make

    def read(self, blocks: Sequence[Sequence[Token]], number: int) -> tuple[Sequence[Piece], int] | None:
        """The part that begins with a block, and the line after it; None without one, or if it is never closed.

        YAML is a fence, with the tag as its info.
        """
        tokens = blocks[number]
        if tokens[0].type not in ("paragraph_open", "heading_open") or "{%" not in tokens[1].content:
            return None
        first, last = extent(tokens[0])
        if tokens[0].type == "heading_open":  # dashes right below the tag: the table has no header
            return self._listed(blocks, number, first, [[], []]) if tokens[0].markup == "-" else None
        opening = _TAG.fullmatch(self._lines[first].strip())
        if opening is not None and last > first + 1 and _KEY.match(self._lines[first + 1]):
            return self._yaml(blocks, number, opening["name"])
        return self._listed(blocks, number, last - 1, [[]])

    @cached_property
    def _ends(self) -> dict[str, list[int]]:
        """Name of a tag → the lines of its closing tags."""
        ends: dict[str, list[int]] = {}
        for number, line in enumerate(self._lines):
            if "{%" in line and (match := _END.fullmatch(line.strip())) is not None:
                ends.setdefault(match["name"], []).append(number)
        return ends

    def _yaml(self, blocks: Sequence[Sequence[Token]], number: int, name: str) -> tuple[Sequence[Piece], int] | None:
        """The YAML below the first line of a block, and the text right below its end."""
        first = extent(blocks[number][0])[0]
        ends = self._ends.get(name, [])
        at = bisect_left(ends, first)
        if at == len(ends):
            return None
        text = "\n".join(line.rstrip() for line in self._lines[first + 1 : ends[at]])
        stops = (extent(tokens[0])[1] for tokens in blocks[number:])
        stop = next((stop for stop in stops if stop > ends[at]), ends[at] + 1)
        return [
            Fence(first + 1, self._lines[first].strip(), text, is_template=True),
            *self._prose(ends[at] + 1, stop),
        ], stop

    def _listed(
        self, blocks: Sequence[Sequence[Token]], number: int, at: int, parts: list[list[Item]]
    ) -> tuple[Sequence[Piece], int] | None:
        """The table that begins in a line of a block, and the text above and right below it.

        parts  the items of its rows so far, the header first
        """
        opening = _TAG.fullmatch(self._lines[at].strip())
        if opening is None or opening["name"] != "table":
            return None
        inner: list[Piece] = []
        for tokens in blocks[number + 1 :]:
            start, end = extent(tokens[0])
            closing = next((at for at in range(start, end) if _TABLE_END.match(self._lines[at])), None)
            match tokens[0].type:
                case "hr":
                    parts.append([])
                    continue
                case "bullet_list_open" | "ordered_list_open":
                    inner += _inner_blocks(tokens)
                    items = list(read_items(tokens, self._lines, self._make))
                    parts[-1] += items if closing is None else [*items[:-1], _without_end(items[-1])]
                case "paragraph_open" if closing == start:
                    pass
                case _:
                    return None
            if closing is not None:
                above = self._prose(extent(blocks[number][0])[0], at)
                return [*above, *_tables(at + 1, parts), *inner, *self._behind(closing, end)], end
        return None

    def _behind(self, closing: int, end: int) -> Iterator[Prose]:
        """The text behind the closing tag of a table, and right below it."""
        rest = _TABLE_END.sub("", self._lines[closing], count=1).strip()
        return self._prose(closing, end, rest) if rest else self._prose(closing + 1, end)

    def _prose(self, first: int, end: int, *texts: str) -> Iterator[Prose]:
        """The text of some lines, with `texts` in place of the first ones."""
        source = "\n".join([*texts, *(line.rstrip() for line in self._lines[first + len(texts) : end])])
        if source.strip():
            yield Prose(first + 1, source)


def _without_end(item: Item) -> Item:
    return replace(item, text=_above_end(item.text), more=tuple(map(_above_end, item.more)))


def _above_end(text: Inline) -> Inline:
    lines = text.source.split("\n")
    end = next((number for number, line in enumerate(lines) if _TABLE_END.match(line)), len(lines))
    return replace(text, source="\n".join(lines[:end]).rstrip())


def _tables(line: int, parts: Sequence[Sequence[Item]]) -> Iterator[Table]:
    header = tuple(_cells(parts[0]))
    rows = [row for part in parts[1:] if (row := tuple(_cells(part)))]
    if rows and not header:
        header = tuple(Inline("", line, 1) for _ in rows[0])
    if header:
        yield Table(line, header, tuple(_row(cells, len(header)) for cells in rows))


def _row(cells: tuple[Inline, ...], columns: int) -> Row:
    empty = Inline("", cells[-1].line, cells[-1].column)
    filled = cells + (empty,) * (columns - len(cells))
    return Row(cells[0].line, filled[:columns], len(cells), filled[columns:])


def _cells(items: Sequence[Item]) -> Iterator[Inline]:
    """A cell for each outer item, with the text of the items in it."""
    starts = [at for at, item in enumerate(items) if not item.depth]
    for start, end in zip(starts, (*starts[1:], len(items)), strict=bool(starts)):
        outer, *inner = items[start:end]
        texts = [outer.text.source, *(text.source for text in outer.more), *map(_listed_text, inner)]
        yield replace(outer.text, source=_REMARK.sub("", "\n".join(filter(None, texts))))


def _listed_text(item: Item) -> str:
    return "- " + "\n  ".join(text.source for text in (item.text, *item.more))


def _inner_blocks(tokens: Sequence[Token]) -> Iterator[Piece]:
    """The code and the HTML in a list, which are in no cell."""
    for token in tokens:
        if token.type in ("fence", "code_block", "html_block"):
            line, text = extent(token)[0] + 1, token.content.rstrip()
            yield (
                Prose(line, text)
                if token.type == "html_block"
                else Fence(line, token.info.strip(), text, is_indented=token.type == "code_block")
            )
