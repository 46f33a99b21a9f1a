"""The fields of an object, nested rows among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from types import MappingProxyType

from ...diagnostics import Diagnostic
from ...frozen import frozen
from ...limits import NAME_CHARACTERS
from ...markdown import Inline, Row, SpanKind, Table
from ...model.declarations import UNCONSTRAINED, Access, Constraints, Field, Object, Presence, RawValue
from ...model.model import map_type
from ...model.types import ANY, INTEGER, NUMBER, Constant, ListOf, MapOf, Nullable, Primitive, Type, union, walk
from ...notation.parser import TypeReading
from ...tables.beside import NOTHING_BESIDE, Beside, read_beside
from ...tables.bounds import cell_limits, limits_in
from ...tables.cardinality import Cardinality, cardinality
from ...tables.choices import cell_choices, choices
from ...tables.dates import with_time
from ...tables.default_cells import NOTHING, read_default_cell
from ...tables.default_types import type_of_default
from ...tables.dressing import readable, undressed_cell, without_tags
from ...tables.excepted import without_exceptions
from ...tables.lexicon import Mark, Role, Words
from ...tables.marks import UnknownMark, default_in, description_marks, remark_in, said, sign
from ...tables.names import FieldName, is_wildcard, keys, ranged, read_name
from ...tables.narrowing import may_choose, narrowed_to
from ...tables.references import hinted, with_reference
from ...tables.rows import check_row, place_of, with_whole_type
from ...tables.typed_cells import is_enumeration, read_type_cell
from ..kit import wire_name
from ..kit.faults import long_name, missing_name, repeated_field
from .gaps import is_open
from .headings import presence_in
from .nesting import DEEPEST, Node, found_field, is_path, listed_type, objects, repeated, shared_keys
from .presence import has_column, is_questioned
from .roles import heading_words

_PATTERN = "pattern"  # the end of the heading of a column of patterns: what their fields have is a map
_MOST_FROM_RANGES = 200  # fields of a model: few characters stand for many of them
_CLAUSE = re.compile(r"[;；。\n]")
_BETWEEN_EXAMPLES = re.compile(r"(?:[\s,，、;；/|]|\bor\b|[(（][^()（）]*[)）])*")  # `4` (old), `6` (new)
_IN_PLACE = re.compile(  # `{ id: string; name?: string }`, `[{ x, y }, …]`
    r"(?:\{[^`]*\}|(?P<list>\[)\s*\{[^`]*\}\s*(?:,\s*(?:\.{3}|…)\s*)?\])(?:\[\])?", re.DOTALL
)
_WORDS = re.compile(r"[^\W_]+")
_ACCESS = {
    "r": Access.READ_ONLY,
    "ro": Access.READ_ONLY,
    "read": Access.READ_ONLY,
    "w": Access.WRITE_ONLY,
    "wo": Access.WRITE_ONLY,
}
_TELLING = (Role.NAME, Role.TYPE, Role.REQUIRED, Role.OPTIONAL, Role.NULLABLE)


@frozen()
class Settled:
    """What the whole tree shows about how to read rows.

    silent      what a row means that says nothing of its presence, in a table without a column for it
    questioned  whether a `?` behind a type says that the field may be missing
    by_name     whether members of enumerations that have numbers are known by their names
    """

    silent: Presence
    questioned: bool = False
    by_name: bool = False


class FieldReader:
    """Reads the tables of one object."""

    def __init__(
        self,
        path: str,
        words: Words,
        settled: Settled,
        *,
        starred: bool | None,
        flat: bool,
        parts: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """The reader for one object.

        starred  what a star at a name means, None where it refers to a note
        flat     whether `a[b]` is a name
        parts    the anchors of the models that show the fields of a field, by the name of this
        """
        self.diagnostics: list[Diagnostic] = []
        self._path = path
        self._words = words
        self._settled = settled
        self._silent = settled.silent
        self._starred = starred
        self._flat = flat
        self._parts = parts
        self._spare = _MOST_FROM_RANGES
        self._lines: dict[tuple[str, ...], int] = {}
        self._patterned: list[Field] = []

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
        return tuple(objects(self._with_extra(root), top))

    def _with_extra(self, root: Object) -> Object:
        """An object with what its rows say of keys that match a pattern: `^x-`, `{name}`."""
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
        names = [field_name(row.cells[roles[Role.NAME]], self._words) for row in table.rows]
        known = {name.text for name in names}
        shared = shared_keys(names)
        typed = roles[Role.TYPE] if roles.get(Role.TYPE, 0) > roles[Role.NAME] else None
        plain = sum(name.text.isascii() and " " not in name.text for name in names) * 2 > len(names)
        bold = all(_is_bold(row.cells[roles[Role.NAME]]) for row in table.rows if len(_filled(row)) > 1)
        needed = 1 + max(index for role, index in roles.items() if role in _TELLING)
        silent = self._silent
        for row, name in zip(table.rows, names, strict=True):
            row = with_whole_type(row, typed, self._words)
            cell = row.cells[roles[Role.NAME]]
            if are_patterns:
                self._patterned.append(self._field(row, roles, table, name, name.text))
                continue
            if len(table.rows) == 1 and row.written == 1 and name.text.casefold() in NOTHING | {"none"}:
                continue  # the table says that there are no fields
            if _is_caption(row, plain=plain, bold=bold):
                self._silent = presence_in(cell.text, self._words) or silent
                continue
            self.diagnostics.extend(check_row(row, len(table.header), self._path, needed))
            if not name.text.strip(".…"):
                self.diagnostics.append(missing_name(self._path, cell))
                continue
            indent = name.indent + (row.depth or 0)
            while stack and stack[-1][0] >= indent:
                stack.pop()
            outer, path = (stack[-1][1], stack[-1][2]) if stack and len(stack) < DEEPEST else (None, above)
            if outer is None and not above and is_wildcard(name.text):
                values = self._field(row, roles, table, name, name.text)
                holder = top.get(name.text.removesuffix(".*"))
                if holder is None or not holder.take(MapOf(values.type), values.description):
                    self._patterned.append(values)
                continue
            level = outer.below if outer is not None else top
            for text in (*self._ranged(name.text), *name.others):
                parts = keys(text)
                if outer is not None and (again := repeated(parts, path, outer)):
                    outer.lists = max(outer.lists, parts[again - 1][1])
                    parts = parts[again:]
                    text = ".".join(key for key, _ in parts)
                is_flat = self._flat or (row.depth is not None and _is_scalar(level.get(parts[0][0])))
                is_inside = parts[0][0] in level or is_path(text, parts, known, shared)
                if len(parts) > 1 and (is_flat or not is_inside):
                    parts = ((text, 0),)
                node = self._node(row, roles, table, name, parts, level, path)
                if node is not None:
                    stack.append((indent, node, (*path, *(key for key, _ in parts))))

    def _ranged(self, text: str) -> tuple[str, ...]:
        """The names that a name stands for; itself, where a model has too many from ranges already."""
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
        if key in level and lists:
            item = self._field(row, roles, table, name, key)
            if level[key].take(listed_type(item.type, lists), item.description):
                return level[key]
        if key in level:
            self.diagnostics.append(repeated_field(self._path, cell, key, self._lines[path]))
            return level[key]
        self._lines[path] = row.line
        level[key] = Node(self._field(row, roles, table, name, key), lists)
        return level[key]

    def _field(self, row: Row, roles: Mapping[Role, int], table: Table, name: FieldName, key: str) -> Field:
        cell = row.cells[roles[Role.NAME]]
        shown = self._cell(row, roles, Role.TYPE)
        description = self._cell(row, roles, Role.DESCRIPTION)
        if description is not None:
            description = readable(description)
        text = description.prose if description is not None else ""
        kind: Type = ANY
        by_default: Type | None = None
        beside = NOTHING_BESIDE
        marks: set[Mark] = set()
        optional = False
        if shown is not None and shown.text.strip(" -–—/"):
            shown, dress = undressed_cell(shown)
            marks.update(dress)
            reading = read_type_cell(shown, self._path, self._words)
            if in_place := _IN_PLACE.fullmatch(shown.text.strip()):  # its fields have their place in the description
                if reading.diagnostics:
                    is_list = in_place["list"] is not None or shown.text.rstrip().endswith("[]")
                    reading = TypeReading(ListOf(MapOf(ANY)) if is_list else MapOf(ANY))
                text = "\n\n".join(filter(None, (text, f"{table.header[roles[Role.TYPE]].text}: `{shown.text}`")))
            self.diagnostics.extend(reading.diagnostics)
            kind = with_time(reading.type, shown, description, self._cell(row, roles, Role.EXAMPLE))
            optional = reading.optional
            marks.update(Mark(mark) for mark in reading.marks)
            beside = read_beside(reading.rest, kind, self._words, is_required=Mark.REQUIRED in marks)
            marks.update(beside.marks)
            kind = kind if beside.size is None else ListOf(kind)
            text = self._with_notes(text, beside, shown, table.header[roles[Role.TYPE]])
        elif Role.TYPE not in roles and (default := self._default_in_column(row, roles)) is not None:
            kind = by_default = type_of_default(default.text)
        prose = description_marks(without_tags(text), self._words) | self._remarks(row, roles)
        presence = self._presence(row, roles, name, marks, optional, prose)
        whole = said(marks | name.marks | prose)
        is_null = isinstance(kind, Nullable) and not self._is_questioned(row, roles)
        nullable = is_null or whole.nullable or self._sign(row, roles, Role.NULLABLE) is True
        if isinstance(kind, Nullable):
            kind = kind.item
        kind = _with_whole_numbers(kind)
        unread = kind
        limits = self._limits(row, roles, kind, beside.constraints)
        if beside.size is not None:
            limits = replace(UNCONSTRAINED, min_items=beside.size, max_items=beside.size)
        kind = self._with_values(kind, row, roles, text, key)
        count = self._cardinality(row, roles)
        if count is not None and count.is_list and not isinstance(kind, ListOf):
            kind = ListOf(kind)
        for telling in filter(None, (shown, description)):
            kind = with_reference(kind, telling, self._path)
        if key in self._parts:
            kind = hinted(kind, f"#{self._parts[key]}", key, place_of(self._path, cell))
        is_by_default = by_default is not None and by_default == kind != ANY
        example = self._cell(row, roles, Role.EXAMPLE)
        return Field(
            name=key,
            type=kind,
            presence=presence,
            place=place_of(self._path, cell),
            nullable=nullable and kind != ANY,
            description=self._described(
                text, row, roles, table, name, has_values=kind != unread and not self._tells_more(row, roles, kind)
            ),
            deprecated="" if whole.deprecated or name.struck else None,
            examples=_examples(example, kind, self._path),
            wire=wire_name(key),
            default=self._default(row, roles, kind, text, description, beside),
            access=whole.access if whole.access is not Access.BOTH else self._access(row, roles, table),
            constraints=self._with_told(limits, kind, row, roles, text),
            is_open=is_open(self._cell(row, roles, Role.TYPE), kind, text) or is_by_default,
            typed_by="the default" if is_by_default else "",
        )

    def _limits(self, row: Row, roles: Mapping[Role, int], kind: Type, before: Constraints) -> Constraints:
        """The limits before, and those in a column of values: `0..100`, `max 16 bytes`."""
        cell = self._cell(row, roles, Role.VALUES)
        if cell is None or cell.is_long or isinstance(kind, ListOf):
            return before
        whole = cell_limits(cell.text.strip(), kind, self._words, before)
        if whole != before:
            return whole
        for clause in _CLAUSE.split(cell.text):
            before = cell_limits(clause.strip(), kind, self._words, before)
        return before

    def _with_told(
        self, limits: Constraints, kind: Type, row: Row, roles: Mapping[Role, int], text: str
    ) -> Constraints:
        """The limits, and those that sentences tell, less those that the row has exceptions to."""
        listed = self._cell(row, roles, Role.VALUES)
        further = (*((readable(listed).prose,) if listed is not None else ()), *self._further(row, roles))
        for told in (text, *further):
            limits = limits_in(told, kind, self._words, limits)
        shown = self._cell(row, roles, Role.TYPE)
        of_values = (*((shown.prose,) if shown is not None else ()), text, *further)
        return without_exceptions(limits, "\n".join(of_values), self._words)

    def _presence(
        self,
        row: Row,
        roles: Mapping[Role, int],
        name: FieldName,
        marks: set[Mark],
        optional: bool,
        prose: frozenset[Mark],
    ) -> Presence:
        """Whether a field must be there: by a column, marks at the name or the type, the description, the tree."""
        required = self._sign(row, roles, Role.REQUIRED)
        if required is _UNKNOWN:
            return Presence.UNKNOWN
        if required is not _SILENT:
            return Presence.REQUIRED if required is True else Presence.OPTIONAL
        may_miss = self._sign(row, roles, Role.OPTIONAL)
        if may_miss is _UNKNOWN:
            return Presence.UNKNOWN
        if may_miss is not _SILENT:
            return Presence.REQUIRED if may_miss is False else Presence.OPTIONAL
        count = self._cardinality(row, roles)
        if count is not None and count.presence is not None:
            return count.presence
        for each in (name.marks, marks):
            if (found := said(each).presence) is not None:
                return found
        if optional:
            return Presence.OPTIONAL
        if self._is_marked(row, roles, Role.DEFAULT, Mark.REQUIRED):
            return Presence.REQUIRED
        if self._is_questioned(row, roles):
            return Presence.OPTIONAL
        if name.starred and self._starred is not None:
            return Presence.REQUIRED if self._starred else Presence.OPTIONAL
        if Role.TYPE not in roles and self._default_in_column(row, roles) is not None:
            return said(prose).presence or Presence.OPTIONAL
        return said(prose).presence or self._silent

    def _cardinality(self, row: Row, roles: Mapping[Role, int]) -> Cardinality | None:
        """How many values a column says that the field has; None without one, or where it says nothing that is known."""
        cell = self._cell(row, roles, Role.CARDINALITY)
        if cell is None or not cell.text.strip(" -–—"):
            return None
        found = cardinality(cell, self._words)
        if found is None:
            with suppress(UnknownMark):
                known = sign(cell, self._words)
                return Cardinality(is_list=False, least=1 if known else 0, most=None)
            message = f'"{cell.text.strip()}" does not say how many values the field has'
            help_ = "Write 0..1, 1..1, 0..n or 1..n, or set required and type in [tool.docmodels.fields]."
            self._say(cell, "unknown-presence", message, help_)
        return found

    def _is_marked(self, row: Row, roles: Mapping[Role, int], role: Role, mark: Mark) -> bool:
        """Whether a cell of a column for something else is a mark: `**REQUIRED**` below Default."""
        cell = self._cell(row, roles, role)
        return cell is not None and self._words.marks.get(cell.text.strip(" *_`()").casefold()) is mark

    def _is_questioned(self, row: Row, roles: Mapping[Role, int]) -> bool:
        """Whether a `?` behind the type says that the field may be missing."""
        cell = self._cell(row, roles, Role.TYPE)
        return cell is not None and self._settled.questioned and not has_column(roles) and is_questioned(cell)

    def _sign(self, row: Row, roles: Mapping[Role, int], role: Role) -> bool | str | None:
        """What a column of marks says; `_SILENT` without one, `_UNKNOWN` where its words are unknown."""
        cell = self._cell(row, roles, role)
        if cell is None:
            return _SILENT
        try:
            return sign(cell, self._words)
        except UnknownMark as unknown:
            message = f'"{unknown}" does not say whether the field is {role}'
            help_ = "Write Yes or No, or set required in [tool.docmodels.fields]."
            self._say(cell, "unknown-presence", message, help_)
            return _UNKNOWN

    def _access(self, row: Row, roles: Mapping[Role, int], table: Table) -> Access:
        cell = self._cell(row, roles, Role.ACCESS)
        if cell is None:
            return Access.BOTH
        text = readable(cell).text.strip().casefold()
        if text in _ACCESS:
            return _ACCESS[text]
        if self._words.signs.get(text) is True:  # below `Read-only`
            text = table.header[roles[Role.ACCESS]].text.strip("*_ ").casefold()
        mark = self._words.marks.get(text)
        return said({mark}).access if mark is not None else Access.BOTH

    def _with_values(self, kind: Type, row: Row, roles: Mapping[Role, int], text: str, name: str) -> Type:
        """The type, narrowed to the values that a column lists, or else the description."""
        shown = self._cell(row, roles, Role.TYPE)
        if not may_choose(kind) or (kind == ANY and shown is not None and shown.text.strip(" -–—/")):
            return kind
        counts = shown is not None and is_enumeration(shown, self._words)
        cell = self._cell(row, roles, Role.VALUES)
        if cell is not None and cell.source:
            narrowed = narrowed_to(kind, cell_choices(readable(cell).prose, self._words, name), is_enumeration=counts)
            if narrowed != kind:
                return narrowed
        narrowed = narrowed_to(kind, choices(text, self._words, name), is_enumeration=counts) if text else kind
        for more in self._further(row, roles) if narrowed == kind else ():
            chosen = choices(more, self._words, name)
            if chosen is not None and chosen.is_announced:
                return narrowed_to(kind, chosen, is_enumeration=counts)
        return narrowed

    def _further(self, row: Row, roles: Mapping[Role, int]) -> Iterator[str]:
        """What the cells of columns say that have no role: `Enum: a, b` below "Further information"."""
        known = set(roles.values())
        return (readable(cell).prose for at, cell in enumerate(row.cells) if at not in known and cell.source)

    def _tells_more(self, row: Row, roles: Mapping[Role, int], kind: Type) -> bool:
        """Whether a column of values says more than the values that the type has: `0 = off, 1 = on`."""
        cell = self._cell(row, roles, Role.VALUES)
        if cell is None:
            return False
        values = {str(value) for part in walk(kind) if isinstance(part, Constant) for value in part.values}
        rest = {word for word in _WORDS.findall(cell.text) if word.casefold() not in self._words.alternatives}
        return bool(rest - {word for value in values for word in _WORDS.findall(value)} - {"null", "nil"})

    def _default_in_column(self, row: Row, roles: Mapping[Role, int]) -> RawValue | None:
        """The default that its column shows; None without such a column, or where it shows no default."""
        cell = self._cell(row, roles, Role.DEFAULT)
        if cell is None:
            return None
        value = read_default_cell(cell, self._words).value
        return None if value is None else RawValue(value, place_of(self._path, cell))

    def _with_notes(self, text: str, beside: Beside, cell: Inline, heading: Inline) -> str:
        """The description with the cell of the type, where this says more than a model can; a finding for a doubt."""
        for doubt in beside.doubts:
            message = f'"{doubt}" stands behind a type, and it is not clear whether it is a part of it'
            help_ = "Write the type alone, or set type in [tool.docmodels.fields]."
            self._say(cell, "unread-words", message, help_)
        names = (cell.text.strip(" *_`"),) if cell.text.strip(" *_`").casefold() in self._words.defined else ()
        if all(note.casefold() in text.casefold() for note in (*beside.notes, *names)):
            return text
        return "\n\n".join(filter(None, (text, f"{heading.text.strip()}: {cell.prose}")))

    def _default(
        self,
        row: Row,
        roles: Mapping[Role, int],
        kind: Type,
        text: str,
        description: Inline | None,
        beside: Beside,
    ) -> RawValue | None:
        if Role.DEFAULT in roles and (found_in_column := self._default_in_column(row, roles)) is not None:
            return found_in_column
        if beside.default is not None:
            return RawValue(beside.default, place_of(self._path, row.cells[roles[Role.TYPE]]))
        if Role.DEFAULT in roles:
            return None
        values = {str(value) for part in walk(kind) if isinstance(part, Constant) for value in part.values}
        listed = self._cell(row, roles, Role.VALUES)
        for cell, told in ((description, text), (listed, listed.prose if listed is not None else "")):
            found = default_in(told, self._words, values) if cell is not None else None
            if cell is not None and found is not None:
                return RawValue(found, place_of(self._path, cell))
        chosen = choices(text, self._words) if values and description is not None else None  # `red` (default), `blue`
        if chosen is None or description is None or chosen.default not in values:
            return None
        return RawValue(chosen.default, place_of(self._path, description))

    def _described(
        self, text: str, row: Row, roles: Mapping[Role, int], table: Table, name: FieldName, *, has_values: bool
    ) -> str:
        """The description, and what other columns and the cell of the name say.

        has_values  whether the type has the values that the docs list
        """
        marking = {roles.get(Role.REQUIRED), roles.get(Role.OPTIONAL)}
        read = set(roles.values()) - {roles.get(Role.ACCESS)} - marking
        if not has_values:
            read.discard(roles.get(Role.VALUES, -1))  # `>= 1`, `[200, 599]`
        default = self._cell(row, roles, Role.DEFAULT)
        if default is not None and read_default_cell(default, self._words).tells_more:
            read.discard(roles[Role.DEFAULT])
        more = []
        for index, heading in enumerate(table.header):
            cell = row.cells[index]
            if index in read or not cell.text.strip(" -–—\n") or _counts_rows(table, index):
                continue
            if index == roles.get(Role.ACCESS) and cell.text.strip().casefold() in self._words.signs:
                continue  # the field says so
            told = remark_in(cell, self._words) if index in marking else cell.prose
            more += [f"{heading.text.strip()}: {told}"] if told else []
        return "\n\n".join(part for part in (text, name.beside, *more) if part)

    def _remarks(self, row: Row, roles: Mapping[Role, int]) -> frozenset[Mark]:
        """What the cells of further columns of descriptions mark, each as a whole."""
        read = set(roles.values())
        cells = (cell.text.strip().casefold() for index, cell in enumerate(row.cells) if index not in read)
        return frozenset(self._words.marks[text] for text in cells if text in self._words.marks)

    def _cell(self, row: Row, roles: Mapping[Role, int], role: Role) -> Inline | None:
        index = roles.get(role)
        return None if index is None else row.cells[index]

    def _say(self, cell: Inline, code: str, message: str, help_: str) -> None:
        self.diagnostics.append(Diagnostic(place_of(self._path, cell), code, message, help_))


def _is_scalar(node: Node | None) -> bool:
    """Whether a field can have no fields."""
    return node is not None and isinstance(node.shown.type, Primitive) and node.shown.type != ANY


def field_name(cell: Inline, words: Words) -> FieldName:
    """The name that a cell shows, and the marks at it, shortcodes among them."""
    cell, marks = undressed_cell(cell)
    name = read_name(cell, words)
    return replace(name, marks=name.marks | marks) if marks else name


_SILENT, _UNKNOWN = "silent", "unknown"


def _counts_rows(table: Table, index: int) -> bool:
    """Whether a column only counts the rows: `1`, `2`, `3` below `No.`."""
    numbers = [row.cells[index].text.strip(" .") for row in table.rows]
    return table.headings[index].strip(" .") in _COUNTERS and numbers == [str(at + 1) for at in range(len(numbers))]


_COUNTERS = frozenset(
    {"#", "no", "№", "nº", "n°", "nr", "s. no", "s.no", "sr. no", "序号", "編號", "番号", "項番", "번호", "순번"}
)


def _is_caption(row: Row, *, plain: bool, bold: bool) -> bool:
    """Whether a row only tells what the rows below it have in common: words, and nothing beside them.

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


def _with_whole_numbers(kind: Type) -> Type:
    """The type with numbers with and without a fraction for the numbers that are a part of it: `number or "auto"`."""
    inner = kind
    while isinstance(inner, ListOf):
        inner = inner.item
    if inner == NUMBER:
        return kind  # evidence tells which
    return map_type(kind, lambda leaf: union(INTEGER, NUMBER) if leaf == NUMBER else leaf)


def _examples(cell: Inline | None, kind: Type, path: str) -> tuple[RawValue, ...]:
    if cell is None or cell.text.strip().casefold().strip("().*_\\") in NOTHING | {"none"}:
        return ()
    spans = cell.spans
    shown = [span.text for span in spans if span.kind is SpanKind.CODE]
    beside = (span.text for span in spans if span.kind is not SpanKind.CODE)
    if shown and not isinstance(kind, ListOf) and all(map(_BETWEEN_EXAMPLES.fullmatch, beside)):
        return tuple(RawValue(text, place_of(path, cell)) for text in shown if text.strip())
    text = spans[0].text if len(spans) == 1 else cell.text
    return (RawValue(text, place_of(path, cell)),) if text.strip() else ()
