"""The declarations of a page's types."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from ...frozen import replace
from ...markdown import Inline, Page, Prose, Table
from ...model.declarations import Member, Presence
from ...model.types import ANY, Link, ListOf, Nullable, Type, UnionOf, nullable, union
from ...tables.rows import place_of
from ...tables.texts import description_text, joined, text_of
from ..family import Reading
from ..kit import Builder, Draft, RoleTable, RowDraft, TableRow, role_table, wire_name
from .outline import INPUTS, OBJECTS, Kind, drafts
from .sdl import SCALARS, SdlField, SdlType, is_model, sdl_type, type_cell

_ROLES = MappingProxyType({"field": "name", "argument": "argument", "type": "type", "description": "description"})
_VALUES = MappingProxyType({"value": "name", "description": "description"})
_DEPRECATED = "⚠️"
_MOST_CHARACTERS = 60
"""The most characters of a line in a finding."""
_DEEPEST = 20
"""The most lists around a type. A type in more lists is Any."""


def read_page(page: Page, packages: str) -> Reading:
    """The types of a page."""
    sdl = sdl_type(page)
    if sdl is not None:
        return _read_sdl(page, sdl)
    types = list(drafts(page))
    builder = Builder(page.path, (draft for draft, _ in types), packages)
    for draft, kind in types:
        _declare(draft, kind, builder)
    return builder.reading()


def _read_sdl(page: Page, sdl: SdlType) -> Reading:
    """Declare the type of a page in GraphQL's notation."""
    if not is_model(sdl):
        return Reading(())
    line, column = sdl.fence.place(max(sdl.fence.text.find(sdl.name), 0))
    draft = Draft(Inline(sdl.name, line, column), sdl.name)
    builder = Builder(page.path, (draft,))
    for text in sdl.unread:
        place = sdl.fence.place(max(sdl.fence.text.find(text), 0))
        message = f'"{text[:_MOST_CHARACTERS]}" is no field or value in GraphQL; it is left out'
        builder.report(
            Inline(text[:_MOST_CHARACTERS], *place), "unread-row", message, "Write `name: Type`, or a name for a value."
        )
    if sdl.kind == "enum":
        members = (
            Member(
                item.name,
                item.name,
                builder.place(draft),
                sdl.descriptions.get(item.name, ""),
                "" if item.is_deprecated else None,
            )
            for item in sdl.fields
        )
        builder.enumeration(draft, sdl.description, tuple(members))
    elif sdl.kind in ("union", "scalar"):
        kinds = tuple(_sdl_type(item, sdl, builder)[0] for item in sdl.fields)
        builder.alias(draft, sdl.description, union(*kinds) if kinds else ANY)
    else:
        fields = [builder.field(item.name, _sdl_row(item, sdl, builder)) for item in sdl.fields]
        builder.object(draft, sdl.description, fields)
    return builder.reading()


def _sdl_row(item: SdlField, sdl: SdlType, builder: Builder) -> RowDraft:
    kind, is_required = _sdl_type(item, sdl, builder)
    cell = type_cell(item, sdl.fence)
    return RowDraft(
        replace(cell, source=item.name),
        kind,
        Presence.REQUIRED if is_required and not item.default else Presence.OPTIONAL,
        nullable=not is_required,
        description=sdl.descriptions.get(item.name, ""),
        deprecated="" if item.is_deprecated else None,
        wire=wire_name(item.name),
        default=builder.raw_value(item.default, cell) if item.default else None,
    )


def _sdl_type(item: SdlField, sdl: SdlType, builder: Builder) -> tuple[Type, bool]:
    text = "".join(item.type.split())
    kind = _parsed(text, sdl.hrefs.get(text.strip("[]!"), ""), type_cell(item, sdl.fence), builder)
    return (kind.item, False) if isinstance(kind, Nullable) else (kind, True)


def _declare(draft: Draft, kind: Kind, builder: Builder) -> None:
    description = joined(text_of(block) for block in draft.blocks if isinstance(block, Prose))
    if kind is Kind.ENUMS:
        tables = [role_table(table, _VALUES) for table in draft.tables if "value" in table.headings]
        builder.enumeration(draft, description, builder.members(tables, lambda cell: _name(cell)))
    elif kind is Kind.SCALARS:
        builder.alias(draft, description, SCALARS.get(draft.title, ANY))
    elif kind is Kind.UNIONS:
        members = tuple(_members(draft, builder))
        builder.alias(draft, description, UnionOf(members) if len(members) > 1 else members[0] if members else ANY)
    else:
        field_tables = [table for table in draft.tables if table.bare_headings - {""} in (OBJECTS, INPUTS)]
        tables = [_without_arguments(role_table(table, _ROLES)) for table in field_tables]
        builder.object(draft, description, builder.fields(tables, _name, lambda row, name: _row(row, name, builder)))


def _members(draft: Draft, builder: Builder) -> Iterator[Type]:
    for table in draft.tables:
        for row in table.rows:
            yield _type(row.cells[0], builder)[0]


def _without_arguments(role_table: RoleTable) -> RoleTable:
    """The table without rows of arguments. Their names have their own column, or are not bold."""
    rows = list(role_table.rows)
    is_bold = any(row["name"].source.startswith("**") for row in rows)
    kept = [row.row for row in rows if row["name"].source and row["name"].source.startswith("**") == is_bold]
    table = role_table.table
    return replace(role_table, table=Table(table.line, table.header, tuple(kept)))


def _name(cell: Inline) -> str:
    return cell.text.replace(_DEPRECATED, "").strip()


def _row(row: TableRow, name: str, builder: Builder) -> RowDraft:
    kind, is_required = _type(row["type"], builder)
    return RowDraft(
        row["name"],
        kind,
        Presence.REQUIRED if is_required else Presence.OPTIONAL,
        nullable=not is_required,
        description=description_text(row.get("description")),
        deprecated="" if _DEPRECATED in row["name"].text else None,
        wire=wire_name(name),
    )


def _type(cell: Inline, builder: Builder) -> tuple[Type, bool]:
    """The type in a cell, and whether it excludes null: `[[Room](#room)!]!` does."""
    text = "".join(cell.text.split())
    href = next((span.href for span in cell.spans if span.href is not None), "") or ""
    kind = _parsed(text, href, cell, builder)
    return (kind.item, False) if isinstance(kind, Nullable) else (kind, True)


def _parsed(text: str, href: str, cell: Inline, builder: Builder) -> Type:
    lists: list[bool] = []
    is_required = False
    while len(lists) < _DEEPEST:
        is_required = text.endswith("!")
        text = text.removesuffix("!")
        if not (text.startswith("[") and text.endswith("]")):
            break
        lists.append(is_required)
        text = text[1:-1]
    kind: Type = SCALARS.get(text) or (Link(href, text, place_of(builder.path, cell)) if text.isidentifier() else ANY)
    if kind == ANY:
        builder.report(cell, "type-syntax", f'"{cell.text}" is no type of GraphQL; it is typed as Any', "Correct it.")
    kind = kind if is_required else nullable(kind)
    for is_required_list in reversed(lists):
        kind = ListOf(kind) if is_required_list else nullable(ListOf(kind))
    return kind
