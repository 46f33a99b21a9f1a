"""The tables of enumerated values, and the rows that they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ...frozen import frozen, replace
from ...markdown import Inline
from ...model.declarations import Member
from ...tables.constants import integer
from ...tables.rows import place_of
from ..kit import Builder, RoleTable
from .tree import ANONYMOUS, Node


@dataclass(slots=True)
class Group:
    """Values that the docs show one after the other for a property of this name."""

    name: str
    members: list[Member] = field(default_factory=list)

    @property
    def row(self) -> str:
        """What the row is called that they may belong to."""
        return ANONYMOUS if self.name.startswith("*") else self.name


def read_groups(tables: Iterable[RoleTable], builder: Builder) -> list[Group]:
    """The groups of values, in their order: a value that comes again begins another."""
    groups: list[Group] = []
    seen: set[str | int] = set()
    for table in tables:
        if not {"name", "value"} <= table.columns.keys():
            builder.unread_table(table.table, "Give it the columns Property and Value.", content="values")
            continue
        for row in builder.checked_rows(table):
            name, cell, description = row["name"].source, row["value"], row.get("description")
            text = description.prose if description is not None else ""
            member = Member("", _value(cell), place_of(builder.path, cell), "" if text == "none" else text)
            if not groups or groups[-1].name != name or member.value in seen:
                groups.append(Group(name))
                seen.clear()
            seen.add(member.value)
            groups[-1].members.append(member)
    return groups


@frozen()
class Assigned:
    """The rows that the groups belong to.

    by_row   the values of a row, by its `id`
    unnamed  the groups that no row has the name of
    unclear  the groups that may belong to several rows
    """

    by_row: Mapping[int, tuple[Member, ...]]
    unnamed: tuple[Group, ...]
    unclear: tuple[Group, ...]


def assign(groups: Sequence[Group], nodes: Sequence[Node]) -> Assigned:
    """Find the row of each group: groups have the order of the rows, and the names, which several rows may share."""
    names = {node.name for node in nodes}
    named = [group for group in groups if group.row in names]
    forwards = _matched([group.row for group in named], [node.name for node in nodes])
    backwards = _matched([group.row for group in reversed(named)], [node.name for node in reversed(nodes)])
    latest = [len(nodes) - 1 - at if at is not None else None for at in reversed(backwards)]
    by_row: dict[int, tuple[Member, ...]] = {}
    unclear: list[Group] = []
    for group, first, last in zip(named, forwards, latest, strict=True):
        if first is not None and first == last:
            by_row[id(nodes[first])] = tuple(group.members)
        else:
            unclear.append(group)
    return Assigned(by_row, tuple(group for group in groups if group.row not in names), tuple(unclear))


def _matched(wanted: Sequence[str], names: Sequence[str]) -> list[int | None]:
    """The earliest places of names in a row of names, each behind the one before; None for a name without a place."""
    places: list[int | None] = []
    at = 0
    for name in wanted:
        while at < len(names) and names[at] != name:
            at += 1
        places.append(at if at < len(names) else None)
        at += 1
    return places


def named_members(groups: Sequence[Group]) -> Iterator[Member]:
    """The values of an enumeration whose rows name each of them, as some templates have it."""
    for group in groups:
        for member in group.members:
            number = integer(str(member.value))
            name = "" if group.name.startswith("*") else group.name
            yield replace(member, name=name, value=member.value if number is None else number)


def _value(cell: Inline) -> str:
    """A value as the docs show it; values are no prose."""
    source = cell.source
    return source[1:-1] if len(source) > 2 and source[0] == source[-1] == "`" else source
