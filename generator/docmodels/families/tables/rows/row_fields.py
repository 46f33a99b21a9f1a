"""The fields of the rows of a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ....diagnostics import Diagnostic
from ....frozen import frozen
from ....markdown import Table
from ....model.declarations import Field, Presence
from ....tables.lexicon import Words
from ...kit.faults import unexplained_star, unknown_column_of_marks
from ..columns.column_cells import unknown_marks
from ..columns.row_numbers import counting_columns
from .named_rows import NamedRow
from .presence import has_column
from .row_cells import RowCells, with_remark
from .row_field import field_of
from .row_presence import Silence
from .star_legend import Star, is_bold


@frozen()
class Settled:
    """The facts of the tree, and of the page, for reading rows.

    silent      the presence of a row without a mark, in a table without a column of presence
    questioned  whether a `?` behind a type makes the field optional
    by_name     whether members with numbers have their names for values
    optional    the optional fields in a comment or in the front matter of the page
    """

    silent: Presence
    questioned: bool = False
    by_name: bool = False
    optional: frozenset[str] = frozenset()


class RowFields:
    """Reads the rows of one table after another."""

    def __init__(
        self,
        path: str,
        words: Words,
        settled: Settled,
        star: Callable[[], Star],
        parts: Mapping[str, str],
        report: Callable[[Diagnostic], None],
    ) -> None:
        """star and parts: see `FieldReader`; report: takes a finding."""
        self.silent = settled.silent
        """The presence of rows without a mark in the current table."""
        self._path = path
        self._words = words
        self._settled = settled
        self._star = star
        self._parts = parts
        self._report = report
        self._has_stars = False  # the tables so far
        self._starred: bool | None = None
        self._bold: bool | None = None
        self._counting: frozenset[int] = frozenset()

    def begin(self, table: Table, rows: Sequence[NamedRow], silent: Presence | None) -> None:
        """Begin a table.

        silent  the presence of rows without a mark, by the heading; None without one
        """
        self.silent = silent or self._settled.silent
        self._starred = self._star_in(rows)
        has_bold = any(is_bold(row.cell) for row in rows) and not has_column(rows[0].roles)
        self._bold = self._star().bold if has_bold else None
        self._counting = counting_columns(table)
        if rows and not has_column(rows[0].roles):
            marks = unknown_marks(table, rows[0].roles.values(), self._words)
            if marks is not None:
                self._report(unknown_column_of_marks(self._path, marks))

    def field(self, row: NamedRow, key: str) -> Field:
        """The field of a row; see `field_of`."""
        roles = with_remark(row.roles, row.table, row.row, self._words)
        cells = RowCells(self._path, self._words, row.table, row.row, roles, self._counting, self._report)
        silent = Presence.OPTIONAL if row.name.text in self._settled.optional else self.silent
        return field_of(cells, self._silence(self._by_bold(row, silent)), row.name, key, self._parts)

    def own_presence(self, row: NamedRow) -> Presence:
        """The presence by nothing but the row."""
        cells = RowCells(self._path, self._words, row.table, row.row, row.roles, frozenset(), lambda _: None)
        silent = self._by_bold(row, Presence.UNKNOWN)
        return field_of(cells, self._silence(silent), row.name, row.name.text, {}).presence

    def _by_bold(self, row: NamedRow, silent: Presence) -> Presence:
        """The presence of a row without a mark, by the type of its name if the page says what names in bold type are."""
        if self._bold is None:
            return silent
        return Presence.REQUIRED if is_bold(row.cell) is self._bold else Presence.OPTIONAL

    def _silence(self, silent: Presence) -> Silence:
        return Silence(silent, self._settled.questioned, self._starred)

    def _star_in(self, rows: Sequence[NamedRow]) -> bool | None:
        """The meaning of stars at the names of a table; a finding if the page does not explain them."""
        starred = [row.cell for row in rows if row.name.starred]
        self._has_stars = self._has_stars or bool(starred)
        if not self._has_stars:
            return None
        star = self._star()
        if not starred or has_column(rows[0].roles):
            return star.required
        required = star.among([row.name for row in rows])
        if required is not None and not star.is_explained:
            self._report(unexplained_star(self._path, starred[0], len(starred), len(rows)))
        return required
