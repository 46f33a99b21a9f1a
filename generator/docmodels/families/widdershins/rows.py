"""The fields that the rows of a schema make, and their types."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from ...markdown import Inline
from ...model.declarations import Access, Field, Json, Member, Presence
from ...model.types import ANY, Link, ListOf, MapOf, Nullable, Ref, Type, nullable, union
from ...notation.openapi import WIDDERSHINS
from ...tables.constants import narrowed
from ...tables.texts import description_text, joined
from ..kit import Builder, Draft, RowDraft, json_usages, wire_name
from .outline import Schema
from .tree import ALL_OF, EXTRA, NOT, Node, read_tree
from .values import assign, read_groups

_ACCESS = MappingProxyType({"read-only": Access.READ_ONLY, "write-only": Access.WRITE_ONLY})
_NOTHING = frozenset({"", "none", "no description"})
_REQUIRED = MappingProxyType({"true": Presence.REQUIRED, "false": Presence.OPTIONAL})
_OPEN: tuple[Type, ...] = (ANY, MapOf(ANY), ListOf(ANY))
"""Types that the rows below may narrow."""


class SchemaRows:
    """The rows of one schema as a tree, for its fields and their types.

    root    the schema itself, with its rows below it
    nodes   the rows in their order
    values  the enumerated values of the rows
    """

    def __init__(self, schema: Schema, builder: Builder) -> None:
        self.root, self.nodes = read_tree(schema.joined, builder)
        groups = read_groups(schema.values, builder)
        self.values = assign(groups, [node for node in self.nodes if not node.children])
        self._schema = schema
        self._builder = builder

    def members(self, node: Node) -> tuple[Member, ...]:
        """The enumerated values of a row."""
        return self.values.by_row.get(id(node), ())

    def declare_object(
        self,
        draft: Draft,
        description: str,
        nodes: Sequence[Node],
        bases: Sequence[Type] = (),
        title: str = "",
        examples: Sequence[Json] = (),
    ) -> None:
        """Declare an object with the properties in rows.

        title  the prefix of the titles of its parts, behind the title of the schema
        """
        extra = next((node for node in nodes if node.name == EXTRA), None)
        fields = tuple(self._fields([node for node in nodes if node is not extra], title))
        extra_type = None if extra is None else self.type(extra, f"{title} Value")
        self._builder.object(draft, description, fields, extra=extra_type, bases=bases, usages=json_usages(examples))

    def type(self, node: Node, title: str = "") -> Type:
        """The type of a row: in its cell, or in the rows below it if the cell leaves it open; see `declare_object`."""
        type_ = self._builder.type(_described_schema(node) or node.cell("type"), WIDDERSHINS)
        may_be_null = isinstance(type_, Nullable)
        leaf = type_.item if isinstance(type_, Nullable) else type_
        lists = 0
        while isinstance(leaf, ListOf) and leaf not in _OPEN:
            leaf, lists = leaf.item, lists + 1
        if leaf in _OPEN and (node.children or node.members):
            combined = self.combined(node, title)
            leaf = ListOf(combined) if leaf == ListOf(ANY) and not isinstance(combined, ListOf) else combined
        elif not isinstance(leaf, Link):
            for child in (*node.children, *node.members):
                self._report_lost(child, "a row below a type that has no fields is left out")
        leaf = narrowed(leaf, (str(member.value) for member in self.members(node)))
        if isinstance(leaf, Nullable):
            leaf, may_be_null = (leaf.item, True) if not lists else (leaf, may_be_null)
        for _ in range(lists):
            leaf = ListOf(leaf)
        return nullable(leaf) if may_be_null else leaf

    def combined(self, node: Node, title: str = "") -> Type:
        """The type in the rows below a row."""
        if node.kind == ALL_OF:
            bases, children = self.merged(node, title)
            if not children and bases:
                return bases[0] if len(bases) == 1 else self.part(title, (), bases, node)
            return self.part(title, children, [base for base in bases if isinstance(base, Link)], node)
        properties = [child for child in node.children if child.is_property]
        members = [member for member in node.members if not _is_silent(member)]
        if members and not properties and node.kind != NOT:
            titles = [f"{title} Option {number}" for number in range(1, len(members) + 1)]
            titles = titles if len(members) > 1 else [title]
            return union(*(self.type(member, own) for member, own in zip(members, titles, strict=True)))
        self.report_lost_members(node)
        if not properties and len(node.children) == 1:
            only = node.children[0]
            type_ = self.type(only, title)
            return MapOf(type_) if only.name == EXTRA else type_
        return self.part(title, node.children, (), node) if node.children else ANY

    def merged(self, node: Node, title: str = "") -> tuple[list[Type], list[Node]]:
        """The parts that a row combines: types with a name, and rows of properties without one."""
        bases: list[Type] = []
        children = list(node.children)
        for member in node.members:
            if member.kind == ALL_OF:
                inner, rows = self.merged(member, title)
                bases.extend(inner)
                children.extend(rows)
            elif member.children and not member.members:
                children.extend(member.children)
            elif not _is_silent(member):
                bases.append(self.type(member, title))
        return bases, children

    def part(self, title: str, nodes: Sequence[Node], bases: Sequence[Type], node: Node | None = None) -> Type:
        """Declare properties in place as a part of the schema."""
        schema = self._schema
        heading = (node.get("name") if node else None) or schema.heading
        reason = f"its rows are below a row of {self._builder.title(schema)}"
        draft = Draft(heading, title.strip(), owner=schema, named_by=reason)
        identity = self._builder.id(draft)
        self.declare_object(draft, description_text(node.get("description")) if node else "", nodes, bases, title)
        return Ref(identity)

    def report_lost_members(self, node: Node) -> None:
        """Report alternatives and forbidden values that an object with fields has no place for."""
        for member in node.members:
            if node.kind == NOT:
                self._report_lost(member, "values that are not allowed are left out")
            elif not _is_silent(member):
                self._report_lost(member, "the fields of one alternative are left out")

    def _fields(self, nodes: Sequence[Node], title: str) -> Iterator[Field]:
        lines: dict[str, int] = {}
        for node in nodes:
            if not node.is_property:
                self._report_lost(node, "a row without a name among rows that have one is left out")
            elif self._builder.is_new(node.cell("name"), node.name, lines):
                yield self._builder.field(node.name, self._draft(node, title))

    def _draft(self, node: Node, title: str) -> RowDraft:
        nullable_cell = node.get("nullable")
        return RowDraft(
            node.cell("name"),
            self.type(node, f"{title} {node.name}"),
            self._builder.presence(node.get("required"), _REQUIRED, "Write true or false."),
            nullable=nullable_cell is not None and nullable_cell.source.strip().lower() == "true",
            description=joined(
                description_text(node.get(role))
                for role in ("title", *(("description",) if _described_schema(node) is None else ()))
            ),
            wire=wire_name(node.name),
            access=self._access(node),
        )

    def _access(self, node: Node) -> Access:
        cell = node.get("restrictions")
        text = "" if cell is None else cell.source.strip().lower()
        if cell is not None and text not in _NOTHING and text not in _ACCESS:
            message = f'"{text}" describes values in words that docmodels does not know; it is left out'
            self._builder.report(cell, "unknown-mark", message, "Say it in the description.")
        return _ACCESS.get(text, Access.BOTH)

    def _report_lost(self, node: Node, message: str) -> None:
        self._builder.report(node.cell("name"), "unread-row", message, "Say it in the description.")


def _described_schema(node: Node) -> Inline | None:
    """The description of a row, if it is only a link to an object: `|owner|object|…|[User](#schemauser)|`; else None."""
    cell = node.get("description")
    if cell is None or node.cell("type").source.strip() != "object" or node.children or node.members:
        return None
    targets = {span.href for span in cell.spans}
    return cell if len(targets) == 1 and (targets.pop() or "").startswith("#schema") else None


def _is_silent(member: Node) -> bool:
    """Whether an alternative is nothing but an object, as those that only make properties required."""
    return not (member.children or member.members) and member.cell("type").source in ("object", "any")
