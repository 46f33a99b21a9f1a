"""The default of a field in a row: in its column, in a sentence, or among the values."""

from __future__ import annotations

from collections.abc import Set

from ....markdown import Inline
from ....model.declarations import RawValue
from ....model.types import ANY, BOOLEAN, STRING, Type, constants_in
from ....tables.beside import Beside
from ....tables.choices import choices
from ....tables.default_cells import read_default_cell, truth, truths
from ....tables.default_sentences import default_in, default_word
from ....tables.dressing import readable
from ....tables.lexicon import Role
from ....tables.rows import place_of
from ....tables.sql_rules import sql_default
from ....tables.values import SINGLE_QUOTED
from ..columns.column_headings import role_of
from .row_cells import RowCells


def column_default(cells: RowCells, kind: Type = ANY) -> RawValue | None:
    """The default in its column; None without one.

    kind  the type of the field. Without it, a word that may mean "no default" means that
    """
    cell = cells.cell(Role.DEFAULT)
    if cell is None:
        return None
    default = read_default_cell(cell, cells.words, kind)
    if default.value is None or (kind == ANY and default.may_be_nothing):
        return None
    return RawValue(default.value, place_of(cells.path, cell), default.may_be_nothing)


def default_of(cells: RowCells, kind: Type, text: str, description: Inline | None, beside: Beside) -> RawValue | None:
    """The default of a field: in its column, in the cell of its type, in its description, or among its values."""
    if Role.DEFAULT in cells.roles and (own := column_default(cells, kind)) is not None:
        return own
    if beside.default is not None:
        return RawValue(beside.default, place_of(cells.path, cells.row.cells[cells.roles[Role.TYPE]]))
    if (cell := cells.cell(Role.DEFAULT)) is not None and cell.source:
        return None
    values = truths(cells.words) if kind == BOOLEAN else frozenset(map(str, constants_in(kind)))
    others = (cells.cell(role) for role in (Role.VALUES, Role.REQUIRED, Role.OPTIONAL))  # `no (default: 5)`
    for cell, source in (
        (description, text),
        *((other, readable(other).prose) for other in others if other is not None),
    ):
        default = default_in(source, cells.words, values) if cell is not None else None
        if default is None and cell is not None and cell is not description:
            is_rule = cell is cells.cell(Role.VALUES)
            default = sql_default(source) if is_rule else default_word(source, cells.words) if kind == STRING else None
        if default is not None and kind == BOOLEAN:
            default = truth(default.casefold(), cells.words) or default
        if default is not None and (quoted := SINGLE_QUOTED.fullmatch(default)) is not None:
            default = f'"{quoted[1]}"'
        if cell is not None and default is not None:
            if cell is description and _are_several(cells, values):
                return None
            return RawValue(default, place_of(cells.path, cell), is_described=cell is description)
    for heading, further in cells.further:
        if role_of(heading, cells.words) is None:
            continue  # `Free | Pro`
        if (default := default_in(readable(further).prose, cells.words, values)) is not None:
            default = (truth(default.casefold(), cells.words) if kind == BOOLEAN else None) or default
            return RawValue(default, place_of(cells.path, further), is_described=True)
    for cell in (description, cells.cell(Role.VALUES)):  # `red` (default), `blue`
        source = text if cell is description else readable(cell).prose if cell is not None else ""
        may_mark = bool(values) and bool(source) and cells.words.default_words.may_be_remark_in(source)
        chosen = choices(source, cells.words) if may_mark else None
        if chosen is not None and cell is not None and chosen.default in values:
            return RawValue(chosen.default, place_of(cells.path, cell))
    return None


def _are_several(cells: RowCells, values: Set[str]) -> bool:
    """Whether columns of unknown headings have different defaults: `Free | Pro`."""
    columns = zip(cells.table.header, cells.row.cells, strict=False)
    unknown = [cell for heading, cell in columns if role_of(heading, cells.words) is None]
    defaults = (
        {default_in(readable(cell).prose, cells.words, values) for cell in unknown} if len(unknown) > 1 else set()
    )
    return len(defaults - {None}) > 1
