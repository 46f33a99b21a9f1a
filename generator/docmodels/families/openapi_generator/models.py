"""Pages of a generated client's docs: one model each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ...diagnostics import Diagnostic, Place
from ...limits import NAME_CHARACTERS
from ...markdown import Inline, ItemList, Page, Section, SpanKind, Table
from ...model.declarations import Alias, Declaration, Enumeration, Object
from ...model.names import folded
from ...model.types import ANY, NUMBER, DeclarationId, Type, union
from ...notation.parser import read_type
from ...notation.vocabulary import Vocabulary
from ...tables.rows import place_of
from ..family import Reading
from .fields import FieldReader, field_name, field_rows
from .operations import uses
from .outline import Outline, Shape, is_fields, is_of_operations, is_of_values, outline
from .text import is_deprecated, said, said_under
from .type_info import read_schemas, schemas
from .values import Listed, Values, listed, read_listed, read_values


def read_page(page: Page, vocabulary: Vocabulary, *, shows_wire: bool) -> Reading:
    """What a page says.

    shows_wire  whether the names of fields are those on the wire
    """
    is_model = not is_of_operations(page)
    shown = outline(page) if is_model else None
    if shown is None and is_model and (found := schemas(page)):
        declarations, diagnostics = read_schemas(page.path, found)
        return Reading(declarations, (), diagnostics)
    if shown is None:
        return Reading((), tuple(uses(page, vocabulary)))
    reader = _ModelReader(page.path, shown, vocabulary, shows_wire=shows_wire)
    declaration = reader.declaration()
    return Reading((declaration,), (), tuple(reader.diagnostics))


class _ModelReader:
    def __init__(self, path: str, shown: Outline, vocabulary: Vocabulary, *, shows_wire: bool) -> None:
        heading = shown.title.heading
        self.diagnostics: list[Diagnostic] = []
        self._path = path
        self._shown = shown
        self._words = vocabulary
        self._shows_wire = shows_wire
        self._id = DeclarationId(path)
        self._title = shown.name[:NAME_CHARACTERS]
        self._place = Place(path, heading.line, heading.column, max(len(heading.source), 1))
        shape = shown.shape.blocks if shown.kind is Shape.FIELDS else ()
        self._description = "\n\n".join(
            text for text in (said(shown.title.blocks), said(shape), said_under(shown.beside)) if text
        )

    def declaration(self) -> Declaration:
        """What the page declares; faults in it gather in `diagnostics`."""
        if len(self._shown.name) > NAME_CHARACTERS:
            message = f"the title has more than {NAME_CHARACTERS} characters; the rest is left out"
            self._say(self._place, "name-too-long", message, "Shorten it.")
        shape = self._shown.shape
        match self._shown.kind:
            case Shape.FIELDS:
                return self._object(tuple(filter(is_fields, shape.tables)))
            case Shape.VARIANTS if self._shown.below or not is_of_values(shape.tables[0]):
                return self._union(row.cells[0] for row in shape.tables[0].rows)
            case Shape.VALUES | Shape.VARIANTS:
                return self._enumeration(read_values(shape, self._title, self._path))
            case Shape.ONE_OF | Shape.ANY_OF:
                return self._union(_items(shape))
            case Shape.METHODS:
                returned = [each for each in self._shown.below if each.heading.text.strip().lower() == "return type"]
                return self._union(item for section in returned for item in _items(section))

    def _object(self, tables: tuple[Table, ...]) -> Declaration:
        rows = [row for table in tables for row in field_rows(table)]
        told = rows[0].notes.values if len(rows) == 1 and rows[0].notes else None
        if told is not None and field_name(rows[0].name) == "value":
            return self._enumeration(read_listed(told, rows[0].name, self._path))
        self._check_tables(tables)
        if not rows and not self._shown.inner:
            message = "the page shows no shape: the model may be an enumeration, a union or any object; any value fits"
            self._say(self._place, "no-shape", message, "Make the generator of the docs show it, if its shape matters.")
            return self._alias(ANY)
        lists = dict(self._lists())
        reader = FieldReader(self._path, self._title, self._words, lists, shows_wire=self._shows_wire)
        fields = tuple(reader.fields(rows))
        self.diagnostics.extend(reader.diagnostics)
        for name, section in self._shown.inner:
            if folded(name) in lists and folded(name) not in reader.used:
                message = f'the values under "{section.heading.text.strip()}" belong to no field of the table; they are left out'
                help_ = "Call them after the field, or link its type to them."
                self._say(self._at(section), "unused-values", message, help_)
        return Object(
            self._id, self._title, self._place, self._description, fields, self._deprecated(), extra=reader.extra
        )

    def _lists(self) -> Iterator[tuple[str, Listed]]:
        """By their folded names, the values that the page lists for its fields."""
        for name, section in self._shown.inner:
            values = read_values(section, name, self._path)
            self.diagnostics.extend(values.diagnostics)
            if values.has_fractions:
                self._say_fractions(self._at(section))
            elif values.members:
                yield folded(name), listed(name, values.members)

    def _enumeration(self, values: Values) -> Declaration:
        self.diagnostics.extend(values.diagnostics)
        if values.has_fractions and self._shown.kind is not Shape.VARIANTS:  # Rust's docs show texts without quotes
            self._say_fractions(self._place)
            return self._alias(NUMBER)
        if not values.members:
            message = "the section shows no values; the page is typed as Any"
            self._say(self._at(self._shown.shape), "no-table", message, "Add a list of the values.")
            return self._alias(ANY)
        return Enumeration(
            self._id, self._title, self._place, self._description, values.members, deprecated=self._deprecated()
        )

    def _union(self, cells: Iterable[Inline]) -> Declaration:
        """The union of the types that cells show."""
        members: list[Type] = []
        for cell in cells:
            reading = read_type(cell, self._path, self._words)
            self.diagnostics.extend(reading.diagnostics)
            members.append(reading.type)
        if not members:
            message = "the section shows no types; the page is typed as Any"
            self._say(self._at(self._shown.shape), "no-table", message, "List the types.")
        return self._alias(union(*members) if members else ANY)

    def _alias(self, whole: Type) -> Alias:
        return Alias(self._id, self._title, self._place, self._description, whole, deprecated=self._deprecated())

    def _deprecated(self) -> str | None:
        return "" if is_deprecated(self._description) else None

    def _check_tables(self, read: Sequence[Table]) -> None:
        known = {id(table) for table in read}
        for section in (self._shown.title, self._shown.shape, *self._shown.beside):
            for table in section.tables:
                if id(table) not in known:
                    message = "the table shows no fields and no values; it is left out"
                    help_ = "Give it the columns Name, Type, Description and Notes."
                    self._say(Place(self._path, table.line), "unread-table", message, help_)

    def _at(self, section: Section) -> Place:
        return place_of(self._path, section.heading)

    def _say_fractions(self, place: Place) -> None:
        message = "the values are fractions, which no enumeration has; any number fits"
        self._say(place, "fraction-values", message, "Treat them as examples.")

    def _say(self, place: Place, code: str, message: str, help_: str) -> None:
        self.diagnostics.append(Diagnostic(place, code, message, help_))


def _items(section: Section) -> Iterator[Inline]:
    """The types that a section lists; null is one that Ruby's docs explain."""
    for block in section.blocks:
        if isinstance(block, ItemList):
            for item in block.items:
                code = [span.text for span in item.spans if span.kind is SpanKind.CODE]
                if code != ["nil"]:
                    yield replace(item, source=f"`{code[0]}`") if code else item
