"""From the tables of a schema to what it declares."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import MappingProxyType

from ...diagnostics import Diagnostic, Place
from ...limits import NAME_CHARACTERS
from ...model.declarations import (
    Access,
    Alias,
    Declaration,
    Enumeration,
    Field,
    Member,
    Object,
    Presence,
    Usage,
    WireName,
)
from ...model.examples import parse
from ...model.types import (
    ANY,
    STRING,
    Constant,
    DeclarationId,
    Link,
    ListOf,
    MapOf,
    Nullable,
    Ref,
    Type,
    nullable,
    union,
)
from ...notation.openapi import WIDDERSHINS
from ...notation.parser import read_type
from ...tables.constants import narrowed
from ...tables.rows import place_of
from ...tables.texts import deprecation, joined, said
from .outline import Schema
from .rows import ALL_OF, ANONYMOUS, EXTRA, NOT, Node, read_rows
from .values import assign, named_members, read_groups

_ACCESS = MappingProxyType({"read-only": Access.READ_ONLY, "write-only": Access.WRITE_ONLY})
_NOTHING = frozenset({"", "none", "no description"})
_REQUIRED = MappingProxyType({"true": Presence.REQUIRED, "false": Presence.OPTIONAL})
_OPEN: tuple[Type, ...] = (ANY, MapOf(ANY), ListOf(ANY))
"""Types that rows below may say more of."""


def read_schema(
    schema: Schema, path: str, anchor: str, title: str
) -> tuple[tuple[Declaration, ...], tuple[Diagnostic, ...]]:
    """The declaration of a schema with those of its parts behind it, and the findings about it.

    anchor  distinguishes it from the others of its page
    """
    reader = _Reader(schema, path, DeclarationId(path, anchor), title[:NAME_CHARACTERS])
    return (reader.declaration(), *reader.parts), tuple(reader.diagnostics)


class _Reader:
    def __init__(self, schema: Schema, path: str, id_: DeclarationId, title: str) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.parts: list[Declaration] = []
        self._schema = schema
        self._path = path
        self._id = id_
        self._title = title
        heading = schema.section.heading
        self._place = Place(path, heading.line, heading.column, max(len(heading.source), 1))
        self._root, self._rows = read_rows(schema.parts, path, self.diagnostics)
        groups = read_groups(schema.values, path, self.diagnostics)
        self._values = assign(groups, [node for node in self._rows if not node.children])
        self._example = parse(schema.example) if schema.example else None

    def declaration(self) -> Declaration:
        root = self._root
        if not self._rows:
            return self._bare()
        self._say_unread_values()
        if root.kind == ALL_OF:
            return self._composed()
        properties = [node for node in root.children if node.name not in (ANONYMOUS, EXTRA)]
        if root.members and not properties and root.kind != NOT:
            return self._alias(self._combined(root, self._title))
        self._say_lost_members(root)
        if len(root.children) == 1 and not self._is_property(root.children[0]):
            node = root.children[0]
            return self._named(node) if node.name != EXTRA else self._alias(MapOf(self._type(node, self._title)))
        if self._example and isinstance(self._example[0], list):
            return self._alias(ListOf(self._part(f"{self._title} Item", root.children, ())))
        return self._object(root.children, ())

    def _is_property(self, node: Node) -> bool:
        """Whether the only row is a property. Else it is the schema itself, by its title or without one."""
        if node.name in (ANONYMOUS, EXTRA):
            return False
        if self._example is None or isinstance(self._example[0], dict):
            return True
        return isinstance(self._example[0], list) and any(isinstance(each, dict) for each in self._example[0])

    def _bare(self) -> Declaration:
        """A schema without rows: an enumeration with values only, or the type that its example shows."""
        members = tuple(named_members(self._values.unnamed))
        if members:
            return self._enumeration(members)
        match self._example:
            case ([*items],):
                return self._alias(ListOf(STRING if items and all(isinstance(each, str) for each in items) else ANY))
            case _:
                return self._alias(ANY)

    def _named(self, node: Node) -> Declaration:
        """The schema that its only row describes."""
        members = self._values.by_row.get(id(node), ())
        whole = self._type(node, self._title)
        if isinstance(whole, Constant) and len(members) == len(whole.values):
            return self._enumeration(
                Member("", value, member.place, member.description)
                for member, value in zip(members, whole.values, strict=True)
                if not isinstance(value, bool)
            )
        return self._alias(whole)

    def _composed(self) -> Declaration:
        bases, children = self._merged(self._root, self._title)
        if not children and len(bases) == 1:
            return self._alias(bases[0])
        others = [base for base in bases if not isinstance(base, Link)]
        if others and not children:
            return self._alias(others[0])
        return self._object(children, tuple(base for base in bases if isinstance(base, Link)))

    # --- the kinds of declarations

    def _object(self, children: Sequence[Node], bases: tuple[Type, ...]) -> Object:
        usages: tuple[Usage, ...] = ()
        if self._example and isinstance(self._example[0], dict):
            usages = (Usage(self._example[0], is_wire=True),)
        return self._as_object(self._id, self._title, self._place, self._schema.description, children, bases, usages)

    def _as_object(
        self,
        id_: DeclarationId,
        title: str,
        place: Place,
        description: str,
        children: Sequence[Node],
        bases: tuple[Type, ...],
        usages: tuple[Usage, ...] = (),
    ) -> Object:
        own = id_ == self._id
        extra = next((node for node in children if node.name == EXTRA), None)
        fields = tuple(self._fields([node for node in children if node is not extra], title))
        return Object(
            id_,
            title,
            place,
            description,
            fields,
            extra=None if extra is None else self._type(extra, f"{title} Value"),
            usages=usages,
            bases=bases,
            anchors=self._schema.anchors if own else (),
            part_of=None if own else self._id,
            named_by="" if own else f"its rows are below a row of {self._title}",
        )

    def _enumeration(self, members: Iterable[Member]) -> Enumeration:
        distinct = {member.value: member for member in members}
        return Enumeration(
            self._id,
            self._title,
            self._place,
            self._schema.description,
            tuple(distinct.values()),
            anchors=self._schema.anchors,
        )

    def _alias(self, whole: Type) -> Alias:
        anchors = self._schema.anchors
        return Alias(self._id, self._title, self._place, self._schema.description, whole, anchors=anchors)

    # --- fields and their types

    def _fields(self, nodes: Sequence[Node], title: str) -> Iterable[Field]:
        lines: dict[str, int] = {}
        for node in nodes:
            assert node.row is not None
            if node.name in (ANONYMOUS, EXTRA):
                self._say_lost(node, "a row without a name among rows that have one is left out")
            elif node.name in lines:
                message = f'"{node.name}" is a field already, in line {lines[node.name]}; it is left out with the rows below it'
                self._say(node, "repeated-field", message, "Remove one of the rows, or rename its field.")
            else:
                lines[node.name] = node.row.line
                yield self._field(node, title)

    def _field(self, node: Node, title: str) -> Field:
        whole = self._type(node, f"{title} {node.name}")
        allows_null = self._text(node, "nullable").lower() == "true"
        cell = node.cell("name")
        assert cell is not None
        description = joined(said(node.cell(role)) for role in ("title", "description"))
        return Field(
            name=node.name,
            type=whole.item if isinstance(whole, Nullable) else whole,
            presence=self._presence(node),
            place=place_of(self._path, cell),
            nullable=allows_null or isinstance(whole, Nullable),
            description=description,
            deprecated=deprecation(description),
            wire=WireName(node.name, "the docs show the names on the wire"),
            access=self._access(node),
        )

    def _type(self, node: Node, title: str) -> Type:
        """The type of a row: what its cell says, and the rows below it where the cell leaves it open."""
        cell = node.cell("type")
        assert cell is not None
        reading = read_type(cell, self._path, WIDDERSHINS)
        self.diagnostics.extend(reading.diagnostics)
        whole = reading.type
        may_be_null = isinstance(whole, Nullable)
        leaf = whole.item if isinstance(whole, Nullable) else whole
        lists = 0
        while isinstance(leaf, ListOf) and leaf not in _OPEN:
            leaf, lists = leaf.item, lists + 1
        if leaf in _OPEN and (node.children or node.members):
            found = self._combined(node, title)
            leaf = ListOf(found) if leaf == ListOf(ANY) and not isinstance(found, ListOf) else found
        elif not isinstance(leaf, Link):
            for child in (*node.children, *node.members):
                self._say_lost(child, "a row below a type that has no fields is left out")
        leaf = narrowed(leaf, (str(member.value) for member in self._values.by_row.get(id(node), ())))
        if isinstance(leaf, Nullable):
            leaf, may_be_null = (leaf.item, True) if not lists else (leaf, may_be_null)
        for _ in range(lists):
            leaf = ListOf(leaf)
        return nullable(leaf) if may_be_null else leaf

    def _combined(self, node: Node, title: str) -> Type:
        """The type that the rows below one describe."""
        if node.kind == ALL_OF:
            bases, children = self._merged(node, title)
            if not children and bases:
                return bases[0] if len(bases) == 1 else self._part(title, (), tuple(bases), node)
            return self._part(title, children, tuple(base for base in bases if isinstance(base, Link)), node)
        properties = [child for child in node.children if child.name not in (ANONYMOUS, EXTRA)]
        members = [member for member in node.members if not self._is_silent(member)]
        if members and not properties and node.kind != NOT:
            several = len(members) > 1
            return union(
                *(
                    self._type(member, f"{title} Option {number}" if several else title)
                    for number, member in enumerate(members, 1)
                )
            )
        self._say_lost_members(node)
        if not properties and len(node.children) == 1:
            only = node.children[0]
            inner = self._type(only, title)
            return MapOf(inner) if only.name == EXTRA else inner
        return self._part(title, node.children, (), node) if node.children else ANY

    def _merged(self, node: Node, title: str) -> tuple[list[Type], list[Node]]:
        """The parts that a row joins: the named types, and the rows of properties without a name."""
        bases: list[Type] = []
        children = list(node.children)
        for member in node.members:
            if member.kind == ALL_OF:
                inner, rows = self._merged(member, title)
                bases.extend(inner)
                children.extend(rows)
            elif member.children and not member.members:
                children.extend(member.children)
            elif not self._is_silent(member):
                bases.append(self._type(member, title))
        return bases, children

    def _is_silent(self, member: Node) -> bool:
        """Whether an alternative says no more than that it is an object, as those do that only ask for properties."""
        cell = member.cell("type")
        return not (member.children or member.members) and cell is not None and cell.source in ("object", "any")

    def _part(self, title: str, children: Sequence[Node], bases: tuple[Type, ...], node: Node | None = None) -> Type:
        """A declaration of its own for properties that stand in place."""
        anchor = f"{self._id.anchor}.{len(self.parts) + 1}.{title}"
        id_ = DeclarationId(self._path, anchor)
        at = len(self.parts)
        self.parts.append(Alias(id_, title, self._place, "", ANY))  # keeps the place before its own parts
        cell = node.cell("name") if node is not None else None
        place = place_of(self._path, cell) if cell is not None else self._place
        description = said(node.cell("description")) if node is not None else ""
        self.parts[at] = self._as_object(id_, title[:NAME_CHARACTERS], place, description, children, bases)
        return Ref(id_)

    # --- cells

    def _presence(self, node: Node) -> Presence:
        text = self._text(node, "required").lower()
        if "required" not in node.columns:
            return Presence.UNKNOWN
        if text not in _REQUIRED:
            message = f'"{text}" does not say whether the field is required; it is read as optional'
            self._say(node, "unknown-mark", message, "Write true or false.", "required")
        return _REQUIRED.get(text, Presence.OPTIONAL)

    def _access(self, node: Node) -> Access:
        text = self._text(node, "restrictions").lower()
        if text not in _NOTHING and text not in _ACCESS:
            message = f'"{text}" describes values in words that docmodels does not know; it is left out'
            self._say(node, "unknown-mark", message, "Say it in the description.", "restrictions")
        return _ACCESS.get(text, Access.BOTH)

    def _text(self, node: Node, role: str) -> str:
        cell = node.cell(role)
        return "" if cell is None else cell.source.strip()

    def _say_unread_values(self) -> None:
        unnamed = "no row has the name"
        unclear = "several rows have the name"
        for groups, reason in ((self._values.unnamed, unnamed), (self._values.unclear, unclear)):
            for group in groups:
                message = f'{reason} "{group.name}" of these values; the values are left out'
                help_ = "Say in the description which values there are."
                self.diagnostics.append(Diagnostic(group.members[0].place, "unread-values", message, help_))

    def _say_lost_members(self, node: Node) -> None:
        """Report the alternatives, and the values that are not allowed, that an object with fields leaves out."""
        for member in node.members:
            if node.kind == NOT:
                self._say_lost(member, "values that are not allowed are left out")
            elif not self._is_silent(member):
                self._say_lost(member, "the fields of one alternative are left out")

    def _say_lost(self, node: Node, message: str) -> None:
        self._say(node, "unread-row", message, "Say it in the description.")

    def _say(self, node: Node, code: str, message: str, help_: str, role: str = "name") -> None:
        cell = node.cell(role)
        assert cell is not None
        self.diagnostics.append(Diagnostic(place_of(self._path, cell), code, message, help_))
