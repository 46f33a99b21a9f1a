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
_IGNORED = frozenset({"single item", "index", "additional items"})  # the type of the list tells
_UNREAD = frozenset({"not", "property names", "contains", "if", "then", "else", "dependant schemas"})
_DEEPEST = 20
"""How many lists a type may stand in; the type of what stands in more is any value."""


def read_page(page: Page, packages: str) -> Reading:
    """The messages of a page."""
    found = page.once(messages)
    drafts = {id(each): Draft(each.section.heading, each.title, each.section.anchors) for each in found}
    builder = Builder(page.path, drafts.values(), packages)
    for each in found:
        _Reader(builder).message(each, drafts[id(each)])
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
        """Declare a payload or headers: an object, or another name for the type of the whole."""
        root = message.root
        self._unread(root)
        description = joined((description_text(root.cell("description")), *self._texts(message)))
        shown = root.cell("type").text.strip()
        choices = [each for each in root.below.values() if _is_choice(each)]
        if choices and len(choices) == len(root.below):
            self._builder.alias(draft, description, self._choices(choices, root, draft))
        elif not root.below and shown not in ("", "object"):
            self._builder.alias(draft, description, self._type(root, draft))
        elif shown.startswith("array<"):
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
        for each in node.below.values():
            if each.note in _MORE:
                extra = self._type(each, draft)
            elif _ITEMS.get(each.note) == "allOf":
                fields.update((name, self._field(inner, draft)) for name, inner in each.below.items() if not inner.note)
            elif each.note or _is_extension(each) or each.name in fields:
                continue
            elif self._builder.is_named(each.cell("name"), each.name):
                fields[each.name] = self._field(each, draft)
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
            shown = node.cell("type").text
            kind: Type = ListOf(constant) if shown.startswith("array<") else constant
            return nullable(kind) if values.has_null or "null" in shown.split(" | ") else kind
        if choices := [each for each in node.below.values() if _is_choice(each)]:
            return self._choices(choices, node, owner)
        return self._of(node.cell("type").text.strip(), node, owner, 0)

    def _choices(self, nodes: Iterable[Node], around: Node, owner: Draft) -> Type:
        kinds = tuple(dict.fromkeys(self._choice(each, around, owner) for each in nodes))
        return ANY if ANY in kinds else kinds[0] if len(kinds) == 1 else UnionOf(kinds)

    def _choice(self, node: Node, around: Node, owner: Draft) -> Type:
        name = f"{around.name} {node.name}" if around.name else f"Option {node.name}"
        return self._type(_renamed(node, name), owner)

    def _of(self, text: str, node: Node, owner: Draft, depth: int) -> Type:
        """The type that a text shows: `array<object>`, `string | null`."""
        parts = text.split(" | ") if not text.startswith("array<") else [text]
        kinds = [self._single(part.strip(), node, owner, depth) for part in parts if part.strip() != "null"]
        whole = ANY if not kinds or ANY in kinds else kinds[0] if len(kinds) == 1 else UnionOf(tuple(kinds))
        if isinstance(whole, Nullable) or whole == ANY:
            return whole
        return nullable(whole) if "null" in parts else whole

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
        """The object that a node describes: a part of the one around it, or a map."""
        inner = [each for each in node.below.values() if each.note not in _IGNORED and not _is_extension(each)]
        more = [each for each in inner if each.note in _MORE]
        if len(more) == len(inner):
            return MapOf(self._type(more[0], owner)) if more else MapOf(ANY)
        part = Draft(node.cell("name"), node.name, owner=owner, named_by=IN_PLACE)
        identity = self._builder.id(part)
        self._object(node, part, description_text(node.cell("description")))
        return Ref(identity)

    def _unread(self, node: Node) -> None:
        for each in node.below.values():
            if each.note in _UNREAD:
                message = f'a model cannot express "{each.note}"; the row is left out'
                self._builder.report(each.cell("name"), "unread-row", message, "Describe the rule, if it matters.")


def _renamed(node: Node, name: str) -> Node:
    """The node with another name."""
    return Node(name, node.row, "", node.below)


def _is_choice(node: Node) -> bool:
    """Whether a row is one of several alternatives."""
    return _ITEMS.get(node.note) in ("oneOf", "anyOf")


def _is_extension(node: Node) -> bool:
    """Whether a row shows an extension of a property, which is no property itself: `x-pii` without a type."""
    cell: Inline = node.cell("type")
    return node.name.startswith("x-") and not cell.source
