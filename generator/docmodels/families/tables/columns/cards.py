"""Cards, which are tables about one field: `Type | integer`, `Required | yes` as rows, or as one row without a name."""

from __future__ import annotations

from collections.abc import Sequence

from ....markdown import Inline, Table
from ....tables.lexicon import Role, Words
from .column_cells import are_types
from .column_headings import header_roles, role_of

_FACTS = frozenset({Role.REQUIRED, Role.OPTIONAL, Role.NULLABLE, Role.DEFAULT, Role.VALUES, Role.EXAMPLE})
_MOST_ROWS = 12


def card(table: Table, words: Words) -> Sequence[tuple[Inline, Inline]]:
    """The facts of a card: pairs of a word, such as `Type`, and a cell; none for any other table."""
    if len(table.header) == 2 and table.rows:
        pairs = [(row.cells[0], row.cells[1]) for row in table.rows]
        heads = header_roles(table, words)
        if heads[0] is Role.TYPE and are_types(table.header[1:], words):
            return [(table.header[0], table.header[1]), *pairs]  # a table without headings
        return pairs if Role.TYPE not in heads else ()
    if len(table.rows) == 1 and all(
        role in (Role.TYPE, Role.DESCRIPTION, *_FACTS) for role in header_roles(table, words)
    ):
        return list(zip(table.header, table.rows[0].cells, strict=False))
    return ()


def is_card(table: Table, words: Words) -> bool:
    """Whether a table is about one field: it has a known type and another fact."""
    pairs = card(table, words)
    if not 1 < len(pairs) <= _MOST_ROWS:
        return False
    roles = [role_of(head, words) for head, _ in pairs]
    kinds = [cell for role, (_, cell) in zip(roles, pairs, strict=True) if role is Role.TYPE]
    is_typed = len(kinds) == 1 and are_types(kinds, words)
    return is_typed and Role.NAME not in roles and bool(_FACTS & set(roles))
