"""Names of several words that are placeholders in the JSON beside: `open price` in `{"openEp": <open price>}`."""

from __future__ import annotations

from collections.abc import Mapping

from ....frozen import replace
from ....markdown import Fence, Section, Table
from ....patterns import regex
from ....tables.lexicon import Role, Words
from .roles import roles_of

_PAIR = regex(r"\"(?P<key>[^\"\n]{1,100})\"\s{0,20}:\s{0,20}\"?<(?P<placeholder>[^<>\"\n]{1,100})>\"?")


def keys_of_placeholders(section: Section) -> Mapping[str, str]:
    """Words of a placeholder -> its key in the JSON of a section. Words of several keys are left out."""
    keys_by_words: dict[str, set[str]] = {}
    for block in section.blocks:
        if isinstance(block, Fence) and "<" in block.text:
            for match in _PAIR.finditer(block.text):
                keys_by_words.setdefault(_words(match["placeholder"]), set()).add(match["key"])
    return {placeholder: min(keys) for placeholder, keys in keys_by_words.items() if len(keys) == 1}


def with_keys(table: Table, keys: Mapping[str, str], words: Words) -> Table:
    """A table with keys in place of names that are placeholders of several words."""
    if not keys:
        return table
    roles = list(roles_of(table, words))
    if Role.NAME not in roles:
        return table
    at = roles.index(Role.NAME)
    rows = []
    for row in table.rows:
        placeholder = _words(row.cells[at].text)
        if " " in placeholder and placeholder in keys:
            cell = replace(row.cells[at], source=f"`{keys[placeholder]}`")
            row = row.with_cell(at, cell)
        rows.append(row)
    return replace(table, rows=tuple(rows))


def _words(text: str) -> str:
    return " ".join(text.split()).casefold()
