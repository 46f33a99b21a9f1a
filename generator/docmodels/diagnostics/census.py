"""The census of a tree: every table of its pages, with a verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from ..frozen import frozen
from .diagnostic import Place


class Verdict(StrEnum):
    """The verdict on a table."""

    READ = "read"
    NONE = "no model"
    UNREAD = "not read"


@frozen()
class Entry:
    """A table of the census.

    headings      the headings of its columns
    verdict       whether it is read
    reason        for a table of no model, its content; for a table that is not read, the reason; "" for a table that is read
    names_fields  whether it has names like those of fields
    above         the heading or the label above it, if the family of handwritten tables has read it
    """

    place: Place
    headings: tuple[str, ...]
    verdict: Verdict
    reason: str = ""
    names_fields: bool = True
    above: str = ""


@frozen()
class TableCount:
    """The number of tables with a verdict, and for tables of no model, with a reason; see `Entry`."""

    verdict: Verdict
    reason: str
    tables: int


def table_counts(entries: Iterable[Entry]) -> tuple[TableCount, ...]:
    """The numbers of tables, in the order of the first of each."""
    counts = Counter((entry.verdict, entry.reason if entry.verdict is Verdict.NONE else "") for entry in entries)
    return tuple(TableCount(verdict, reason, tables) for (verdict, reason), tables in counts.items())
