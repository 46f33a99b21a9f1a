"""The tables of enumerated values, and the rows that they belong to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ...diagnostics import Diagnostic, Place
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


def read_groups(tables: Sequence[Table], path: str, diagnostics: list[Diagnostic]) -> list[Group]:
    """The groups of values, in their order: a value that comes again begins another."""
    groups: list[Group] = []
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
            if not groups or groups[-1].name != name or member.value in {each.value for each in groups[-1].members}:
                groups.append(Group(name))
            groups[-1].members.append(member)
    return groups


def assign(groups: Sequence[Group], rows: Sequence[Node]) -> tuple[Mapping[int, tuple[Member, ...]], list[Group]]:
    """The values of each row, by its `id`, and the groups that no row has the name of.

    Where several rows have one name, and not as many groups, each may have the values of all.
    """
    named: dict[str, list[Node]] = {}
    for node in rows:
        named.setdefault(node.name, []).append(node)
    told: dict[str, list[Group]] = {}
    for group in groups:
        told.setdefault(ANONYMOUS if group.name.startswith("*") else group.name, []).append(group)
    found: dict[int, tuple[Member, ...]] = {}
    for name, those in told.items():
        nodes = named.get(name, [])
        if len(nodes) == len(those):
            found.update({id(node): tuple(group.members) for node, group in zip(nodes, those, strict=True)})
        else:
            every = {member.value: member for group in those for member in group.members}
            found.update({id(node): tuple(every.values()) for node in nodes})
    return found, [group for name, those in told.items() if name not in named for group in those]


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
