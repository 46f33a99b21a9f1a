"""The members of enumerations in tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...diagnostics import Diagnostic
from ...model.declarations import Member
from ...model.names import folded
from ...tables.lexicon import Role, Words
from ...tables.rows import check_row, place_of
from ...tables.texts import written_text
from ...tables.values import distinct, is_blank, member_name, number, of_one_kind, shows_bits, value
from ..kit.faults import missing_value, shared_value, valueless_member
from .candidates import Candidate
from .columns.column_headings import role_of
from .columns.value_tables import are_positions


def has_members(model: Candidate, words: Words) -> bool:
    """Whether the tables of an enumeration have a column for members, and one for their numbers."""
    return all(
        (at := page_table.what.roles.get(Role.MEMBER)) is not None
        and at != page_table.what.roles[Role.VALUE]
        and role_of(page_table.table.header[at], words) is Role.MEMBER
        and all(number(row.cells[page_table.what.roles[Role.VALUE]]) is not None for row in page_table.table.rows)
        for page_table in model.tables
    )


def members_of(model: Candidate, path: str, words: Words, diagnostics: list[Diagnostic]) -> tuple[Member, ...]:
    """The members of an enumeration; findings for rows without a member, and for second names of a value."""
    members = tuple(distinct(of_one_kind(_members(model, path, diagnostics)), diagnostics))
    diagnostics.extend(_shared(members, words))
    return members


def _members(model: Candidate, path: str, diagnostics: list[Diagnostic]) -> Iterator[Member]:
    for page_table in model.tables:
        roles = page_table.what.roles
        are_bits = are_positions(page_table.table, roles[Role.VALUE])
        for row in page_table.table.rows:
            if row.is_label:
                continue
            needed = 1 + max(roles[Role.VALUE], roles.get(Role.MEMBER, 0))
            diagnostics.extend(check_row(row, len(page_table.table.header), path, needed))
            cell = row.cells[roles[Role.VALUE]]
            is_named = Role.MEMBER in roles and roles[Role.MEMBER] != roles[Role.VALUE]
            name = member_name(row.cells[roles[Role.MEMBER]]) if is_named else ""
            if is_blank(cell):
                if row.written:
                    diagnostics.append(valueless_member(path, cell, name) if name else missing_value(path, cell))
                continue
            text = written_text(row.cells[roles[Role.DESCRIPTION]]) if Role.DESCRIPTION in roles else ""
            number_or_text = value(cell)
            if are_bits and isinstance(number_or_text, int):
                number_or_text = 1 << number_or_text
            yield Member(name, number_or_text, place_of(path, cell), text if text.strip(" -–—/") else "")


def _shared(members: Sequence[Member], words: Words) -> Iterator[Diagnostic]:
    """Findings for second names of a value, unless one row is about the other name: `Old name of SMALL`."""
    first: dict[str | int, Member] = {}
    for member in members:
        other = first.setdefault(member.value, member)
        if other is not member and not (_names(member, other, words) or _names(other, member, words)):
            yield shared_value(member, other)


def _names(member: Member, other: Member, words: Words) -> bool:
    """Whether the description of a member has the name of another one behind a word such as "old" or "alias"."""
    for sentence in re.split(r"\.\s|[;。\n]", member.description):
        word = words.second.search(sentence)
        behind = re.findall(r"[\w.-]+", sentence[word.end() :]) if word is not None else []
        if folded(other.name) in (folded(name.strip(".-")) for name in behind):
            return True
    return False


def are_flags(model: Candidate, members: Sequence[Member], words: Words) -> bool:
    """Whether the values of an enumeration are bits: by shifts or positions in its cells, or by its name."""
    if not all(isinstance(member.value, int) and member.value >= 0 for member in members):
        return False
    cells = [
        row.cells[page_table.what.roles[Role.VALUE]] for page_table in model.tables for row in page_table.table.rows
    ]
    bits = sum(bin(int(member.value)).count("1") == 1 for member in members)
    if (
        all(map(shows_bits, cells))
        or all(are_positions(page_table.table, page_table.what.roles[Role.VALUE]) for page_table in model.tables)
    ) and bits * 2 > len(members):
        return True
    pieces = re.split(r"[\s/&,()（）-]+", model.named.title.casefold())
    says = any(piece in words.flags for piece in pieces) or any(
        not word.isascii() and word in model.named.title for word in words.flags
    )
    return says and bits * 2 > len(members)
