"""The rows of a schema as a tree: `»` marks a row below another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from ...markdown import Inline
from ...notation.grammar import MAX_DEPTH
from ...patterns import regex
from ..kit import Builder, TableRow
from .outline import JoinedTable

ANONYMOUS, EXTRA = "*anonymous*", "**additionalProperties**"
ALL_OF, ONE_OF, ANY_OF, NOT = "allOf", "oneOf", "anyOf", "not"

_KINDS = MappingProxyType({"and": ALL_OF, "xor": ONE_OF, "or": ANY_OF, "continued": "", "": ""})
_TAG = regex(r"</?span[^<>]*>")
_INDENT = regex(r"[»\s]*")
_STARRED = regex(r"\*[^*]+\*")


@dataclass(slots=True)
class Node:
    """A row, and the rows below it.

    name      the name in the docs, or ANONYMOUS or EXTRA
    row       None for the schema itself
    children  the rows of its properties
    members   the rows of its alternatives, or of the schemas that it combines
    kind      OpenAPI's keyword for the members; "" without any
    """

    name: str
    row: TableRow | None = None
    children: list[Node] = field(default_factory=list)
    members: list[Node] = field(default_factory=list)
    kind: str = ""

    @property
    def is_property(self) -> bool:
        """Whether the row has the name of a property."""
        return self.name not in (ANONYMOUS, EXTRA)

    def get(self, role: str) -> Inline | None:
        """The cell of a role; None without such a column."""
        return None if self.row is None else self.row.get(role)

    def cell(self, role: str) -> Inline:
        """The cell of a role that each table has: "name" or "type"."""
        assert self.row is not None
        return self.row[role]


def read_tree(tables: Sequence[JoinedTable], builder: Builder) -> tuple[Node, list[Node]]:
    """The schema as a tree, and its rows in their order; findings for faults of rows."""
    root = Node("")
    nodes: list[Node] = []
    stack = [(-1, root)]
    for table in tables:
        if not {"name", "type"} <= table.columns.keys():
            builder.unread_table(table.table, "Give it the columns Name and Type.")
            continue
        kind = _KINDS.get(table.word, table.word)
        top = -1
        for row in builder.checked_rows(table, ends_in_prose=table.table.headings[-1] == "description"):
            depth, node = _node(row)
            if not builder.is_named(row["name"], node.name):
                continue
            if depth > MAX_DEPTH:
                message = f"the row is nested deeper than {MAX_DEPTH} levels; it is left out"
                builder.report(row["name"], "nested-too-deep", message, "Nest it less deep.")
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
            nodes.append(node)
    return root, nodes


def _node(row: TableRow) -> tuple[int, Node]:
    """The depth of a row, and the row. Names stay as they are written: `_id_` has no emphasis."""
    source = _TAG.sub("", row["name"].source)
    indent = _INDENT.match(source)
    marks = indent[0] if indent else ""
    name = source[len(marks) :].strip()
    if name != EXTRA and _STARRED.fullmatch(name):
        name = ANONYMOUS
    return marks.count("»"), Node(name, row)
