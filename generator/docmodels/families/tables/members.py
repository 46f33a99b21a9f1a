"""The members of enumerations that tables show."""

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
from .roles import role_of
from .value_tables import are_positions


def has_members(model: Candidate, words: Words) -> bool:
    """Whether the tables of an enumeration have a column for the members as such, and one for their numbers."""
    return all(
        (at := each.what.roles.get(Role.MEMBER)) is not None
        and at != each.what.roles[Role.VALUE]
        and role_of(each.table.header[at], words) is Role.MEMBER
        and all(number(row.cells[each.what.roles[Role.VALUE]]) is not None for row in each.table.rows)
        for each in model.shown
    )


def members_of(model: Candidate, path: str, words: Words, diagnostics: list[Diagnostic]) -> tuple[Member, ...]:
    """The members of an enumeration; findings for rows that make none, and for second names of a value."""
    members = tuple(distinct(of_one_kind(_members(model, path, diagnostics)), diagnostics))
    diagnostics.extend(_shared(members, words))
    return members


def _members(model: Candidate, path: str, diagnostics: list[Diagnostic]) -> Iterator[Member]:
    for each in model.shown:
        roles = each.what.roles
        are_bits = are_positions(each.table, roles[Role.VALUE])
        for row in each.table.rows:
            needed = 1 + max(roles[Role.VALUE], roles.get(Role.MEMBER, 0))
            diagnostics.extend(check_row(row, len(each.table.header), path, needed))
            cell = row.cells[roles[Role.VALUE]]
            is_named = Role.MEMBER in roles and roles[Role.MEMBER] != roles[Role.VALUE]
            name = member_name(row.cells[roles[Role.MEMBER]]) if is_named else ""
            if is_blank(cell):
                if row.written:
                    diagnostics.append(valueless_member(path, cell, name) if name else missing_value(path, cell))
                continue
            text = written_text(row.cells[roles[Role.DESCRIPTION]]) if Role.DESCRIPTION in roles else ""
            shown = value(cell)
            if are_bits and isinstance(shown, int):
                shown = 1 << shown
            yield Member(name, shown, place_of(path, cell), text if text.strip(" -–—/") else "")


def _shared(members: Sequence[Member], words: Words) -> Iterator[Diagnostic]:
    """Findings for second names of a value where neither row is about the other's name, as `Old name of SMALL` is."""
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
    cells = [row.cells[each.what.roles[Role.VALUE]] for each in model.shown for row in each.table.rows]
    bits = sum(bin(int(member.value)).count("1") == 1 for member in members)
    if (
        all(map(shows_bits, cells))
        or all(are_positions(each.table, each.what.roles[Role.VALUE]) for each in model.shown)
    ) and bits * 2 > len(members):
        return True
    pieces = re.split(r"[\s/&,()（）-]+", model.named.title.casefold())
    says = any(piece in words.flags for piece in pieces) or any(
        not word.isascii() and word in model.named.title for word in words.flags
    )
    return says and bits * 2 > len(members)
