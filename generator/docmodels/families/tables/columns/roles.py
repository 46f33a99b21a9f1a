"""The roles of the columns of a table, by their headings, or else by their cells."""

from __future__ import annotations

from collections.abc import Sequence

from ....markdown import Table
from ....model.names import folded
from ....patterns import regex
from ....tables.lexicon import Role, Words
from ....tables.lexicon.elsewhere import REQUIRED, TYPES
from ....tables.marks import UnknownMark, sign
from ..headings.headings import OTHER_SCRIPT
from .column_cells import (
    IDENTIFIER,
    are_identifiers,
    are_types,
    fits,
    has_letters,
    has_unknown_marks,
    names_in,
    type_words,
)
from .column_headings import WEAK, header_roles, heading_words, length_heading, near_role, owner_in

_LATIN_WORD = regex(r"[a-zß-öø-ɏ]{2,}")
_MOST_WORDS = 4  # of a type
_FEWEST_COLUMNS = 3  # the fewest columns of a table of fields with unknown headings
_Roles = list[Role | None]
_PRESENCE = (Role.REQUIRED, Role.OPTIONAL)


def roles_of(table: Table, words: Words) -> Sequence[Role | None]:
    """The role of each column of a table; None without a known heading and without evidence in the cells."""
    roles = list(header_roles(table, words))
    for find in (_find_near, _find_presence, _find_names, _find_keys, _find_types, _find_descriptions):
        find(roles, table, words)
    return roles


def _find_near(roles: _Roles, table: Table, words: Words) -> None:
    """Find roles by headings with a known or misspelt word, and drop those that the cells contradict."""
    for index, heading in enumerate(table.header):
        near = near_role(heading, words) if roles[index] is None else None
        if near is not None and near not in roles and (near is Role.DESCRIPTION or fits(near, table, index, words)):
            roles[index] = near
        if _is_misread(table, index, words):
            roles[index] = None


def _is_misread(table: Table, index: int, words: Words) -> bool:
    """Whether the cells below a heading in a language without a lexicon are neither known types nor known marks.

    `Tip` heads types in Turkish and advice in English. A column of marks with one unknown word is a finding.
    """
    heading = heading_words(table.header[index])
    if heading in TYPES:
        texts = [row.cells[index].text for row in table.rows]
        is_short = all(len(text.split()) <= _MOST_WORDS for text in texts)
        return not is_short and not any(type_words(text) in words.types for text in texts)
    if heading not in REQUIRED:
        return False
    try:
        for row in table.rows:
            sign(row.cells[index], words)
    except UnknownMark:
        return True
    return False


def _find_presence(roles: _Roles, table: Table, words: Words) -> None:
    """Find a column of presence without a heading, or with letters such as `M` and `O` for marks."""
    unheaded = [index for index, text in enumerate(table.headings) if index and not text]
    if unheaded and not _has_presence(roles) and fits(Role.REQUIRED, table, unheaded[0], words):
        roles[unheaded[0]] = Role.REQUIRED
    if Role.TYPE in roles and not _has_presence(roles):
        lettered = [index for index, role in enumerate(roles) if role is None and has_letters(table, index, words)]
        if lettered:
            roles[lettered[0]] = Role.REQUIRED


def _find_names(roles: _Roles, table: Table, words: Words) -> None:
    """Find the column of names: with the model in its heading, or with names beside types or below no heading."""
    if Role.NAME in roles:
        return
    if roles and owner_in(table.header[0], words):
        roles[0] = Role.NAME
        return
    has_types = Role.TYPE in roles and (_has_presence(roles) or fits(Role.TYPE, table, roles.index(Role.TYPE), words))
    has_types = has_types or ({Role.MEMBER, Role.TYPE} <= set(roles) and Role.VALUE not in roles)  # of a class
    if has_types or (roles and table.headings[0] == ""):
        possible = (None, Role.VALUE, Role.MEMBER)
        names = [
            index
            for index, role in enumerate(roles)
            if role in possible and fits(Role.NAME, table, index, words) and not _has_steps(table, index)
        ]
        if names and (has_types or {Role.REQUIRED, Role.DESCRIPTION} & set(roles)):
            roles[names[0]] = Role.NAME


def _has_steps(table: Table, index: int) -> bool:
    """Whether a cell has a `>` between words. Only a known heading tells a path from a comparison or a menu."""
    return any(" > " in row.cells[index].text.strip("> ") for row in table.rows)


def _find_keys(roles: _Roles, table: Table, words: Words) -> None:
    """Move the role of names from labels to the identifiers beside them."""
    if Role.NAME in roles and (key := _keys_beside(table, roles, words)) is not None:
        roles[roles.index(Role.NAME)], roles[key] = None, Role.NAME


def _find_types(roles: _Roles, table: Table, words: Words) -> None:
    if Role.NAME in roles and Role.TYPE not in roles:
        types = [index for index, role in enumerate(roles) if role is None and fits(Role.TYPE, table, index, words)]
        if types and len(table.rows) > 1:
            roles[types[0]] = Role.TYPE


def _find_descriptions(roles: _Roles, table: Table, words: Words) -> None:
    if Role.NAME in roles and Role.DESCRIPTION not in roles:
        unknown = (index for index, role in enumerate(roles) if role is None)
        described = [
            index
            for index in unknown
            if fits(Role.DESCRIPTION, table, index, words)
            and length_heading(table.header[index], words) is None
            and not has_unknown_marks(table, index, words)
        ]
        if described:
            roles[described[0]] = Role.DESCRIPTION


def _has_presence(roles: _Roles) -> bool:
    return any(role in roles for role in _PRESENCE)


def _keys_beside(table: Table, roles: Sequence[Role | None], words: Words) -> int | None:
    """The only column of identifiers beside labels: `first_name` beside `First name`, `mch_id` beside `商户号`."""
    at = roles.index(Role.NAME)
    labels = [row.cells[at] for row in table.rows]
    if any(name.isascii() and IDENTIFIER.fullmatch(name) for name in names_in(labels, words)):
        return None
    possible = (None, Role.NAME, Role.MEMBER, *((Role.VALUE,) if Role.TYPE in roles else ()))
    keys = [
        index
        for index, role in enumerate(roles)
        if role in possible and index != at and fits(Role.NAME, table, index, words)
    ]
    if len(keys) != 1:
        return None
    is_headed = roles[keys[0]] in (Role.NAME, Role.MEMBER)
    if is_headed or _spell_labels([row.cells[keys[0]].text for row in table.rows], list(names_in(labels, words))):
        return keys[0]
    return None


def _spell_labels(keys: Sequence[str], labels: Sequence[str]) -> bool:
    """Whether most identifiers share a word with the label beside: `first_name`, but not the unit `kg` of `Total mass`.

    A label in another script needs no common word.
    """
    words = [
        (folded(key), _LATIN_WORD.findall(label.casefold()))
        for key, label in zip(keys, labels, strict=True)
        if not OTHER_SCRIPT.search(label)
    ]
    return sum(any(word in key for word in label) for key, label in words) * 2 >= len(words)


def names_fields(table: Table, words: Words) -> bool:
    """Whether a table has names like those of fields: in code, or below a heading for names.

    Beside types, any words are names: `Max speed | number`.
    """
    roles = header_roles(table, words)
    if {Role.NAME, Role.TYPE} <= set(roles) and are_types(
        [row.cells[roles.index(Role.TYPE)] for row in table.rows], words
    ):
        return True
    if not any(roles) and _looks_like_fields(table, words):
        return True
    index = roles.index(Role.NAME) if Role.NAME in roles else 0
    cells = [row.cells[index] for row in table.rows if row.cells[index].source.strip()] if table.header else []
    is_headed = Role.NAME in roles and heading_words(table.header[index]) not in WEAK
    is_headed = is_headed or any(cell.source.strip("*[").startswith("`") for cell in cells)
    return is_headed and bool(cells) and are_identifiers(cells, words)


def _looks_like_fields(table: Table, words: Words) -> bool:
    """Whether a table has names of code, and types beside them, whatever its headings."""
    columns = [[row.cells[index] for row in table.rows] for index in range(len(table.header))]
    if len(columns) < _FEWEST_COLUMNS or not columns[0] or not are_identifiers(columns[0], words):
        return False
    known = (sum(type_words(cell.text) in words.types for cell in cells) for cells in columns[1:])
    return any(count * 2 > len(table.rows) for count in known)
