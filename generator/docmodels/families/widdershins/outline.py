"""The sections of schemas on a page, and the content of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from ...frozen import frozen
from ...markdown import Fence, Page, Prose, Section, Table
from ...markdown.anchors import anchor_ids
from ...model.names import folded
from ...patterns import regex
from ...tables.columns import columns
from ...tables.texts import joined, text_of
from ..kit import Draft, RoleTable, role_table

_PROPERTIES = frozenset({"properties", "attributes", "attribute", "属性"})
_VALUES = frozenset({"enumerated values", "enum", "enum values", "枚举值"})
_WORD = regex(r"[*_]{0,2}(allOf|anyOf|oneOf|not|and|or|xor|continued)(?: - discriminator: [^*\n]*)?[*_]{0,2}")
_OWN_ANCHOR = regex(r"(?:schema|tocs)(?!-)", re.IGNORECASE)  # people write `{#schema-room}`
_NOTHING = regex(r"\*None\*|\{%[^\n]*%\}")
_ROLES = MappingProxyType(
    {
        **dict.fromkeys(("name", "property name", "名称"), "name"),
        **dict.fromkeys(("type", "data type", "类型"), "type"),
        **dict.fromkeys(("required", "必选"), "required"),
        **dict.fromkeys(("nullable",), "nullable"),
        **dict.fromkeys(("restrictions", "约束"), "restrictions"),
        **dict.fromkeys(("title", "中文名"), "title"),
        **dict.fromkeys(("description", "说明"), "description"),
    }
)
_VALUE_ROLES = MappingProxyType(
    {
        **dict.fromkeys(("property", "name", "属性", "名称"), "name"),
        **dict.fromkeys(("value", "值"), "value"),
        **dict.fromkeys(("description", "说明"), "description"),
    }
)


@frozen()
class JoinedTable(RoleTable):
    """A table of rows, and the word before it that combines them with the rows before: `allOf`, `xor`, or ""."""

    word: str


@dataclass(slots=True, eq=False, kw_only=True)
class Schema(Draft):
    """A schema.

    first, end  the slice of its sections
    example     the code of a value; "" without one
    joined      the tables of properties
    values      the tables of enumerated values
    """

    first: int
    end: int
    description: str
    example: str
    joined: tuple[JoinedTable, ...]
    values: tuple[RoleTable, ...]


def drafts(page: Page) -> list[Schema]:
    """The schemas of a page, in their order."""
    numbers = [number for number, _ in starts(page)]
    return [_schema(page.sections, first, limit) for first, limit in pairwise((*numbers, len(page.sections)))]


def starts(page: Page) -> Iterator[tuple[int, bool]]:
    """The indexes of the first sections of schemas, and whether anchors decide.

    Without anchors in the template, the columns of the table below "Properties" decide.
    """
    anchored: dict[int, bool] = {}
    numbers: dict[int, int] = {}
    for number, trail in enumerate(page.trails()):
        numbers[id(trail[-1])] = number
        if _own_anchors(page.sections, number):
            anchored[number] = True
        elif len(trail) > 1 and _name(trail[-1]) in _PROPERTIES and any(map(_is_typical, trail[-1].tables)):
            anchored.setdefault(numbers[id(trail[-2])], False)
    certain = any(anchored.values())
    yield from ((number, is_sure) for number, is_sure in sorted(anchored.items()) if is_sure or not certain)


def _own_anchors(sections: Sequence[Section], number: int) -> tuple[str, ...]:
    """The anchors that only schemas have, wherever the template puts them: `schemaroom` and `tocS_Room` of `Room`."""
    section = sections[number]
    anchors = [*section.anchors]
    blocks = section.blocks
    for block in blocks:
        if not (isinstance(block, Prose) and (ids := anchor_ids(block.source))):
            break
        anchors += ids
        blocks = blocks[1:]
    if not blocks and number + 1 < len(sections):
        anchors += sections[number + 1].anchors
    anchors = [anchor for anchor in anchors if _OWN_ANCHOR.match(anchor)]
    name = folded(section.heading.text) if anchors else ""
    return tuple(anchor for anchor in anchors if name and folded(anchor) in (f"schema{name}", f"tocs{name}"))


def _is_typical(table: Table) -> bool:
    return {"name", "type", "required", "restrictions"} <= columns(table, _ROLES).keys()


def property_table(table: Table) -> JoinedTable | None:
    """A table of properties; None for any other."""
    return JoinedTable(table, columns(table, _ROLES), "") if _is_typical(table) else None


def value_table(table: Table) -> RoleTable:
    """A table of enumerated values."""
    return role_table(table, _VALUE_ROLES)


def is_of_values(section: Section) -> bool:
    """Whether a section has enumerated values."""
    return _name(section) in _VALUES


def _schema(sections: Sequence[Section], first: int, limit: int) -> Schema:
    """The schema that starts with a section, and ends before `limit` at the latest.

    Its description may have headings of any level. Behind its tables, a heading of its own level ends the schema.
    """
    texts: list[str] = []
    example = ""
    tables: list[JoinedTable] = []
    values: list[RoleTable] = []
    end = first
    while end < limit:
        section = sections[end]
        name = _name(section)
        if (tables or values) and end > first and section.level <= sections[first].level:
            break
        is_frame = end == first or name in _PROPERTIES or name in _VALUES
        if not is_frame:
            texts.append(section.heading.source)
        word = ""
        for block in section.blocks:
            if isinstance(block, Fence) and not example and is_frame:
                example = block.text
            elif isinstance(block, Table) and name in _VALUES:
                values.append(value_table(block))
            elif isinstance(block, Table):
                tables.append(JoinedTable(block, columns(block, _ROLES), word))
                word = ""
            elif isinstance(block, Prose) and (match := _WORD.fullmatch(block.source)):
                word = match[1]
            elif not (isinstance(block, Prose) and _NOTHING.fullmatch(block.source)):
                texts.append(text_of(block))
        end += 1
    heading = sections[first].heading
    return Schema(
        heading,
        heading.text.strip(),
        tuple(dict.fromkeys((*_own_anchors(sections, first), *sections[first].anchors))),
        first=first,
        end=end,
        description=joined(texts),
        example=example,
        joined=tuple(tables),
        values=tuple(values),
    )


def _name(section: Section) -> str:
    return section.heading.text.strip().casefold()
