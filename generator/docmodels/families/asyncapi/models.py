"""The declarations of a page's messages."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from ...diagnostics import Place
from ...diagnostics.census import Verdict
from ...frozen import replace
from ...markdown import Inline, Page, Prose
from ...model.declarations import Field, Presence
from ...model.types import ANY, Constant, ListOf, MapOf, Nullable, Ref, Type, UnionOf, nullable
from ...notation.openapi import OPENAPI
from ...tables.texts import description_text, joined, text_of
from ..family import Reading, Sighting
from ..kit import IN_PLACE, Builder, Draft, RowDraft, wire_name
from .cells import access, read_constraints, read_format, read_notes, read_values
from .outline import Message, Node, messages, others

_ITEMS = MappingProxyType({"oneOf item": "oneOf", "anyOf item": "anyOf", "allOf item": "allOf"})
_MORE = frozenset({"additional properties", "pattern property"})
_IGNORED = frozenset({"single item", "index", "additional items"})  # the type of the list has it
_UNREAD = frozenset({"not", "property names", "contains", "if", "then", "else", "dependant schemas"})
_DEEPEST = 20
"""The most lists around a type. A type in more lists is Any."""


def read_page(page: Page, packages: str) -> Reading:
    """The messages of a page."""
    schemas = page.once(messages)
    drafts = {id(schema): Draft(schema.section.heading, schema.title, schema.section.anchors) for schema in schemas}
    builder = Builder(page.path, drafts.values(), packages)
    for schema in schemas:
        _Reader(builder).message(schema, drafts[id(schema)])
    left = (
        Sighting(
            Place(page.path, table.line), "no model", "no message shows it", verdict=Verdict.NONE, names_fields=False
        )
        for table in others(page)
    )
    return replace(builder.reading(), tables=tuple(left))


class _Reader:
    """Reads the tree of a message."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder

    def message(self, message: Message, draft: Draft) -> None:
        """Declare a payload or headers: an object, or an alias."""
        root = message.root
        self._unread(root)
        description = joined((description_text(root.cell("description")), *self._texts(message)))
        type_text = root.cell("type").text.strip()
        choices = [inner for inner in root.below.values() if _is_choice(inner)]
        if choices and len(choices) == len(root.below):
            self._builder.alias(draft, description, self._choices(choices, root, draft))
        elif not root.below and type_text not in ("", "object"):
            self._builder.alias(draft, description, self._type(root, draft))
        elif type_text.startswith("array<"):
            item = Draft(draft.heading, "Item", owner=draft, named_by=IN_PLACE)
            self._object(root, item, "")
            self._builder.alias(draft, description, ListOf(Ref(self._builder.id(item))))
        else:
            self._object(root, draft, description)

    def _texts(self, message: Message) -> Iterable[str]:
        blocks = (block for block in message.section.blocks if isinstance(block, Prose))
        return (text_of(block) for block in blocks if not block.source.startswith(">"))

    def _object(self, node: Node, draft: Draft, description: str) -> None:
        fields: dict[str, Field] = {}
        extra: Type | None = None
        for row in node.below.values():
            if row.note in _MORE:
                extra = self._type(row, draft)
            elif _ITEMS.get(row.note) == "allOf":
                fields.update((name, self._field(inner, draft)) for name, inner in row.below.items() if not inner.note)
            elif row.note or _is_extension(row) or row.name in fields:
                continue
            elif self._builder.is_named(row.cell("name"), row.name):
                fields[row.name] = self._field(row, draft)
        self._builder.object(draft, description, fields.values(), extra=extra)

    def _field(self, node: Node, owner: Draft) -> Field:
        self._unread(node)
        cell = node.cell("name")
        values = read_values(node.cell("value"))
        notes = read_notes(node.cell("notes"))
        place = node.cell("value")
        return self._builder.field(
            node.name,
            RowDraft(
                cell,
                self._type(node, owner),
                Presence.REQUIRED if "required" in notes else Presence.OPTIONAL,
                description=description_text(node.cell("description")),
                deprecated="" if "deprecated" in notes else None,
                examples=tuple(self._builder.raw_value(text, place) for text in values.examples),
                wire=wire_name(node.name),
                default=self._builder.raw_value(values.default, place) if values.default else None,
                constraints=read_constraints(node.cell("constraints"), node.cell("type").text),
                access=access(notes),
            ),
        )

    def _type(self, node: Node, owner: Draft) -> Type:
        values = read_values(node.cell("value"))
        if values.only:
            constant = Constant(values.only)
            type_text = node.cell("type").text
            kind: Type = ListOf(constant) if type_text.startswith("array<") else constant
            return nullable(kind) if values.has_null or "null" in type_text.split(" | ") else kind
        if choices := [inner for inner in node.below.values() if _is_choice(inner)]:
            return self._choices(choices, node, owner)
        return self._of(node.cell("type").text.strip(), node, owner, 0)

    def _choices(self, nodes: Iterable[Node], around: Node, owner: Draft) -> Type:
        kinds = tuple(dict.fromkeys(self._choice(node, around, owner) for node in nodes))
        return ANY if ANY in kinds else kinds[0] if len(kinds) == 1 else UnionOf(kinds)

    def _choice(self, node: Node, around: Node, owner: Draft) -> Type:
        name = f"{around.name} {node.name}" if around.name else f"Option {node.name}"
        return self._type(_renamed(node, name), owner)

    def _of(self, text: str, node: Node, owner: Draft, depth: int) -> Type:
        """The type in a text: `array<object>`, `string | null`."""
        parts = text.split(" | ") if not text.startswith("array<") else [text]
        kinds = [self._single(part.strip(), node, owner, depth) for part in parts if part.strip() != "null"]
        kind = ANY if not kinds or ANY in kinds else kinds[0] if len(kinds) == 1 else UnionOf(tuple(kinds))
        if isinstance(kind, Nullable) or kind == ANY:
            return kind
        return nullable(kind) if "null" in parts else kind

    def _single(self, text: str, node: Node, owner: Draft, depth: int) -> Type:
        if text.startswith("array<") and text.endswith(">") and depth < _DEEPEST:
            return ListOf(self._of(text[len("array<") : -1], node, owner, depth + 1))
        if text.split(" ", 1)[0] in ("object", "allOf"):
            return self._part(node, owner)
        if text.startswith("tuple<"):
            return ListOf(ANY)
        form = read_format(node.cell("constraints"))
        if text not in ("string", "integer", "number", "boolean"):
            return ANY
        cell = replace(node.cell("type"), source=f"{text}({form})" if form and not depth else text)
        return self._builder.type(cell, OPENAPI)

    def _part(self, node: Node, owner: Draft) -> Type:
        """The type of a node of an object: a nested object, or a map."""
        inner = [row for row in node.below.values() if row.note not in _IGNORED and not _is_extension(row)]
        more = [row for row in inner if row.note in _MORE]
        if len(more) == len(inner):
            return MapOf(self._type(more[0], owner)) if more else MapOf(ANY)
        part = Draft(node.cell("name"), node.name, owner=owner, named_by=IN_PLACE)
        identity = self._builder.id(part)
        self._object(node, part, description_text(node.cell("description")))
        return Ref(identity)

    def _unread(self, node: Node) -> None:
        for row in node.below.values():
            if row.note in _UNREAD:
                message = f'a model cannot express "{row.note}"; the row is left out'
                self._builder.report(row.cell("name"), "unread-row", message, "Describe the rule, if it matters.")


def _renamed(node: Node, name: str) -> Node:
    """The node with another name."""
    return Node(name, node.row, "", node.below)


def _is_choice(node: Node) -> bool:
    """Whether a row is an alternative of `oneOf` or `anyOf`."""
    return _ITEMS.get(node.note) in ("oneOf", "anyOf")


def _is_extension(node: Node) -> bool:
    """Whether a row is an extension and no property: `x-pii` without a type."""
    cell: Inline = node.cell("type")
    return node.name.startswith("x-") and not cell.source
