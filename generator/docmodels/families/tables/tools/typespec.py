"""The pages of TypeSpec's reference of a library, as people write such tables.

    ```typespec
    enum Harbor.State
    ```

    | Name | Value | Description |
    | ---- | ----- | ----------- |
    | open |       | Is open.    |

The value of a member without one is its name. A row of a model without a name is for all further properties.
"""

from __future__ import annotations

from ....frozen import replace
from ....markdown import Fence, Page, Row, Section, Table

_INFO = "typespec"
_VALUES, _FIELDS = ("name", "value", "description"), ("name", "type", "description")
_EXTRA, _ANY_NAME = "additional properties", "*"


def with_typespec(page: Page) -> Page:
    """The page with a value for each member, and with a name for further properties; any other page as it is."""
    if not any(_is_declared(section) for section in page.sections):
        return page
    return replace(page, sections=tuple(map(_with_completed_tables, page.sections)))


def _is_declared(section: Section) -> bool:
    fences = (block for block in section.blocks if isinstance(block, Fence))
    return any(fence.info.strip() == _INFO for fence in fences)


def _with_completed_tables(section: Section) -> Section:
    blocks = (_completed(block) if isinstance(block, Table) else block for block in section.blocks)
    return replace(section, blocks=tuple(blocks))


def _completed(table: Table) -> Table:
    if table.headings not in (_VALUES, _FIELDS):
        return table
    return replace(table, rows=tuple(_row(row, is_of_values=table.headings == _VALUES) for row in table.rows))


def _row(row: Row, *, is_of_values: bool) -> Row:
    name, second, *rest = row.cells
    if is_of_values and not second.source:
        second = replace(second, source=name.source)
    elif not is_of_values and not name.source and rest[0].text.strip().casefold() == _EXTRA:
        name = replace(name, source=_ANY_NAME)
    return replace(row, cells=(name, second, *rest))
