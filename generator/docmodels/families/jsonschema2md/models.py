"""The declarations of a page's schemas."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from types import MappingProxyType

from ...markdown import Inline, Page, SpanKind
from ...model.declarations import Field, Member, Presence, RawValue
from ...model.names import folded
from ...model.types import ANY, Constant, Ref, Type, union
from ..family import Reading
from ..kit import Builder, RowDraft, TableRow, wire_name
from .outline import Details, ObjectDraft, schema_page
from .types import Types, constraints, ruled, strange_values, with_item

_REQUIRED = MappingProxyType({"required": Presence.REQUIRED, "optional": Presence.OPTIONAL})
_NULLABLE = ("can be null", "yes")
_REST = "Additional Properties"


def read_page(page: Page, kinds: Mapping[str, str]) -> Reading:
    """Declare the model of a page, and the definitions behind it without a page of their own.

    kinds  path of a page -> `MODEL`, or its type
    """
    schemas = schema_page(page)
    if schemas is None:
        return Reading(())
    drafts = [schemas.schema] if schemas.is_model else []
    drafts += [group for group in schemas.groups if group.table is not None and not _has_page(group, page.path, kinds)]
    reader = _Reader(Builder(page.path, drafts), Types(page.path, kinds))
    for draft in drafts:
        reader.declare(draft)
    return reader.builder.reading()


def _has_page(group: ObjectDraft, path: str, kinds: Mapping[str, str]) -> bool:
    """Whether the definition of a group has its own page: `room-definitions-seat.md`, beside `room.md`."""
    stem = posixpath.splitext(path)[0]
    wanted = {folded(f"{stem}-{frame}-{group.title}") for frame in ("definitions", "defs")}
    return any(folded(posixpath.splitext(known)[0]) in wanted for known in kinds)


class _Reader:
    """Declares the schemas of a page."""

    def __init__(self, builder: Builder, types: Types) -> None:
        self.builder = builder
        self._types = types

    def declare(self, draft: ObjectDraft) -> None:
        """Declare an object, a union, an enumeration or another name for a type."""
        details = draft.details
        bases = self._types.bases(details)
        if draft.table is not None or bases:
            self._object(draft, bases)
            return
        own = self._types.combined(details) if details.combined[0] else self._types.of(details, is_own=True)
        kind = self._ruled(own, details)
        if isinstance(kind, Constant) and all(isinstance(value, str | int) for value in kind.values):
            place = self.builder.place(draft)
            members = (Member("", value, place) for value in kind.values if not isinstance(value, bool))
            self.builder.enumeration(draft, details.description, members)
        else:
            self.builder.alias(draft, details.description, kind)

    def _object(self, draft: ObjectDraft, bases: list[Type]) -> None:
        fields: list[Field] = []
        rest: list[Type] = []
        lines: dict[str, int] = {}
        for row in self.builder.checked_rows(draft.table) if draft.table is not None else ():
            name = row["name"].text.strip()
            details = draft.properties.get(name) or Details(row["name"])
            if name == _REST or (draft.owner is None and _is_pattern(row["name"])):
                rest.append(self._type(details, row))
            elif self.builder.is_named(row["name"], name) and self.builder.is_new(row["name"], name, lines):
                fields.append(self._field(name, row, details))
                if details.inner is not None:
                    self._object(details.inner, [])
        extra = (ANY if ANY in rest else union(*rest)) if rest else None
        self.builder.object(draft, draft.details.description, fields, extra=extra, bases=bases)

    def _field(self, name: str, row: TableRow, details: Details) -> Field:
        kind = self._type(details, row)
        nullable = row.get("nullable")
        return self.builder.field(
            name,
            RowDraft(
                row["name"],
                kind,
                self.builder.presence(row.get("required"), _REQUIRED, "Write Required or Optional."),
                nullable=kind != ANY and nullable is not None and nullable.text.strip().casefold() in _NULLABLE,
                description=details.description,
                wire=wire_name(name),
                default=self._default(row, details),
                examples=tuple(self.builder.raw_value(fence.text, row["name"]) for fence in details.fences("Examples")),
                constraints=constraints(details.rules),
            ),
        )

    def _default(self, row: TableRow, details: Details) -> RawValue | None:
        fence, cell = next(iter(details.fences("Default Value")), None), row.filled("default")
        if fence is not None:
            return self.builder.raw_value(fence.text, row["name"])
        return None if cell is None else self.builder.raw_value(cell.text, cell)

    def _type(self, details: Details, row: TableRow) -> Type:
        """The type of a property, in its section, or else in its row."""
        if not details.facts and not details.parts:
            details = Details(details.heading, facts=(_labelled(row["type"]),))
        kind = self._types.of(details)
        if details.inner is not None:
            kind = with_item(kind, Ref(self.builder.id(details.inner)))
        return self._ruled(kind, details)

    def _ruled(self, kind: Type, details: Details) -> Type:
        """A type with its constraints; a finding for values that no enumeration can have."""
        strange = strange_values(kind, details.rules)
        if strange:
            message = f"no enumeration has the value {strange[0]}; the values are left out"
            self.builder.report(details.heading, "unread-row", message, "List texts, whole numbers or booleans.")
        return ruled(kind, details.rules)


def _labelled(cell: Inline) -> Inline:
    return Inline(f"Type: {cell.source}", cell.line, cell.column)


def _is_pattern(cell: Inline) -> bool:
    """Whether a row is for a pattern of names: only such a row has code without a link."""
    return all(span.kind is SpanKind.CODE and span.href is None for span in cell.spans)
