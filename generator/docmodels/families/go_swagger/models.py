"""The declarations of a page's models."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType

from ...markdown import Block, Inline, ItemList, Page, Prose, Table
from ...model.declarations import Direction
from ...model.types import ANY, Link, MapOf, Type
from ...notation.openapi import GO_SWAGGER
from ...notation.parser import read_type
from ...patterns import regex
from ...tables.texts import description_text, joined, text_of
from ...tables.uses import operation_uses
from ..family import Reading
from ..kit import Builder
from .bodies import body_sections, drafts
from .outline import EXTRA, FIELDS, LabelledDraft, field_table, model_sections
from .rows import NEEDED, read_fields

_DIRECTIONS = MappingProxyType(
    {
        "parameters": Direction.SENT,
        "request attributes": Direction.SENT,
        "responses": Direction.RECEIVED,
        "schema": Direction.RECEIVED,
        "response": Direction.RECEIVED,
    }
)
_COMPOSED = regex(r"composed type\s+(?P<type>\[[^\[\]]*\]\([^()]*\))\s*")
_MEMBER = regex(r"composed type|inlined member")
_QUOTE = regex(r"^> ?", re.MULTILINE)


def read_page(page: Page, packages: str, *, is_renamed: bool) -> Reading:
    """Declare the models of a page, and the uses in its operations.

    packages    the prefix to leave out of titles
    is_renamed  whether properties have the names of Go's fields
    """
    models = page.once(drafts)
    builder = Builder(page.path, models, packages)
    for draft in models:
        _declare(draft, builder, is_renamed=is_renamed)
    return builder.reading(operation_uses(page, _DIRECTIONS, model_sections(page) | body_sections(page)))


def _declare(draft: LabelledDraft, builder: Builder, *, is_renamed: bool) -> None:
    others = [block for label, block in draft.labelled if label == EXTRA]
    beside = [block for label, block in draft.labelled if label not in (FIELDS, EXTRA)]
    bases = tuple(_bases(beside, builder))
    extra = _extra(others[0], builder) if others else None
    if draft.property_tables or len(bases) > 1 or (bases and extra is not None):
        description = joined(_texts(beside, builder))
        fields = read_fields(draft.property_tables, builder, is_renamed=is_renamed)
        builder.object(draft, description, fields, extra=extra, bases=bases)
        return
    type_, source = (bases[0], None) if bases else _type_of(draft, beside, builder)
    if type_ is None:
        type_ = ANY if extra is None else MapOf(extra)
    description = joined(_texts((block for block in beside if block is not source), builder))
    if isinstance(source, Table):
        description = description or description_text(next(field_table(source).rows).get("description"))
    builder.alias(draft, description, type_)


def _bases(blocks: Iterable[Block], builder: Builder) -> Iterator[Type]:
    """The members of a model's `allOf`."""
    for item in (item for block in blocks if isinstance(block, ItemList) for item in block.items):
        if match := _COMPOSED.fullmatch(item.source):
            yield builder.type(Inline(match["type"], item.line, item.column + match.start("type")), GO_SWAGGER)


def _type_of(draft: LabelledDraft, blocks: Sequence[Block], builder: Builder) -> tuple[Type | None, Block | None]:
    """The type of a model without properties, and the source of that: a table of one row, or a paragraph."""
    for table in map(field_table, (block for block in blocks if isinstance(block, Table))):
        if {"name", "type"} <= table.columns.keys() and len(table.table.rows) == 1:
            return builder.type(next(table.rows).filled("type"), GO_SWAGGER), table.table
    paragraphs = [block for block in blocks if isinstance(block, Prose) and not block.source.startswith(">")]
    for block in reversed(paragraphs):
        reading = read_type(Inline(block.source, block.line, 1), builder.path, GO_SWAGGER)
        if not reading.diagnostics and not reading.strange:
            # A map is shown as a link to itself.
            link = reading.type
            is_map = isinstance(link, Link) and link.href.removeprefix("#") in draft.anchors
            return MapOf(ANY) if is_map else reading.type, block
    return None, None


def _extra(block: Block, builder: Builder) -> Type:
    """The type of additional properties."""
    if isinstance(block, Table):
        row = next(field_table(block).rows, None)
        return builder.type(row.filled("type") if row else None, GO_SWAGGER)
    return builder.type(Inline(block.source, block.line, 1), GO_SWAGGER) if isinstance(block, Prose) else ANY


def _texts(blocks: Iterable[Block], builder: Builder) -> Iterator[str]:
    """The description of a model; its quotations become paragraphs."""
    for block in blocks:
        if isinstance(block, Table):
            builder.unread_table(block, NEEDED)
        elif not (isinstance(block, ItemList) and all(_MEMBER.match(item.source) for item in block.items)):
            yield _QUOTE.sub("", text_of(block))
