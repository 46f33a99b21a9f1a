"""The declarations of a page's types."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from ...frozen import replace
from ...markdown import Inline, Page, Prose, Table
from ...model.declarations import Member, Presence
from ...model.types import (
    ANY,
    Link,
    ListOf,
    Nullable,
    Type,
    UnionOf,
    nullable,
    union,
)
from ...tables.rows import place_of
from ...tables.texts import description_text, joined, text_of
from ..family import Reading
from ..kit import Builder, Draft, RoleTable, RowDraft, TableRow, role_table, wire_name
from .outline import INPUTS, OBJECTS, Kind, drafts
from .sdl import SCALARS, SdlField, SdlType, is_model, sdl_type, type_cell

_ROLES = MappingProxyType({"field": "name", "argument": "argument", "type": "type", "description": "description"})
_VALUES = MappingProxyType({"value": "name", "description": "description"})
_DEPRECATED = "⚠️"
_SHOWN = 60
"""How many characters of a line a finding shows."""
_DEEPEST = 20
"""How many lists a type may stand in; the type of what stands in more is any value."""


def read_page(page: Page, packages: str) -> Reading:
    """The types of a page."""
    shown = sdl_type(page)
    if shown is not None:
        return _read_sdl(page, shown)
    found = list(drafts(page))
    builder = Builder(page.path, (draft for draft, _ in found), packages)
    for draft, kind in found:
        _declare(draft, kind, builder)
    return builder.reading()


def _read_sdl(page: Page, shown: SdlType) -> Reading:
    """The type of a page in GraphQL's notation."""
    if not is_model(shown):
        return Reading(())
    line, column = shown.fence.place(max(shown.fence.text.find(shown.name), 0))
    draft = Draft(Inline(shown.name, line, column), shown.name)
    builder = Builder(page.path, (draft,))
    for text in shown.unread:
        place = shown.fence.place(max(shown.fence.text.find(text), 0))
        message = f'"{text[:_SHOWN]}" is no field or value in GraphQL; it is left out'
        builder.report(
            Inline(text[:_SHOWN], *place), "unread-row", message, "Write `name: Type`, or a name for a value."
        )
    if shown.kind == "enum":
        members = (
            Member(
                each.name,
                each.name,
                builder.place(draft),
                shown.descriptions.get(each.name, ""),
                "" if each.is_deprecated else None,
            )
            for each in shown.fields
        )
        builder.enumeration(draft, shown.description, tuple(members))
    elif shown.kind in ("union", "scalar"):
        kinds = tuple(_sdl_type(each, shown, builder)[0] for each in shown.fields)
        builder.alias(draft, shown.description, union(*kinds) if kinds else ANY)
    else:
        fields = [builder.field(each.name, _sdl_row(each, shown, builder)) for each in shown.fields]
        builder.object(draft, shown.description, fields)
    return builder.reading()


def _sdl_row(each: SdlField, shown: SdlType, builder: Builder) -> RowDraft:
    kind, is_required = _sdl_type(each, shown, builder)
    cell = type_cell(each, shown.fence)
    return RowDraft(
        replace(cell, source=each.name),
        kind,
        Presence.REQUIRED if is_required and not each.default else Presence.OPTIONAL,
        nullable=not is_required,
        description=shown.descriptions.get(each.name, ""),
        deprecated="" if each.is_deprecated else None,
        wire=wire_name(each.name),
        default=builder.raw_value(each.default, cell) if each.default else None,
    )


def _sdl_type(each: SdlField, shown: SdlType, builder: Builder) -> tuple[Type, bool]:
    text = "".join(each.type.split())
    kind = _parsed(text, shown.hrefs.get(text.strip("[]!"), ""), type_cell(each, shown.fence), builder)
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
        shown = [table for table in draft.tables if table.bare_headings - {""} in (OBJECTS, INPUTS)]
        tables = [_without_arguments(role_table(table, _ROLES)) for table in shown]
        builder.object(draft, description, builder.fields(tables, _name, lambda row, name: _row(row, name, builder)))


def _members(draft: Draft, builder: Builder) -> Iterator[Type]:
    for table in draft.tables:
        for row in table.rows:
            yield _type(row.cells[0], builder)[0]


def _without_arguments(shown: RoleTable) -> RoleTable:
    """The table without the rows of arguments: their names stand in a column of their own, or are not bold."""
    rows = list(shown.rows)
    is_bold = any(row["name"].source.startswith("**") for row in rows)
    kept = [row.row for row in rows if row["name"].source and row["name"].source.startswith("**") == is_bold]
    table = shown.table
    return replace(shown, table=Table(table.line, table.header, tuple(kept)))


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
    """The type in a cell, `[[Room](#room)!]!`, and whether it excludes null."""
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
    for each in reversed(lists):
        kind = ListOf(kind) if each else nullable(ListOf(kind))
    return kind
