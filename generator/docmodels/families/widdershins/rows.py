"""The rows of a schema's tables as the tree that their marks make of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from ...diagnostics import Diagnostic, Place
from ...limits import NAME_CHARACTERS
from ...markdown import Inline, Row
from ...notation.grammar import MAX_DEPTH
from ...tables.columns import Columns
from ...tables.named import unread_columns
from ...tables.rows import check_row, place_of
from .outline import Part, row_columns

ANONYMOUS, EXTRA = "*anonymous*", "**additionalProperties**"
ALL_OF, ONE_OF, ANY_OF, NOT = "allOf", "oneOf", "anyOf", "not"

_KINDS = MappingProxyType({"and": ALL_OF, "xor": ONE_OF, "or": ANY_OF, "continued": "", "": ""})
_TAG = re.compile(r"</?span[^<>]*>")
_INDENT = re.compile(r"[»\s]*")
_STARRED = re.compile(r"\*[^*]+\*")


@dataclass(slots=True)
class Node:
    """A row, and the rows below it.

    name      as the docs show it, or ANONYMOUS or EXTRA
    row       None for the schema itself
    children  the rows of its properties
    members   the rows of its alternatives, or of the schemas that it joins
    kind      one of the words of OpenAPI for these, "" without members
    """

    name: str
    row: Row | None = None
    columns: Columns = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)
    members: list[Node] = field(default_factory=list)
    kind: str = ""

    def cell(self, role: str) -> Inline | None:
        index = self.columns.get(role)
        return None if self.row is None or index is None else self.row.cells[index]


def read_rows(parts: Sequence[Part], path: str, diagnostics: list[Diagnostic]) -> tuple[Node, list[Node]]:
    """The schema as a tree, and its rows in their order. What cannot be read becomes diagnostics."""
    root = Node("")
    rows: list[Node] = []
    stack = [(-1, root)]
    for part in parts:
        columns = row_columns(part.table)
        if not {"name", "type"} <= columns.keys():
            message = "the table shows no properties; it is left out"
            place = Place(path, part.table.line)
            diagnostics.append(Diagnostic(place, "unread-table", message, "Give it the columns Name and Type."))
            continue
        diagnostics.extend(unread_columns(part.table, columns, path))
        kind = _KINDS.get(part.word, part.word)
        top = -1
        for row in part.table.rows:
            diagnostics.extend(check_row(row, len(part.table.header), path))
            depth, node = _node(row, columns)
            if fault := _fault(node, depth):
                diagnostics.append(Diagnostic(place_of(path, row.cells[columns["name"]]), *fault))
                continue
            top = depth if top < 0 else top
            while stack[-1][0] >= depth:
                stack.pop()
            parent = stack[-1][1]
            if kind and depth == top and node.name == ANONYMOUS:
                parent.members.append(node)
                parent.kind = kind
            else:
                parent.children.append(node)
            stack.append((depth, node))
            rows.append(node)
    return root, rows


def below(node: Node) -> Iterator[Node]:
    """The rows below one, at any depth, in no order."""
    queue = [*node.children, *node.members]
    while queue:
        each = queue.pop()
        yield each
        queue.extend(each.children)
        queue.extend(each.members)


def _node(row: Row, columns: Columns) -> tuple[int, Node]:
    """How deep a row is nested, and the row. Names are no prose: `_id_` has no emphasis."""
    source = _TAG.sub("", row.cells[columns["name"]].source)
    indent = _INDENT.match(source)
    marks = indent[0] if indent else ""
    name = source[len(marks) :].strip()
    if name != EXTRA and _STARRED.fullmatch(name):
        name = ANONYMOUS
    return marks.count("»"), Node(name, row, columns)


def _fault(node: Node, depth: int) -> tuple[str, str, str] | None:
    if not node.name:
        return "missing-name", "the row names no field; it is left out", "Name the field."
    if len(node.name) > NAME_CHARACTERS:
        return (
            "name-too-long",
            f"the name has more than {NAME_CHARACTERS} characters; the row is left out",
            "Shorten it.",
        )
    if depth > MAX_DEPTH:
        return (
            "nested-too-deep",
            f"the row is nested deeper than {MAX_DEPTH} levels; it is left out",
            "Nest it less deep.",
        )
    return None
