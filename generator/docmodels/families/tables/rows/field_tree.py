"""The fields of an object as a tree, by their paths."""

from __future__ import annotations

from collections.abc import Sequence, Set

from ....diagnostics import Diagnostic
from ....frozen import replace
from ....limits import NAME_CHARACTERS
from ....model.declarations import Field, Presence
from ....model.types import ANY, MapOf
from ....tables.names import is_indexed
from ....tables.rows import place_of
from ...kit import wire_name
from ...kit.faults import contradicting_item, long_name, repeated_field, separate_item
from .merging import FieldSource, described, merged
from .named_rows import NamedRow
from .nesting import DEEPEST, Node, listed_type
from .row_fields import RowFields


class FieldTree:
    """The fields of one object.

    top  the outermost fields
    """

    def __init__(self, path: str, row_fields: RowFields, led: Set[int], diagnostics: list[Diagnostic]) -> None:
        """A tree without fields.

        path         the path of the page
        led          the lines of tables below sentences of their own
        diagnostics  gets the findings
        """
        self.top: dict[str, Node] = {}
        self._path = path
        self._row_fields = row_fields
        self._led = led
        self._diagnostics = diagnostics
        self._lines: dict[tuple[str, ...], int] = {}
        self._drawn: set[tuple[str, ...]] = set()  # the paths of fields in items of lists
        self._rows: dict[tuple[str, ...], NamedRow] = {}  # path -> row, for fields in tables

    def add(
        self, row: NamedRow, parts: Sequence[tuple[str, int]], level: dict[str, Node], path: tuple[str, ...]
    ) -> Node | None:
        """Add the field of a row, inside of those in its path. The result is its node; None for too long a name.

        parts  the keys of its path, each with the number of lists around its value
        level  the fields on the level of the first key
        path   the keys above
        """
        *outer, (key, lists) = parts[:DEEPEST]
        for name, around in outer:
            path = (*path, name)
            if name not in level:
                place = place_of(self._path, row.cell)
                level[name] = Node(Field(name, MapOf(ANY), Presence.UNKNOWN, place, wire=wire_name(name)))
                self._lines.setdefault(path, row.row.line)
            level[name].lists = max(level[name].lists, around)
            level = level[name].below
        path = (*path, key)
        if len(key) > NAME_CHARACTERS:
            self._diagnostics.append(long_name(self._path, row.cell))
            return None
        if key in level:
            node = level[key]
            is_again = row.row.depth is not None and path not in self._drawn
            is_merged = is_again and self._merge(row, path, node)
            if not is_merged and not (lists and self.add_item(row, node, lists)):
                self.report_repeated(row, path)
            return node
        self._lines[path] = row.row.line
        if row.row.depth is not None:
            self._drawn.add(path)
        else:
            self._rows[path] = row
        field = self._row_fields.field(row, key)
        level[key] = Node(field, lists)
        if lists and is_indexed(row.name.text):
            level[key].field = replace(field, type=listed_type(ANY, lists), description="")
            level[key].take(listed_type(field.type, lists), field.description, index=row.name.text)
        return level[key]

    def add_map(self, row: NamedRow, name: str) -> None:
        """Add a row for the values of a map: `labels.*` for the map `labels`."""
        values = self._row_fields.field(row, row.name.text)
        if name not in self.top:
            self.top[name] = Node(replace(values, name=name, type=MapOf(values.type), wire=wire_name(name)))
            self._lines[name,] = row.row.line
        elif not self.top[name].take(MapOf(values.type), values.description):
            self.report_repeated(row, (name,))

    def add_item(self, row: NamedRow, holder: Node, lists: int) -> bool:
        """Add a row for the items of a field, or for one item. The result is whether it fits the row of the field."""
        item = self._row_fields.field(row, holder.field.name)
        index = row.name.text if is_indexed(row.name.text) else ""
        return holder.take(listed_type(item.type, lists), item.description, index=index)

    def report_repeated(self, row: NamedRow, path: tuple[str, ...]) -> None:
        """Report a row that contradicts an earlier row of its field."""
        self._diagnostics.append(repeated_field(self._path, row.cell, path[-1], self._lines[path]))

    def _merge(self, item: NamedRow, path: tuple[str, ...], node: Node) -> bool:
        """Merge an item into the field of a row; findings for contradictions. The result is whether their types fit."""
        field = self._row_fields.field(item, path[-1])
        pair = (
            FieldSource(node.field, self._row_presence(path)),
            FieldSource(field, self._row_fields.own_presence(item)),
        )
        if item.table.line in self._led:
            if (text := described(*pair)) is None:
                return False
            node.field, tells_more = text
            self._diagnostics.extend([separate_item(self._path, item.cell, self._lines[path])] if tells_more else [])
            return True
        both = merged(*pair)
        if both is None:
            return False
        node.field, contradictions = both
        self._diagnostics.extend(
            contradicting_item(self._path, item.cell, contradiction, self._lines[path])
            for contradiction in contradictions
        )
        return True

    def _row_presence(self, path: tuple[str, ...]) -> Presence:
        """The presence of a field by nothing but its row in a table."""
        return self._row_fields.own_presence(self._rows[path]) if path in self._rows else Presence.UNKNOWN
