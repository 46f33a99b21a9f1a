"""The fields of an object, nested rows among them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from types import MappingProxyType

from ...diagnostics import Diagnostic
from ...frozen import frozen, replace
from ...limits import NAME_CHARACTERS
from ...markdown import Table
from ...model.declarations import Field, Object, Presence
from ...model.types import ANY, MapOf
from ...tables.keys import keys, ranged
from ...tables.lexicon import Role, Words, any_language
from ...tables.names import is_indexed, is_wildcard
from ...tables.rows import check_row, place_of, with_joined_type, with_own_types
from ...tables.values import is_blank
from ..kit import wire_name
from ..kit.faults import (
    contradicting_item,
    fields_in_scalar,
    long_name,
    missing_name,
    repeated_field,
    separate_item,
)
from .headings import presence_in
from .json_keys import DottedKeys
from .named_rows import NamedRow, captions, named_rows
from .nesting import (
    DEEPEST,
    Node,
    found_field,
    is_path,
    is_scalar,
    listed_type,
    objects,
    repeated,
    scalars_with_fields,
    shared_keys,
)
from .object_notes import ObjectNotes
from .roles import heading_words
from .row_fields import RowFields, Settled
from .star_legend import Star
from .told_twice import Told, described, merged

_PATTERN = "pattern"  # the end of the heading of a column of patterns: what their fields have is a map
_MOST_FROM_RANGES = 200  # fields of a model: few characters stand for many of them
_TELLING = (Role.NAME, Role.TYPE, Role.REQUIRED, Role.OPTIONAL, Role.NULLABLE)


def _no_keys() -> DottedKeys:
    return DottedKeys(frozenset(), frozenset())


_Stack = list[tuple[int, Node, tuple[str, ...]]]
"""The fields around a row, the innermost last: (indent, node, path)."""


class FieldReader:
    """Reads the tables of one object."""

    def __init__(
        self,
        path: str,
        words: Words,
        settled: Settled,
        *,
        star: Callable[[], Star],
        flat: bool,
        parts: Mapping[str, str] = MappingProxyType({}),
        led: Set[int] = frozenset(),
        dotted: Callable[[], DottedKeys] = _no_keys,
    ) -> None:
        """The reader for one object.

        star   tells what a star at a name means
        flat     whether `a[b]` is a name
        parts    name of a field -> anchor of the model that shows its fields
        led      the lines of tables below sentences of their own
        dotted   tells what the JSON of the page shows about names with dots
        """
        self.diagnostics: list[Diagnostic] = []
        self._path = path
        self._words = words
        self._row_fields = RowFields(path, words, settled, star, parts, self.diagnostics.append)
        self._flat = flat
        self._led = led
        self._dotted = dotted
        self._spare = _MOST_FROM_RANGES
        self._lines: dict[tuple[str, ...], int] = {}
        self._drawn: set[tuple[str, ...]] = set()  # the paths of fields that items show
        self._rows: dict[tuple[str, ...], NamedRow] = {}  # of fields in tables, by their paths
        self._notes = ObjectNotes(path)

    def read(
        self, tables: Sequence[tuple[Table, Mapping[Role, int], Presence | None, tuple[str, ...]]], root: Object
    ) -> tuple[Object, ...]:
        """The object with its fields, and an object for each field that has others nested in it, outermost first.

        tables  (table, columns, presence announced by the heading, path of the parent field)
        """
        top: dict[str, Node] = {}
        for table, roles, announced, inside in tables:
            parent = (found_field(top, inside) or found_field(top, inside[-1:])) if inside else None
            if parent is not None:
                self._table(table, roles, announced, parent[0].below, parent[1])
            else:
                self._table(table, roles, announced, top)
        self.diagnostics.extend(map(fields_in_scalar, scalars_with_fields(top)))
        return tuple(objects(self._notes.with_notes(root), top))

    def _table(
        self,
        table: Table,
        roles: Mapping[Role, int],
        announced: Presence | None,
        top: dict[str, Node],
        above: tuple[str, ...] = (),
    ) -> None:
        stack: _Stack = []
        are_patterns = heading_words(table.header[roles[Role.NAME]]).endswith(_PATTERN)
        rows = named_rows(table, roles, self._words)
        self._row_fields.begin(table, rows, announced)
        silent = self._row_fields.silent
        names = [row.name for row in rows]
        paths = TablePaths(frozenset(name.text for name in names), shared_keys(names, table))
        typed = roles[Role.TYPE] if roles.get(Role.TYPE, 0) > roles[Role.NAME] else None
        needed = 1 + max(index for role, index in roles.items() if role in _TELLING)
        for row, is_caption in zip(rows, captions(rows), strict=True):
            row = replace(row, row=with_joined_type(row.row, typed, self._words))
            if are_patterns:
                self._notes.add_pattern(self._row_fields.field(row, row.name.text))
            elif _says_nothing(row):
                self._notes.add_description(row)  # the table has no fields
            elif is_caption:
                self._row_fields.silent = presence_in(row.cell.text, self._words) or silent
            else:
                self.diagnostics.extend(check_row(row.row, len(table.header), self._path, needed))
                if not self._beside_fields(row, stack, is_nested=bool(above)):
                    self._fields(row, stack, top, above, paths, typed)

    def _beside_fields(self, row: NamedRow, stack: _Stack, *, is_nested: bool) -> bool:
        """Read a row that has no name of a field; whether it is one."""
        if row.is_about:
            self._notes.add_description(row)
            return True
        if not row.name.text and row.name.indent and self._is_taken_unnamed(row, stack):
            return True
        if not row.name.text.strip("-–—") and row.name.text:
            self.diagnostics.append(missing_name(self._path, row.cell))
            return True
        if row.name.text.strip(".…"):
            return False
        if row.row.depth or is_nested or not self._notes.add_further(row):
            self.diagnostics.append(missing_name(self._path, row.cell))
        return True

    def _fields(
        self,
        row: NamedRow,
        stack: _Stack,
        top: dict[str, Node],
        above: tuple[str, ...],
        paths: TablePaths,
        typed: int | None,
    ) -> None:
        """Read the fields of a row: one, or several of a range or a list of names.

        top    the fields of the object, or of the field that the table describes
        above  the path of the latter
        paths  the names of the table that are paths
        typed  the index of the column of types, behind that of names
        """
        indent = row.name.indent + (row.row.depth or 0)
        while stack and stack[-1][0] >= indent:
            stack.pop()
        outer, path = (stack[-1][1], stack[-1][2]) if stack and len(stack) < DEEPEST else (None, above)
        if outer is None and not above and is_wildcard(row.name.text):
            self._wildcard(row, top)
            return
        level = outer.below if outer is not None else top
        texts = (*self._ranged(row.name.text), *row.name.others)
        for text, own in zip(texts, with_own_types(row.row, typed, len(texts), self._words), strict=True):
            named = replace(row, row=own)
            parts: Sequence[tuple[str, int]] = keys(text)
            if outer is not None and len(parts) == 1 and parts[0][1] and parts[0][0] == path[-1]:
                if not self._is_taken_item(named, outer, parts[0][1]):
                    self.diagnostics.append(repeated_field(self._path, row.cell, path[-1], self._lines[path]))
                continue
            if outer is not None and (again := repeated(parts, path, outer)):
                outer.lists = max(outer.lists, parts[again - 1][1])
                parts = parts[again:]
                text = ".".join(key for key, _ in parts)
            parts = self._split(text, parts, level, paths, is_drawn=row.row.depth is not None)
            node = self._node(named, parts, level, path)
            if node is not None:
                stack.append((indent, node, (*path, *(key for key, _ in parts))))

    def _split(
        self,
        text: str,
        parts: Sequence[tuple[str, int]],
        level: Mapping[str, Node],
        paths: TablePaths,
        *,
        is_drawn: bool,
    ) -> Sequence[tuple[str, int]]:
        """The keys of a name: several for a path; one for a name with dots or brackets of its own."""
        if len(parts) == 1:
            return parts
        dotted, first = self._dotted(), parts[0][0]
        is_flat = self._flat or text in dotted.whole or (is_drawn and _holds_nothing(level.get(first)))
        is_inside = first in level or first in dotted.holders or is_path(text, parts, paths.names, paths.shared)
        return ((text, 0),) if is_flat or not is_inside else parts

    def _is_taken_unnamed(self, row: NamedRow, stack: _Stack) -> bool:
        """Whether a row with marks of nesting alone for a name goes with a list around it, as its items."""
        outer = next((node for indent, node, _ in reversed(stack) if indent < row.name.indent), None)
        return outer is not None and self._is_taken_item(row, outer, 1)

    def _wildcard(self, row: NamedRow, top: dict[str, Node]) -> None:
        """Read a row for all keys that begin alike, `x-*`, or for the values of a map, `labels.*`."""
        kind = row.at(Role.TYPE)
        if row.name.text == "*" and not (kind is not None and kind.source):
            return  # a legend: `*` marks what is required
        values = self._row_fields.field(row, row.name.text)
        holder = row.name.text.removesuffix(".*")
        if holder == row.name.text:
            self._notes.add_pattern(values)
        elif holder not in top:
            top[holder] = Node(replace(values, name=holder, type=MapOf(values.type), wire=wire_name(holder)))
            self._lines[holder,] = row.row.line
        elif not top[holder].take(MapOf(values.type), values.description):
            self.diagnostics.append(repeated_field(self._path, row.cell, holder, self._lines[holder,]))

    def _ranged(self, text: str) -> tuple[str, ...]:
        """The names of a range; the name itself, if the model has too many from ranges already."""
        names = ranged(text)
        if len(names) > self._spare:
            return (text,)
        self._spare -= len(names) - 1
        return names

    def _node(
        self, row: NamedRow, parts: Sequence[tuple[str, int]], level: dict[str, Node], path: tuple[str, ...]
    ) -> Node | None:
        """The field of a row, with the fields around it; None for one with too long a name.

        parts  the keys that lead to it, each with the number of lists around its value
        level  the fields beside the first of them
        path   the keys above these
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
            self.diagnostics.append(long_name(self._path, row.cell))
            return None
        if key in level:
            node = level[key]
            is_again = row.row.depth is not None and path not in self._drawn
            is_merged = is_again and self._merge(row, path, node)
            if not is_merged and not (lists and self._is_taken_item(row, node, lists)):
                self.diagnostics.append(repeated_field(self._path, row.cell, key, self._lines[path]))
            return node
        self._lines[path] = row.row.line
        if row.row.depth is not None:
            self._drawn.add(path)
        else:
            self._rows[path] = row
        field = self._row_fields.field(row, key)
        level[key] = Node(field, lists)
        if lists and is_indexed(row.name.text):
            level[key].shown = replace(field, type=listed_type(ANY, lists), description="")
            level[key].take(listed_type(field.type, lists), field.description, index=row.name.text)
        return level[key]

    def _merge(self, item: NamedRow, path: tuple[str, ...], node: Node) -> bool:
        """Merge an item into a field that has a row in a table; whether its type goes with that of the row.

        A contradiction becomes a finding.
        """
        field = self._row_fields.field(item, path[-1])
        pair = Told(node.shown, self._row_presence(path)), Told(field, self._row_fields.own_presence(item))
        if item.table.line in self._led:
            if (text := described(*pair)) is None:
                return False
            node.shown, tells_more = text
            self.diagnostics.extend([separate_item(self._path, item.cell, self._lines[path])] if tells_more else [])
            return True
        both = merged(*pair)
        if both is None:
            return False
        node.shown, contradictions = both
        self.diagnostics.extend(
            contradicting_item(self._path, item.cell, contradiction, self._lines[path])
            for contradiction in contradictions
        )
        return True

    def _row_presence(self, path: tuple[str, ...]) -> Presence:
        """The presence of a field by its row in a table alone."""
        return self._row_fields.own_presence(self._rows[path]) if path in self._rows else Presence.UNKNOWN

    def _is_taken_item(self, row: NamedRow, holder: Node, lists: int) -> bool:
        """Add a row for the items of a field, or for one of them; whether it goes with the field's own."""
        item = self._row_fields.field(row, holder.shown.name)
        index = row.name.text if is_indexed(row.name.text) else ""
        return holder.take(listed_type(item.type, lists), item.description, index=index)


@frozen()
class TablePaths:
    """The names of a table, and the first keys of its paths."""

    names: frozenset[str]
    shared: frozenset[str]


def _says_nothing(row: NamedRow) -> bool:
    """Whether a row is the only one of its table, and says that there are no fields: `none`, `None | None | No body`."""
    nothing = any_language().nothing | {"none", "null"}
    told = row.at(Role.DESCRIPTION)
    others = (cell for cell in row.row.cells if cell is not row.cell and cell is not told)
    is_alone = len(row.table.rows) == 1 and all(
        is_blank(cell) or cell.text.strip(" *_`").casefold() in nothing for cell in others
    )
    return is_alone and row.name.text.casefold() in nothing


def _holds_nothing(node: Node | None) -> bool:
    """Whether a field can have no fields."""
    return node is not None and is_scalar(node.shown.type)
