"""The fields that the rows of a model make."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from ...frozen import frozen, replace
from ...markdown import Inline, Page, Row, Table
from ...model.declarations import Access, Field, Presence, RawValue
from ...model.model import map_type
from ...model.names import folded
from ...model.types import ANY, BOOLEAN, INTEGER, NUMBER, STRING, Constant, Link, MapOf, Type, union, walk
from ...notation.vocabulary import Vocabulary
from ...patterns import regex
from ...tables.texts import joined
from ..kit import Builder, RowDraft, wire_name
from .cells import Notes, described, field_name, is_marked_required, read_notes
from .outline import field_table, is_fields, model_page
from .renamings import original, unspelled
from .values import Listed

_CODE = regex(r"(?P<open>\[?)`(?P<type>[^`]+)`(?P<link>(?:\]\([^()]*\))?)")
"""A type as Micronaut's docs show it: `` `String` ``, `` [`List&lt;Room&gt;`](Room.md) ``."""
_BROKEN_TARGET = regex(r"(?<=\]\()[^()\n]* [^()\n]*(?=\)$)")
"""A target that is none to Markdown, for its blank: `[**Map<String, ModeEnum>**](#Map<String, ModeEnum>)`."""
_NO_TARGET = regex(r"\[(?P<type>\*\*.+)\]\((?:[^()\s]*/)?\.md\)")
"""A link to the page of a type without a name: `[**Object**](.md)`."""
_ANYTHING = regex(r"\[\*\*\w*any_?type(?:_?not_?mapped)?\*+\]\((?:[^()\s]*/)?\.md\)", re.IGNORECASE)
"""The generators' words for any type, some with the prefix of a client: `[**AcmeAnyType***](.md)`."""
_ANNOTATION = regex(r"@[\w.]+ ")
"""An annotation of Java in a type: `List<@Valid Room>`."""
_ENUM = regex(r"\(enum: (?P<values>[^()]+)\)\s*$")
_INTEGER = regex(r"-?\d{1,18}")
_INTERFACE = regex(r"\*\*interface \{ ?(?:Get\w+\(|\})")
_CONSTANT = regex(r"\*\*\w+_e\*\*")
_MAP = "**list_t***"
_C_NAME = regex(r"\*\*(?!(?:list|set|object|any_type|binary)_t\b)(?P<name>\w+)_t \\\*\*\*")
"""The name of a model without a link in C's docs: `**room_status_t \\***`."""
_FLAG = regex(r"(?:is|has|can|should|allow|enable)[_A-Z-]\w*|\w+_enabled")
"""The names of booleans in R's docs, where `character` stands for texts and booleans."""
EVERY_NAME = "any string name"
_POINTERS_SAY_NOTHING = ("go",)  # a pointer belongs to the client, not to the API
_TEXTS_WITHOUT_QUOTES = ("rust",)
_SCALARS = (STRING, INTEGER, NUMBER)  # types without a meaning of their own: their values stand elsewhere


@frozen()
class FieldRow:
    """One row, perhaps with unescaped `|` in it: so name and type count from the left, notes from the right."""

    name: Inline
    type: Inline | None
    description: Inline | None
    notes: Notes | None


def model_rows(page: Page) -> Sequence[FieldRow]:
    """The rows of the fields of a page's model. Call it by `Page.once`, since the claim and the reading need them."""
    draft = page.once(model_page)
    tables = filter(is_fields, draft.shape.tables) if draft is not None else ()
    return tuple(row for table in tables for row in _rows(table))


def _rows(table: Table) -> Iterator[FieldRow]:
    """The rows of a table that has the columns of fields."""
    notes_at = field_table(table).columns.get("notes")
    return (_field_row(row, notes_at) for row in table.rows)


def _field_row(row: Row, notes_at: int | None) -> FieldRow:
    name, *rest = (*row.cells, *row.surplus)
    kind: Inline | None = None
    if rest:
        kind, *rest = rest
        if (code := _CODE.fullmatch(kind.source)) is not None:
            kind = replace(kind, source=f"{code['open']}**{code['type']}**{code['link']}")
        kind = replace(kind, source=_mended(kind.source))
        while rest and _is_broken(kind.source):  # `**string | null**`
            kind, *rest = replace(kind, source=f"{kind.source}|{rest[0].source}"), *rest[1:]
        kind = None if _ANYTHING.fullmatch(kind.source) else kind
    texts = [(at, cell) for at, cell in enumerate(rest, 2) if cell.source]
    notes = Notes() if notes_at is not None else None
    if texts and notes_at is not None and texts[-1][0] >= notes_at:
        last = read_notes(texts[-1][1].source)
        if last is not None:
            notes = last
            texts.pop()
    return FieldRow(name, kind, _joined([cell for _, cell in texts]) if texts else None, notes)


def _mended(source: str) -> str:
    """The Markdown of a type without what generators break in it."""
    link = _NO_TARGET.fullmatch(source)
    if link is not None and not _ANYTHING.fullmatch(source):
        source = link["type"]
    source = _ANNOTATION.sub("", source.replace("::<", "<").replace("::&lt;", "&lt;"))
    return _BROKEN_TARGET.sub(lambda target: target[0].replace(" ", ""), source)


def is_interface(row: FieldRow) -> bool:
    """Whether a row is no field, but stands for alternatives in Go's docs: `interface { GetKind() string }`."""
    return row.type is not None and _INTERFACE.match(row.type.source) is not None


def _is_broken(source: str) -> bool:
    """Whether a cell has an open bracket or emphasis. A pointer adds stars: `[****os.File**](*os.File.md)`."""
    _, opened, target = source.rpartition("](")
    return source.replace("****", "**").count("**") % 2 > 0 or (bool(opened) and ")" not in target)


def _joined(cells: Sequence[Inline]) -> Inline:
    return replace(cells[0], source=" | ".join(cell.source for cell in cells))


class RowReader:
    """Reads the rows of one model's tables.

    used   the names of the lists of values of its fields, so far
    extra  the type of undocumented fields; None without a row for them
    """

    def __init__(
        self,
        title: str,
        vocabulary: Vocabulary,
        lists: Mapping[str, Listed],
        builder: Builder,
        *,
        shows_wire: bool,
        renames: bool = True,
        marks_required: bool = False,
    ) -> None:
        """A reader for a model.

        lists           folded name of a field -> the values that the page lists for it
        shows_wire      whether the names are those on the wire
        renames         whether the generator changes names that the language cannot use
        marks_required  whether a mark behind the name means required, and its absence optional
        """
        self.used: set[str] = set()
        self.extra: Type | None = None
        self._title = title
        self._words = vocabulary
        self._lists = lists
        self._builder = builder
        self._shows_wire = shows_wire
        self._renames = renames
        self._marks_required = marks_required

    def fields(self, rows: Iterable[FieldRow]) -> Iterator[Field]:
        """The fields of rows; findings for rows without a field.

        Some templates repeat the fields of a base: an equal row is no mistake.
        """
        first: dict[str, FieldRow] = {}
        lines: dict[str, int] = {}
        for row in rows:
            name = field_name(row.name)
            name = unspelled(name, self._words.language) if self._renames else name
            if _is_twin(first.get(name), row) or not self._builder.is_named(row.name, name):
                continue
            if not self._builder.is_new(row.name, name, lines):
                continue
            first[name] = row
            if name == EVERY_NAME:
                self.extra, _ = self._type(row, name, Notes())
            else:
                yield self._builder.field(name, self._draft(row, name))

    def _draft(self, row: FieldRow, name: str) -> RowDraft:
        notes = row.notes or Notes()
        type_, values = self._type(row, name, notes)
        source = original(name, self._title, self._words.language) if self._renames else name
        default = self._default(notes, type_, values, row.name)
        description = described(row.description) if row.description else ""
        if default is None and notes.default is not None:  # the name of a value that the docs do not show
            description = joined((description, f"Default: `{notes.default}`"))
        return RowDraft(
            row.name,
            type_,
            self._presence(row),
            description=description,
            original=source if source != name else "",
            wire=wire_name(source) if self._shows_wire else None,
            default=default,
            constraints=notes.constraints,
            access=_access(notes),
        )

    def _presence(self, row: FieldRow) -> Presence:
        if self._marks_required:
            return Presence.REQUIRED if is_marked_required(row.name) else Presence.OPTIONAL
        return _presence(row.notes)

    def _type(self, row: FieldRow, name: str, notes: Notes) -> tuple[Type, Listed | None]:
        """The type of a field, and the values that the page lists for it, if any."""
        if row.type is None:
            return ANY, None
        cell = row.type
        if self._words.language == "c" and (cell.source == _MAP or _CONSTANT.fullmatch(cell.source)):
            return (MapOf(ANY) if cell.source == _MAP else STRING), None  # only texts have constants
        if self._words.language == "c" and (bare := _C_NAME.fullmatch(cell.source)) is not None:
            cell = replace(cell, source=f"**{bare['name']}**")
        hrefs = (span.href for span in cell.spans if span.href is not None and span.text == "inline")
        anchor = next((href[1:] for href in hrefs if href.startswith("#")), "")
        if anchor:  # the text of the link has no meaning, its target has
            cell = replace(cell, source=html.unescape(anchor))
        required = not notes.optional and self._words.language not in _POINTERS_SAY_NOTHING
        type_ = self._builder.type_reading(cell, self._words, required=required).type
        for part in walk(type_):
            if isinstance(part, Link) and (anchor or part.href.startswith("#")):
                listed = self._listed(part.label, name)
                if listed is not None:
                    return _with_values(type_, (part,), listed), listed
        if self._words.language == "r" and type_ == STRING and notes.default in ("true", "false"):
            return BOOLEAN, None
        if self._words.language == "r" and type_ == STRING and _FLAG.fullmatch(name):
            return union(BOOLEAN, STRING), None
        described_values = self._described_values(row, notes)
        loose = [part for part in walk(type_) if part in _SCALARS or (described_values and _is_bare(part))]
        if not loose:
            return type_, None
        values = self._listed(f"{self._title}{name}Enum", f"{name}Enum", f"{self._title}{name}") or described_values
        is_closed = values is not None and values.type != NUMBER
        return (_with_values(type_, loose, values), values) if values is not None and is_closed else (type_, None)

    def _listed(self, *names: str) -> Listed | None:
        """The values on the page under one of the names."""
        key = next((key for key in map(folded, names) if key in self._lists), None)
        if key is None:
            return None
        self.used.add(key)
        return self._lists[key]

    def _described_values(self, row: FieldRow, notes: Notes) -> Listed | None:
        """The values in notes, as in R's docs, or behind a description, as in Rust's."""
        if self._words.language == "r" and notes.values is not None:
            values = tuple(value.strip() for value in notes.values.split(","))
            are_integers = (
                row.type is not None and "integer" in row.type.source and all(map(_INTEGER.fullmatch, values))
            )
            return Listed(Constant(tuple(map(int, values)) if are_integers else values))
        match = _ENUM.search(row.description.text) if self._words.language == "rust" and row.description else None
        return Listed(Constant(tuple(value.strip() for value in match["values"].split(",")))) if match else None

    def _default(self, notes: Notes, type_: Type, values: Listed | None, cell: Inline) -> RawValue | None:
        """The default of a field. A name is a member of an enumeration, on the page or behind a link."""
        text = notes.default
        if text is not None and notes.default_is_name:
            value = values.named(text) if values is not None else None
            if value is not None:
                text = json.dumps(value, ensure_ascii=False)
            elif not isinstance(type_, Link) and self._words.language not in _TEXTS_WITHOUT_QUOTES:
                text = None
        return None if text is None else self._builder.raw_value(text, cell)


def _is_twin(first: FieldRow | None, row: FieldRow) -> bool:
    """Whether a row repeats the type of the first row of its name."""
    if first is None or first.type is None or row.type is None:
        return False
    return first.type.source == row.type.source


def _is_bare(part: Type) -> bool:
    """Whether a type is nothing but a name, as for values behind a description."""
    return isinstance(part, Link) and not part.href


def _with_values(type_: Type, parts: Collection[Type], values: Listed) -> Type:
    """A type with values in the place of parts of it."""
    return map_type(type_, lambda leaf: values.type if leaf in parts else leaf)


def _presence(notes: Notes | None) -> Presence:
    if notes is None:
        return Presence.UNKNOWN
    return Presence.OPTIONAL if notes.optional else Presence.REQUIRED


def _access(notes: Notes) -> Access:
    if notes.read_only:
        return Access.READ_ONLY
    return Access.WRITE_ONLY if notes.write_only else Access.BOTH
