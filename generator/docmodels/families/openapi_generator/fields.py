"""The table of a model's fields."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ...diagnostics import Diagnostic
from ...frozen import frozen
from ...limits import NAME_CHARACTERS
from ...markdown import Inline, Row, Table
from ...model.declarations import Access, Field, Presence, Shown, WireName
from ...model.model import map_type
from ...model.names import folded
from ...model.types import ANY, INTEGER, NUMBER, STRING, Constant, Link, Nullable, Type, walk
from ...notation.parser import read_type
from ...notation.vocabulary import Vocabulary
from ...tables.rows import place_of
from .notes import Notes, read_notes
from .outline import field_columns
from .renamings import original
from .text import described, is_deprecated
from .values import Listed

_TOLD = re.compile(r"\(enum: (?P<values>[^()]+)\)\s*$")
EVERY_NAME = "any string name"
_POINTERS_SAY_NOTHING = ("go",)  # a pointer belongs to the client, not to the API
_TEXTS_WITHOUT_QUOTES = ("rust",)
_SCALARS = (STRING, INTEGER, NUMBER)  # what a type is reduced to where its values stand elsewhere
_WIRE = "the docs show the names on the wire"


@frozen()
class FieldRow:
    """One row, also with unescaped `|` in it: name and type are counted from the left, notes from the right."""

    name: Inline
    type: Inline | None
    description: Inline | None
    notes: Notes | None


def field_rows(table: Table) -> Iterator[FieldRow]:
    """The rows of a table that has the columns of fields."""
    at = field_columns(table)
    for row in table.rows:
        yield _field_row(row, at.get("notes"))


def _field_row(row: Row, notes_at: int | None) -> FieldRow:
    name, *rest = (*row.cells, *row.surplus)
    kind: Inline | None = None
    if rest:
        kind, *rest = rest
        while rest and _is_broken(kind.source):  # `**string | null**`
            kind, *rest = replace(kind, source=f"{kind.source}|{rest[0].source}"), *rest[1:]
    said = [(at, cell) for at, cell in enumerate(rest, 2) if cell.source]
    notes = Notes() if notes_at is not None else None
    if said and notes_at is not None and said[-1][0] >= notes_at:
        read = read_notes(said[-1][1].source)
        if read is not None:
            notes = read
            said.pop()
    return FieldRow(name, kind, _joined([cell for _, cell in said]) if said else None, notes)


def _is_broken(source: str) -> bool:
    """Whether what a cell opens is not closed in it. A pointer has stars of its own: `[****os.File**](*os.File.md)`."""
    _, opened, target = source.rpartition("](")
    return source.replace("****", "**").count("**") % 2 > 0 or (bool(opened) and ")" not in target)


def _joined(cells: Sequence[Inline]) -> Inline:
    return replace(cells[0], source=" | ".join(cell.source for cell in cells))


def field_name(cell: Inline) -> str:
    """The name that a cell shows, in bold or as code. Nothing in it is Markdown."""
    name = html.unescape(cell.source.replace("\\_", "_")).strip("*` ")
    return name.removeprefix("r#")  # as Rust quotes names


class FieldReader:
    """Reads the rows of a model's tables; faults in them gather in `diagnostics`.

    lists       by the folded names that the page has for them, the values that fields have
    shows_wire  whether the names are those on the wire
    renames     whether names are changed that the language could not use
    """

    def __init__(
        self,
        path: str,
        title: str,
        vocabulary: Vocabulary,
        lists: Mapping[str, Listed],
        *,
        shows_wire: bool,
        renames: bool = True,
    ) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.used: set[str] = set()
        self.extra: Type | None = None
        self._path = path
        self._title = title
        self._words = vocabulary
        self._lists = lists
        self._shows_wire = shows_wire
        self._renames = renames
        self._seen: dict[str, FieldRow] = {}

    def fields(self, rows: Iterable[FieldRow]) -> Iterator[Field]:
        for row in rows:
            name = field_name(row.name)
            if not name:
                self._say(row.name, "missing-name", "the row names no field; it is left out", "Name the field.")
            elif len(name) > NAME_CHARACTERS:
                message = f"the name has more than {NAME_CHARACTERS} characters; the row is left out"
                self._say(row.name, "name-too-long", message, "Shorten it.")
            elif name in self._seen:
                self._check_twin(name, self._seen[name], row)
            else:
                self._seen[name] = row
                if name == EVERY_NAME:
                    self.extra, _ = self._type(row, name, Notes())
                else:
                    yield self._field(row, name)

    def _field(self, row: FieldRow, name: str) -> Field:
        notes = row.notes or Notes()
        whole, values = self._type(row, name, notes)
        nullable = isinstance(whole, Nullable)
        if isinstance(whole, Nullable):
            whole = whole.item
        text = described(row.description) if row.description else ""
        source = original(name, self._title, self._words.language) if self._renames else name
        return Field(
            name=name,
            type=whole,
            presence=_presence(row.notes),
            place=place_of(self._path, row.name),
            nullable=nullable,
            description=text,
            deprecated="" if is_deprecated(text) else None,
            original=source if source != name else "",
            wire=WireName(source, _WIRE) if self._shows_wire else None,
            default=self._default(notes, whole, values, row.name),
            access=_access(notes),
        )

    def _type(self, row: FieldRow, name: str, notes: Notes) -> tuple[Type, Listed | None]:
        """The type of a field, and the values that the page has for it, if it has some."""
        if row.type is None:
            return ANY, None
        cell = row.type
        hrefs = (span.href for span in cell.spans if span.href is not None and span.text == "inline")
        anchor = next((href[1:] for href in hrefs if href.startswith("#")), "")
        if anchor:  # the text of the link says nothing, its target does
            cell = replace(cell, source=html.unescape(anchor))
        required = not notes.optional and self._words.language not in _POINTERS_SAY_NOTHING
        reading = read_type(cell, self._path, self._words, required=required)
        self.diagnostics.extend(reading.diagnostics)
        for part in walk(reading.type):
            if isinstance(part, Link) and (anchor or part.href.startswith("#")):
                found = self._listed(part.label, name)
                if found is not None:
                    return _with_values(reading.type, (part,), found), found
        told = self._told(row)
        loose = [part for part in walk(reading.type) if part in _SCALARS or (told and _is_bare(part))]
        if not loose:
            return reading.type, None
        found = self._listed(f"{self._title}{name}Enum", f"{name}Enum", f"{self._title}{name}") or told
        return (reading.type, None) if found is None else (_with_values(reading.type, loose, found), found)

    def _listed(self, *names: str) -> Listed | None:
        """The values on the page that have one of the names."""
        key = next((key for key in map(folded, names) if key in self._lists), None)
        if key is None:
            return None
        self.used.add(key)
        return self._lists[key]

    def _told(self, row: FieldRow) -> Listed | None:
        """The values that Rust's docs have behind a description."""
        match = _TOLD.search(row.description.text) if self._words.language == "rust" and row.description else None
        return Listed(Constant(tuple(value.strip() for value in match["values"].split(",")))) if match else None

    def _default(self, notes: Notes, whole: Type, values: Listed | None, cell: Inline) -> Shown | None:
        """The default of a field of a type. A name is the member of an enumeration, here or behind a link."""
        text = notes.default
        if text is not None and notes.default_is_name:
            known = values.named(text) if values is not None else None
            if known is not None:
                text = json.dumps(known, ensure_ascii=False)
            elif not isinstance(whole, Link) and self._words.language not in _TEXTS_WITHOUT_QUOTES:
                text = None
        return None if text is None else Shown(text, place_of(self._path, cell))

    def _check_twin(self, name: str, first: FieldRow, row: FieldRow) -> None:
        """Some templates list the fields of a base once more: a row that says the same is no mistake."""
        if first.type is None or row.type is None or first.type.source != row.type.source:
            self._say(
                row.name,
                "repeated-field",
                f'"{name}" is a field already, in line {first.name.line}; this row is left out',
                "Remove one of the rows, or rename its field.",
            )

    def _say(self, cell: Inline, code: str, message: str, help_: str) -> None:
        self.diagnostics.append(Diagnostic(place_of(self._path, cell), code, message, help_))


def _is_bare(part: Type) -> bool:
    """Whether a type is but a name, as that of values that stand behind a description."""
    return isinstance(part, Link) and not part.href


def _with_values(whole: Type, parts: Collection[Type], values: Listed) -> Type:
    """A type with values in the place of parts of it."""
    return map_type(whole, lambda leaf: values.constant if leaf in parts else leaf)


def _presence(notes: Notes | None) -> Presence:
    if notes is None:
        return Presence.UNKNOWN
    return Presence.OPTIONAL if notes.optional else Presence.REQUIRED


def _access(notes: Notes) -> Access:
    if notes.read_only:
        return Access.READ_ONLY
    return Access.WRITE_ONLY if notes.write_only else Access.BOTH
