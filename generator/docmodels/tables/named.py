"""The rows of a table that each stand for something with a name, and what keeps a row from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..diagnostics import Diagnostic
from ..limits import NAME_CHARACTERS
from ..markdown import Inline, Row, SpanKind, Table
from ..model.declarations import Member
from .columns import Columns
from .rows import check_row, place_of
from .texts import deprecation, said


def named_rows(
    table: Table,
    roles: Columns,
    path: str,
    name_of: Callable[[Inline], str],
    lines: dict[str, int],
    diagnostics: list[Diagnostic],
) -> Iterator[tuple[Row, str]]:
    """The rows that name a field, with the names; the others, and cells that are not read, become diagnostics.

    roles    the columns that are read; `name` is one of them
    name_of  the name that a cell shows, "" where it shows none
    lines    the lines of the names so far, which the rows' are added to: one object may have several tables
    """
    diagnostics.extend(unread_columns(table, roles, path))
    for row in table.rows:
        diagnostics.extend(check_row(row, len(table.header), path))
        cell = row.cells[roles["name"]]
        name = name_of(cell)
        if not name:
            fault = "missing-name", "the row names no field; it is left out", "Name the field."
        elif len(name) > NAME_CHARACTERS:
            message = f"the name has more than {NAME_CHARACTERS} characters; the row is left out"
            fault = "name-too-long", message, "Shorten it."
        elif name in lines:
            message = f'"{name}" is a field already, in line {lines[name]}; this row is left out'
            fault = "repeated-field", message, "Remove one of the rows, or rename its field."
        else:
            lines[name] = row.line
            yield row, name
            continue
        code, message, help_ = fault
        diagnostics.append(Diagnostic(place_of(path, cell), code, message, help_))


def named_values(
    table: Table,
    roles: Columns,
    path: str,
    name_of: Callable[[Inline], str],
    lines: dict[str, int],
    diagnostics: list[Diagnostic],
) -> Iterator[Member]:
    """The values of an enumeration that are their own names; see `named_rows`. `description` is a role too."""
    diagnostics.extend(unread_columns(table, roles, path))
    for row in table.rows:
        diagnostics.extend(check_row(row, len(table.header), path))
        cell = row.cells[roles["name"]]
        name = name_of(cell)
        if not name:
            message = "the row shows no value; it is left out"
            diagnostics.append(Diagnostic(place_of(path, cell), "missing-value", message, "Add the value."))
        elif name in lines:
            message = f'the value "{name}" is in line {lines[name]} already; this row is left out'
            diagnostics.append(Diagnostic(place_of(path, cell), "repeated-value", message, "Remove one of the rows."))
        else:
            lines[name] = row.line
            description = said(cell_of(row, roles, "description"))
            yield Member(name, name, place_of(path, cell), description, deprecation(description))


def shown_name(cell: Inline) -> str:
    """The name that a cell shows: the code in it, else its text."""
    return "".join(span.text for span in cell.spans if span.kind is SpanKind.CODE).strip() or cell.text.strip()


def unread_columns(table: Table, roles: Columns, path: str) -> Iterator[Diagnostic]:
    """The columns that no role is known for, unless they are empty."""
    read = set(roles.values())
    for index, heading in enumerate(table.header):
        if index not in read and any(row.cells[index].source for row in table.rows):
            message = f'the column "{heading.text}" is left out'
            help_ = f"docmodels reads the columns {', '.join(table.header[at].text for at in sorted(read))}."
            yield Diagnostic(place_of(path, heading), "unread-column", message, help_)


def cell_of(row: Row, roles: Columns, role: str) -> Inline | None:
    """The cell of a role; None where the table has no such column."""
    index = roles.get(role)
    return None if index is None else row.cells[index]
