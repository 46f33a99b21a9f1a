"""The tables of enumerated values, and their rows of properties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ...frozen import frozen, replace
from ...model.declarations import Member
from ...tables.constants import integer
from ...tables.rows import place_of
from ...tables.values import written_value
from ..kit import Builder, RoleTable
from .tree import ANONYMOUS, Node


@dataclass(slots=True)
class Group:
    """Successive values for a property of one name."""

    name: str
    members: list[Member] = field(default_factory=list)

    @property
    def row(self) -> str:
        """The name of the row that they may belong to."""
        return ANONYMOUS if self.name.startswith("*") else self.name


def read_groups(tables: Iterable[RoleTable], builder: Builder) -> list[Group]:
    """The groups of values, in their order. A repeated value begins a new group."""
    groups: list[Group] = []
    seen: set[str | int] = set()
    for table in tables:
        if not {"name", "value"} <= table.columns.keys():
            builder.unread_table(table.table, "Give it the columns Property and Value.", content="values")
            continue
        for row in builder.checked_rows(table):
            name, cell, description = row["name"].source, row["value"], row.get("description")
            text = description.prose if description is not None else ""
            member = Member("", written_value(cell), place_of(builder.path, cell), "" if text == "none" else text)
            if not groups or groups[-1].name != name or member.value in seen:
                groups.append(Group(name))
                seen.clear()
            seen.add(member.value)
            groups[-1].members.append(member)
    return groups


@frozen()
class Assigned:
    """The rows that the groups belong to.

    by_row   `id` of a row -> its values
    unnamed  the groups without a row of their name
    unclear  the groups that may belong to several rows
    """

    by_row: Mapping[int, tuple[Member, ...]]
    unnamed: tuple[Group, ...]
    unclear: tuple[Group, ...]


def assign(groups: Sequence[Group], nodes: Sequence[Node]) -> Assigned:
    """Find the row of each group, by its name, and by the order of rows if several share the name."""
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
    """The earliest places of some names among others, each behind the one before; None for a name without a place."""
    places: list[int | None] = []
    at = 0
    for name in wanted:
        while at < len(names) and names[at] != name:
            at += 1
        places.append(at if at < len(names) else None)
        at += 1
    return places


def named_members(groups: Sequence[Group]) -> Iterator[Member]:
    """The values of an enumeration with a name in each row, as in some templates."""
    for group in groups:
        for member in group.members:
            number = integer(str(member.value))
            name = "" if group.name.startswith("*") else group.name
            yield replace(member, name=name, value=member.value if number is None else number)
