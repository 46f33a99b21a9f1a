"""Fields in a list of another field's description, as nested rows.

| door | object | Has these fields: <ul><li>`width` (integer): in metres</li></ul> |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....frozen import replace
from ....markdown import Inline, Item, Row, Table
from ....model.names import singular
from ....patterns import regex
from ....tables.lexicon import Part, Role, Words
from ....tables.names import read_name
from ..columns.column_headings import header_roles
from ..columns.typed import may_hold
from ..items.html_items import Entry, entry_lists, item_text
from ..items.item import ItemParts, split_item
from .bullets import field_cells

_LINE = regex(r"(?:<br\s{0,2}/?>\s{0,9}[-*•]\s(?P<text>[^\n]{0,5000}?)(?=<br|\Z))", re.IGNORECASE)
_STRESSED = regex(r"(?P<mark>[*_])(?![*_ ])(?P<text>[^*]{1,5000})(?P=mark)")  # the entire description
_SENTENCE_END = regex(r"[.!?]\s|[。！？]|<br\s{0,2}/?>", re.IGNORECASE)
_ENDS = " \t\n:：*_."


def with_listed_fields(table: Table, words: Words) -> Table:
    """The table with further rows for fields that the description of an object, or of a list of objects, lists."""
    roles = list(header_roles(table, words))
    if Role.NAME not in roles and roles[:1] and roles[0] not in (Role.TYPE, Role.DESCRIPTION):
        roles[0] = Role.NAME  # `Value | Type | Description` of fields
    if not {Role.NAME, Role.TYPE, Role.DESCRIPTION} <= set(roles):
        return table
    at = roles.index(Role.DESCRIPTION)
    if not any("<li" in row.cells[at].source.lower() or "<br" in row.cells[at].source.lower() for row in table.rows):
        return table
    rows = tuple(made for row in table.rows for made in _rows(row, roles, words))
    return replace(table, rows=rows) if len(rows) > len(table.rows) else table


def _rows(row: Row, roles: Sequence[Role | None], words: Words) -> Iterator[Row]:
    """The row, and rows for the fields that its description lists."""
    name, kind, text = (row.cells[roles.index(role)] for role in (Role.NAME, Role.TYPE, Role.DESCRIPTION))
    rest, entries = _listed(text.source, words)
    parts = _parts(entries, text, words) if may_hold(kind.text, words) else ()
    if not parts:
        yield row
        return
    at = roles.index(Role.DESCRIPTION)
    yield row.with_cell(at, replace(text, source=rest))
    yield from _inner(entries, parts, text, roles, read_name(name, words).indent + (row.depth or 0) + 1, words)


def _inner(
    entries: Sequence[Entry],
    parts: Sequence[ItemParts],
    text: Inline,
    roles: Sequence[Role | None],
    depth: int,
    words: Words,
) -> Iterator[Row]:
    """The rows of fields and of the fields in their lists."""
    for entry, part in zip(entries, parts, strict=True):
        below = _parts(entry.entries, text, words)
        remarks = () if below else tuple(entry.lines())
        yield _row(part, replace(text, source=entry.text), roles, depth, remarks)
        yield from _inner(entry.entries, below, text, roles, depth + 1, words) if below else ()


def _parts(entries: Sequence[Entry], text: Inline, words: Words) -> Sequence[ItemParts]:
    """The parts of items, if all are fields: each has a type, and most types are known; else ()."""
    all_parts = [split_item(replace(text, source=entry.text), words) for entry in entries]
    parts = [part for part in all_parts if part is not None and part.type is not None]
    known = sum(part.is_known for part in parts)
    linked = sum(part.type is not None and part.type.source.startswith("[") for part in parts if not part.is_known)
    return parts if parts and len(parts) == len(all_parts) == known + linked and known * 2 >= len(parts) else ()


def _row(part: ItemParts, text: Inline, roles: Sequence[Role | None], depth: int, remarks: Sequence[str] = ()) -> Row:
    """The row of a field; `remarks` are its inner items without a field, as lines."""
    by_role = field_cells(part, Item(text), remarks, "")
    description = by_role.get(Role.DESCRIPTION)
    if description is not None and (stressed := _STRESSED.fullmatch(description.source.strip())) is not None:
        by_role[Role.DESCRIPTION] = replace(description, source=stressed["text"])
    if part.required is not None:
        by_role[Role.REQUIRED] = replace(text, source=part.required)
    empty = replace(text, source="")
    cells = tuple(by_role.get(role, empty) if role is not None else empty for role in roles)
    return Row(text.line, cells, len(cells), depth=depth)


def _listed(source: str, words: Words) -> tuple[str, Sequence[Entry]]:
    """A description without its only list, and the items of that, as Markdown.

    There are no items if the text before them announces values.
    """
    lists = entry_lists(source)
    if len(lists) == 1:
        start, end, entries = lists[0]
        rest = f"{source[:start]} {source[end:]}"
    elif not lists:
        lines = list(_LINE.finditer(source))
        entries = tuple(Entry(item_text(match["text"])) for match in lines)
        start = lines[0].start() if lines else 0
        rest = source[:start] + source[lines[-1].end() :] if lines else source
    else:
        return source, ()
    if _announces_values(source[:start], words):
        return source, ()
    return rest.strip(), entries


def _announces_values(text: str, words: Words) -> bool:
    """Whether the last sentence of a text announces values or alternatives: `One of`, `Formats:`.

    "Options:" does not count, since it also announces fields.
    """
    sentence = " ".join(_SENTENCE_END.split(text.rstrip(_ENDS))[-1].casefold().strip(_ENDS).split())
    if not sentence:
        return False
    cues = {cue for cue in words.values | words.one_of | words.may_be if words.parts.get(cue) is not Part.OWN}
    last = sentence.rsplit(" ", 1)[-1]
    is_plural = singular(last) != last
    is_begun = any(sentence.startswith(f"{cue} ") for cue in words.one_of)
    is_ended = any(sentence.endswith(cue) for cue in cues if not cue.isascii()) or any(
        f" {sentence}".endswith(f" {cue}") for cue in cues
    )
    return is_begun or is_ended or (is_plural and singular(last) in words.kinds)
