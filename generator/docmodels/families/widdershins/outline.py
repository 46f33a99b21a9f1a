"""Which sections of a page show schemas, and what each shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from types import MappingProxyType

from ...frozen import frozen
from ...markdown import Fence, Page, Prose, Section, Table
from ...markdown.anchors import anchor_ids
from ...model.names import folded
from ...tables.columns import Columns, columns
from ...tables.prefixes import count_packages
from ...tables.texts import joined, text_of
from ..family import Claim, Sureness

_PROPERTIES = frozenset({"properties", "attributes", "attribute", "属性"})
_VALUES = frozenset({"enumerated values", "enum", "enum values", "枚举值"})
_WORD = re.compile(r"[*_]{0,2}(allOf|anyOf|oneOf|not|and|or|xor|continued)(?: - discriminator: [^*\n]*)?[*_]{0,2}")
_NOTHING = re.compile(r"\*None\*|\{%[^\n]*%\}")
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
_RESPONSES = frozenset({"status", "meaning", "schema"})


@frozen()
class Part:
    """A table of rows, and the word before it that joins them to the rows before: `allOf`, `xor`, or ""."""

    word: str
    table: Table


@frozen()
class Schema:
    """What a page shows of one schema.

    section     its heading and what stands right below that
    anchors     what leads to it
    first, end  the numbers of the sections that it takes, as a slice
    example     the code that shows a value, "" without one
    values      the tables of enumerated values
    """

    section: Section
    anchors: tuple[str, ...]
    first: int
    end: int
    description: str
    example: str
    parts: tuple[Part, ...]
    values: tuple[Table, ...]


def claim(page: Page) -> Claim | None:
    """See `families.Family`."""
    starts = dict(_starts(page))
    if starts:
        sure = Sureness.CERTAIN if any(starts.values()) else Sureness.LIKELY
        titles = [page.sections[number].heading.text.strip() for number in starts]
        return Claim(
            sure, len(starts), "the page has sections of schemas with their properties", count_packages(titles)
        )
    for section in page.sections:
        for table in section.tables:
            if table.bare_headings >= _RESPONSES:
                return Claim(Sureness.CERTAIN, 0, "the page has tables of responses with their status and meaning")
    return None


def schemas(page: Page) -> Iterator[Schema]:
    """The schemas of a page, in their order."""
    starts = [number for number, _ in _starts(page)]
    for first, limit in pairwise((*starts, len(page.sections))):
        yield _schema(page.sections, first, limit)


def _starts(page: Page) -> Iterator[tuple[int, bool]]:
    """The numbers of the sections that schemas start with, and whether an anchor shows it.

    Where a template sets no anchors, the columns of the table below "Properties" do.
    """
    found: dict[int, bool] = {}
    numbers: dict[int, int] = {}
    for number, trail in enumerate(page.trails()):
        numbers[id(trail[-1])] = number
        if _own_anchors(page.sections, number):
            found[number] = True
        elif len(trail) > 1 and _name(trail[-1]) in _PROPERTIES and any(map(_is_typical, trail[-1].tables)):
            found.setdefault(numbers[id(trail[-2])], False)
    certain = any(found.values())
    yield from ((number, told) for number, told in sorted(found.items()) if told or not certain)


def _own_anchors(sections: Sequence[Section], number: int) -> tuple[str, ...]:
    """The anchors that only a schema has, as `schemaroom` and `tocS_Room` of `Room`, wherever its template puts them."""
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
    anchors = [anchor for anchor in anchors if anchor[:1] in "sStT"]
    name = folded(section.heading.text) if anchors else ""
    return tuple(anchor for anchor in anchors if name and folded(anchor) in (f"schema{name}", f"tocs{name}"))


def _is_typical(table: Table) -> bool:
    return {"name", "type", "required", "restrictions"} <= row_columns(table).keys()


def row_columns(table: Table) -> Columns:
    """What the columns of a table of properties are for."""
    return columns(table, _ROLES)


def value_columns(table: Table) -> Columns:
    """What the columns of a table of enumerated values are for."""
    return columns(table, _VALUE_ROLES)


def _schema(sections: Sequence[Section], first: int, limit: int) -> Schema:
    """The schema that starts with a section, and ends before `limit` at the latest.

    Its description may have headings of any level; behind its tables, a heading of its own level ends it.
    """
    texts: list[str] = []
    example = ""
    parts: list[Part] = []
    values: list[Table] = []
    end = first
    while end < limit:
        section = sections[end]
        name = _name(section)
        if (parts or values) and end > first and section.level <= sections[first].level:
            break
        is_told = end == first or name in _PROPERTIES or name in _VALUES
        said = [] if is_told else [section.heading.source]
        word = ""
        for block in section.blocks:
            if isinstance(block, Fence) and not example and is_told:
                example = block.text
            elif isinstance(block, Table) and name in _VALUES:
                values.append(block)
            elif isinstance(block, Table):
                parts.append(Part(word, block))
                word = ""
            elif isinstance(block, Prose) and (match := _WORD.fullmatch(block.source)):
                word = match[1]
            elif not (isinstance(block, Prose) and _NOTHING.fullmatch(block.source)):
                said.append(text_of(block))
        texts.append(joined(said))
        end += 1
    anchors = dict.fromkeys((*_own_anchors(sections, first), *sections[first].anchors))
    return Schema(sections[first], tuple(anchors), first, end, joined(texts), example, tuple(parts), tuple(values))


def _name(section: Section) -> str:
    return section.heading.text.strip().casefold()
