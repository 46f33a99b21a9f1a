"""The declarations of a page's models."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from ...markdown import Page, Prose, Table
from ...model.declarations import Direction, Member
from ...model.types import Constant
from ...tables.rows import place_of
from ...tables.texts import joined, text_of
from ...tables.uses import operation_uses
from ...tables.values import distinct
from ..family import Reading
from ..kit import Builder, Draft, RoleTable
from .outline import drafts, is_model, is_of_values, model_columns, model_sections, type_line
from .rows import read_fields, read_type

_DIRECTIONS = MappingProxyType(
    {"parameters": Direction.SENT, "body parameter": Direction.SENT, "responses": Direction.RECEIVED}
)
_FRAMES = ("*Polymorphism*", "*Discriminator*", "*Type* :")


def read_page(page: Page, packages: str) -> Reading:
    """Declare the models of a page, and the uses in its operations.

    packages  the prefix to leave out of titles
    """
    builder = Builder(page.path, page.once(drafts), packages)
    for draft in builder.drafts:
        _declare(draft, builder)
    return builder.reading(operation_uses(page, _DIRECTIONS, model_sections(page)))


def _declare(draft: Draft, builder: Builder) -> None:
    tables: list[RoleTable] = []
    values: list[Table] = []
    for block in draft.blocks:
        if isinstance(block, Table) and is_model(block):
            tables.append(RoleTable(block, model_columns(block)))
        elif isinstance(block, Table) and is_of_values(block):
            values.append(block)
        elif isinstance(block, Table):
            builder.unread_table(block, "Give it the columns Name and Schema.")
    description = joined(_texts(draft))
    if tables:
        builder.object(draft, description, read_fields(tables, builder))
        return
    if values:
        cells = (row.cells for table in values for row in table.rows)
        named = (Member("", cell.text.strip(), place_of(builder.path, cell), text.prose) for cell, text in cells)
        builder.enumeration(draft, description, distinct(named, builder.diagnostics))
        return
    line = next((line for block in draft.blocks if (line := type_line(block)) is not None), None)
    type_ = read_type(line, builder)
    if isinstance(type_, Constant):
        place = builder.place(draft)
        members = (Member("", value, place) for value in type_.values if not isinstance(value, bool))
        builder.enumeration(draft, description, members)
    else:
        builder.alias(draft, description, type_)


def _texts(draft: Draft) -> Iterator[str]:
    """The description of a model, without the lines about its type."""
    for block in draft.blocks:
        text = text_of(block)
        if isinstance(block, Prose):
            text = "\n".join(line for line in text.split("\n") if not line.startswith(_FRAMES))
        yield text.strip()
