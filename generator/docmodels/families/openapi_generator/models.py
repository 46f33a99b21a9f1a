"""The declarations of a page's model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...frozen import frozen, replace
from ...markdown import Inline, ItemList, Page, Section, SpanKind, Table
from ...model.names import folded
from ...model.types import ANY, NUMBER, union
from ...notation.vocabulary import Vocabulary
from ...patterns import regex
from ...tables.texts import joined
from ..family import Reading
from ..kit import Builder
from .cells import blocks_text, deprecation, field_name, sections_text
from .operations import uses
from .outline import ModelPage, Shape, is_fields, is_of_operations, is_of_values, model_page
from .rows import FieldRow, RowReader, is_interface, model_rows
from .type_info import read_schemas, schemas
from .values import Listed, Values, listed, read_listed, read_values

_UNION = regex(r"This is an? \w+ model\. The value must be [a-z ]+ of the following types: (?P<types>.+)")
"""What Julia's docs show as the type of a union: `The value must be exactly one of the following types: Cat, Dog`."""


def read_page(
    page: Page, vocabulary: Vocabulary, *, shows_wire: bool, marks_required: bool, wraps_types: bool
) -> Reading:
    """Declare the model of a page, or the uses in its operations.

    shows_wire      whether the names of fields are those on the wire
    marks_required  whether a mark behind the name means required, and its absence optional
    wraps_types     whether a table with the row `value` alone shows a type that is no object
    """
    is_model = not is_of_operations(page)
    draft = page.once(model_page) if is_model else None
    if draft is not None:
        if vocabulary.language == "c":
            draft.title = draft.title.removesuffix("_t") or draft.title
        builder = Builder(page.path, (draft,), deprecation=deprecation)
        shape = draft.shape.blocks if draft.kind is Shape.FIELDS else ()
        texts = blocks_text(draft.intro.blocks), blocks_text(shape), sections_text(draft.beside)
        rows = page.once(model_rows)
        _declare(_Context(draft, rows, joined(texts), vocabulary, shows_wire, marks_required, wraps_types, builder))
        return builder.reading()
    if is_model and (infos := schemas(page)):
        return read_schemas(page.path, infos)
    return Reading((), tuple(uses(page, vocabulary)))


@frozen()
class _Context:
    """The model of a page, with everything that its declaration needs."""

    draft: ModelPage
    rows: Sequence[FieldRow]
    description: str
    vocabulary: Vocabulary
    shows_wire: bool
    marks_required: bool
    wraps_types: bool
    builder: Builder


def _declare(context: _Context) -> None:
    draft, builder = context.draft, context.builder
    shape = draft.shape
    match draft.kind:
        case Shape.FIELDS:
            _declare_object(context)
        case Shape.VARIANTS if draft.below or not is_of_values(shape.tables[0]):
            _declare_union((row.cells[0] for row in shape.tables[0].rows), context)
        case Shape.VALUES | Shape.VARIANTS:
            _declare_enumeration(read_values(shape, builder.title(draft), builder), context)
        case Shape.ONE_OF | Shape.ANY_OF:
            _declare_union(_items(shape), context)
        case Shape.METHODS:
            returned = [section for section in draft.below if section.heading.text.strip().lower() == "return type"]
            _declare_union((item for section in returned for item in _items(section)), context)


def _declare_object(context: _Context) -> None:
    draft, builder = context.draft, context.builder
    rows = [row for row in context.rows if not is_interface(row)]
    if len(rows) == 1 and field_name(rows[0].name) == "value" and _declare_wrapped(rows[0], context):
        return
    _report_unread_tables(tuple(filter(is_fields, draft.shape.tables)), draft, builder)
    if not rows and not draft.inner:
        _declare_shapeless(context)
        return
    lists = dict(_lists(draft, builder))
    reader = RowReader(
        builder.title(draft),
        context.vocabulary,
        lists,
        builder,
        shows_wire=context.shows_wire,
        marks_required=context.marks_required,
    )
    fields = tuple(reader.fields(rows))
    for name, section in draft.inner:
        if folded(name) in lists and folded(name) not in reader.used:
            heading = section.heading.text.strip()
            message = f'the values under "{heading}" belong to no field of the table; they are left out'
            help_ = "Call them after the field, or link its type to them."
            builder.report(section.heading, "unused-values", message, help_)
    builder.object(draft, context.description, fields, extra=reader.extra)


def _declare_shapeless(context: _Context) -> None:
    draft, builder = context.draft, context.builder
    message = "the page shows no shape: the model may be an enumeration, a union or any object; any value fits"
    builder.report(draft.heading, "no-shape", message, "Make the generator of the docs show it, if its shape matters.")
    builder.alias(draft, context.description, ANY)


def _declare_wrapped(row: FieldRow, context: _Context) -> bool:
    """Declare the type that a row called `value` stands for. Whether it does, and is no field."""
    draft, builder = context.draft, context.builder
    if row.notes is not None and row.notes.values is not None:
        _declare_enumeration(read_listed(row.notes.values, row.name, builder), context)
        return True
    if row.type is None:
        return False
    union_ = _UNION.fullmatch(row.type.text)
    if union_ is not None:
        _declare_union((replace(row.type, source=name) for name in union_["types"].split(", ")), context)
        return True
    if context.wraps_types:
        builder.alias(draft, context.description, builder.type(row.type, context.vocabulary))
    return context.wraps_types


def _lists(draft: ModelPage, builder: Builder) -> Iterator[tuple[str, Listed]]:
    """Folded name of a field -> the values that the page lists for it."""
    for name, section in draft.inner:
        values = read_values(section, name, builder)
        if values.has_fractions:
            _report_fractions(section.heading, builder)
        if values.members:
            yield folded(name), listed(name, values)


def _declare_enumeration(values: Values, context: _Context) -> None:
    draft, builder = context.draft, context.builder
    if values.has_fractions and draft.kind is not Shape.VARIANTS:  # Rust's docs show texts without quotes
        _report_fractions(draft.heading, builder)
        builder.alias(draft, context.description, NUMBER)
    elif values.members:
        builder.enumeration(draft, context.description, values.members, is_open=values.is_open)
    elif draft.kind is Shape.VARIANTS:  # Rust's docs show nothing of some unions
        _declare_shapeless(context)
    else:
        message = "the section shows no values; the page is typed as Any"
        builder.report(draft.shape.heading, "no-table", message, "Add a list of the values.")
        builder.alias(draft, context.description, ANY)


def _declare_union(cells: Iterable[Inline], context: _Context) -> None:
    """Declare the union of the types in cells."""
    draft, builder = context.draft, context.builder
    members = [builder.type(cell, context.vocabulary) for cell in cells]
    if not members:
        message = "the section shows no types; the page is typed as Any"
        builder.report(draft.shape.heading, "no-table", message, "List the types.")
    builder.alias(draft, context.description, union(*members) if members else ANY)


def _report_unread_tables(tables: Iterable[Table], draft: ModelPage, builder: Builder) -> None:
    known = {id(table) for table in tables}
    for table in (table for section in (draft.intro, draft.shape, *draft.beside) for table in section.tables):
        if id(table) not in known:
            help_ = "Give it the columns Name, Type, Description and Notes."
            builder.unread_table(table, help_, content="fields and no values")


def _report_fractions(where: Inline, builder: Builder) -> None:
    message = "the values are fractions, which no enumeration has; any number fits"
    builder.report(where, "fraction-values", message, "Treat them as examples.")


def _items(section: Section) -> Iterator[Inline]:
    """The types in a list of a section. Ruby's docs explain null there."""
    for item in (item for block in section.blocks if isinstance(block, ItemList) for item in block.items):
        code = [span.text for span in item.spans if span.kind is SpanKind.CODE]
        if code != ["nil"]:
            yield replace(item, source=f"`{code[0]}`") if code else item
