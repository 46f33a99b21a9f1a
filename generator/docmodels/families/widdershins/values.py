"""The tables of enumerated values, and the rows that they belong to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ...diagnostics import Diagnostic, Place
from ...frozen import frozen
from ...markdown import Inline, Table
from ...model.declarations import Member
from ...tables.constants import integer
from ...tables.named import unread_columns
from ...tables.rows import check_row, place_of
from .outline import value_columns
from .rows import ANONYMOUS, Node


@dataclass(slots=True)
class Group:
    """Values that the docs show one after the other for a property of this name."""

    name: str
    members: list[Member] = field(default_factory=list)

    @property
    def row(self) -> str:
        """What the row is called that they may belong to."""
        return ANONYMOUS if self.name.startswith("*") else self.name


def read_groups(tables: Sequence[Table], path: str, diagnostics: list[Diagnostic]) -> list[Group]:
    """The groups of values, in their order: a value that comes again begins another."""
    groups: list[Group] = []
    seen: set[str | int] = set()
    for table in tables:
        columns = value_columns(table)
        if not {"name", "value"} <= columns.keys():
            message = "the table shows no values; it is left out"
            help_ = "Give it the columns Property and Value."
            diagnostics.append(Diagnostic(Place(path, table.line), "unread-table", message, help_))
            continue
        diagnostics.extend(unread_columns(table, columns, path))
        for row in table.rows:
            diagnostics.extend(check_row(row, len(table.header), path))
            name, cell = row.cells[columns["name"]].source, row.cells[columns["value"]]
            described = row.cells[columns["description"]].prose if "description" in columns else ""
            member = Member("", _shown(cell), place_of(path, cell), "" if described == "none" else described)
            if not groups or groups[-1].name != name or member.value in seen:
                groups.append(Group(name))
                seen.clear()
            seen.add(member.value)
            groups[-1].members.append(member)
    return groups


@frozen()
class Assigned:
    """Which rows the groups belong to.

    by_row   the values of a row, by its `id`
    unnamed  the groups that no row has the name of
    unclear  the groups that may belong to several rows
    """

    by_row: Mapping[int, tuple[Member, ...]]
    unnamed: tuple[Group, ...]
    unclear: tuple[Group, ...]


def assign(groups: Sequence[Group], rows: Sequence[Node]) -> Assigned:
    """Find the row of each group: groups have the order of the rows, and the names, which several rows may share."""
    names = {node.name for node in rows}
    named = [group for group in groups if group.row in names]
    forwards = _matched([group.row for group in named], [node.name for node in rows])
    backwards = _matched([group.row for group in reversed(named)], [node.name for node in reversed(rows)])
    latest = [len(rows) - 1 - at if at is not None else None for at in reversed(backwards)]
    found: dict[int, tuple[Member, ...]] = {}
    unclear: list[Group] = []
    for group, first, last in zip(named, forwards, latest, strict=True):
        if first is not None and first == last:
            found[id(rows[first])] = tuple(group.members)
        else:
            unclear.append(group)
    return Assigned(found, tuple(group for group in groups if group.row not in names), tuple(unclear))


def _matched(wanted: Sequence[str], names: Sequence[str]) -> list[int | None]:
    """The earliest places of names in a row of names, each behind the one before; None for those that find none."""
    found: list[int | None] = []
    at = 0
    for name in wanted:
        while at < len(names) and names[at] != name:
            at += 1
        found.append(at if at < len(names) else None)
        at += 1
    return found


def named_members(groups: Sequence[Group]) -> Iterator[Member]:
    """The values of an enumeration whose rows name each of them, as some templates have it."""
    for group in groups:
        for member in group.members:
            number = integer(str(member.value))
            name = "" if group.name.startswith("*") else group.name
            yield replace(member, name=name, value=member.value if number is None else number)


def _shown(cell: Inline) -> str:
    """A value as the docs show it; values are no prose."""
    source = cell.source
    return source[1:-1] if len(source) > 2 and source[0] == source[-1] == "`" else source
