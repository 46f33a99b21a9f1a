"""What a page of a typed SDK's docs says: the declaration of its model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...diagnostics import Diagnostic, Place
from ...frozen import frozen
from ...limits import NAME_CHARACTERS
from ...markdown import Block, Fence, ItemList, Page, Prose, Section, Table
from ...model.declarations import Alias, Declaration, Enumeration, Object
from ...model.types import ANY, DeclarationId, MapOf, Type
from ...notation.vocabulary import Vocabulary
from ..family import Reading
from .fields import field_columns, read_fields
from .marks import split_notice
from .operations import uses
from .outline import FIELDS, TYPES, VALUES, Outline, field_tables, outline
from .unions import read_members
from .usage import read_usages
from .values import is_open_notice, read_values


def read_page(page: Page, vocabulary: Vocabulary, *, is_model: bool) -> Reading:
    """What a page says.

    is_model  whether the tree takes it for a model's
    """
    shown = outline(page) if is_model else None
    if shown is None:
        return Reading((), tuple(uses(page)), tuple(lost(page)))
    declaration, diagnostics = _read_model(page, shown, vocabulary)
    return Reading((declaration,), (), diagnostics)


def lost(page: Page) -> Iterator[Diagnostic]:
    """The first table of fields on a page that has no place for one."""
    tables = (table for section in page.sections for table in section.tables)
    table = next((table for table in tables if {"name", "type"} <= field_columns(table).keys()), None)
    if table is not None:
        yield Diagnostic(
            Place(page.path, table.line),
            "skipped-fields",
            "the table shows fields, but the page does not look like the page of a model; it is skipped",
            'Begin the page with the title of the model, the only one with "#", and put "## Fields" above the table.',
        )


def _read_model(page: Page, shown: Outline, vocabulary: Vocabulary) -> _Shape:
    """The declaration that a page with this outline makes."""
    heading = shown.title.heading
    title = heading.text.strip()
    struck = bool(heading.spans) and all(span.strike for span in heading.spans)
    notice, said = _introduced(shown.title)
    told = _Told(
        id=DeclarationId(page.path),
        title=title[:NAME_CHARACTERS],
        place=Place(page.path, heading.line, heading.column, max(len(heading.source), 1)),
        description=_joined(said, *_beside(shown), *map(_with_heading, shown.other)),
        deprecated="" if notice is None and struck else notice,
    )
    unread = (*_long_title(told.place, title), *_unread_tables(page.path, shown))
    if shown.shape is None:
        return told.alias(ANY), unread
    declaration, diagnostics = _READERS[shown.kind](told, shown.shape, shown, page.path, vocabulary)
    return declaration, (*unread, *diagnostics)


@frozen()
class _Told:
    """The facts on a page about its model, besides the shape."""

    id: DeclarationId
    title: str
    place: Place
    description: str
    deprecated: str | None

    def alias(self, whole: Type) -> Alias:
        return Alias(self.id, self.title, self.place, self.description, whole, deprecated=self.deprecated)


_Shape = tuple[Declaration, tuple[Diagnostic, ...]]


def _read_object(told: _Told, shape: Section, shown: Outline, path: str, vocabulary: Vocabulary) -> _Shape:
    tables = field_tables(shown)
    if not tables:
        return told.alias(ANY), (_no_fields(path, shape),)
    fields, extra, diagnostics = read_fields(tables, path, told.title, vocabulary)
    description = _joined(told.description, extra.description if extra else "")
    others = None if extra is None else extra.type.value if isinstance(extra.type, MapOf) else ANY
    found = Object(
        told.id, told.title, told.place, description, fields, told.deprecated, others, tuple(read_usages(shown.usage))
    )
    return found, diagnostics


def _read_enumeration(told: _Told, shape: Section, shown: Outline, path: str, vocabulary: Vocabulary) -> _Shape:
    members, is_open, diagnostics = read_values(shape, path)
    is_open = is_open or any(map(is_open_notice, shown.title.blocks))
    if not members:
        return told.alias(ANY), diagnostics
    found = Enumeration(told.id, told.title, told.place, told.description, members, is_open, told.deprecated)
    return found, diagnostics


def _read_union(told: _Told, shape: Section, shown: Outline, path: str, vocabulary: Vocabulary) -> _Shape:
    whole, diagnostics = read_members(shape, shown.below, path, vocabulary)
    return told.alias(whole), diagnostics


_READERS = {FIELDS: _read_object, VALUES: _read_enumeration, TYPES: _read_union}


def _introduced(section: Section) -> tuple[str | None, str]:
    """The notice of deprecation in a section, None without one, and what it says besides."""
    notice: str | None = None
    texts = []
    for block in section.blocks:
        text = _text(block)
        found, rest = split_notice(text) if notice is None else (None, text)
        notice = notice if found is None else found
        texts.append(rest)
    return notice, _joined(*texts)


def _beside(shown: Outline) -> Iterator[str]:
    """The prose beside the model's shape. Lists and code in it may be the shape itself."""
    if shown.shape is None:
        return
    kinds = Prose if shown.kind != FIELDS else (Prose, ItemList, Fence)
    for section in (shown.shape, *shown.below):
        text = _joined(
            *(_text(block) for block in section.blocks if isinstance(block, kinds) and not is_open_notice(block))
        )
        if text:
            yield text if section is shown.shape else f"{section.heading.source}\n\n{text}"


def _with_heading(section: Section) -> str:
    text = _joined(*map(_text, section.blocks))
    return f"{section.heading.source}\n\n{text}" if text else ""


def _text(block: Block) -> str:
    """What a block says, as Markdown; "" for a table."""
    match block:
        case Prose(source=source) | ItemList(source=source):
            return source
        case Fence(info=info, text=text):
            return f"```{info}\n{text.rstrip()}\n```"
        case Table():
            return ""


def _joined(*texts: str) -> str:
    return "\n\n".join(text for text in texts if text)


def _long_title(place: Place, title: str) -> Iterator[Diagnostic]:
    if len(title) > NAME_CHARACTERS:
        message = f"the title has more than {NAME_CHARACTERS} characters; the rest is left out"
        yield Diagnostic(place, "name-too-long", message, "Shorten it.")


def _unread_tables(path: str, shown: Outline) -> Iterator[Diagnostic]:
    read = {id(table) for table in _read_tables(shown)}
    sections = (shown.title, *([shown.shape] if shown.shape else ()), *shown.below, *shown.other)
    for table in (table for section in sections for table in section.tables):
        if id(table) not in read:
            yield Diagnostic(
                Place(path, table.line),
                "unread-table",
                "the table shows no fields and no values; it is left out",
                "Move it below the heading Fields or Values, or give it the columns that these have.",
            )


def _read_tables(shown: Outline) -> Sequence[Table]:
    """The tables that are read, or said to lack something."""
    if shown.shape is None or shown.kind == TYPES:
        return ()
    if shown.kind == VALUES:
        return shown.shape.tables
    return field_tables(shown) or (shown.shape.tables if len(shown.shape.tables) == 1 else ())


def _no_fields(path: str, shape: Section) -> Diagnostic:
    if shape.tables:
        place = Place(path, shape.tables[0].line)
        message = "the table of fields has no Field column; the page is typed as Any"
        return Diagnostic(place, "missing-column", message, "Add a column Field.")
    place = Place(path, shape.heading.line, shape.heading.column, max(len(shape.heading.source), 1))
    message = "the section has no table of fields; the page is typed as Any"
    return Diagnostic(place, "no-table", message, "Add a table with the columns Field and Type.")
