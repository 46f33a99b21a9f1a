"""The fields of an object, nested rows among them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from types import MappingProxyType

from ....diagnostics import Diagnostic
from ....frozen import frozen, replace
from ....markdown import Row, Table
from ....model.declarations import Object, Presence
from ....tables.keys import keys, ranged
from ....tables.lexicon import Role, Words, any_language
from ....tables.names import is_wildcard
from ....tables.rows import check_row, with_joined_type, with_own_types
from ....tables.values import is_blank
from ...kit.faults import fields_in_scalar, missing_name
from ..columns.column_headings import heading_words
from ..headings.headings import presence_in
from .field_tree import FieldTree
from .json_keys import DottedKeys
from .named_rows import NamedRow, captions, named_rows
from .nesting import DEEPEST, Node, find_field, is_path, is_scalar, objects, repeated, scalars_with_fields, shared_keys
from .object_notes import ObjectNotes
from .row_fields import RowFields, Settled
from .star_legend import Star

_PATTERN = "pattern"  # the last word of a heading of patterns: their fields make a map
_MOST_FROM_RANGES = 200  # the most fields of a model from ranges: few characters make many fields
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

        star     gives the meaning of a star at a name
        flat     whether `a[b]` is a name, not a path
        parts    name of a field -> anchor of the model with its fields
        led      the lines of tables below sentences of their own
        dotted   gives the evidence about names with dots in the JSON of the page
        """
        self.diagnostics: list[Diagnostic] = []
        self._path = path
        self._words = words
        self._row_fields = RowFields(path, words, settled, star, parts, self.diagnostics.append)
        self._flat = flat
        self._dotted = dotted
        self._spare = _MOST_FROM_RANGES
        self._tree = FieldTree(path, self._row_fields, led, self.diagnostics)
        self._notes = ObjectNotes(path)

    def read(
        self, tables: Sequence[tuple[Table, Mapping[Role, int], Presence | None, tuple[str, ...]]], root: Object
    ) -> tuple[Object, ...]:
        """The object with its fields, and an object for each field with nested fields, the outermost first.

        tables  (table, columns, presence announced by the heading, path of the parent field)
        """
        top = self._tree.top
        for table, roles, announced, inside in tables:
            parent = (find_field(top, inside) or find_field(top, inside[-1:])) if inside else None
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
            row = _with(row, with_joined_type(row.row, typed, self._words))
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
        """Read a row without the name of a field. The result is whether the row is one."""
        if row.is_about:
            self._notes.add_description(row)
            return True
        if not row.name.text and row.name.indent and self._add_unnamed(row, stack):
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
        """Read the fields of a row: one, or several for a range or a list of names.

        top    the fields of the object, or of the field around the table
        above  the path of that field; () for the object
        paths  the names of the table that are paths
        typed  the index of the column of types, if it is behind that of names
        """
        indent = row.name.indent + (row.row.depth or 0)
        while stack and stack[-1][0] >= indent:
            stack.pop()
        outer, path = (stack[-1][1], stack[-1][2]) if stack and len(stack) < DEEPEST else (None, above)
        if outer is None and not above and is_wildcard(row.name.text):
            self._wildcard(row)
            return
        level = outer.below if outer is not None else top
        texts = (*self._ranged(row.name.text), *row.name.others)
        for text, own in zip(texts, with_own_types(row.row, typed, len(texts), self._words), strict=True):
            named = _with(row, own)
            parts: Sequence[tuple[str, int]] = keys(text)
            if outer is not None and len(parts) == 1 and parts[0][1] and parts[0][0] == path[-1]:
                if not self._tree.add_item(named, outer, parts[0][1]):
                    self._tree.report_repeated(row, path)
                continue
            if outer is not None and (again := repeated(parts, path, outer)):
                outer.lists = max(outer.lists, parts[again - 1][1])
                parts = parts[again:]
                text = ".".join(key for key, _ in parts)
            parts = self._split(text, parts, level, paths, is_drawn=row.row.depth is not None)
            node = self._tree.add(named, parts, level, path)
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
        """The keys of a name: several for a path, one for a name that has dots or brackets itself."""
        if len(parts) == 1:
            return parts
        dotted, first = self._dotted(), parts[0][0]
        is_flat = self._flat or text in dotted.keys or (is_drawn and _holds_nothing(level.get(first)))
        is_inside = first in level or first in dotted.holders or is_path(text, parts, paths.names, paths.shared)
        return ((text, 0),) if is_flat or not is_inside else parts

    def _add_unnamed(self, row: NamedRow, stack: _Stack) -> bool:
        """Read a row with only marks of nesting for a name, as the items of the list around it. Whether it fits."""
        outer = next((node for indent, node, _ in reversed(stack) if indent < row.name.indent), None)
        return outer is not None and self._tree.add_item(row, outer, 1)

    def _wildcard(self, row: NamedRow) -> None:
        """Read a row for all keys with a prefix, `x-*`, or for the values of a map, `labels.*`."""
        kind = row.at(Role.TYPE)
        if row.name.text == "*" and not (kind is not None and kind.source):
            return  # a legend: `*` marks required fields
        holder = row.name.text.removesuffix(".*")
        if holder == row.name.text:
            self._notes.add_pattern(self._row_fields.field(row, row.name.text))
        else:
            self._tree.add_map(row, holder)

    def _ranged(self, text: str) -> tuple[str, ...]:
        """The names of a range. The name stays as it is if the model has too many names from ranges already."""
        names = ranged(text)
        if len(names) > self._spare:
            return (text,)
        self._spare -= len(names) - 1
        return names


@frozen()
class TablePaths:
    """The names of a table that may be paths, and the keys that several paths share."""

    names: frozenset[str]
    shared: frozenset[str]


def _says_nothing(row: NamedRow) -> bool:
    """Whether a row is the only one of its table, and means no fields: `none`, `None | None | No body`."""
    if len(row.table.rows) != 1:
        return False
    nothing = any_language().nothing | {"none", "null"}
    description = row.at(Role.DESCRIPTION)
    others = (cell for cell in row.row.cells if cell is not row.cell and cell is not description)
    is_alone = all(is_blank(cell) or cell.text.strip(" *_`").casefold() in nothing for cell in others)
    return is_alone and row.name.text.casefold() in nothing


def _with(named: NamedRow, row: Row) -> NamedRow:
    return named if named.row is row else replace(named, row=row)


def _holds_nothing(node: Node | None) -> bool:
    """Whether a field can have no nested fields: it is a scalar."""
    return node is not None and is_scalar(node.field.type)
