"""Pages of Python's docs with an input type and an accessed type for each key.

    # harbor.model.room.Room

    ## Model Type Info
    Input Type | Accessed Type | Description | Notes

    ### Dictionary Keys
    Key | Input Type | Accessed Type | Description | Notes
    **[ports](#ports)** | list, tuple,  | tuple,  |  | [optional]

    # ports

    ### Tuple Items

Larger types of keys have sections of their own, behind that of their object.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...limits import NAME_CHARACTERS, TEXT_CHARACTERS
from ...markdown import Inline, Page, Row, Section, Table
from ...model.types import Type
from ...notation.grammar import MAX_DEPTH
from ...notation.languages.python import PYTHON
from ..family import Reading
from ..kit import IN_PLACE, Builder, Draft
from .cells import Notes, blocks_text, deprecation, described, field_name, read_notes
from .outline import model_name
from .rows import EVERY_NAME, FieldRow, RowReader
from .values import read_listed

_INFO, _KEYS, _ITEMS = "model type info", "dictionary keys", "tuple items"
_WORDS = ("allof", "anyof", "oneof", "not")
_COLUMNS = 4  # the fewest columns: two of types, a description, and notes
_ANYTHING = frozenset({"dict", "list", "str", "bool"})
_SPELLED = (
    ({"dict"}, "Dict[str, object]"),
    ({"list"}, "List[object]"),
    ({"bytes"}, "bytes"),
    ({"datetime"}, "datetime"),
    ({"date"}, "date"),
    ({"uuid.UUID"}, "UUID"),
    ({"bool"}, "bool"),
    ({"float"}, "float"),
    ({"int"}, "int"),
    ({"str"}, "str"),
)
"""Accepted types -> type: a `datetime` also goes in as a `str`, an `int` as a `Decimal`."""


@dataclass(slots=True)
class Schema:
    """The sections from a title to the next one.

    tables  the heading above a table, in lower case -> table
    unread  further tables, and those with too few columns
    """

    title: Section
    tables: dict[str, Table] = field(default_factory=dict)
    unread: list[Table] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.title.heading.text.strip()

    def rows(self, heading: str) -> tuple[Row, ...]:
        table = self.tables.get(heading)
        return table.rows if table else ()


def schemas(page: Page) -> tuple[Schema, ...]:
    """The schemas of a page, its own first; none on other pages."""
    infos: list[Schema] = []
    for section in page.sections:
        heading = section.heading.text.strip().lower()
        if section.level == 1:
            infos.append(Schema(section))
        elif infos and heading in (_INFO, _KEYS, _ITEMS, *_WORDS):
            for table in section.tables:
                if heading not in infos[-1].tables and len(table.header) >= _COLUMNS:
                    infos[-1].tables[heading] = table
                else:
                    infos[-1].unread.append(table)
    return tuple(infos) if infos and _INFO in infos[0].tables else ()


def read_schemas(path: str, infos: tuple[Schema, ...]) -> Reading:
    """The declarations of a page's schemas: one model, and the objects in it."""
    draft = Draft(infos[0].title.heading, model_name(infos[0].title))
    builder = Builder(path, (draft,), deprecation=deprecation)
    _SchemaTypes(infos, draft, builder).declare()
    for table in (table for schema in infos for table in schema.unread):
        help_ = "Give it the columns Key, Input Type, Accessed Type, Description and Notes, and a heading of its own."
        builder.unread_table(table, help_)
    return builder.reading()


class _SchemaTypes:
    """The schemas of a page, and their types in Python's notation."""

    def __init__(self, infos: tuple[Schema, ...], draft: Draft, builder: Builder) -> None:
        self._infos = infos
        self._draft = draft
        self._builder = builder
        self._spelled: dict[int, str] = {}
        self._numbers: dict[str, list[int]] = {}
        for number, schema in enumerate(infos):
            self._numbers.setdefault(schema.name, []).append(number)

    def declare(self) -> None:
        """Declare the model of the page."""
        schema, draft, builder = self._infos[0], self._draft, self._builder
        if self._is_object(schema):
            self._declare_object(0, "", draft, 0)
            return
        row = next(iter(schema.rows(_INFO)), None)
        text = _notes(row.cells[-1]).values if row else None
        description = blocks_text(schema.title.blocks)
        if row is not None and text is not None:
            values = read_listed(text, row.cells[-1], builder)
            if values.members:
                builder.enumeration(draft, description, values.members)
                return
        spelled = self._shape(0, "", row.cells[0] if row else None, 0)
        builder.alias(draft, description, self._read(spelled, schema.title.heading))

    def _declare_object(self, number: int, title: str, draft: Draft, depth: int) -> None:
        """Declare an object.

        title  the prefix of the titles of its parts, behind the title of the page
        """
        schema = self._infos[number]
        reader = RowReader("", PYTHON, {}, self._builder, shows_wire=True, renames=False)
        rows = list(self._rows(number, title, depth))
        bases: list[Type] = []
        for row in schema.rows("allof"):
            inner = self._find(row.cells[0], number)
            if inner is None:
                bases.append(self._read(self._type(row, number, title, depth), row.cells[0]))
            else:
                rows.extend(self._rows(inner, title, depth))
        fields = tuple(reader.fields(rows))
        self._builder.object(draft, blocks_text(schema.title.blocks), fields, extra=reader.extra, bases=bases)

    def _rows(self, number: int, title: str, depth: int) -> Iterator[FieldRow]:
        """The keys of an object, with their types in Python's notation."""
        for row in self._infos[number].rows(_KEYS):
            name, _, _, *rest = cells = (*row.cells, *row.surplus)
            # A `|` in a description need not be escaped.
            notes = read_notes(rest[-1].source)
            texts = rest if notes is None else rest[:-1]
            text = Inline(" | ".join(cell.source for cell in texts), rest[0].line, rest[0].column)
            key = field_name(Inline(name.text, name.line, name.column))
            key = EVERY_NAME if key == "any_string_name" else key
            spelled = self._type(row, number, f"{title} {key}", depth)
            kind = Inline(spelled, cells[1].line, cells[1].column)
            cell = Inline(key, name.line, name.column)
            yield FieldRow(cell, kind, text if described(text) else None, notes or Notes())

    def _type(self, row: Row, number: int, title: str, depth: int) -> str:
        """The type in a row of a schema, in Python's notation."""
        inner = self._find(row.cells[0], number)
        values = _notes(row.surplus[-1] if row.surplus else row.cells[-1]).values
        if values is not None:
            return _nullable(f"Literal[{values.strip().rstrip(',')}]", row.cells[1])
        if inner is None or depth > MAX_DEPTH:
            return _bare(row.cells[1])
        if inner not in self._spelled:
            shape = self._shape(inner, title, row.cells[1], depth + 1)
            self._spelled[inner] = shape if len(shape) <= TEXT_CHARACTERS else "object"
        return _nullable(self._spelled[inner], row.cells[1])

    def _shape(self, number: int, title: str, cell: Inline | None, depth: int) -> str:
        """The type of a schema in Python's notation. Declares an object, and links to it."""
        schema = self._infos[number]
        if number and self._is_object(schema):
            anchor = f"part-{number}"
            part = Draft(
                schema.title.heading, title[:NAME_CHARACTERS].strip(), (anchor,), owner=self._draft, named_by=IN_PLACE
            )
            self._builder.id(part)  # before its parts
            self._declare_object(number, title, part, depth)
            return f"[Part](#{anchor})"
        for heading, frame in ((_ITEMS, "List[{}]"), (_KEYS, "Dict[str, {}]"), ("allof", "{}")):
            if rows := schema.rows(heading):
                return frame.format(self._type(rows[0], number, f"{title} item", depth))
        members = [
            self._type(row, number, f"{title} {row.cells[0].text.strip()}", depth)
            for heading in ("oneof", "anyof")
            for row in schema.rows(heading)
        ]
        if members:
            return f"Union[{', '.join(dict.fromkeys(members))}]"
        return _bare(cell) if cell is not None else "object"

    def _is_object(self, schema: Schema) -> bool:
        """Whether a schema has keys with names, or is an intersection."""
        keys = any(row.cells[0].text.strip() != "any_string_name" for row in schema.rows(_KEYS))
        return keys or len(schema.rows("allof")) > 1

    def _find(self, cell: Inline, number: int) -> int | None:
        """The schema on the page that a cell links to: the next one of the name."""
        href = next((span.href for span in cell.spans if span.href and span.href.startswith("#")), "")
        numbers = self._numbers.get(href[1:], [])
        at = bisect_right(numbers, number)
        return numbers[at] if at < len(numbers) else None

    def _read(self, spelled: str, cell: Inline) -> Type:
        return self._builder.type(Inline(spelled, cell.line, cell.column), PYTHON)


def _bare(cell: Inline) -> str:
    """The type for the words of a cell."""
    source = cell.source.strip(", ")
    words = {word.strip() for word in source.split(",")}
    if words >= _ANYTHING or source.startswith("["):
        return "object" if words >= _ANYTHING else source
    return _nullable(next((text for known, text in _SPELLED if known <= words), source), cell)


def _nullable(spelled: str, cell: Inline) -> str:
    words = {word.strip() for word in cell.source.split(",")}
    may_be_null = "None" in words and not words >= _ANYTHING and spelled not in ("None", "object")
    return f"Nullable[{spelled}]" if may_be_null and not spelled.startswith("Nullable[") else spelled


def _notes(cell: Inline) -> Notes:
    return read_notes(cell.source) or Notes()
