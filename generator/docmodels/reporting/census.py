"""The census of a tree's tables, for people: tables that are read, tables of no model, tables that are not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..diagnostics.census import Entry, TableCount, Verdict, table_counts
from ..model.wording import counted
from .columns import columns
from .text import visible

_MOST_PLACES = 3  # for tables with the same headings


def in_short(census: Sequence[TableCount]) -> str:
    """`12 tables: 9 read, 2 no model (1 errors, 1 operations), 1 not read`."""
    verdicts: Counter[Verdict] = Counter()
    for count in census:
        verdicts[count.verdict] += count.tables
    kinds = Counter({count.reason: count.tables for count in census if count.verdict is Verdict.NONE})
    reasons = ", ".join(f"{count} {visible(reason)}" for reason, count in kinds.most_common())
    parts = [f"{verdicts[Verdict.READ]} read"]
    if verdicts[Verdict.NONE]:
        parts.append(f"{verdicts[Verdict.NONE]} no model ({reasons})")
    if verdicts[Verdict.UNREAD]:
        parts.append(f"{verdicts[Verdict.UNREAD]} not read")
    return f"{counted(verdicts.total(), 'table')}: {', '.join(parts)}"


def alike(entries: Sequence[Entry]) -> Sequence[tuple[tuple[str, ...], Sequence[Entry]]]:
    """The tables that are not read, grouped by their headings, the largest group first."""
    groups: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        if entry.verdict is Verdict.UNREAD:
            groups.setdefault(entry.headings, []).append(entry)
    return sorted(groups.items(), key=lambda group: -len(group[1]))


def headings(texts: Sequence[str]) -> str:
    """The headings of a table as its first line: `| Setting | Value |`."""
    return visible(f"| {' | '.join(texts)} |")


def listing(entries: Sequence[Entry], width: int) -> Iterator[str]:
    """Lines, with ends: first the tables that are not read, grouped; then all tables, in the order of the pages."""
    yield f"{in_short(table_counts(entries))}\n"
    groups = alike(entries)
    if groups:
        yield "\n"
        rows = [(str(len(group)), headings(texts), _places(group), visible(group[0].reason)) for texts, group in groups]
        yield from _table([("Not read", "Headings", "Where", "Since"), *rows], width)
    if entries:
        yield "\n"
        every = [
            (visible(str(entry.place)), str(entry.verdict), headings(entry.headings), visible(entry.reason))
            for entry in entries
        ]
        yield from _table([("Table", "Is", "Headings", "Since"), *every], width)


def _places(group: Sequence[Entry]) -> str:
    places = ", ".join(str(entry.place) for entry in group[:_MOST_PLACES])
    return visible(f"{places}, …" if len(group) > _MOST_PLACES else places)


def _table(rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    return (f"{line}\n" for line in columns(rows, width))
