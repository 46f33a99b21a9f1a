"""Findings about markup that hides or cuts off a part of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it.token import Token

from ..diagnostics import Diagnostic, Place
from ..patterns import regex
from .blocks import blank, code_lines, without_comments
from .extents import extent
from .page import Inline, ItemList, Page, Table
from .table import columns_of, count_cells, go_on, is_delimiter, look_like_rows

_AS_WRITTEN = regex(r"<(?:pre|script|style|textarea|code|!--)", re.IGNORECASE)
_FEWEST_ROWS, _FEWEST_CELLS = 3, 3  # for lines that look like a table without a row of dashes
_DASHES, _WIDE = regex(r"-{2,}"), regex(r"\s{2,}")
_CONTAINERS = ("list_item_open", "blockquote_open")


def findings(
    path: str, blocks: Sequence[Sequence[Token]], lines: Sequence[str], nesting: int
) -> tuple[Diagnostic, ...]:
    """The findings about the blocks of a page.

    blocks   the tokens of each outermost block
    nesting  the depth at which the parser gives up (markdown-it's `maxNesting`)
    """
    diagnostics: list[Diagnostic] = []
    table_end = -1
    columns, is_next = 0, False  # the columns of the section's last table, and whether it is right above
    for tokens in blocks:
        first, end = extent(tokens[0])
        match tokens[0].type:
            case "table_open":
                table_end = end
                columns, is_next = columns_of(lines, first), True
                if count_cells(lines[first]) > count_cells(lines[first + 1]):
                    diagnostics.append(_uneven(path, lines[first], lines[first + 1], first + 1))
                continue
            case "heading_open":
                columns = 0
            case "paragraph_open" if "|" not in tokens[1].content and first != table_end:
                pass
            case "paragraph_open" if is_next and go_on(lines[first:end], columns):
                continue
            case "paragraph_open" if first == table_end and not blank(lines[first]):
                # markdown-it starts a paragraph right after a table in no other case.
                diagnostics.append(table_cut_short(path, first + 1))
            case "paragraph_open" if "-" in tokens[1].content and "|" in tokens[1].content:
                diagnostics += _no_tables(path, lines[first:end], first)
            case "paragraph_open" if columns and look_like_rows(lines[first:end]):
                diagnostics.append(_rows_alone(path, lines[first], first, columns if is_next else 0))
            case "paragraph_open" if end - first >= _FEWEST_ROWS and look_like_rows(lines[first:end]):
                diagnostics += _no_dashes(path, lines[first:end], first)
            case "hr" if (columns_of_dashes := _dashes(lines, first)) > 1:
                diagnostics.append(_dashes_alone(path, first, columns_of_dashes))
            case "fence" if code_lines(tokens[0]) == end - first - 1:
                diagnostics.append(_unclosed_code(path, first))
            case "html_block" if _is_open_comment(tokens[0].content):
                diagnostics.append(_unclosed_comment(path, first))
            case "html_block" if "|" in tokens[0].content:
                diagnostics += _tables_in_html(path, tokens[0].content, first)
            case "blockquote_open" | "bullet_list_open" | "ordered_list_open":
                diagnostics += _nested_too_deep(path, tokens, nesting)
                diagnostics += _tables_in_items(path, tokens, lines)
        is_next = False
    return tuple(diagnostics)


def too_long(page: Page) -> Iterator[Diagnostic]:
    """A finding for each text with more characters than the limit: docmodels does not read its Markdown."""
    for inline in _inlines(page):
        if len(inline.source) > inline.limit:
            yield Diagnostic(
                Place(page.path, inline.line, inline.column, len(inline.source)),
                "text-too-long",
                f"the text has more than {inline.limit:,} characters; it stays as it is, Markdown included",
                "Shorten it, or set text_characters in [tool.docmodels.limits].",
            )


def _inlines(page: Page) -> list[Inline]:
    inlines: list[Inline] = []
    for section in page.sections:
        inlines.append(section.heading)
        for block in section.blocks:
            match block:
                case Table():
                    inlines += block.header
                    for row in block.rows:
                        inlines += row.cells
                case ItemList():
                    for item in block.entries:
                        inlines += (item.text, *item.more)
    return inlines


def table_cut_short(path: str, line: int) -> Diagnostic:
    """The finding about a table whose rows are not read from a line on, counted from 1."""
    return Diagnostic(
        Place(path, line),
        "table-cut-short",
        "the table ends above this line: its rows leave out more than 65,536 cells",
        "Write all cells of each row, or fewer columns.",
    )


def _rows_alone(path: str, line: str, first: int, columns: int) -> Diagnostic:
    """The finding about rows without a header; `columns` is the width of the table right above, 0 without one."""
    cells = count_cells(line)
    below = (
        f"has {cells} cells, and the table above has {columns} columns"
        if columns
        else "text stands between it and the table above"
    )
    return Diagnostic(
        Place(path, first + 1),
        "table-cut-short",
        f"the line looks like a row of a table, but {below}; it is text",
        "Remove the blank line or the text above it, or write a header.",
    )


def _headers(lines: Sequence[str], line: int) -> Iterator[tuple[int, str, str]]:
    """The lines that look like the header of a table, each with its number and the dashes below it.

    line  the number of the first of the lines
    """
    if len(lines) < 2:  # a quick look, enough for most paragraphs
        return
    for number, (header, delimiter) in enumerate(pairwise(lines), line):
        if "|" in header and "|" in delimiter and is_delimiter(delimiter):
            yield number, header, delimiter


def _no_tables(path: str, lines: Sequence[str], first: int) -> Iterator[Diagnostic]:
    for number, header, delimiter in _headers(lines, first + 1):
        yield _uneven(path, header, delimiter, number)


def _tables_in_items(path: str, tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Diagnostic]:
    """The findings about tables right below the text of an item, without its indentation."""
    for token in tokens:
        if token.type != "paragraph_open":
            continue
        first, end = extent(token)
        for number, _, delimiter in _headers(lines[first + 1 : end], first + 2):
            if count_cells(delimiter) > 1:
                yield Diagnostic(
                    Place(path, number),
                    "uneven-table",
                    "the lines look like a table, but continue the item of the list above, so Markdown shows no table",
                    "Put a blank line above the table.",
                )


def _no_dashes(path: str, lines: Sequence[str], first: int) -> Iterator[Diagnostic]:
    """The finding about lines that look like a table without a row of dashes, if all have the same number of cells."""
    (cells, *others) = {count_cells(line) for line in lines}
    if not others and cells >= _FEWEST_CELLS:
        yield Diagnostic(
            Place(path, first + 1),
            "uneven-table",
            "these lines look like the rows of a table, and no row of dashes is below the first, so Markdown shows no table",
            "Write a row of dashes below the header, with as many cells.",
        )


def _tables_in_html(path: str, html: str, first: int) -> Iterator[Diagnostic]:
    """The finding about lines of HTML that look like a table of Markdown, if there are any."""
    if _AS_WRITTEN.search(html) is not None:
        return
    for number, _, delimiter in _headers(html.split("\n"), first + 1):
        if count_cells(delimiter) > 1:
            yield Diagnostic(
                Place(path, number),
                "table-in-html",
                "the table stands in HTML without a blank line between, so Markdown shows its lines as text",
                'Put a blank line above the table, or write `markdown="1"` into the tag around it.',
            )
            return


def _uneven(path: str, header: str, delimiter: str, line: int) -> Diagnostic:
    """The finding about a header in a line, counted from 1, with more cells than the row of dashes below it."""
    return Diagnostic(
        Place(path, line),
        "uneven-table",
        f"the header has {count_cells(header)} cells and the row of dashes below it {count_cells(delimiter)}, "
        "so Markdown shows no table",
        "Write as many cells of dashes as the header has cells.",
    )


def _dashes(lines: Sequence[str], at: int) -> int:
    """The columns of a table as Pandoc has them, at its line of dashes; 0 for any other line.

    The header above has a text for each, and two blanks or more between these.
    """
    above = lines[at - 1].strip() if at else ""
    count = len(_DASHES.findall(lines[at]))
    is_followed = at + 1 < len(lines) and not blank(lines[at + 1])
    return count if is_followed and _WIDE.split(above) != [above] and len(_WIDE.split(above)) == count else 0


def _dashes_alone(path: str, at: int, count: int) -> Diagnostic:
    return Diagnostic(
        Place(path, at),
        "uneven-table",
        f"the lines look like a table of Pandoc with {count} columns, without `|`, so Markdown shows no table",
        "Write the table with `|` between its cells.",
    )


def _unclosed_code(path: str, line: int) -> Diagnostic:
    return Diagnostic(
        Place(path, line + 1),
        "unclosed-block",
        "the block of code that starts here is never closed; it takes the rest of the page",
        "Close the block of code.",
    )


def _unclosed_comment(path: str, line: int) -> Diagnostic:
    return Diagnostic(
        Place(path, line + 1),
        "unclosed-block",
        "the comment that starts here is never closed; it ends at the next blank line",
        "Close the comment with `-->`.",
    )


def _is_open_comment(html: str) -> bool:
    rest, is_open = without_comments(html)
    return is_open and not rest.strip()


def _nested_too_deep(path: str, tokens: Sequence[Token], nesting: int) -> list[Diagnostic]:
    """The finding about the place where the parser gave up, if it did."""
    for token in tokens:
        if token.type in _CONTAINERS and token.level >= nesting - 1:
            return [
                Diagnostic(
                    Place(path, extent(token)[0] + 1),
                    "nested-too-deep",
                    "lists or quotations are nested so deep that the rest of the page counts as a part of them",
                    "Nest lists and quotations less deep.",
                )
            ]
    return []
