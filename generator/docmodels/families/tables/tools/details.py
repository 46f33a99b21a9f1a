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

from ....frozen import replace
from ....markdown import Page, Row, Section, Table
from ....patterns import regex

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
    """The page, with counts in types and defaults beside the presence in places of their own."""
    if not any(table.headings == _HEADINGS for section in page.sections for table in section.tables):
        return page
    return replace(
        page, sections=tuple(_with_rows(section) if section.tables else section for section in page.sections)
    )


def _with_rows(section: Section) -> Section:
    blocks = [
        replace(block, rows=tuple(map(_with_detail, block.rows)))
        if isinstance(block, Table) and block.headings == _HEADINGS
        else block
        for block in section.blocks
    ]
    return replace(section, blocks=tuple(blocks))


def _with_detail(row: Row) -> Row:
    cells = list(row.cells)
    kind = cells[_TYPE]
    if (counted := _COUNTED.fullmatch(kind.source)) is not None:
        cells[_TYPE] = replace(kind, source=f"{counted['item']}[] {counted['count']}")
    default = _DEFAULT.fullmatch(cells[_REQUIRED].source)
    if default is not None:
        cells[_REQUIRED] = replace(cells[_REQUIRED], source=default["required"])
        text = cells[_DESCRIPTION]
        cells[_DESCRIPTION] = replace(text, source=f"{text.source}\n\nDefault: {default['value']}".strip())
    return replace(row, cells=tuple(cells))
