"""The declarations of a page's model."""

from __future__ import annotations

from collections.abc import Iterator

from ...markdown import Inline, Page, Prose
from ...model.declarations import Access, Field, Json, Member, Presence
from ...model.examples import parse
from ...model.names import folded
from ...model.types import ANY, INTEGER, STRING, Constant, MapOf, Type, union
from ...notation.vocabulary import Vocabulary
from ...patterns import regex
from ...tables.rows import place_of
from ...tables.texts import description_text, joined, text_of
from ...tables.values import distinct
from ..family import Reading
from ..kit import Builder, RowDraft, TableRow, json_usages
from .cells import plain_type, read_description
from .dialects import dialect
from .outline import CONTAINER, ENUMERATION, ModelPage, field_tables, model_page
from .values import listed_values

_EXTRA = "additionalproperties"
_EXAMPLE = "exampleAdditionalProperty"
_FRAME = regex(r"\*This model accepts additional fields of type .+\*|Source: https?://\S+")
_ACCESS = {"Read-only": Access.READ_ONLY, "Write-only": Access.WRITE_ONLY}


def read_page(page: Page, vocabulary: Vocabulary) -> Reading:
    """The model of a page."""
    draft = model_page(page)
    if draft is None:
        return Reading(())
    builder = Builder(page.path, (draft,))
    _Reader(draft, dialect(vocabulary), builder).declare()
    return builder.reading()


class _Reader:
    """Reads the tables of one model."""

    def __init__(self, draft: ModelPage, vocabulary: Vocabulary, builder: Builder) -> None:
        self._draft = draft
        self._words = vocabulary
        self._builder = builder

    def declare(self) -> None:
        """Declare an object, a union, or an enumeration without known values."""
        draft, builder = self._draft, self._builder
        description = joined(_texts(draft))
        tables = field_tables(draft)
        known = {id(table.table) for table in tables}
        for table in (table for table in draft.shape.tables if id(table) not in known):
            builder.unread_table(table, "Give it the columns Name, Type, Tags and Description.")
        rows = [row for table in tables for row in builder.checked_rows(table)]
        if draft.kind == ENUMERATION:
            self._enumeration(rows, description)
        elif draft.kind == CONTAINER:
            kinds = [self._type(row, required=True) for row in rows]
            builder.alias(draft, description, ANY if not kinds or ANY in kinds else union(*kinds))
        else:
            self._object(rows, description)

    def _enumeration(self, rows: list[TableRow], description: str) -> None:
        """Declare the values in the description: the rows only have names of code."""
        draft, builder = self._draft, self._builder
        names = [_name(row) for row in rows]
        if rows and (values := listed_values(names, draft.intro.blocks)):
            members = (
                Member(name, value, place_of(builder.path, row["name"]), description_text(row.get("description")))
                for name, value, row in zip(names, values, rows, strict=True)
            )
            builder.enumeration(draft, description, distinct(members, builder.diagnostics))
            return
        message = "the page names the values and does not show them; any text or integer fits"
        builder.report(draft.heading, "no-shape", message, "Set the type of its fields, if the values matter.")
        called = ", ".join(f"`{name}`" for name in names)
        builder.alias(draft, joined((description, f"Its values are called {called}." if names else "")), _VALUES)

    def _object(self, rows: list[TableRow], description: str) -> None:
        draft, builder = self._draft, self._builder
        extra = next((row for row in rows if folded(_name(row)) == _EXTRA), None)
        lines: dict[str, int] = {}
        fields = [
            self._field(row)
            for row in rows
            if row is not extra
            and builder.is_named(row["name"], _name(row))
            and builder.is_new(row["name"], _name(row), lines)
        ]
        values = [value for fence in draft.examples for value in parse(fence.text) or ()]
        bases = [self._base(Inline(block.source, block.line, 1)) for block in _blocks(draft)]
        usages = json_usages(map(_without_extra, values))
        builder.object(draft, description, fields, extra=self._extra(extra), bases=bases, usages=usages)

    def _field(self, row: TableRow) -> Field:
        tags = {tag.strip() for tag in row["tags"].text.split(",")} if row.get("tags") else set()
        presence = Presence.REQUIRED if "Required" in tags else Presence.OPTIONAL if tags else Presence.UNKNOWN
        description = read_description(row.get("description"))
        kind = self._type(row, required=presence is Presence.REQUIRED)
        only = tuple(value for value in description.value if isinstance(value, str | int | bool))
        return self._builder.field(
            _name(row),
            RowDraft(
                row["name"],
                Constant(only) if only else kind,
                presence,
                description=description.text,
                access=next((access for tag, access in _ACCESS.items() if tag in tags), Access.BOTH),
                constraints=description.constraints,
                default=self._builder.raw_value(description.default, row["name"]) if description.default else None,
            ),
        )

    def _type(self, row: TableRow, *, required: bool) -> Type:
        cell = row.get("type")
        if cell is None:
            return ANY
        plain = plain_type(cell, self._builder.path)
        return self._builder.type_reading(plain, self._words, required=required).type

    def _extra(self, row: TableRow | None) -> Type | None:
        """The type of undocumented fields. Their row shows a map, or in C# the values of the map."""
        if row is None:
            return None
        kind = self._type(row, required=True)
        return kind.value if isinstance(kind, MapOf) else kind

    def _base(self, cell: Inline) -> Type:
        return self._builder.type(plain_type(cell, self._builder.path), self._words)


_VALUES = union(STRING, INTEGER)
"""The types that the values of an enumeration may have."""


def _name(row: TableRow) -> str:
    return row["name"].text.strip()


def _texts(draft: ModelPage) -> Iterator[str]:
    blocks = (
        block
        for block in draft.intro.blocks
        if not (isinstance(block, Prose) and _FRAME.fullmatch(block.source.strip()))
    )
    return map(text_of, blocks)


def _blocks(draft: ModelPage) -> Iterator[Prose]:
    blocks = draft.base.blocks if draft.base is not None else ()
    return (block for block in blocks if isinstance(block, Prose))


def _without_extra(value: Json) -> Json:
    """An example without the field that stands for undocumented fields."""
    if not isinstance(value, dict):
        return value
    return {key: inner for key, inner in value.items() if not key.startswith(_EXAMPLE)}
