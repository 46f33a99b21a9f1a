"""The cells of one row of a table of fields, by role."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ....diagnostics import Diagnostic
from ....frozen import Keeping, cached_property, frozen
from ....markdown import Inline, Row, Table
from ....tables.dressing import without_struck
from ....tables.lexicon import Role, Words, any_language
from ....tables.rows import place_of
from ..columns.column_headings import role_of


@frozen()
class RowCells(Keeping):
    """A row, and everything that its reading needs.

    path      the path of the page
    words     the words of the page
    roles     role -> index of its column
    counting  the indexes of the columns that only count the rows
    report    takes a finding
    """

    path: str
    words: Words
    table: Table
    row: Row
    roles: Mapping[Role, int]
    counting: frozenset[int]
    report: Callable[[Diagnostic], None]

    def cell(self, role: Role) -> Inline | None:
        """The cell of a role, without struck text that has a replacement; None without such a column."""
        return self._by_role.get(role)

    def heading(self, role: Role) -> Inline:
        """The heading of the column of a role, which the table must have."""
        return self.table.header[self.roles[role]]

    @cached_property
    def further(self) -> tuple[tuple[Inline, Inline], ...]:
        """The headings and the filled cells of columns without a role: `Enum: a, b` below "Further information"."""
        known = set(self.roles.values())
        columns = enumerate(zip(self.table.header, self.row.cells, strict=False))
        return tuple((heading, cell) for at, (heading, cell) in columns if at not in known and cell.source)

    @cached_property
    def _by_role(self) -> Mapping[Role, Inline]:
        cells = self.row.cells
        return {
            role: cells[at] if role is Role.DESCRIPTION else without_struck(cells[at])
            for role, at in self.roles.items()
        }

    def say(self, cell: Inline, code: str, message: str, help_: str) -> None:
        """Report a finding about a cell."""
        self.report(Diagnostic(place_of(self.path, cell), code, message, help_))


def with_remark(roles: Mapping[Role, int], table: Table, row: Row, words: Words) -> Mapping[Role, int]:
    """The roles of a row's cells; a remark is its description if it has none: `Description | Notes`."""
    at = roles.get(Role.DESCRIPTION)
    if at is None or not is_empty(row.cells[at]):
        return roles
    known = set(roles.values())
    remarks = (
        index
        for index, (heading, cell) in enumerate(zip(table.header, row.cells, strict=False))
        if index not in known and not is_empty(cell) and role_of(heading, words) is Role.DESCRIPTION
    )
    remark = next(remarks, None)
    return roles if remark is None else {**roles, Role.DESCRIPTION: remark}


def is_empty(cell: Inline) -> bool:
    """Whether a cell has nothing: blanks, dashes, `n/a`."""
    return cell.text.strip(" -–—\n").casefold() in any_language().nothing
