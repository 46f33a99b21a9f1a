"""Directives of MyST: fences whose content is Markdown, or a table in lists or in CSV.

    ```{note}                    ```{list-table}         ```{csv-table}
    | Name | Type   |            :header-rows: 1         :header: Name, Type
    | ---- | ------ |
    | id   | string |            * - Name                id, string
    ```                            - Type                ```
                                 * - id
                                   - string
                                 ```

Plain Markdown shows all of it as code.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence

from ..patterns import regex
from .page import Fence, Make, Prose, Row, Table

_OPENING = regex(r"(?P<indent> {0,3})(?P<fence>`{3,}|:{3,})\{(?P<name>[a-z][a-z-]*)\}(?P<title>[^`]*)")
_FENCE = regex(r" {0,3}(?P<fence>`{3,}|~{3,})[^`]*")
_TABLES = frozenset({"list-table", "csv-table"})
_CONTENT = frozenset(
    {"admonition", "attention", "caution", "danger", "error", "hint", "important", "note", "seealso", "tip", "warning"}
    | {"card", "container", "details", "dropdown", "grid", "grid-item", "tab-item", "tab-set", "table", "topic"}
    | {"deprecated", "versionadded", "versionchanged"}
)
_OPTION = regex(r"\s*:(?P<name>[a-z-]+):\s*(?P<value>.*)")
_INFO = regex(r"\{(?P<name>[a-z][a-z-]*)\}\s*(?P<title>.*)")
_ROW = regex(r"(?P<lead>\s*[*-]\s+)[*-](?:\s+|\Z)(?P<cell>.*)")
_CELL = regex(r"(?P<lead>\s+)[*-](?:\s+|\Z)(?P<cell>.*)")

Cell = tuple[str, int, int]
"""A source, its line and its column."""


def has_directives(text: str) -> bool:
    """Whether a page may have directives that hide Markdown or a table."""
    return "{" in text and ("```{" in text or ":::{" in text)


def opened(lines: Sequence[str]) -> list[str]:
    """The lines with directives opened up.

    The fence above Markdown gets colons, and the fence below becomes a blank line; tables get backticks around them.
    """
    made: list[str] = []
    inside: list[tuple[str, str]] = []  # the fences above open directives, and the lines for those below
    code = ""  # the fence of other code
    for line in lines:
        match = None if code else _OPENING.fullmatch(line)
        name = match["name"] if match is not None else ""
        if code:
            code = "" if _closes(line, code) else code
            made.append(line)
        elif inside and _closes(line, inside[-1][0]):
            made.append(inside.pop()[1])
        elif match is not None and name in _CONTENT:
            inside.append((match["fence"], ""))
            made.append(line.replace("`", ":"))
        elif match is not None and name in _TABLES:
            fence = "`" * len(match["fence"])
            made.append(line.replace(match["fence"], fence, 1))
            if match["fence"] == fence:
                code = fence
            else:
                inside.append((match["fence"], fence))
        else:
            plain = _FENCE.fullmatch(line)
            code = plain["fence"] if plain is not None else ""
            made.append(line)
    return made


def _closes(line: str, fence: str) -> bool:
    """Whether a line is the closing fence of an opening one."""
    bare = line.strip()
    return bare.startswith(fence) and not bare.strip(fence[0])


def directive_blocks(fence: Fence, make: Make) -> tuple[Prose | Table, ...]:
    """The title and the table of a directive; nothing for other fences, and for a table without a header."""
    info = _INFO.fullmatch(fence.info)
    if info is None or info["name"] not in _TABLES:
        return ()
    is_list = info["name"] == "list-table"
    lines = [(text, fence.line + 1 + number) for number, text in enumerate(fence.text.split("\n"))]
    options: dict[str, tuple[str, int]] = {}
    while lines and (option := _OPTION.fullmatch(lines[0][0])) is not None:
        options[option["name"]] = (option["value"], lines.pop(0)[1])
    try:
        rows = list(_listed(lines) if is_list else _in_csv(lines))
        header = [] if is_list or "header" not in options else list(_in_csv([options["header"]]))
    except csv.Error:  # a cell that is too long
        return ()
    if not rows and any(text.strip() for text, _ in lines):
        return ()
    if not header and options.get("header-rows", ("0", 0))[0].strip() != "1":
        return ()
    header, rows = (header, rows) if header else (rows[:1], rows[1:])
    if not header:
        return ()
    title = (Prose(fence.line, info["title"]),) if info["title"] else ()
    return (
        *title,
        Table(fence.line, tuple(make(*cell) for cell in header[0]), tuple(_rows(rows, len(header[0]), make))),
    )


def _rows(rows: Sequence[Sequence[Cell]], width: int, make: Make) -> Iterator[Row]:
    """The rows of a table, each with a cell for every column."""
    for row in rows:
        _, line, column = row[-1]
        cells = [make(*cell) for cell in row]
        missing = [make("", line, column)] * (width - len(row))
        yield Row(row[0][1], (*cells[:width], *missing), len(row), tuple(cells[width:]))


def _listed(lines: Sequence[tuple[str, int]]) -> Iterator[list[Cell]]:
    """The rows of a list of lists; further lines of a cell continue it. No rows if other text stands before the list."""
    first_line = next((text for text, _ in lines if text.strip()), "")
    if _ROW.fullmatch(first_line) is None:
        return
    row: list[Cell] = []
    place = 0  # the column of the marks of cells
    for text, line in lines:
        if (first := _ROW.fullmatch(text)) is not None and (not row or len(first["lead"]) == place):
            if row:
                yield row
            row, place = [(first["cell"].strip(), line, first.start("cell") + 1)], len(first["lead"])
        elif (cell := _CELL.fullmatch(text)) is not None and row and len(cell["lead"]) == place:
            row.append((cell["cell"].strip(), line, cell.start("cell") + 1))
        elif row and text.strip():
            source, at, column = row[-1]
            row[-1] = (f"{source} {text.strip()}".strip(), at if source else line, column)
    if row:
        yield row


def _in_csv(lines: Sequence[tuple[str, int]]) -> Iterator[list[Cell]]:
    """The rows of lines of CSV."""
    for text, line in lines:
        if text.strip():
            cells = next(csv.reader([text.strip()], skipinitialspace=True), [])
            yield [(cell.strip(), line, max(text.find(cell.strip()), 0) + 1) for cell in cells]
