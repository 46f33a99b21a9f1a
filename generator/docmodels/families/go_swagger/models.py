"""From what a page shows of its models to what they declare."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType

from ...diagnostics import Diagnostic, Place
from ...limits import NAME_CHARACTERS
from ...markdown import Block, Inline, ItemList, Page, Prose, Row, Table
from ...model.declarations import Alias, Declaration, Direction, Field, Object, Presence, Shown, WireName
from ...model.types import ANY, DeclarationId, Link, MapOf, Nullable, Type
from ...notation.openapi import GO_SWAGGER
from ...notation.parser import read_type
from ...tables.columns import Columns
from ...tables.named import cell_of, named_rows
from ...tables.rows import place_of
from ...tables.texts import deprecation, joined, said, text_of
from ...tables.uses import operation_uses
from ..family import Reading
from .outline import EXTRA, FIELDS, field_columns, model_sections, models
from .outline import Shown as Model

_DIRECTIONS = MappingProxyType(
    {
        "parameters": Direction.SENT,
        "request attributes": Direction.SENT,
        "responses": Direction.RECEIVED,
        "schema": Direction.RECEIVED,
        "response": Direction.RECEIVED,
    }
)
_REQUIRED = MappingProxyType({"✓": Presence.REQUIRED, "": Presence.OPTIONAL})
_COMPOSED = re.compile(r"composed type\s+(?P<type>\[[^\[\]]*\]\([^()]*\))\s*")
_MEMBER = re.compile(r"composed type|inlined member")
_QUOTE = re.compile(r"^> ?", re.MULTILINE)


def read_page(page: Page, packages: str, *, is_renamed: bool) -> Reading:
    """What a page says.

    packages    what is left out before the titles
    is_renamed  whether properties have the names of Go's fields
    """
    shown = models(page)
    reader = _Reader(page.path, packages, is_renamed=is_renamed)
    taken: set[str] = set()
    declarations: list[Declaration] = []
    for model in shown:
        anchor = model.anchors[0] if model.anchors else model.title
        anchor = anchor if anchor not in taken else f"{anchor}-{model.heading.line}"
        taken.add(anchor)
        declarations.append(reader.declaration(model, "" if len(shown) == 1 else anchor))
    uses = tuple(operation_uses(page, _DIRECTIONS, model_sections(page)))
    return Reading(tuple(declarations), uses, tuple(reader.diagnostics))


class _Reader:
    def __init__(self, path: str, packages: str, *, is_renamed: bool) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._path = path
        self._packages = packages
        self._is_renamed = is_renamed

    def declaration(self, model: Model, anchor: str) -> Declaration:
        """What a model declares."""
        id_ = DeclarationId(self._path, anchor)
        title = (model.title.removeprefix(self._packages) or model.title)[:NAME_CHARACTERS]
        place = place_of(self._path, model.heading)
        tables = model.tables
        others = [block for head, block in model.parts if head == EXTRA]
        beside = [block for head, block in model.parts if head not in (FIELDS, EXTRA)]
        bases = tuple(self._bases(beside))
        extra = self._extra(others[0]) if others else None
        if not tables and (bases == () or (len(bases) == 1 and extra is None)):
            told, block = self._told(model, beside) if not bases else (bases[0], None)
            whole = (MapOf(extra) if extra is not None else ANY) if told is None else told
            description = joined(self._beside(each for each in beside if each is not block))
            if isinstance(block, Table):
                description = description or said(cell_of(block.rows[0], field_columns(block), "description"))
            return Alias(id_, title, place, description, whole, anchors=model.anchors)
        description = joined(self._beside(beside))
        fields = tuple(self._fields(tables))
        return Object(id_, title, place, description, fields, extra=extra, bases=bases, anchors=model.anchors)

    def _bases(self, blocks: Iterable[Block]) -> Iterator[Type]:
        """The types that a model is composed of."""
        for block in blocks:
            if isinstance(block, ItemList):
                for item in block.items:
                    if match := _COMPOSED.fullmatch(item.source):
                        yield self._type(Inline(match["type"], item.line, item.column + match.start("type")))

    def _told(self, model: Model, blocks: Sequence[Block]) -> tuple[Type | None, Block | None]:
        """The type of a model without properties, and its source: a table of one row, or a paragraph."""
        for block in blocks:
            columns = field_columns(block) if isinstance(block, Table) else {}
            if isinstance(block, Table) and {"name", "type"} <= columns.keys() and len(block.rows) == 1:
                return self._type(block.rows[0].cells[columns["type"]]), block
        paragraphs = [block for block in blocks if isinstance(block, Prose) and not block.source.startswith(">")]
        for block in reversed(paragraphs):
            reading = read_type(Inline(block.source, block.line, 1), self._path, GO_SWAGGER)
            if reading.diagnostics or reading.strange:
                continue
            told = reading.type
            # A map is shown as a link to itself.
            itself = isinstance(told, Link) and told.href.removeprefix("#") in model.anchors
            return MapOf(ANY) if itself else told, block
        return None, None

    def _extra(self, block: Block) -> Type:
        """The type of the properties that have no name."""
        if isinstance(block, Table):
            columns = field_columns(block)
            if "type" in columns and block.rows:
                return self._type(block.rows[0].cells[columns["type"]])
        elif isinstance(block, Prose):
            return self._type(Inline(block.source, block.line, 1))
        return ANY

    def _fields(self, tables: Iterable[Table]) -> Iterator[Field]:
        lines: dict[str, int] = {}
        for table in tables:
            columns = field_columns(table)
            if "name" in columns and "type" in columns:
                for row, name in named_rows(table, columns, self._path, _name, lines, self.diagnostics):
                    yield self._field(row, columns, name)
            else:
                self.diagnostics.append(self._unread(table))

    def _field(self, row: Row, columns: Columns, name: str) -> Field:
        whole = self._type(row.cells[columns["type"]])
        description = said(cell_of(row, columns, "description"))
        return Field(
            name=name,
            type=whole.item if isinstance(whole, Nullable) else whole,
            presence=self._presence(row, columns),
            place=place_of(self._path, row.cells[columns["name"]]),
            nullable=isinstance(whole, Nullable),
            description=description,
            deprecated=deprecation(description),
            examples=tuple(self._shown(row, columns, "example")),
            wire=self._wire(name, whole),
            default=next(self._shown(row, columns, "default"), None),
        )

    def _wire(self, name: str, whole: Type) -> WireName | None:
        if self._is_renamed and name[:1].isupper() and not isinstance(whole, Link):
            return None
        return WireName(name, "the docs show the names on the wire")

    def _presence(self, row: Row, columns: Columns) -> Presence:
        cell = cell_of(row, columns, "required")
        if cell is None:
            return Presence.UNKNOWN
        known = _REQUIRED.get(cell.text.strip())
        if known is None:
            message = f'"{cell.text}" does not say whether the field is required; it is read as optional'
            help_ = "Write ✓, or nothing."
            self.diagnostics.append(Diagnostic(place_of(self._path, cell), "unknown-mark", message, help_))
        return known or Presence.OPTIONAL

    def _shown(self, row: Row, columns: Columns, role: str) -> Iterator[Shown]:
        cell = cell_of(row, columns, role)
        if cell is not None and cell.source:
            source = cell.source
            text = source[1:-1] if len(source) > 2 and source[0] == source[-1] == "`" else source
            yield Shown(text, place_of(self._path, cell))

    def _type(self, cell: Inline) -> Type:
        if not cell.source:
            return ANY
        reading = read_type(cell, self._path, GO_SWAGGER)
        self.diagnostics.extend(reading.diagnostics)
        return reading.type

    def _beside(self, blocks: Iterable[Block]) -> Iterator[str]:
        """The description of a model, without the marks of quotations."""
        for block in blocks:
            if isinstance(block, Table):
                self.diagnostics.append(self._unread(block))
            elif not (isinstance(block, ItemList) and all(_MEMBER.match(item.source) for item in block.items)):
                yield _QUOTE.sub("", text_of(block))

    def _unread(self, table: Table) -> Diagnostic:
        message = "the table shows no properties; it is left out"
        return Diagnostic(Place(self._path, table.line), "unread-table", message, "Give it the columns Name and Type.")


def _name(cell: Inline) -> str:
    """The name in a cell, which is no prose: `_id_` has no emphasis."""
    return cell.source.strip("` ")
