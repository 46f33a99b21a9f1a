"""The declarations of a page's models."""

from __future__ import annotations

from types import MappingProxyType

from ...markdown import Page, Table
from ...model.declarations import Direction, Json
from ...model.examples import parse
from ...model.types import ANY
from ...tables.texts import joined, text_of
from ...tables.uses import label, operation_uses
from ..family import Reading
from ..kit import Builder, Draft, RoleTable, TableRow, json_usages
from .cells import field_name
from .outline import drafts, is_model, model_columns, model_sections
from .rows import read_fields, read_only_row

_DIRECTIONS = MappingProxyType(
    {"parameters": Direction.SENT, "request body": Direction.SENT, "responses": Direction.RECEIVED}
)


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
    texts: list[str] = []
    examples: list[Json] = []
    for block in draft.blocks:
        text = text_of(block)
        if isinstance(block, Table) and is_model(block):
            tables.append(RoleTable(block, model_columns(block)))
        elif isinstance(block, Table):
            builder.unread_table(block, "Give it the columns Name, Type, Description and Required.")
        elif text.startswith("<pre>"):
            examples.extend(parse(text.removeprefix("<pre>").removesuffix("</pre>")) or ())
        elif label(block) != "Example":
            texts.append(text)
    description = joined(texts)
    rows = [row for table in tables for row in table.rows]
    if len(tables) == 1 and len(rows) == 1 and _repeats(rows[0], draft.title):
        type_, text = read_only_row(rows[0], draft, builder)
        builder.alias(draft, description or text, type_)
    elif tables:
        builder.object(draft, description, read_fields(tables, draft, builder), usages=json_usages(examples))
    else:
        builder.alias(draft, description, ANY)


def _repeats(row: TableRow, title: str) -> bool:
    """Whether a model's only row is the model itself: it has its name, and no mark for required."""
    return field_name(row["name"]) == title and not row["required"].source
