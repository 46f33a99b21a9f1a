"""How a page is built: a table of facts, the type of the schema, a table of its properties, and a section for each of them.

    # Room Schema
    | Abstract | Extensible | Status | … | Defined In |
    ## Room Type                                          `object` ([Room](room.md))
    # Room Properties
    | Property | Type | Required | Nullable | Defined by |
    ## seats
    `seats`
    * is optional
    * Type: `object[]` ([Seat](room-properties-seats-seat.md))
    ### seats Constraints

Definitions without a page of their own follow the schema, each a group with a table.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from types import MappingProxyType

from ...markdown import Block, Fence, Inline, ItemList, Page, Prose, Section, Table
from ...patterns import regex
from ...tables.texts import joined, text_of
from ..kit import Draft, RoleTable, role_table

_FACTS = frozenset({"abstract", "extensible", "status", "defined in"})
_ROLES = MappingProxyType(
    {"property": "name", "type": "type", "required": "required", "nullable": "nullable"}
    | {"default": "default", "defined by": "source"}
)
_GROUP = "Definitions group "
_PARTS = ("Type", "Constraints", "Known Values", "Default Value", "Examples")
_ENUM = regex(r"\*\*(?:enum|constant)\*\*")
_POINTER = "The value of this property **must** be equal to"
_COMBINED = regex(r"(?P<how>any|one|all)(?: \(and only one\))? of\b", re.IGNORECASE)
_KEYWORDS = frozenset(
    {"properties", "patternproperties", "additionalproperties", "items", "definitions", "defs"}
    | {"allof", "anyof", "oneof", "not"}
)


@dataclass(slots=True, eq=False)
class Details:
    """The sections about a schema: that of a page, or of a property.

    texts  the description
    facts  the list below the description: `Type: …`
    parts  last words of a heading, "Constraints" -> blocks of that section
    """

    heading: Inline
    texts: list[str] = field(default_factory=list)
    facts: tuple[Inline, ...] = ()
    parts: dict[str, list[Block]] = field(default_factory=dict)

    @property
    def description(self) -> str:
        return joined(self.texts)

    @property
    def rules(self) -> list[Block]:
        """The blocks with rules for values."""
        return [*self.parts.get("Constraints", ()), *self.parts.get("Known Values", ())]

    def fences(self, part: str) -> list[Fence]:
        """The code in one of its parts."""
        return [block for block in self.parts.get(part, ()) if isinstance(block, Fence)]

    @property
    def combined(self) -> tuple[str, tuple[Inline, ...]]:
        """The keyword of a combined schema, "any of", and the links to its members; "" for any other schema."""
        how = ""
        for block in self.parts.get("Type", ()):
            if isinstance(block, Prose) and (match := _COMBINED.match(block.source)) is not None:
                how = f"{match['how'].casefold()} of"
            elif how and isinstance(block, ItemList):
                return how, block.items
        return "", ()


@dataclass(slots=True, eq=False, kw_only=True)
class ObjectDraft(Draft):
    """An object: the schema of a page, or a group of definitions.

    details     the sections about it
    table       its properties; None without any
    properties  name of a property -> sections about it
    """

    details: Details
    table: RoleTable | None = None
    properties: dict[str, Details] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class SchemaPage:
    """The schemas of a page.

    schema  the schema of the page itself
    groups  the definitions behind it
    is_top  whether the schema is a file of its own, not a part of one
    """

    schema: ObjectDraft
    groups: list[ObjectDraft]
    is_top: bool

    @property
    def details(self) -> Details:
        return self.schema.details

    @property
    def is_model(self) -> bool:
        """Whether the schema makes a model: an object, a combination, a named enumeration, or a file."""
        is_named = not _is_untitled(self.details.heading)
        return (
            self.schema.table is not None
            or bool(self.details.combined[0])
            or (is_named and any(map(_is_enum, self.details.rules)))
            or (self.is_top and not self.groups)
        )


def schema_page(page: Page) -> SchemaPage | None:
    """The schemas of a page; None for a page of another kind."""
    first = next((section for section in page.sections if section.level), None)
    facts = None if first is None else next((table for table in first.tables if table.bare_headings >= _FACTS), None)
    if first is None or facts is None:
        return None
    top = Details(first.heading, [text_of(block) for block in first.blocks if isinstance(block, Prose)])
    result = SchemaPage(ObjectDraft(first.heading, _title(page, first.heading), details=top), [], _is_top(facts))
    owner, details = result.schema, top
    for section in page.sections[page.sections.index(first) + 1 :]:
        text = section.heading.text.strip()
        part = _part(text, details, is_of_page=details is top)
        table = next((table for table in map(_properties, section.tables) if table is not None), None)
        if part:
            details.parts.setdefault(part, []).extend(section.blocks)
        elif text.startswith(_GROUP):
            details = Details(section.heading)
            owner = ObjectDraft(
                section.heading, text.removeprefix(_GROUP), section.anchors, details=details, table=table
            )
            result.groups.append(owner)
        elif table is not None and owner.table is None:
            owner.table = table
        elif not text.endswith((" Definitions", " Properties")):
            details = owner.properties.setdefault(text, _details(section))
    return result


def _properties(table: Table) -> RoleTable | None:
    """A table of properties, with its roles; None for any other, and without rows."""
    known = role_table(table, _ROLES)
    return known if table.rows and known.columns.keys() >= {"name", "type", "required"} else None


def _details(section: Section) -> Details:
    details = Details(section.heading)
    for block in section.blocks:
        if isinstance(block, ItemList) and not details.facts:
            details.facts = block.items
        elif isinstance(block, Prose) and not _is_frame(block, section):
            details.texts.append(text_of(block))
    return details


def _is_frame(block: Prose, section: Section) -> bool:
    """Whether a line is no description: it repeats the name, or points to the values."""
    return block.source.strip("` ") == section.heading.text.strip() or block.source.startswith(_POINTER)


def _part(text: str, details: Details, *, is_of_page: bool) -> str:
    """The part of a schema in a section, by its heading; "" for none."""
    name = details.heading.text.strip()
    return next((part for part in _PARTS if text == f"{name} {part}" or (is_of_page and text.endswith(f" {part}"))), "")


def _is_top(facts: Table) -> bool:
    """Whether the schema is a file: the file of a part has a star behind it."""
    at = facts.headings.index("defined in")
    return not any(row.cells[at].text.strip().endswith("*") for row in facts.rows)


def _is_untitled(heading: Inline) -> bool:
    return heading.text.strip().startswith("Untitled ")


def _is_enum(block: Block) -> bool:
    return isinstance(block, Prose) and _ENUM.match(block.source) is not None


def _title(page: Page, heading: Inline) -> str:
    """The title of a schema, or else the words of the file's name without keywords."""
    text = heading.text.strip().removesuffix(" Schema")
    if text and not _is_untitled(heading):
        return text
    stem = posixpath.splitext(posixpath.basename(page.path))[0]
    return " ".join(word for word in stem.split("-") if word not in _KEYWORDS) or stem
