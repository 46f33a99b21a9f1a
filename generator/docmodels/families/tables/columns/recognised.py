"""The kind of a table, as a value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from enum import StrEnum

from ....frozen import frozen
from ....markdown import Table
from ....tables.lexicon import Claimed, Role, Words
from .column_headings import heading_words


class Kind(StrEnum):
    FIELDS = "fields"
    VALUES = "values"
    OTHER = "no model"


@frozen()
class Recognised:
    """The kind of a table.

    roles    the index of the column of each role
    why      the reason, in a clause
    claimed  the content of a table that is no model; None for models, and for an unknown content
    is_bare  whether the fields have names and descriptions alone
    """

    kind: Kind
    roles: Mapping[Role, int] = field(hash=False)
    why: str
    claimed: Claimed | None = None
    is_bare: bool = False


def unknown(table: Table, what: str) -> str:
    """The reason for a table without a known column for something. It has the headings, so that a team can set one."""
    headings = ", ".join(f'"{" ".join(cell.text.split())}"' for cell in table.header)
    return f"none of the columns {headings} is known for {what}; set columns in [[tool.docmodels.tables]]"


def other(why: str, claimed: Claimed | None = None) -> Recognised:
    return Recognised(Kind.OTHER, {}, why, claimed)


def foreign(table: Table, roles: Sequence[Role | None], words: Words) -> Recognised:
    heading = table.header[roles.index(Role.FOREIGN)]
    why = f'no model has a column "{heading.text.strip()}"'
    return Recognised(Kind.OTHER, {}, why, words.foreign.get(heading_words(heading), Claimed.SETTING))
