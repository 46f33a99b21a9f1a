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

Definitions without a page of their own follow the schema, each a group with a table. First versions set the title of a
property as a heading below it, and the properties of an object in place as a table in its section "Type".
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from types import MappingProxyType

from ...frozen import replace
from ...markdown import Block, Fence, Inline, ItemList, Page, Prose, Section, Table
from ...patterns import regex
from ...tables.texts import joined, text_of
from ..kit import IN_PLACE, Draft, RoleTable, role_table

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
    inner  the object that its type shows in place; None without one
    """

    heading: Inline
    texts: list[str] = field(default_factory=list)
    facts: tuple[Inline, ...] = ()
    parts: dict[str, list[Block]] = field(default_factory=dict)
    inner: ObjectDraft | None = None

    @property
    def is_bare(self) -> bool:
        """Whether nothing stands below the heading."""
        return not (self.texts or self.facts or self.parts)

    @property
    def description(self) -> str:
        return joined(self.texts)

    @property
    def rules(self) -> list[Block]:
        """The blocks with rules for values."""
        return [block for part in ("Constraints", "Known Values", "Type") for block in self.parts.get(part, ())]

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
    facts = None if first is None else next(filter(_is_facts, first.tables), None)
    if first is None or facts is None:
        return None
    top = Details(first.heading, [text_of(block) for block in first.blocks if isinstance(block, Prose)])
    result = SchemaPage(ObjectDraft(first.heading, _title(page, first.heading), details=top), [], _is_top(facts))
    stack = [_Open(0, result.schema, top)]
    for section in page.sections[page.sections.index(first) + 1 :]:
        while section.level <= stack[-1].level:
            stack.pop()
        current = stack[-1]
        text = section.heading.text.strip()
        part = _part(text, current.details, is_of_page=current.details is top)
        table = next((table for table in map(_properties, section.tables) if table is not None), None)
        if part:
            current.details.parts.setdefault(part, []).extend(section.blocks)
            if part == "Type" and table is not None and current.details is not top:
                stack.append(_inner(section, table, current))
        elif text.startswith(_GROUP):
            details = Details(section.heading)
            owner = ObjectDraft(
                section.heading, text.removeprefix(_GROUP), section.anchors, details=details, table=table
            )
            stack[1:] = [_Open(0, owner, details)]
            result.groups.append(owner)
        elif table is not None and current.owner.table is None:
            current.owner.table = table
        elif current.details.is_bare and current.details is not current.owner.details and section.level > current.below:
            current.details.texts, current.details.facts = _told(section, current.details.heading)
        elif not text.endswith((" Definitions", " Properties")):
            current.details = current.owner.properties.setdefault(text, _details(section))
            current.below = section.level
    return result


@dataclass(slots=True, eq=False)
class _Open:
    """An object of which the sections follow.

    level    the level of the section that it stands in
    details  the sections about its last property so far, or about itself
    below    the level of the heading of that property
    """

    level: int
    owner: ObjectDraft
    details: Details
    below: int = 0


def _inner(section: Section, table: RoleTable, around: _Open) -> _Open:
    """The object in the type of a property."""
    name = around.details.heading.text.strip()
    title = f"{around.owner.title} {name}" if around.owner.owner is not None else name
    details = Details(section.heading)
    owner = around.owner.owner or around.owner
    draft = ObjectDraft(section.heading, title, owner=owner, named_by=IN_PLACE, details=details, table=table)
    around.details.inner = draft
    return _Open(section.level, draft, details)


def _is_facts(table: Table) -> bool:
    """Whether a table has the facts of a schema. Some headings are links."""
    return _FACTS.issubset(table.headings)


def _properties(table: Table) -> RoleTable | None:
    """A table of properties, with its roles; None for any other, and without rows.

    Older versions leave out the last cells of the row for other properties.
    """
    rows = (replace(row, written=len(row.cells)) if row.cells[0].text.strip() == "*" else row for row in table.rows)
    known = role_table(replace(table, rows=tuple(rows)), _ROLES)
    return known if table.rows and known.columns.keys() >= {"name", "type", "required"} else None


def _details(section: Section) -> Details:
    texts, facts = _told(section, section.heading)
    return Details(section.heading, texts, facts)


def _told(section: Section, heading: Inline) -> tuple[list[str], tuple[Inline, ...]]:
    """The description and the facts in a section, of the property with a heading."""
    facts = next((block.items for block in section.blocks if isinstance(block, ItemList)), ())
    prose = (block for block in section.blocks if isinstance(block, Prose) and not _is_frame(block, heading))
    return [text_of(block) for block in prose], facts


def _is_frame(block: Prose, heading: Inline) -> bool:
    """Whether a line is no description: it repeats the name, points to the values, or stands for no description."""
    text = block.source.strip()
    return text.strip("`") == heading.text.strip() or text.startswith(_POINTER) or text == "undefined"


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
