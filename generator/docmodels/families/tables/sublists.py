"""Fields that the description of another lists, as rows inside of it.

| door | object | Has these fields: <ul><li>`width` (integer): in metres</li></ul> |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...markdown import Inline, Item, Row, Table
from ...model.names import singular
from ...tables.lexicon import Part, Role, Words
from ...tables.names import read_name
from .bullets import field_cells
from .item import ItemParts, split_item
from .listed import marked
from .roles import role_of
from .typed import may_hold

_LIST = re.compile(r"<ul[^<>]{0,100}>(?P<items>.{0,20000}?)</ul>", re.IGNORECASE | re.DOTALL)
_ITEM = re.compile(r"<li[^<>]{0,100}>(?P<text>.{0,5000}?)(?=</li>|<li\b|\Z)", re.IGNORECASE | re.DOTALL)
_LINE = re.compile(r"(?:<br\s{0,2}/?>\s{0,9}[-*•]\s(?P<text>[^\n]{0,5000}?)(?=<br|\Z))", re.IGNORECASE)
_STRESSED = re.compile(r"(?P<mark>[*_])(?![*_ ])(?P<text>[^*]{1,5000})(?P=mark)")  # all of a description
_SENTENCE_END = re.compile(r"[.!?]\s|[。！？]|<br\s{0,2}/?>", re.IGNORECASE)
_ENDS = " \t\n:：*_."
_NESTED = re.compile(r"<[uo]l\b", re.IGNORECASE)


def with_listed_fields(table: Table, words: Words) -> Table:
    """The table with a row more for each field that the description of an object or a list of such has as an item."""
    roles = [role_of(heading, words) for heading in table.header]
    if Role.NAME not in roles and roles[:1] and roles[0] not in (Role.TYPE, Role.DESCRIPTION):
        roles[0] = Role.NAME  # `Value | Type | Description` of fields
    if not {Role.NAME, Role.TYPE, Role.DESCRIPTION} <= set(roles):
        return table
    told = roles.index(Role.DESCRIPTION)
    if not any(
        "<li" in row.cells[told].source.lower() or "<br" in row.cells[told].source.lower() for row in table.rows
    ):
        return table
    rows = tuple(made for row in table.rows for made in _rows(row, roles, words))
    return replace(table, rows=rows) if len(rows) > len(table.rows) else table


def _rows(row: Row, roles: Sequence[Role | None], words: Words) -> Iterator[Row]:
    """The row, and those of the fields that its description lists."""
    name, kind, told = (row.cells[roles.index(role)] for role in (Role.NAME, Role.TYPE, Role.DESCRIPTION))
    rest, texts = _listed(told.source, words)
    parts = [split_item(replace(told, source=text), words) for text in texts] if may_hold(kind.text, words) else []
    if not parts or not all(part is not None and part.type is not None and part.is_known for part in parts):
        yield row
        return
    at = roles.index(Role.DESCRIPTION)
    yield replace(row, cells=(*row.cells[:at], replace(told, source=rest), *row.cells[at + 1 :]))
    depth = read_name(name, words).indent + (row.depth or 0) + 1
    for part, text in zip(parts, texts, strict=True):
        if part is not None:
            yield _row(part, replace(told, source=text), roles, depth)


def _row(part: ItemParts, text: Inline, roles: Sequence[Role | None], depth: int) -> Row:
    shown = field_cells(part, Item(text), (), "")
    description = shown.get(Role.DESCRIPTION)
    if description is not None and (stressed := _STRESSED.fullmatch(description.source.strip())) is not None:
        shown[Role.DESCRIPTION] = replace(description, source=stressed["text"])
    empty = replace(text, source="")
    cells = tuple(shown.get(role, empty) if role is not None else empty for role in roles)
    return Row(text.line, cells, len(cells), depth=depth)


def _listed(source: str, words: Words) -> tuple[str, Sequence[str]]:
    """A description without its one list of items, and these, with Markdown for their tags.

    It has no items of fields where the text before them announces values.
    """
    lists = list(_LIST.finditer(source))
    if len(lists) == 1 and _NESTED.search(lists[0]["items"]) is None:
        texts = [match["text"] for match in _ITEM.finditer(lists[0]["items"])]
        start = lists[0].start()
        rest = f"{source[:start]} {source[lists[0].end() :]}"
    elif not lists:
        lines = list(_LINE.finditer(source))
        texts = [match["text"] for match in lines]
        start = lines[0].start() if lines else 0
        rest = source[:start] + source[lines[-1].end() :] if lines else source
    else:
        return source, ()
    if _announces_values(source[:start], words):
        return source, ()
    return rest.strip(), [marked(text).replace("**)", ")**") for text in texts]


def _announces_values(text: str, words: Words) -> bool:
    """Whether the last sentence of a text announces values or alternatives: `One of`, `Formats:`.

    "Options:" announces neither, for fields are called so, too.
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
