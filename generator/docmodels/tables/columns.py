"""The roles of the columns of a table."""

from __future__ import annotations

from collections.abc import Mapping

from ..markdown import Table

Columns = Mapping[str, int]
"""The index of the column of each role."""


def columns(table: Table, roles: Mapping[str, str]) -> Columns:
    """The first column of each role.

    roles  heading of a column, in lower case -> role: `{"name": "name", "parameter": "name"}`
    """
    indexes: dict[str, int] = {}
    for index, heading in enumerate(table.headings):
        role = roles.get(heading)
        if role is not None:
            indexes.setdefault(role, index)
    return indexes
