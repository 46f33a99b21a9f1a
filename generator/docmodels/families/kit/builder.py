"""Builds the declarations of a page from the drafts of its models."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypedDict

from ...diagnostics import Diagnostic, Place
from ...limits import NAME_CHARACTERS
from ...markdown import Inline, Table
from ...model.declarations import Alias, Declaration, Enumeration, Field, Member, Object, Presence, RawValue, Usage, Use
from ...model.types import ANY, DeclarationId, Nullable, Type
from ...notation.grammar import InlineObject
from ...notation.parser import TypeReading, read_type
from ...notation.vocabulary import Vocabulary
from ...tables.rows import check_row, is_frame, place_of, with_joined_end
from ...tables.texts import deprecation, description_text
from ...tables.values import distinct
from ..family import Reading
from . import faults
from .draft import Draft, RoleTable, RowDraft, TableRow
from .identities import Identities


class Builder:
    """Makes the declarations of one page, and gathers its findings.

    drafts       the models of the page, in its order
    diagnostics  the findings so far
    """

    def __init__(
        self,
        path: str,
        drafts: Iterable[Draft] = (),
        packages: str = "",
        *,
        deprecation: Callable[[str], str | None] = deprecation,
    ) -> None:
        """A builder for a page.

        packages     the prefix of all titles of the tree, to leave out of names: "acme.sdk."
        deprecation  description -> notice of deprecation, as in `Field.deprecated`
        """
        self.path = path
        self.drafts = tuple(drafts)
        self.diagnostics: list[Diagnostic] = []
        self._packages = packages
        self._deprecation = deprecation
        self._declarations: list[Declaration] = []
        self._identities = Identities(path, self.drafts)

    def reading(self, uses: Iterable[Use] = ()) -> Reading:
        """The reading of the page. Each model has its parts behind it.

        uses  the models that operations of the page send and receive
        """
        return Reading(self._identities.in_order(self._declarations), tuple(uses), tuple(self.diagnostics))

    # --- models

    def id(self, draft: Draft) -> DeclarationId:
        """The identity of a draft. The first call gives a part its identity, and its place behind its owner."""
        return self._identities.of(draft)

    def title(self, draft: Draft) -> str:
        """The title of the class, without the shared packages, and behind the title of the owner."""
        owner = "" if draft.owner is None else self.title(draft.owner)
        return " ".join(filter(None, (owner, self._bare_title(draft))))[:NAME_CHARACTERS]

    def place(self, draft: Draft) -> Place:
        """The place of a draft's heading."""
        return place_of(self.path, draft.heading)

    def object(
        self,
        draft: Draft,
        description: str,
        fields: Iterable[Field],
        *,
        extra: Type | None = None,
        bases: Iterable[Type] = (),
        usages: Iterable[Usage] = (),
        deprecated: str | None = None,
    ) -> None:
        """Declare an object; see `Object`. Without `deprecated`, the description decides."""
        declared = Object(
            **self._head(draft, description, deprecated),
            fields=tuple(fields),
            extra=extra,
            usages=tuple(usages),
            bases=tuple(bases),
            part_of=None if draft.owner is None else self.id(draft.owner),
            named_by=draft.named_by,
        )
        self._declarations.append(declared)

    def enumeration(
        self,
        draft: Draft,
        description: str,
        members: Iterable[Member],
        *,
        is_open: bool = False,
        deprecated: str | None = None,
    ) -> None:
        """Declare an enumeration; see `object`. Without a value, report that, and declare a name for Any."""
        values = tuple(members)
        if not values:
            message = "the enumeration shows no values; it is typed as Any"
            self.report(draft.heading, "no-table", message, "Add a row or a line for each value.")
            self.alias(draft, description, ANY, deprecated=deprecated)
            return
        head = self._head(draft, description, deprecated)
        self._declarations.append(Enumeration(**head, members=values, is_open=is_open))

    def alias(self, draft: Draft, description: str, type_: Type, *, deprecated: str | None = None) -> None:
        """Declare a name for a type; see `object`."""
        self._declarations.append(Alias(**self._head(draft, description, deprecated), type=type_))

    # --- rows

    def rows(
        self,
        table: RoleTable,
        name_of: Callable[[Inline], str],
        lines: dict[str, int],
        *,
        ends_in_prose: bool = False,
    ) -> Iterator[tuple[TableRow, str]]:
        """The rows of a table with the names of their fields; findings for rows without a name.

        name_of  cell of the role "name" -> name
        lines    name -> line, for all rows of the object so far. The rows of this table are added
        """
        for row in self.checked_rows(table, ends_in_prose=ends_in_prose):
            name = name_of(row["name"])
            if self.is_named(row["name"], name) and self.is_new(row["name"], name, lines):
                yield row, name

    def fields(
        self,
        tables: Iterable[RoleTable],
        name_of: Callable[[Inline], str],
        draft_of: Callable[[TableRow, str], RowDraft | None],
        *,
        ends_in_prose: bool = False,
    ) -> tuple[Field, ...]:
        """The fields of one object; findings for rows without a field.

        tables    the tables of the object, each with a column of the role "name"
        name_of   cell of the role "name" -> name
        draft_of  row and name -> draft; None for a row without a field
        ends_in_prose  see `checked_rows`
        """
        lines: dict[str, int] = {}
        rows = (row for table in tables for row in self.rows(table, name_of, lines, ends_in_prose=ends_in_prose))
        return tuple(self.field(name, draft) for row, name in rows if (draft := draft_of(row, name)) is not None)

    def field(self, name: str, draft: RowDraft) -> Field:
        """The field of a row."""
        return Field(
            name=name,
            type=draft.type.item if isinstance(draft.type, Nullable) else draft.type,
            presence=draft.presence,
            place=place_of(self.path, draft.cell),
            nullable=draft.nullable or isinstance(draft.type, Nullable),
            description=draft.description,
            deprecated=self._deprecation(draft.description) if draft.deprecated is None else draft.deprecated,
            examples=draft.examples,
            original=draft.original,
            also=draft.also,
            wire=draft.wire,
            default=draft.default,
            default_value=draft.default_value,
            constraints=draft.constraints,
            access=draft.access,
        )

    def members(self, tables: Iterable[RoleTable], name_of: Callable[[Inline], str]) -> tuple[Member, ...]:
        """The members of an enumeration with names for values; see `fields`. The role "description" counts, too."""
        return tuple(distinct(self._members(tables, name_of), self.diagnostics))

    def checked_rows(self, table: RoleTable, *, ends_in_prose: bool = False) -> Iterator[TableRow]:
        """The rows of a table; findings for missing and surplus cells, and for columns without a role.

        ends_in_prose  whether each unescaped `|` belongs to the last column
        """
        self.diagnostics.extend(faults.unread_columns(self.path, table.table, table.columns))
        width = len(table.table.header)
        for row in table.table.rows:
            if is_frame(row):
                continue
            if ends_in_prose:
                row = with_joined_end(row)
            if row.surplus or row.written != width:
                self.diagnostics.extend(check_row(row, width, self.path))
            yield TableRow(row, table.columns)

    def is_named(self, cell: Inline, name: str) -> bool:
        """Whether a name in a cell can be the name of a field; a finding if not."""
        if 0 < len(name) <= NAME_CHARACTERS:
            return True
        fault = faults.long_name if name else faults.missing_name
        self.diagnostics.append(fault(self.path, cell))
        return False

    def is_new(self, cell: Inline, name: str, lines: dict[str, int]) -> bool:
        """Whether no earlier row of the object has the name; a finding if one has. Adds the name to `lines`."""
        if name in lines:
            self.diagnostics.append(faults.repeated_field(self.path, cell, name, lines[name]))
            return False
        lines[name] = cell.line
        return True

    # --- cells

    def type(
        self, cell: Inline | None, vocabulary: Vocabulary, inline: Callable[[InlineObject], Type] | None = None
    ) -> Type:
        """The type in a cell. Any without a cell; Any and a finding for an unreadable type.

        inline  makes the type of an object without a name
        """
        return ANY if cell is None else self.type_reading(cell, vocabulary, inline=inline).type

    def type_reading(
        self,
        cell: Inline,
        vocabulary: Vocabulary,
        *,
        required: bool = True,
        inline: Callable[[InlineObject], Type] | None = None,
    ) -> TypeReading:
        """The type in a cell, and the other facts there; see `read_type`."""
        reading = read_type(cell, self.path, vocabulary, required=required, inline=inline)
        self.diagnostics.extend(reading.diagnostics)
        return reading

    def presence(self, cell: Inline | None, marks: Mapping[str, Presence], help_: str) -> Presence:
        """The presence for a mark in a cell: unknown without a cell; optional, with a finding, for an unknown mark.

        marks  mark in lower case -> presence
        help_  the remedy in the finding
        """
        if cell is None:
            return Presence.UNKNOWN
        presence = marks.get(cell.text.strip().lower())
        if presence is None:
            self.diagnostics.append(faults.unknown_presence(self.path, cell, help_))
        return presence or Presence.OPTIONAL

    def raw_value(self, text: str, cell: Inline) -> RawValue:
        """An example or a default in a cell."""
        return RawValue(text, place_of(self.path, cell))

    def unread_table(self, table: Table, help_: str, content: str = "fields") -> None:
        """Report a table without the content that its place calls for."""
        self.diagnostics.append(faults.unread_table(self.path, table, content, help_))

    def report(self, where: Inline | Place, code: str, message: str, help_: str) -> None:
        """Add a finding."""
        place = place_of(self.path, where) if isinstance(where, Inline) else where
        self.diagnostics.append(Diagnostic(place, code, message, help_))

    # ---

    def _bare_title(self, draft: Draft) -> str:
        return draft.title.removeprefix(self._packages) or draft.title

    def _head(self, draft: Draft, description: str, deprecated: str | None) -> _Head:
        if draft.owner is None and len(self._bare_title(draft)) > NAME_CHARACTERS:
            self.diagnostics.append(faults.long_title(self.place(draft)))
        return {
            "id": self.id(draft),
            "title": self.title(draft),
            "place": self.place(draft),
            "description": description,
            "deprecated": self._deprecation(description) if deprecated is None else deprecated,
            "anchors": draft.anchors,
            "namespace": draft.namespace,
        }

    def _members(self, tables: Iterable[RoleTable], name_of: Callable[[Inline], str]) -> Iterator[Member]:
        for table in tables:
            for row in self.checked_rows(table):
                cell = row["name"]
                name = name_of(cell)
                if name:
                    description = description_text(row.get("description"))
                    yield Member(name, name, place_of(self.path, cell), description, deprecation(description))
                else:
                    self.diagnostics.append(faults.missing_value(self.path, cell))


class _Head(TypedDict):
    """The arguments that all kinds of declarations share."""

    id: DeclarationId
    title: str
    place: Place
    description: str
    deprecated: str | None
    anchors: tuple[str, ...]
    namespace: tuple[str, ...]
