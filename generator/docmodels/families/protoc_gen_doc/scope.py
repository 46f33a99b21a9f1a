"""What the names of types mean on a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from urllib.parse import unquote

from ...model.declarations import Json
from ...model.model import map_type
from ...model.names import folded
from ...model.types import DeclarationId, Link, ListOf, MapOf, Ref, Type
from ...notation.parser import read_type
from ...notation.protobuf import PROTOBUF, WELL_KNOWN
from ...tables.named import shown_name
from .outline import Part, Shape

_ENTRY = "Entry"
_DEEPEST = 32
"""How many names around its own a type may have. No protocol comes near; it bounds the search."""


class Scope:
    """The parts of one page, by their full names.

    ids  the identities of those that can be types
    """

    def __init__(self, path: str, found: Sequence[Part]) -> None:
        self.path = path
        self._parts = {part.full: part for part in reversed(found) if part.shape is not Shape.METHODS}
        self.ids: Mapping[str, DeclarationId] = MappingProxyType(
            {full: DeclarationId(path, full) for full in self._parts}
        )
        self._names: dict[str, frozenset[str]] = {}
        self._entries = {full for full, part in self._parts.items() if self._is_entry(part)}

    def identity(self, part: Part) -> DeclarationId:
        """What names the part in the tree. Of two with one full name, the second is named by its line too."""
        is_first = self._parts[part.full].heading is part.heading
        return DeclarationId(self.path, part.full if is_first else f"{part.full}-{part.heading.line}")

    def is_entry(self, part: Part) -> bool:
        """Whether a message is but what an entry of a map looks like on the wire: `Room.TagsEntry` for `Room.tags`."""
        return part.full in self._entries

    def zero(self, whole: Type) -> Json:
        """The name of the value that an enumeration has where it is left out; None for any other type."""
        part = self._parts.get(whole.id.anchor) if isinstance(whole, Ref) else None
        if part is None or part.shape is not Shape.VALUES:
            return None
        shown = part.tables[0]
        at = shown.roles.get("number")
        for row in shown.table.rows:
            if at is None or row.cells[at].text.strip() == "0":
                return shown_name(row.cells[shown.roles["name"]])
        return None

    def resolved(self, whole: Type, part: Part) -> Type:
        """The type as it is in a part, with what the page declares in place of the links to it."""
        return map_type(whole, lambda leaf: self._target(leaf, part) if isinstance(leaf, Link) else leaf)

    def as_map(self, whole: Type) -> Type | None:
        """The map that a list of its entries stands for; None for any other type."""
        if not isinstance(whole, ListOf) or not isinstance(whole.item, Ref):
            return None
        entry = self._parts.get(whole.item.id.anchor)
        if entry is None or not self.is_entry(entry):
            return None
        shown = entry.tables[0]
        cell = shown.table.rows[1].cells[shown.roles["type"]]
        return MapOf(self.resolved(read_type(cell, self.path, PROTOBUF).type, entry))

    def _target(self, link: Link, part: Part) -> Type:
        """The declaration, or the well-known type, that a link means.

        Its anchor has the full name. Where a template leaves that out, the text of the link is looked up as a .proto
        file would: in the message that it stands in, in those around that, in the package.
        """
        _, _, fragment = unquote(link.href).partition("#")
        named = fragment.replace("-", ".").removeprefix("user.content.")
        for full in (named, *_candidates(part, link.label)):
            if full in WELL_KNOWN:
                return WELL_KNOWN[full]
            if full in self.ids:
                return Ref(self.ids[full])
        return replace(link, is_whole="." in named)

    def _is_entry(self, part: Part) -> bool:
        if part.shape is not Shape.FIELDS or not part.name.endswith(_ENTRY):
            return False
        *around, own = part.name.split(".")
        outer = self._parts.get(".".join((*part.namespace, *around))) if around else None
        if outer is None or _field_names(part) != ["key", "value"]:
            return False
        return folded(own.removesuffix(_ENTRY)) in self._folded_names(outer)

    def _folded_names(self, part: Part) -> frozenset[str]:
        if part.full not in self._names:
            self._names[part.full] = frozenset(map(folded, _field_names(part)))
        return self._names[part.full]


def _candidates(part: Part, label: str) -> Iterator[str]:
    """The full names that a label may stand for in a part, the innermost first."""
    around = part.full.split(".")
    for count in range(len(around), max(0, len(around) - _DEEPEST), -1):
        yield ".".join((*around[:count], label))
    yield label


def _field_names(part: Part) -> list[str]:
    return [
        shown_name(row.cells[shown.roles["name"]]) for shown in part.shown(Shape.FIELDS) for row in shown.table.rows
    ]
