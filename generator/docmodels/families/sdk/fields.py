"""The table of an object's fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from ...diagnostics import Diagnostic
from ...limits import NAME_CHARACTERS
from ...markdown import Inline, Row, Span, SpanKind, Table
from ...model.declarations import Field, Presence, Shown
from ...model.names import pascal, words
from ...model.types import ANY, Nullable
from ...notation.parser import TypeReading, read_type
from ...notation.vocabulary import Vocabulary
from ...tables.columns import Columns, columns
from ...tables.rows import check_row, place_of
from .marks import REQUIRED, described, is_deprecated, split_examples, split_notice

_ROLES = MappingProxyType(
    {
        "field": "name",
        "name": "name",
        "property": "name",
        "type": "type",
        "required": "required",
        "description": "description",
        "example": "example",
        "examples": "example",
    }
)


def field_columns(table: Table) -> Columns:
    """What the columns of a table of fields are for."""
    return columns(table, _ROLES)


def read_fields(
    tables: Sequence[Table], path: str, title: str, vocabulary: Vocabulary
) -> tuple[tuple[Field, ...], Field | None, tuple[Diagnostic, ...]]:
    """The fields of the object `title` that tables with a column of names show, in their order.

    Behind them, the row that stands for all that the docs do not name, if there is one, and what is wrong.
    """
    reader = _Reader(path, title, vocabulary)
    shown = tuple(field for table in tables for field in reader.fields(table))
    extra = next((field for field in shown if field.name == vocabulary.extra_field), None)
    return tuple(field for field in shown if field is not extra), extra, tuple(reader.diagnostics)


class _Reader:
    def __init__(self, path: str, title: str, vocabulary: Vocabulary) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._path = path
        self._title = title
        self._words = vocabulary
        self._columns: Columns = {}
        self._lines: dict[str, int] = {}

    def fields(self, table: Table) -> Iterator[Field]:
        self._columns = field_columns(table)
        self._check_header(table)
        seen = self._lines
        for row in table.rows:
            self.diagnostics.extend(check_row(row, len(table.header), self._path))
            name_cell = row.cells[self._columns["name"]]
            name, struck = field_name(name_cell)
            if not name:
                self._say(name_cell, "missing-name", "the row names no field; it is left out", "Name the field.")
            elif len(name) > NAME_CHARACTERS:
                message = f"the name has more than {NAME_CHARACTERS} characters; the row is left out"
                self._say(name_cell, "name-too-long", message, "Shorten it.")
            elif name in seen:
                self._say(
                    name_cell,
                    "repeated-field",
                    f'"{name}" is a field already, in line {seen[name]}; this row is left out',
                    "Remove one of the rows, or rename its field.",
                )
            else:
                seen[name] = row.line
                self._check_name(name_cell, name)
                yield self._field(row, name_cell, name, struck)

    def _field(self, row: Row, name_cell: Inline, name: str, struck: bool) -> Field:
        marked = self._required(row)
        reading = self._type(row, True if marked is None else marked)
        self.diagnostics.extend(reading.diagnostics)
        required = not reading.optional if marked is None else marked
        whole = reading.type
        nullable = isinstance(whole, Nullable)
        if isinstance(whole, Nullable):
            whole = whole.item
        description = self._cell(row, "description")
        notice, text = split_notice(description.prose if description else "")
        if notice is None and (struck or is_deprecated(text)):
            notice = ""
        example = self._cell(row, "example")
        return Field(
            name=name,
            type=whole,
            presence=Presence.REQUIRED if required else Presence.OPTIONAL,
            nullable=nullable,
            place=place_of(self._path, name_cell),
            description=described(text),
            deprecated=notice,
            examples=tuple(Shown(text, place_of(self._path, example)) for text in split_examples(example.source))
            if example
            else (),
            original=self._original(name),
        )

    def _type(self, row: Row, required: bool) -> TypeReading:
        cell = self._cell(row, "type")
        return read_type(cell, self._path, self._words, required=required) if cell else TypeReading(ANY)

    def _required(self, row: Row) -> bool | None:
        """What the Required column says; None where the table has none, or says nothing that is known."""
        cell = self._cell(row, "required")
        if cell is None:
            return None
        known = REQUIRED.get(cell.text.strip())
        if known is None:
            self._say(
                cell,
                "unknown-mark",
                f'"{cell.text}" does not say whether the field is required; it is read as optional',
                f"Write {' or '.join(REQUIRED)}.",
            )
            return False
        return known

    def _original(self, name: str) -> str:
        """The name before the SDK changed it, "" where it did not."""
        words_ = self._words
        if words_.clash_suffix and name == self._title + words_.clash_suffix:
            return self._title
        plain = name.removesuffix(words_.reserved_mark)
        if plain != name and plain in words_.reserved:
            return plain
        parts = words(name)
        if not words_.capitalised.isdisjoint(parts):
            return pascal("_".join(part.title() if part in words_.capitalised else part for part in parts))
        return ""

    def _cell(self, row: Row, role: str) -> Inline | None:
        index = self._columns.get(role)
        return None if index is None else row.cells[index]

    def _check_header(self, table: Table) -> None:
        if "type" not in self._columns:
            self._say(
                table.header[0],
                "missing-column",
                "the table of fields has no Type column; its fields are typed as Any",
                "Add a column Type.",
            )
        for index, heading in enumerate(table.header):
            if index not in self._columns.values() and any(row.cells[index].source for row in table.rows):
                self._say(
                    heading,
                    "unread-column",
                    f'the column "{heading.text}" is left out',
                    f"Give it one of the headings {', '.join(role.title() for role in _ROLES)} if it describes a model.",
                )

    def _check_name(self, cell: Inline, name: str) -> None:
        beside = cell.text.replace(name, "", 1).strip()
        if beside:
            message = f'"{beside}" beside the name "{name}" means nothing here; it is left out'
            self._say(cell, "unknown-mark", message, "Say it in the description.")

    def _say(self, cell: Inline, code: str, message: str, help_: str) -> None:
        self.diagnostics.append(Diagnostic(place_of(self._path, cell), code, message, help_))


def field_name(cell: Inline) -> tuple[str, bool]:
    """The name that a cell shows, and whether it is struck through: the code in it, or all of its text."""
    shown: tuple[Span, ...] = tuple(span for span in cell.spans if span.kind is SpanKind.CODE) or cell.spans
    name = "".join(span.text for span in shown).strip()
    return name, bool(shown) and all(span.strike for span in shown)
