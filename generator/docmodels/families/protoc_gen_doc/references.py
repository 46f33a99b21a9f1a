"""The meaning of the names of types on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from ...frozen import replace
from ...model.declarations import Json
from ...model.model import map_type
from ...model.names import folded
from ...model.types import Link, ListOf, MapOf, Ref, Type, walk
from ...notation.parser import read_type
from ...notation.protobuf import PROTOBUF, WELL_KNOWN
from ..kit import Builder
from .cells import plain_name
from .outline import Message, Shape

_ENTRY = "Entry"
_DEEPEST = 32
"""The most names around a type. It bounds the search; no protocol comes near."""


def map_entries(messages: Sequence[Message]) -> frozenset[str]:
    """The full names of messages for the entries of maps: `Room.TagsEntry` for `Room.tags`."""
    known = {message.full: message for message in reversed(messages) if message.shape is not Shape.METHODS}
    folded_names: dict[str, frozenset[str]] = {}
    entries: set[str] = set()
    for message in known.values():
        around, _, own = message.title.rpartition(".")
        outer = known.get(".".join((*message.namespace, around))) if around else None
        if outer is None or not own.endswith(_ENTRY) or _field_names(message) != ["key", "value"]:
            continue
        if outer.full not in folded_names:
            folded_names[outer.full] = frozenset(map(folded, _field_names(outer)))
        if folded(own.removesuffix(_ENTRY)) in folded_names[outer.full]:
            entries.add(message.full)
    return frozenset(entries)


class References:
    """The messages of a page by full name, for the links to them.

    alone  the full names of entries that types name outside of a map, so far
    """

    def __init__(self, messages: Sequence[Message], entries: frozenset[str], builder: Builder) -> None:
        """The references of a page.

        entries  see `map_entries`
        """
        self._path = builder.path
        self._entries = entries
        types = {message.full: message for message in reversed(messages) if message.shape is not Shape.METHODS}
        self._ids = {full: builder.id(message) for full, message in types.items()}
        self._messages = {identity: types[full] for full, identity in self._ids.items()}
        self.alone: set[str] = set()

    def zero(self, ref: Ref) -> Json:
        """The name of the default value of an enumeration; None for any other type."""
        message = self._messages.get(ref.id)
        if message is None or message.shape is not Shape.VALUES:
            return None
        for row in message.shaped[0].rows:
            number = row.get("number")
            if number is None or number.text.strip() == "0":
                return plain_name(row["name"])
        return None

    def resolved(self, type_: Type, message: Message) -> Type:
        """A type of a message, with the declarations of the page in place of links."""
        return map_type(type_, lambda leaf: self._target(leaf, message) if isinstance(leaf, Link) else leaf)

    def as_map(self, type_: Type) -> Type | None:
        """The map for a list of its entries; None for any other type."""
        if not isinstance(type_, ListOf) or not isinstance(type_.item, Ref):
            return None
        entry = self._messages.get(type_.item.id)
        if entry is None or entry.full not in self._entries:
            return None
        row = [*entry.shaped[0].rows][1]
        return MapOf(self.resolved(read_type(row["type"], self._path, PROTOBUF).type, entry))

    def noted(self, type_: Type) -> Type:
        """The type itself. The entries of maps in it are messages like others: they are added to `alone`."""
        for part in walk(type_):
            message = self._messages.get(part.id) if isinstance(part, Ref) else None
            if message is not None and message.full in self._entries:
                self.alone.add(message.full)
        return type_

    def _target(self, link: Link, message: Message) -> Type:
        """The declaration, or the well-known type, behind a link.

        Its anchor has the full name. Without an anchor, the text of the link is a name as in a .proto file: of the
        message around it, of those further out, of the package.
        """
        _, _, fragment = unquote(link.href).partition("#")
        named = fragment.replace("-", ".").removeprefix("user.content.")
        for full in (named, *_candidates(message, link.label)):
            if full in WELL_KNOWN:
                return WELL_KNOWN[full]
            if full in self._ids:
                return Ref(self._ids[full])
        return replace(link, is_whole="." in named)


def _candidates(message: Message, label: str) -> Iterator[str]:
    """The full names for a label in a message, the innermost first."""
    around = message.full.split(".")
    for count in range(len(around), max(0, len(around) - _DEEPEST), -1):
        yield ".".join((*around[:count], label))
    yield label


def _field_names(message: Message) -> list[str]:
    return [plain_name(row["name"]) for table in message.of_shape(Shape.FIELDS) for row in table.rows]
