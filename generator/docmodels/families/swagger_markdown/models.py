"""From what a page shows of its models to what they declare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import MappingProxyType

from ...diagnostics import Diagnostic, Place
from ...limits import NAME_CHARACTERS
from ...markdown import Inline, Page, Row, Table
from ...model.declarations import (
    Alias,
    Declaration,
    Direction,
    Field,
    Json,
    Object,
    Presence,
    Usage,
    WireName,
)
from ...model.declarations import (
    Shown as ShownValue,
)
from ...model.examples import parse
from ...model.types import ANY, Constant, DeclarationId, ListOf, Nullable, Ref, Type, nullable
from ...notation.grammar import InlineObject
from ...notation.openapi import SWAGGER_MARKDOWN
from ...notation.parser import read_type
from ...tables.columns import Columns
from ...tables.constants import narrowed
from ...tables.named import named_rows
from ...tables.rows import place_of
from ...tables.texts import joined, text_of
from ...tables.uses import label, operation_uses
from ..family import Reading
from .cells import field_name, is_struck, read_description, read_typed
from .outline import Shown, is_model, model_columns, model_sections, models

_DIRECTIONS = MappingProxyType(
    {"parameters": Direction.SENT, "request body": Direction.SENT, "responses": Direction.RECEIVED}
)
_REQUIRED = MappingProxyType({"yes": Presence.REQUIRED, "no": Presence.OPTIONAL, "": Presence.OPTIONAL})


def read_page(page: Page, packages: str) -> Reading:
    """What a page says.

    packages  what is left out before the titles
    """
    shown = models(page)
    reader = _Reader(page.path, packages)
    taken: set[str] = set()
    for model in shown:
        anchor = model.title if model.title not in taken else f"{model.title}-{model.heading.line}"
        taken.add(anchor)
        reader.read(model, "" if len(shown) == 1 else anchor)
    uses = tuple(operation_uses(page, _DIRECTIONS, model_sections(page)))
    return Reading(tuple(reader.declarations), uses, tuple(reader.diagnostics))


class _Reader:
    def __init__(self, path: str, packages: str) -> None:
        self.declarations: list[Declaration] = []
        self.diagnostics: list[Diagnostic] = []
        self._path = path
        self._packages = packages

    def read(self, model: Shown, anchor: str) -> None:
        """Add what a model declares."""
        id_ = DeclarationId(self._path, anchor)
        title = (model.title.removeprefix(self._packages) or model.title)[:NAME_CHARACTERS]
        place = place_of(self._path, model.heading)
        tables = [block for block in model.blocks if isinstance(block, Table)]
        read = [table for table in tables if is_model(table)]
        self.diagnostics.extend(_unread(self._path, table) for table in tables if not is_model(table))
        texts, examples = _beside(model)
        description = joined(texts)
        at = len(self.declarations)
        only = read[0].rows[0] if len(read) == 1 and len(read[0].rows) == 1 else None
        if only is not None and _repeats(only, model_columns(read[0]), model.title):
            whole, said = self._alias(only, model_columns(read[0]), title, id_)
            made: Declaration = Alias(id_, title, place, description or said, whole, anchors=model.anchors)
        elif not read:
            made = Alias(id_, title, place, description, ANY, anchors=model.anchors)
        else:
            fields = tuple(self._fields(read, title, id_))
            usages = tuple(Usage(value, is_wire=True) for value in examples if isinstance(value, dict))
            made = Object(id_, title, place, description, fields, usages=usages, anchors=model.anchors)
        self.declarations.insert(at, made)  # before its parts

    def _alias(self, row: Row, columns: Columns, title: str, owner: DeclarationId) -> tuple[Type, str]:
        whole, _ = self._type(row.cells[columns["type"]], title, owner)
        said = read_description(row.cells[columns["description"]])
        if said.values:
            whole = ListOf(Constant(said.values)) if isinstance(whole, ListOf) else Constant(said.values)
        return whole, said.text

    def _fields(self, tables: Iterable[Table], title: str, owner: DeclarationId) -> Iterator[Field]:
        lines: dict[str, int] = {}
        for table in tables:
            columns = model_columns(table)
            table = replace(table, rows=tuple(map(_whole, table.rows)))
            for row, name in named_rows(table, columns, self._path, field_name, lines, self.diagnostics):
                yield self._field(row, columns, name, f"{title} {name}", owner)

    def _field(self, row: Row, columns: Columns, name: str, title: str, owner: DeclarationId) -> Field:
        cells = {role: row.cells[index] for role, index in columns.items()}
        said = read_description(cells["description"])
        place = place_of(self._path, cells["name"])
        whole, default = self._type(cells["type"], title, owner)
        may_be_null = isinstance(whole, Nullable)
        whole = whole.item if isinstance(whole, Nullable) else whole
        values = said.values
        if values:
            whole = ListOf(Constant(values)) if isinstance(whole, ListOf) else Constant(values)
        return Field(
            name=name,
            type=whole,
            presence=self._presence(cells["required"]),
            place=place,
            nullable=may_be_null,
            description=said.text,
            deprecated="" if is_struck(cells["name"]) else said.deprecated,
            examples=tuple(ShownValue(text, place_of(self._path, cells["description"])) for text in said.examples),
            wire=WireName(name, "the docs show the names on the wire"),
            default=ShownValue(default, place_of(self._path, cells["type"])) if default else None,
            access=said.access,
        )

    def _presence(self, cell: Inline) -> Presence:
        known = _REQUIRED.get(cell.text.strip().lower())
        if known is None:
            message = f'"{cell.text}" does not say whether the field is required; it is read as optional'
            self.diagnostics.append(Diagnostic(place_of(self._path, cell), "unknown-mark", message, "Write Yes or No."))
        return known or Presence.OPTIONAL

    def _type(self, cell: Inline, title: str, owner: DeclarationId) -> tuple[Type, str]:
        """The type in a cell, any value in an empty one, and the default that the cell tells."""
        typed = read_typed(cell)
        if not typed.type.source:
            return ANY, typed.default

        def part(shown: InlineObject) -> Type:
            return self._part(shown, " ".join((title, *shown.keys))[:NAME_CHARACTERS], owner)

        reading = read_type(typed.type, self._path, SWAGGER_MARKDOWN, inline=part)
        self.diagnostics.extend(reading.diagnostics)
        whole = reading.type
        if isinstance(whole, Nullable):
            return nullable(narrowed(whole.item, typed.values)), typed.default
        return narrowed(whole, typed.values), typed.default

    def _part(self, shown: InlineObject, title: str, owner: DeclarationId) -> Type:
        """A declaration of its own for an object that a type describes in place."""
        id_ = DeclarationId(self._path, f"{owner.anchor}.{len(self.declarations)}.{title}")
        fields = tuple(
            Field(
                name=name,
                type=whole.item if isinstance(whole, Nullable) else whole,
                presence=Presence.UNKNOWN,
                place=shown.place,
                nullable=isinstance(whole, Nullable),
                wire=WireName(name, "the docs show the names on the wire"),
            )
            for name, whole in dict(shown.fields).items()
        )
        named_by = "a type describes it in place"
        self.declarations.append(
            Object(id_, title, shown.place, "", fields, bases=shown.bases, part_of=owner, named_by=named_by)
        )
        return Ref(id_)


def _beside(model: Shown) -> tuple[list[str], list[Json]]:
    """The description of a model beside its table, and the values that it shows."""
    texts: list[str] = []
    examples: list[Json] = []
    for block in model.blocks:
        text = text_of(block)
        if text.startswith("<pre>"):
            examples.extend(parse(text.removeprefix("<pre>").removesuffix("</pre>")) or ())
        elif label(block) != "Example":
            texts.append(text)
    return texts, examples


def _whole(row: Row) -> Row:
    """The row with its description put together again, which a `|` without a backslash has parted."""
    if not row.surplus or row.surplus[-1].text.strip().lower() not in _REQUIRED:
        return row
    name, kind, *parts, required = (*row.cells, *row.surplus)
    description = replace(parts[0], source=" | ".join(part.source for part in parts))
    return replace(row, cells=(name, kind, description, required), written=len(row.cells), surplus=())


def _repeats(row: Row, columns: Columns, title: str) -> bool:
    """Whether a model's only row is the model itself: it has its name, and nothing says whether it is required."""
    return field_name(row.cells[columns["name"]]) == title and not row.cells[columns["required"]].source


def _unread(path: str, table: Table) -> Diagnostic:
    message = "the table shows no properties; it is left out"
    help_ = "Give it the columns Name, Type, Description and Required."
    return Diagnostic(Place(path, table.line), "unread-table", message, help_)
