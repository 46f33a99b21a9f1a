"""From what a page shows of its models to what they declare."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from ...diagnostics import Diagnostic, Place
from ...limits import NAME_CHARACTERS
from ...markdown import Inline, Page, Prose, Row, Table
from ...model.declarations import (
    Access,
    Alias,
    Declaration,
    Direction,
    Enumeration,
    Field,
    Member,
    Object,
    Presence,
    Shown,
    WireName,
)
from ...model.types import ANY, Constant, DeclarationId, Type
from ...notation.openapi import SWAGGER2MARKUP
from ...notation.parser import read_type
from ...tables.columns import Columns
from ...tables.named import cell_of, named_rows
from ...tables.rows import place_of
from ...tables.texts import deprecation, joined, text_of
from ...tables.uses import operation_uses
from ..family import Reading
from .cells import field_name, marks, read_description, spelled
from .outline import Shown as Model
from .outline import is_model, model_columns, model_sections, models, told_type

_DIRECTIONS = MappingProxyType(
    {"parameters": Direction.SENT, "body parameter": Direction.SENT, "responses": Direction.RECEIVED}
)
_FRAMES = ("*Polymorphism*", "*Discriminator*", "*Type* :")


def read_page(page: Page, packages: str) -> Reading:
    """What a page says.

    packages  what is left out before the titles
    """
    reader = _Reader(page.path, packages)
    shown = models(page)
    for model in shown:
        reader.read(model, is_only=len(shown) == 1)
    uses = tuple(operation_uses(page, _DIRECTIONS, model_sections(page)))
    return Reading(tuple(reader.declarations), uses, tuple(reader.diagnostics))


class _Reader:
    def __init__(self, path: str, packages: str) -> None:
        self.declarations: list[Declaration] = []
        self.diagnostics: list[Diagnostic] = []
        self._path = path
        self._packages = packages
        self._ids: dict[int, DeclarationId] = {}
        self._taken: set[str] = set()

    def read(self, model: Model, *, is_only: bool) -> None:
        """Add what a model declares."""
        anchor = model.title if model.owner is None else f"{model.owner.title}.{model.title}"
        anchor = f"{anchor}-{model.heading.line}" if anchor in self._taken else anchor
        self._taken.add(anchor)
        id_ = DeclarationId(self._path, "" if is_only else anchor)
        self._ids[id(model)] = id_
        title = self._title(model)
        place = place_of(self._path, model.heading)
        tables = [block for block in model.blocks if isinstance(block, Table)]
        read = [table for table in tables if is_model(table)]
        self.diagnostics.extend(self._unread(table) for table in tables if not is_model(table))
        text = joined(_texts(model))
        notice = deprecation(text)
        owner = None if model.owner is None else self._ids[id(model.owner)]
        if read:
            fields = tuple(field for table in read for field in self._fields(table, lines={}))
            made: Declaration = Object(
                id_,
                title,
                place,
                text,
                fields,
                notice,
                anchors=model.anchors,
                part_of=owner,
                named_by="a type describes it in place" if owner else "",
            )
        else:
            told = next((found for block in model.blocks if (found := told_type(block)) is not None), None)
            whole = self._type(told) if told is not None else ANY
            if isinstance(whole, Constant):
                members = tuple(Member("", value, place) for value in whole.values if not isinstance(value, bool))
                made = Enumeration(id_, title, place, text, members, deprecated=notice, anchors=model.anchors)
            else:
                made = Alias(id_, title, place, text, whole, deprecated=notice, anchors=model.anchors)
        self.declarations.append(made)

    def _title(self, model: Model) -> str:
        owner = "" if model.owner is None else f"{self._title(model.owner)} "
        title = model.title.removeprefix(self._packages) or model.title
        return f"{owner}{title}"[:NAME_CHARACTERS]

    def _fields(self, table: Table, lines: dict[str, int]) -> Iterator[Field]:
        columns = model_columns(table)
        for row, name in named_rows(table, columns, self._path, field_name, lines, self.diagnostics):
            yield self._field(row, columns, name)

    def _field(self, row: Row, columns: Columns, name: str) -> Field:
        cell = row.cells[columns["name"]]
        said, marked = read_description(cell_of(row, columns, "description")), marks(cell)
        default = said.default or cell_of(row, columns, "default")
        presence = Presence.REQUIRED if "required" in marked else Presence.OPTIONAL if marked else Presence.UNKNOWN
        return Field(
            name=name,
            type=self._type(row.cells[columns["type"]]),
            presence=presence,
            place=place_of(self._path, cell),
            description=said.text,
            deprecated=deprecation(said.text),
            examples=(self._shown(said.example),) if said.example else (),
            wire=WireName(name, "the docs show the names on the wire"),
            default=self._shown(default) if default and default.source not in ("", "--") else None,
            access=Access.READ_ONLY if "read-only" in marked else Access.BOTH,
            constraints=said.constraints,
        )

    def _shown(self, cell: Inline) -> Shown:
        return Shown(cell.source.strip("`"), place_of(self._path, cell))

    def _type(self, cell: Inline) -> Type:
        if not cell.source:
            return ANY
        reading = read_type(spelled(cell), self._path, SWAGGER2MARKUP)
        self.diagnostics.extend(reading.diagnostics)
        return reading.type

    def _unread(self, table: Table) -> Diagnostic:
        message = "the table shows no fields; it is left out"
        return Diagnostic(
            Place(self._path, table.line), "unread-table", message, "Give it the columns Name and Schema."
        )


def _texts(model: Model) -> Iterator[str]:
    """The description of a model, less the lines that tell its type."""
    for block in model.blocks:
        text = text_of(block)
        if isinstance(block, Prose):
            text = "\n".join(line for line in text.split("\n") if not line.startswith(_FRAMES))
        yield text.strip()
