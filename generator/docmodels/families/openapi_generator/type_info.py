"""Pages of Python's docs that tell of each type what goes in and what comes out of it.

    # harbor.model.room.Room

    ## Model Type Info
    Input Type | Accessed Type | Description | Notes

    ### Dictionary Keys
    Key | Input Type | Accessed Type | Description | Notes
    **[ports](#ports)** | list, tuple,  | tuple,  |  | [optional]

    # ports

    ### Tuple Items

Types of keys that need more words than a cell has stand in sections of their own, behind the one that they are in.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...diagnostics import Diagnostic, Place
from ...limits import NAME_CHARACTERS, TEXT_CHARACTERS
from ...markdown import Inline, Page, Row, Section, Table
from ...model.declarations import Alias, Declaration, Enumeration, Object
from ...model.types import DeclarationId, Type
from ...notation.grammar import MAX_DEPTH
from ...notation.languages.python import PYTHON
from ...notation.parser import read_type
from ...tables.rows import place_of
from .fields import EVERY_NAME, FieldReader, FieldRow, field_name
from .notes import Notes, read_notes
from .outline import model_name
from .text import described, is_deprecated, said
from .values import read_listed

_INFO, _KEYS, _ITEMS = "model type info", "dictionary keys", "tuple items"
_WORDS = ("allof", "anyof", "oneof", "not")
_COLUMNS = 4  # of a table at least: two of types, a description, and notes
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
"""What types come to that are accepted side by side: a `datetime` also goes in as a `str`, an `int` as a `Decimal`."""


@dataclass(slots=True)
class Schema:
    """What the sections from a title to the next one show.

    tables  by the heading above them, in lower case
    unread  further ones, and those with too few columns
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
    """The schemas of a page, that of the page itself first; none on pages that are built otherwise."""
    found: list[Schema] = []
    for section in page.sections:
        heading = section.heading.text.strip().lower()
        if section.level == 1:
            found.append(Schema(section))
        elif found and heading in (_INFO, _KEYS, _ITEMS, *_WORDS):
            for table in section.tables:
                if heading not in found[-1].tables and len(table.header) >= _COLUMNS:
                    found[-1].tables[heading] = table
                else:
                    found[-1].unread.append(table)
    return tuple(found) if found and _INFO in found[0].tables else ()


def read_schemas(path: str, shown: tuple[Schema, ...]) -> tuple[tuple[Declaration, ...], tuple[Diagnostic, ...]]:
    """What the schemas of a page declare: one model, and the objects that are described in place in it."""
    reader = _Reader(path, shown)
    reader.model()
    for table in (table for schema in shown for table in schema.unread):
        message = "the table shows no part of the model; it is left out"
        help_ = "Give it the columns Key, Input Type, Accessed Type, Description and Notes, and a heading of its own."
        reader.diagnostics.append(Diagnostic(Place(path, table.line), "unread-table", message, help_))
    return tuple(reader.declarations), tuple(reader.diagnostics)


class _Reader:
    def __init__(self, path: str, shown: tuple[Schema, ...]) -> None:
        self.declarations: list[Declaration] = []
        self.diagnostics: list[Diagnostic] = []
        self._path = path
        self._shown = shown
        self._spelled: dict[int, str] = {}
        self._numbers: dict[str, list[int]] = {}
        for number, schema in enumerate(shown):
            self._numbers.setdefault(schema.name, []).append(number)

    def model(self) -> None:
        """Add what the page itself declares."""
        schema = self._shown[0]
        title = model_name(schema.title)[:NAME_CHARACTERS]
        row = next(iter(schema.rows(_INFO)), None)
        told = _notes(row.cells[-1]).values if row else None
        if self._is_object(schema):
            self._object(0, title, DeclarationId(self._path), None, 0)
            return
        place, text = place_of(self._path, schema.title.heading), said(schema.title.blocks)
        notice = "" if is_deprecated(text) else None
        if row is not None and told is not None:
            values = read_listed(told, row.cells[-1], self._path)
            self.diagnostics.extend(values.diagnostics)
            if values.members:
                made = Enumeration(DeclarationId(self._path), title, place, text, values.members, deprecated=notice)
                self.declarations.append(made)
                return
        whole = self._read(self._shape(0, title, row.cells[0] if row else None, 0), schema.title.heading)
        self.declarations.insert(0, Alias(DeclarationId(self._path), title, place, text, whole, deprecated=notice))

    def _object(self, number: int, title: str, id_: DeclarationId, owner: DeclarationId | None, depth: int) -> None:
        """Add an object, before those that are described in it."""
        schema = self._shown[number]
        at = len(self.declarations)
        reader = FieldReader(self._path, title, PYTHON, {}, shows_wire=True, renames=False)
        rows = list(self._rows(number, title, depth))
        bases: list[Type] = []
        for row in schema.rows("allof"):
            inner = self._find(row.cells[0], number)
            if inner is None:
                bases.append(self._read(self._type(row, number, title, depth), row.cells[0]))
            else:
                rows.extend(self._rows(inner, title, depth))
        fields = tuple(reader.fields(rows))
        self.diagnostics.extend(reader.diagnostics)
        text = said(schema.title.blocks)
        made = Object(
            id_,
            title,
            place_of(self._path, schema.title.heading),
            text,
            fields,
            "" if is_deprecated(text) else None,
            extra=reader.extra,
            bases=tuple(bases),
            part_of=owner,
            named_by="a type describes it in place" if owner else "",
        )
        self.declarations.insert(at, made)

    def _rows(self, number: int, title: str, depth: int) -> Iterator[FieldRow]:
        """The keys of an object, with their types in Python's notation."""
        for row in self._shown[number].rows(_KEYS):
            name, _, _, *rest = cells = (*row.cells, *row.surplus)
            # A `|` in a description need not be escaped.
            notes = read_notes(rest[-1].source)
            texts = rest if notes is None else rest[:-1]
            text = Inline(" | ".join(cell.source for cell in texts), rest[0].line, rest[0].column)
            shown = Inline(field_name(Inline(name.text, name.line, name.column)), name.line, name.column)
            if shown.source == "any_string_name":
                shown = Inline(EVERY_NAME, name.line, name.column)
            spelled = self._type(row, number, f"{title} {shown.source}"[:NAME_CHARACTERS], depth)
            kind = Inline(spelled, cells[1].line, cells[1].column)
            yield FieldRow(shown, kind, text if described(text) else None, notes or Notes())

    def _type(self, row: Row, number: int, title: str, depth: int) -> str:
        """The type that a row of a schema shows, in Python's notation."""
        inner = self._find(row.cells[0], number)
        told = _notes(row.surplus[-1] if row.surplus else row.cells[-1]).values
        if told is not None:
            return _nullable(f"Literal[{told.strip().rstrip(',')}]", row.cells[1])
        if inner is None or depth > MAX_DEPTH:
            return _bare(row.cells[1])
        if inner not in self._spelled:
            shape = self._shape(inner, title, row.cells[1], depth + 1)
            self._spelled[inner] = shape if len(shape) <= TEXT_CHARACTERS else "object"
        return _nullable(self._spelled[inner], row.cells[1])

    def _shape(self, number: int, title: str, cell: Inline | None, depth: int) -> str:
        """What a schema says its type is, in Python's notation; an object is declared, and linked to."""
        schema = self._shown[number]
        if number and self._is_object(schema):
            anchor = f"part-{number}"
            self._object(number, title, DeclarationId(self._path, anchor), DeclarationId(self._path), depth)
            return f"[Part](#{anchor})"
        for heading, frame in ((_ITEMS, "List[{}]"), (_KEYS, "Dict[str, {}]"), ("allof", "{}")):
            if rows := schema.rows(heading):
                return frame.format(self._type(rows[0], number, f"{title} item"[:NAME_CHARACTERS], depth))
        members = [
            self._type(row, number, f"{title} {row.cells[0].text.strip()}"[:NAME_CHARACTERS], depth)
            for heading in ("oneof", "anyof")
            for row in schema.rows(heading)
        ]
        if members:
            return f"Union[{', '.join(dict.fromkeys(members))}]"
        return _bare(cell) if cell is not None else "object"

    def _is_object(self, schema: Schema) -> bool:
        """Whether a schema has keys with names, or is all of several."""
        keys = any(row.cells[0].text.strip() != "any_string_name" for row in schema.rows(_KEYS))
        return keys or len(schema.rows("allof")) > 1

    def _find(self, cell: Inline, number: int) -> int | None:
        """The schema in the page that a cell of a schema links to: the first behind it that has the name."""
        href = next((span.href for span in cell.spans if span.href and span.href.startswith("#")), "")
        numbers = self._numbers.get(href[1:], [])
        at = bisect_right(numbers, number)
        return numbers[at] if at < len(numbers) else None

    def _read(self, spelled: str, cell: Inline) -> Type:
        reading = read_type(Inline(spelled, cell.line, cell.column), self._path, PYTHON)
        self.diagnostics.extend(reading.diagnostics)
        return reading.type


def _bare(cell: Inline) -> str:
    """The type that the words of a cell come to."""
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
