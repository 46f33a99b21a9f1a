"""Sections with details about the fields of a table, as wetzel writes them for a JSON schema.

    |   |Type|Description|Required|
    |---|---|---|---|
    |**opened**|`string`|When it opened.|No|

    ### berth.opened

    * **Type**: `string`
    * **Format**: date-time

Their content goes to the description of the row. In the column of types, `[2-4]` counts items. The column of presence
has defaults, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ...frozen import replace
from ...markdown import Inline, ItemList, Page, Prose, Row, Section, Table
from ...patterns import regex
from ...tables.texts import text_of

_HEADINGS = ("", "type", "description", "required")
_NAME, _TYPE, _DESCRIPTION, _REQUIRED = range(4)
_HEADING = regex(r"(?P<owner>[\w -]{1,100})\.(?P<field>[\w$@-]{1,100})")
_FACT = regex(r"\*\*(?P<key>[A-Z][A-Za-z -]{1,40})\*\*\s*:\s*(?P<value>.*)", re.DOTALL)
_OF_ROW = frozenset({"Type", "Required"})
"""Facts that the row has, too."""

_VALUE = regex(r"(?P<value>`[^`\n]+`)\s*(?P<name>.*)")
_DEFAULT = regex(r"(?P<required>[^,]{1,20}),\s*default:\s*(?P<value>`[^`]{1,500}`)", re.IGNORECASE)
_COUNTED = regex(
    r"(?P<item>`[^`\[\]]{1,100}`|\[`?[^`\[\]]{1,100}`?\]\([^()\s]{1,300}\))\s*`(?P<count>\[\d{1,9}(?:-(?:\d{1,9}|\*))?\])`"
)


def with_details(page: Page) -> Page:
    """The page, with the details of such sections in the rows of its tables."""
    if not any(table.headings == _HEADINGS for section in page.sections for table in section.tables):
        return page
    details = {key: section for section in page.sections if (key := _key(section)) is not None}
    sections = tuple(_with_rows(section, details) if section.tables else section for section in page.sections)
    return replace(page, sections=sections)


def _key(section: Section) -> tuple[str, str] | None:
    """The model and the field in the heading of a section: `berth.opened`."""
    match = _HEADING.fullmatch(section.heading.text.strip())
    return None if match is None else (match["owner"].casefold(), match["field"])


def _with_rows(section: Section, details: Mapping[tuple[str, str], Section]) -> Section:
    owner = section.heading.text.strip().casefold()
    blocks = [
        replace(block, rows=tuple(_with_detail(row, owner, details) for row in block.rows))
        if isinstance(block, Table) and block.headings == _HEADINGS
        else block
        for block in section.blocks
    ]
    return replace(section, blocks=tuple(blocks))


def _with_detail(row: Row, owner: str, details: Mapping[tuple[str, str], Section]) -> Row:
    cells = list(row.cells)
    kind, description = cells[_TYPE], cells[_DESCRIPTION]
    if (counted := _COUNTED.fullmatch(kind.source)) is not None:
        cells[_TYPE] = replace(kind, source=f"{counted['item']}[] {counted['count']}")
    detail = details.get((owner, cells[_NAME].text.strip()))
    if detail is not None:
        texts = list(_texts(detail, description))
        cells[_DESCRIPTION] = replace(description, source="\n\n".join(texts))
    default = _DEFAULT.fullmatch(cells[_REQUIRED].source)
    if default is not None:
        cells[_REQUIRED] = replace(cells[_REQUIRED], source=default["required"])
        text = cells[_DESCRIPTION]
        cells[_DESCRIPTION] = replace(text, source=f"{text.source}\n\nDefault: {default['value']}".strip())
    return replace(row, cells=tuple(cells))


def _texts(section: Section, description: Inline) -> Iterator[str]:
    """The description of a row, and the additions of a section, which may repeat the description."""
    prose = "\n\n".join(text_of(block) for block in section.blocks if isinstance(block, Prose))
    short = description.prose
    yield prose if prose.startswith(short) else "\n\n".join(filter(None, (description.source, prose)))
    for block in section.blocks:
        if isinstance(block, ItemList):
            yield from _facts(block)


def _facts(facts: ItemList) -> Iterator[str]:
    """The facts of a list, one a text, with the items below them: ``Allowed values: `1` (DRY), `2` (WET)``."""
    entries = list(facts.entries)
    for index, entry in enumerate(entries):
        match = _FACT.fullmatch(entry.text.source) if not entry.depth else None
        if match is None:
            continue
        below: list[str] = []
        for inner in entries[index + 1 :]:
            if not inner.depth:
                break
            below.append(inner.text.source)
        values = [_VALUE.fullmatch(text) for text in below]
        if below and all(values):
            named = (
                f"{value['value']} ({value['name']})" if value["name"] else value["value"] for value in values if value
            )
            yield f"{match['key']}: {', '.join(named)}"
        elif match["key"] not in _OF_ROW:
            yield "\n\n".join((f"{match['key']}: {match['value'].strip()}", *below))
        else:
            yield from below
