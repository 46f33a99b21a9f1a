"""The fields of an object, nested rows among them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from types import MappingProxyType

from ...diagnostics import Diagnostic
from ...frozen import frozen, replace
from ...limits import NAME_CHARACTERS
from ...markdown import Inline, Row, Table
from ...model.declarations import Field, Object, Presence
from ...model.types import ANY, MapOf, union
from ...tables.default_cells import NOTHING
from ...tables.dressing import undressed_cell
from ...tables.keys import keys, ranged, without_root
from ...tables.lexicon import Role, Words
from ...tables.names import FieldName, is_indexed, is_wildcard, read_name, with_indexes
from ...tables.rows import check_row, place_of, with_own_types, with_whole_type
from ...tables.values import is_blank
from ..kit import wire_name
from ..kit.faults import (
    contradicting_item,
    fields_in_scalar,
    long_name,
    missing_name,
    repeated_field,
    separate_item,
    unknown_column_of_marks,
    untold_star,
)
from .headings import presence_in
from .json_keys import DottedKeys
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
from .presence import has_column
from .roles import heading_words, role_of, unknown_marks
from .row_cells import RowCells, counting_columns
from .row_field import field_of
from .row_presence import Silence
from .star_legend import Star
from .told_twice import Told, described, merged

_PATTERN = "pattern"  # the end of the heading of a column of patterns: what their fields have is a map
_MOST_FROM_RANGES = 200  # fields of a model: few characters stand for many of them
_TELLING = (Role.NAME, Role.TYPE, Role.REQUIRED, Role.OPTIONAL, Role.NULLABLE)


def _no_keys() -> DottedKeys:
    return DottedKeys(frozenset(), frozenset())


@frozen()
class Settled:
    """The facts of the whole tree for reading rows.

    silent      the presence of a row without a mark, in a table without a column of presence
    questioned  whether a `?` behind a type makes the field optional
    by_name     whether members of enumerations that have numbers are known by their names
    optional    the fields that a comment or the front matter of the page calls optional
    """

    silent: Presence
    questioned: bool = False
    by_name: bool = False
    optional: frozenset[str] = frozenset()


@frozen()
class RowOf:
    """A row of a table, the columns of the table, and the name that the row shows."""

    row: Row
    roles: Mapping[Role, int]
    table: Table
    name: FieldName


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
        self._settled = settled
        self._silent = settled.silent
        self._star = star
        self._starred: bool | None = None  # what stars mean in the table that is being read
        self._has_stars = False  # so far
        self._flat = flat
        self._parts = parts
        self._led = led
        self._dotted = dotted
        self._spare = _MOST_FROM_RANGES
        self._lines: dict[tuple[str, ...], int] = {}
        self._drawn: set[tuple[str, ...]] = set()  # the paths of fields that items show
        self._rows: dict[tuple[str, ...], RowOf] = {}  # of fields in tables, by their paths
        self._patterned: list[Field] = []
        self._told_of_root: list[str] = []
        self._counting: frozenset[int] = frozenset()  # of the table that is being read

    def read(
        self, tables: Sequence[tuple[Table, Mapping[Role, int], Presence | None, tuple[str, ...]]], root: Object
    ) -> tuple[Object, ...]:
        """The object with its fields, and an object for each field that has others nested in it, outermost first.

        tables  (table, columns, presence announced by the heading, path of the parent field)
        """
        top: dict[str, Node] = {}
        for table, roles, announced, inside in tables:
            self._silent = announced or self._settled.silent
            found = (found_field(top, inside) or found_field(top, inside[-1:])) if inside else None
            if found is not None:
                self._table(table, roles, found[0].below, found[1])
            else:
                self._table(table, roles, top)
        self.diagnostics.extend(map(fields_in_scalar, scalars_with_fields(top)))
        return tuple(objects(self._with_extra(root), top))

    def _with_extra(self, root: Object) -> Object:
        """An object with what its rows say of itself, and of keys that match a pattern: `^x-`, `{name}`."""
        if self._told_of_root:
            texts = dict.fromkeys(filter(None, (root.description, *self._told_of_root)))
            root = replace(root, description="\n\n".join(texts))
        if not self._patterned:
            return root
        kinds = [field.type for field in self._patterned if field.type != ANY]
        told = [f"`{field.name}`: {field.description}" for field in self._patterned if field.description]
        description = "\n\n".join(filter(None, (root.description, *told)))
        return replace(root, description=description, extra=union(*kinds) if kinds else ANY)

    def _table(
        self, table: Table, roles: Mapping[Role, int], top: dict[str, Node], above: tuple[str, ...] = ()
    ) -> None:
        stack: list[tuple[int, Node, tuple[str, ...]]] = []
        are_patterns = heading_words(table.header[roles[Role.NAME]]).endswith(_PATTERN)
        cells = [row.cells[roles[Role.NAME]] for row in table.rows]
        shown = with_indexes([field_name(cell, self._words) for cell in cells], cells)
        names = self._with_indents(without_root(shown), table, roles)
        self._starred = self._star_in(names, cells, roles)
        known = {name.text for name in names}
        shared = shared_keys(names, table)
        typed = roles[Role.TYPE] if roles.get(Role.TYPE, 0) > roles[Role.NAME] else None
        plain = sum(name.text.isascii() and " " not in name.text for name in names) * 2 > len(names)
        bold = all(_is_bold(row.cells[roles[Role.NAME]]) for row in table.rows if len(_filled(row)) > 1)
        needed = 1 + max(index for role, index in roles.items() if role in _TELLING)
        silent = self._silent
        self._counting = counting_columns(table)
        if not has_column(roles) and (marks := unknown_marks(table, roles.values(), self._words)) is not None:
            self.diagnostics.append(unknown_column_of_marks(self._path, marks))
        for row, name, whole in zip(table.rows, names, shown, strict=True):
            row = with_whole_type(row, typed, self._words)
            cell = row.cells[roles[Role.NAME]]
            if are_patterns:
                self._patterned.append(self._field(row, roles, table, name, name.text))
                continue
            is_alone = len(table.rows) == 1 and all(is_blank(each) for each in row.cells if each is not cell)
            if is_alone and name.text.casefold() in NOTHING | {"none", "null"}:
                continue  # the table says that there are no fields
            if _is_caption(row, plain=plain, bold=bold):
                self._silent = presence_in(cell.text, self._words) or silent
                continue
            self.diagnostics.extend(check_row(row, len(table.header), self._path, needed))
            if whole.text and not name.text:
                self._about(row, roles)
                continue
            if not name.text and name.indent and self._unnamed(row, roles, table, name, stack):
                continue
            if not name.text.strip(".…"):
                if row.depth or above or not self._more(row, roles):
                    self.diagnostics.append(missing_name(self._path, cell))
                continue
            indent = name.indent + (row.depth or 0)
            while stack and stack[-1][0] >= indent:
                stack.pop()
            outer, path = (stack[-1][1], stack[-1][2]) if stack and len(stack) < DEEPEST else (None, above)
            if outer is None and not above and is_wildcard(name.text):
                self._wildcard(row, roles, table, name, top)
                continue
            level = outer.below if outer is not None else top
            texts = (*self._ranged(name.text), *name.others)
            for text, own in zip(texts, with_own_types(row, typed, len(texts), self._words), strict=True):
                parts = keys(text)
                if outer is not None and len(parts) == 1 and parts[0][1] and parts[0][0] == path[-1]:
                    if not self._item(own, roles, table, name, outer, parts[0][1]):
                        self.diagnostics.append(repeated_field(self._path, cell, path[-1], self._lines[path]))
                    continue
                if outer is not None and (again := repeated(parts, path, outer)):
                    outer.lists = max(outer.lists, parts[again - 1][1])
                    parts = parts[again:]
                    text = ".".join(key for key, _ in parts)
                dotted = self._dotted() if len(parts) > 1 else _no_keys()
                is_flat = (
                    self._flat
                    or text in dotted.whole
                    or (row.depth is not None and _holds_nothing(level.get(parts[0][0])))
                )
                is_inside = parts[0][0] in level or parts[0][0] in dotted.holders or is_path(text, parts, known, shared)
                if len(parts) > 1 and (is_flat or not is_inside):
                    parts = ((text, 0),)
                node = self._node(own, roles, table, name, parts, level, path)
                if node is not None:
                    stack.append((indent, node, (*path, *(key for key, _ in parts))))

    def _with_indents(self, names: Sequence[FieldName], table: Table, roles: Mapping[Role, int]) -> Sequence[FieldName]:
        """The names, nested as the labels are that stand in another column: `└ 编号 | id`."""
        if any(name.indent for name in names):
            return names
        beside = (
            index
            for index, heading in enumerate(table.header)
            if index != roles[Role.NAME] and role_of(heading, self._words) is Role.NAME
        )
        for index in beside:
            indents = [read_name(row.cells[index], self._words).indent for row in table.rows]
            if any(indents):
                return [replace(name, indent=indent) for name, indent in zip(names, indents, strict=True)]
        return names

    def _unnamed(
        self,
        row: Row,
        roles: Mapping[Role, int],
        table: Table,
        name: FieldName,
        stack: Sequence[tuple[int, Node, tuple[str, ...]]],
    ) -> bool:
        """Take note of a row for the items of a list, with marks of nesting alone for a name; whether it goes with the list."""
        outer = next((node for indent, node, _ in reversed(stack) if indent < name.indent), None)
        return outer is not None and self._item(row, roles, table, name, outer, 1)

    def _about(self, row: Row, roles: Mapping[Role, int]) -> None:
        """Add the description in the row of the object itself: `[] | array | The rooms`."""
        at = roles.get(Role.DESCRIPTION)
        if at is not None and (told := row.cells[at].prose.strip()):
            self._told_of_root.append(told)

    def _more(self, row: Row, roles: Mapping[Role, int]) -> bool:
        """Add a row about further fields: `... | ... | More fields by type`; whether the row is one."""
        cell, at = row.cells[roles[Role.NAME]], roles.get(Role.DESCRIPTION)
        description = row.cells[at].prose.strip(" .…") if at is not None else ""
        if not cell.source.strip("` ") or not description:
            return False
        place = place_of(self._path, cell)
        self._patterned.append(Field("...", ANY, Presence.UNKNOWN, place, description=description))
        return True

    def _star_in(self, names: Sequence[FieldName], cells: Sequence[Inline], roles: Mapping[Role, int]) -> bool | None:
        """The meaning of stars at the names of a table; a finding if no line of the page explains them."""
        starred = [cell for name, cell in zip(names, cells, strict=True) if name.starred]
        self._has_stars = self._has_stars or bool(starred)
        if not self._has_stars:
            return None
        star = self._star()
        if not starred or has_column(roles):
            return star.required
        required = star.among(names)
        if required is not None and not star.is_told:
            self.diagnostics.append(untold_star(self._path, starred[0], len(starred), len(names)))
        return required

    def _wildcard(
        self, row: Row, roles: Mapping[Role, int], table: Table, name: FieldName, top: dict[str, Node]
    ) -> None:
        """Take note of a row for all keys that begin alike, `x-*`, or for the values of a map, `labels.*`."""
        if name.text == "*" and not (Role.TYPE in roles and row.cells[roles[Role.TYPE]].source):
            return  # a legend: `*` marks what is required
        values = self._field(row, roles, table, name, name.text)
        holder = name.text.removesuffix(".*")
        if holder == name.text:
            self._patterned.append(values)
        elif holder not in top:
            top[holder] = Node(replace(values, name=holder, type=MapOf(values.type), wire=wire_name(holder)))
            self._lines[holder,] = row.line
        elif not top[holder].take(MapOf(values.type), values.description):
            self.diagnostics.append(
                repeated_field(self._path, row.cells[roles[Role.NAME]], holder, self._lines[holder,])
            )

    def _ranged(self, text: str) -> tuple[str, ...]:
        """The names of a range; the name itself, if the model has too many from ranges already."""
        found = ranged(text)
        if len(found) > self._spare:
            return (text,)
        self._spare -= len(found) - 1
        return found

    def _node(
        self,
        row: Row,
        roles: Mapping[Role, int],
        table: Table,
        name: FieldName,
        parts: Sequence[tuple[str, int]],
        level: dict[str, Node],
        path: tuple[str, ...],
    ) -> Node | None:
        cell = row.cells[roles[Role.NAME]]
        *outer, (key, lists) = parts[:DEEPEST]
        for each, around in outer:
            path = (*path, each)
            if each not in level:
                place = place_of(self._path, cell)
                level[each] = Node(Field(each, MapOf(ANY), Presence.UNKNOWN, place, wire=wire_name(each)))
                self._lines.setdefault(path, row.line)
            level[each].lists = max(level[each].lists, around)
            level = level[each].below
        path = (*path, key)
        if len(key) > NAME_CHARACTERS:
            self.diagnostics.append(long_name(self._path, cell))
            return None
        if key in level:
            node = level[key]
            is_again = row.depth is not None and path not in self._drawn
            is_taken = is_again and self._again(RowOf(row, roles, table, name), path, node)
            if not is_taken and not (lists and self._item(row, roles, table, name, node, lists)):
                self.diagnostics.append(repeated_field(self._path, cell, key, self._lines[path]))
            return node
        self._lines[path] = row.line
        if row.depth is not None:
            self._drawn.add(path)
        else:
            self._rows[path] = RowOf(row, roles, table, name)
        shown = self._field(row, roles, table, name, key)
        level[key] = Node(shown, lists)
        if lists and is_indexed(name.text):
            level[key].shown = replace(shown, type=listed_type(ANY, lists), description="")
            level[key].take(listed_type(shown.type, lists), shown.description, index=name.text)
        return level[key]

    def _again(self, item: RowOf, path: tuple[str, ...], node: Node) -> bool:
        """Merge an item into a field that has a row in a table; whether its type goes with that of the row.

        A contradiction becomes a finding.
        """
        shown = self._field(item.row, item.roles, item.table, item.name, path[-1])
        pair = Told(node.shown, self._told(self._rows.get(path))), Told(shown, self._told(item))
        cell = item.row.cells[item.roles[Role.NAME]]
        if item.table.line in self._led:
            if (text := described(*pair)) is None:
                return False
            node.shown, tells_more = text
            self.diagnostics.extend([separate_item(self._path, cell, self._lines[path])] if tells_more else [])
            return True
        both = merged(*pair)
        if both is None:
            return False
        node.shown, contradictions = both
        self.diagnostics.extend(
            contradicting_item(self._path, cell, each, self._lines[path]) for each in contradictions
        )
        return True

    def _told(self, shown: RowOf | None) -> Presence:
        """The presence by the row alone."""
        if shown is None:
            return Presence.UNKNOWN
        cells = RowCells(self._path, self._words, shown.table, shown.row, shown.roles, frozenset(), lambda _: None)
        silence = Silence(Presence.UNKNOWN, self._settled.questioned, self._starred)
        return field_of(cells, silence, shown.name, shown.name.text, {}).presence

    def _item(
        self, row: Row, roles: Mapping[Role, int], table: Table, name: FieldName, holder: Node, lists: int
    ) -> bool:
        """Take note of a row for the items of a field, or for one of them; whether it goes with the field's own."""
        item = self._field(row, roles, table, name, holder.shown.name)
        index = name.text if is_indexed(name.text) else ""
        return holder.take(listed_type(item.type, lists), item.description, index=index)

    def _field(self, row: Row, roles: Mapping[Role, int], table: Table, name: FieldName, key: str) -> Field:
        """The field that a row shows; see `field_of`."""
        cells = RowCells(self._path, self._words, table, row, roles, self._counting, self.diagnostics.append)
        silent = Presence.OPTIONAL if name.text in self._settled.optional else self._silent
        silence = Silence(silent, self._settled.questioned, self._starred)
        return field_of(cells, silence, name, key, self._parts)


def _holds_nothing(node: Node | None) -> bool:
    """Whether a field can have no fields."""
    return node is not None and is_scalar(node.shown.type)


def field_name(cell: Inline, words: Words) -> FieldName:
    """The name that a cell shows, and the marks at it, shortcodes among them."""
    cell, marks = undressed_cell(cell)
    name = read_name(cell, words)
    return replace(name, marks=name.marks | marks) if marks else name


def _is_caption(row: Row, *, plain: bool, bold: bool) -> bool:
    """Whether a row is a caption of the rows below it: words, and nothing beside them.

    plain  whether most names of the table are single words of Latin letters
    bold   whether the names of fields are bold, so that a bold word is no mark of a caption
    """
    first = row.cells[0]
    text = first.text.strip()
    is_label = (_is_bold(first) and not bold) or (" " in text and (_is_bold(first) or plain))
    is_label = is_label or (plain and not text.isascii())
    return is_label and "`" not in first.source and _filled(row) == [first]


def _is_bold(cell: Inline) -> bool:
    return cell.source.startswith(("**", "<b>", "<strong>")) and cell.source.endswith(("**", "</b>", "</strong>"))


def _filled(row: Row) -> list[Inline]:
    """The cells of a row that are not empty."""
    return [cell for cell in row.cells if cell.source]
