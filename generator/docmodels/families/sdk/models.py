"""The declarations of a page's model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...diagnostics import Diagnostic, Place
from ...markdown import Fence, ItemList, Page, Prose, Section, Table
from ...model.types import ANY, MapOf, union
from ...notation.vocabulary import Vocabulary
from ...tables.texts import joined, text_of
from ..family import Reading
from ..kit import Builder
from .cells import deprecation, is_struck, split_notice
from .operations import uses
from .outline import FIELDS, TYPES, VALUES, ModelPage, field_table, model_page
from .rows import read_fields
from .unions import has_unknown_members, read_union
from .usage import read_usages
from .values import is_open_notice, read_values


def read_page(page: Page, vocabulary: Vocabulary, *, is_model: bool) -> Reading:
    """Declare the model of a page, or the uses in its operations.

    is_model  whether the tree has settled that it is the page of a model
    """
    draft = page.once(model_page) if is_model else None
    if draft is None:
        return Reading((), tuple(uses(page)), tuple(skipped_fields(page)))
    builder = Builder(page.path, (draft,), deprecation=deprecation)
    _report_unread_tables(draft, builder)
    _declare(draft, vocabulary, builder)
    return builder.reading()


def skipped_fields(page: Page) -> Iterator[Diagnostic]:
    """The sighting of the first table of fields, on a page that is no model."""
    tables = (table for section in page.sections for table in section.tables)
    table = next((table for table in tables if {"name", "type"} <= field_table(table).columns.keys()), None)
    if table is not None:
        yield Diagnostic(
            Place(page.path, table.line),
            "skipped-fields",
            "the table shows fields, but the page does not look like the page of a model; it is skipped",
            'Begin the page with the title of the model, the only one with "#", and put "## Fields" above the table.',
        )


def _declare(draft: ModelPage, vocabulary: Vocabulary, builder: Builder) -> None:
    notice, text = _introduced(draft.intro)
    notice = "" if notice is None and is_struck(draft.heading) else notice
    description = joined((text, *_beside(draft), *map(_with_heading, draft.other)))
    shape = draft.shape
    if shape is not None and draft.kind == TYPES:
        type_ = read_union(shape, draft.below, vocabulary, builder)
        type_ = union(type_, ANY) if has_unknown_members(draft.usage) else type_
        builder.alias(draft, description, type_, deprecated=notice)
        return
    if shape is not None and draft.kind == VALUES:
        members, is_open = read_values(shape, builder)
        is_open = is_open or any(map(is_open_notice, draft.intro.blocks))
        if members:
            builder.enumeration(draft, description, members, is_open=is_open, deprecated=notice)
            return
    elif shape is not None and not draft.field_tables:
        _report_no_fields(shape, builder)
    elif shape is not None:
        fields, row = read_fields(draft, vocabulary, builder)
        extra = None if row is None else row.type.value if isinstance(row.type, MapOf) else ANY
        description = joined((description, row.description if row else ""))
        usages = read_usages(draft.usage)
        builder.object(draft, description, fields, extra=extra, usages=usages, deprecated=notice)
        return
    builder.alias(draft, description, ANY, deprecated=notice)


def _introduced(section: Section) -> tuple[str | None, str]:
    """The notice of deprecation in a section, None without one; and the other text."""
    notice: str | None = None
    texts = []
    for block in section.blocks:
        text = text_of(block)
        if notice is None:
            notice, text = split_notice(text)
        texts.append(text)
    return notice, joined(texts)


def _beside(draft: ModelPage) -> Iterator[str]:
    """The prose beside the model's shape. Lists and code in it may be the shape itself."""
    if draft.shape is None:
        return
    kinds = Prose if draft.kind != FIELDS else (Prose, ItemList, Fence)
    for section in (draft.shape, *draft.below):
        blocks = (block for block in section.blocks if isinstance(block, kinds) and not is_open_notice(block))
        if text := joined(map(text_of, blocks)):
            yield text if section is draft.shape else f"{section.heading.source}\n\n{text}"


def _with_heading(section: Section) -> str:
    text = joined(map(text_of, section.blocks))
    return f"{section.heading.source}\n\n{text}" if text else ""


def _report_unread_tables(draft: ModelPage, builder: Builder) -> None:
    known = {id(table) for table in _read_tables(draft)}
    sections = (draft.intro, *([draft.shape] if draft.shape else ()), *draft.below, *draft.other)
    for table in (table for section in sections for table in section.tables):
        if id(table) not in known:
            help_ = "Move it below the heading Fields or Values, or give it the columns that these have."
            builder.unread_table(table, help_, content="fields and no values")


def _read_tables(draft: ModelPage) -> Sequence[Table]:
    """The tables to read, or to report."""
    if draft.shape is None or draft.kind == TYPES:
        return ()
    if draft.kind == VALUES:
        return draft.shape.tables
    tables = [table.table for table in draft.field_tables]
    return tables or (draft.shape.tables if len(draft.shape.tables) == 1 else ())


def _report_no_fields(shape: Section, builder: Builder) -> None:
    if shape.tables:
        place = Place(builder.path, shape.tables[0].line)
        message = "the table of fields has no Field column; the page is typed as Any"
        builder.report(place, "missing-column", message, "Add a column Field.")
    else:
        message = "the section has no table of fields; the page is typed as Any"
        builder.report(shape.heading, "no-table", message, "Add a table with the columns Field and Type.")
