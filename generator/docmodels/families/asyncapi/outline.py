"""The schemas of messages on a page: tables with paths, as trees.

#### Message Room opened `roomOpened`

##### Payload

| Name      | Type   | Description | Value | Constraints | Notes        |
| (root)    | object | -           | -     | -           | -            |
| owner     | object | -           | -     | -           | **required** |
| owner.id  | string | -           | -     | -           | -            |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...frozen import frozen
from ...markdown import Inline, Page, Row, Section, SpanKind, Table
from ...patterns import regex

_ALTERNATIVE = "Of item"
_COLUMNS = ("name", "type", "description", "value", "constraints", "notes")
_MESSAGE = "message"
_PARTS = {"payload": "", "headers": "Headers"}
_OPERATION_ID = regex(r"Operation ID:\s*`(?P<id>[^`\n]+)`")
_NOTED = regex(r"(?P<path>.*?)\s*\((?P<note>[^()]*)\)\s*\Z", re.DOTALL)
_DEEPEST = 30
"""The most parts of a path. A longer path is a field of the innermost object."""


@dataclass(slots=True, eq=False)
class Node:
    """A row, and the rows below it: their paths begin with its path.

    note  the words in brackets behind the path: "oneOf item"; "" for a property
    """

    name: str
    row: Row | None
    note: str = ""
    below: dict[str, Node] = field(default_factory=dict)

    def cell(self, column: str) -> Inline:
        """The cell of a column; an empty one for a node without a row, and for a dash."""
        if self.row is None:
            return Inline("", 0, 0)
        cell = self.row.cells[_COLUMNS.index(column)]
        return Inline("", cell.line, cell.column) if cell.source.strip() == "-" else cell


@frozen()
class Message:
    """A schema: the payload of a message, or its headers."""

    section: Section
    title: str
    root: Node = field(hash=False)


def is_schema(table: Table) -> bool:
    """Whether a table shows a schema."""
    return table.headings == _COLUMNS


def messages(page: Page) -> list[Message]:
    """The schemas of the messages of a page, each once, although operations repeat them."""
    schemas: dict[tuple[str, tuple[str, ...]], Message] = {}
    titles: set[str] = set()
    for trail in page.trails():
        part = _PARTS.get(trail[-1].heading.text.strip().casefold())
        above = trail[-2] if len(trail) > 1 else None
        if part is None or above is None or not above.heading.text.strip().casefold().startswith(_MESSAGE):
            continue
        table = next(filter(is_schema, trail[-1].tables), None)
        if table is None:
            continue
        operation = _operation(trail)
        name = _title(above) or f"{operation} Message"
        key = f"{name} {part}".strip(), tuple(cell.source for row in table.rows for cell in row.cells)
        if key in schemas:
            continue
        title = f"{operation} {key[0]}".strip() if key[0] in titles else key[0]
        titles.add(title)
        schemas[key] = Message(trail[-1], title, tree(table))
    return list(schemas.values())


def tree(table: Table) -> Node:
    """The root of the nodes of a table, nested by their paths."""
    root = Node("", None)
    known: dict[str, Node] = {}
    depths: dict[str, int] = {}
    is_first = False  # a row of the first alternative: the template leaves its note out
    for row in table.rows:
        path, note = _path(row.cells[0])
        is_first = path == "0" if note.endswith(_ALTERNATIVE) else is_first
        if is_first and path not in ("", "0") and not path.startswith("0."):
            path = f"0.{path}"
        if not path and note == "root":
            root.row = row
            continue
        owner = _owner(path, known)
        node = known.get(owner, root)
        depth = depths.get(owner, 0) + 1
        if depth > _DEEPEST:
            node, depth = root, 1
        name = path[len(owner) :].removeprefix(".")
        key = name if not note else f"{name} ({note})"
        if note and not name:
            node.below.setdefault(key, Node("", row, note))
            continue
        made = node.below.setdefault(key, Node(name, row, note))
        if path not in known:
            known[path], depths[path] = made, depth
    return root


def _path(cell: Inline) -> tuple[str, str]:
    text = cell.text.strip()
    noted = _NOTED.fullmatch(text)
    return (noted["path"].strip(), noted["note"].strip()) if noted is not None else (text, "")


def _owner(path: str, known: dict[str, Node]) -> str:
    """The longest known path that begins a path."""
    if path in known:
        return path
    end = path.rfind(".")
    while end > 0:
        if path[:end] in known:
            return path[:end]
        end = path.rfind(".", 0, end)
    return ""


def _title(section: Section) -> str:
    """The name of a message in its heading: the code, or the words behind "Message"."""
    heading = section.heading
    code = next((span.text for span in heading.spans if span.kind is SpanKind.CODE), "")
    title = code or heading.text.strip()[len(_MESSAGE) :].strip()
    return "" if title.startswith("<anonymous") else title


def _operation(trail: tuple[Section, ...]) -> str:
    """The id of the operation around a section, or its path."""
    for section in reversed(trail[:-2]):
        for block in section.blocks:
            match = _OPERATION_ID.search(getattr(block, "source", ""))
            if match is not None:
                return match["id"]
        code = next((span.text for span in section.heading.spans if span.kind is SpanKind.CODE), "")
        if code:
            return code
    return ""


def others(page: Page) -> Iterator[Table]:
    """The tables of no message: parameters of channels, settings of servers and protocols."""
    of_messages = {id(table) for message in messages(page) for table in message.section.tables}
    for section in page.sections:
        yield from (table for table in section.tables if is_schema(table) and id(table) not in of_messages)
