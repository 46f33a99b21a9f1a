"""Tables with types inside of descriptions, rewritten with a column of types.

    | Field    | Description                            |
    | -------- | -------------------------------------- |
    | `id`     | (integer) What others call the door    |
    | `colour` | **string**, optional<br>What it is like |

At its head, a type has one of the forms of items of lists: `` `id` (integer): … ``. It may also stand at the end: `The
name (string)`, or behind a label in a line: `Type: string<br>Required: yes`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial

from ....frozen import replace
from ....markdown import Inline, Table
from ....model.types import DATE, DATETIME, TIME, ListOf, MapOf
from ....patterns import regex
from ....tables.lexicon import Role, Words
from ..drawn import HEADINGS
from ..items.attribute_lines import LABELLED, attribute_cells
from ..items.html_items import marked
from ..items.item import ItemParts, split_item
from ..items.item_forms import has_bracketed_type
from ..items.item_types import is_type_text
from .column_headings import header_roles

_BREAK = regex(r"\s*<br\s{0,2}/?>\s*", re.IGNORECASE)
_BOLD = regex(r"\A(?:\*\*|__)(?P<text>[^*_\n]{1,80})(?:\*\*|__)(?=[\s,;:.]|\Z)")
_LABEL = regex(r"[*_]{0,2}(?P<word>[^\W\d_]{1,20})[*_]{0,2}\s?[:：][*_]{0,2}\s*(?=\S)")
_COLON = regex(r"\A(?P<word>[A-Za-z][\w\[\]]{1,30}):(?=\s+\S)")
_LINE_LABEL = regex(
    r"(?:\A|<br\s{0,2}/?>|\n)[\s*_]{0,4}(?P<word>[^\W\d_]{1,20})[*_]{0,2}\s{0,2}(?:[:：]|<br)", re.IGNORECASE
)
_LABEL_ALONE = regex(
    r"^\s*(?P<label>(?:\*\*|__)(?P<word>[^*_\n:：]{1,30})(?:\*\*|__))\s*\n", re.MULTILINE
)  # `**Type**`
_FULL_WIDTH = regex(r"\A（(?P<text>[^（）\n]{1,60})）")
_LEAD = regex(r"(?P<word>[^\W\d_]{1,20})(?:[，。、；：]|(?<=[^\x00-\x7f])[,.;:])\s*(?=\S)")  # `字符串,名称`
_THREE = regex(
    r"(?P<first>[^\W\d_]{1,20})\s?[,，、]\s?(?P<second>[^\W\d_]{1,20})(?:\s?[,，、]\s?|\s[^\W\d_]{1,3}\s)(?P<third>[^\W\d_]{1,20})"
)
_MOMENTS = (DATE, DATETIME, TIME)
_AT_END = regex(
    r"(?P<text>.{0,2000}\S)(?:\s*\((?P<type>[^()\n]{1,60})\)|(?<=[.!?])\s+(?P<label>[^\W\d_]{1,20})\s?:\s*(?P<value>[^:.\n]{1,60}))[.\s]*",
    re.DOTALL,
)
_TAIL = regex(r"[(:]\s*[*_`]{0,2}(?P<word>[^\W_]+)[^(:]{0,60}\Z")
_HEAD = regex(r"[^\w]{0,12}(?:(?:em|i|code|b|strong)>\W{0,4})?(?P<word>[^\W_]+)")
_LETTER = regex(r"[^\W\d_]")
_DRESS = regex(r"[*_`]")
_REMARK = regex(r"\s\((?P<text>[^()]*)\)\Z")  # `string (optional)`
_LONGEST_HEAD = 60  # the most characters of a line with a type and marks
_FEWEST = 2
_BARE = ("lead", "bare", "spaced")  # forms of items without marks around the type


def with_described_types(table: Table, at: int, text_at: int, words: Words) -> Table:
    """The table with a column of types, if most of its descriptions begin or end with one; else the same table.

    at       the index of the column of names
    text_at  the index of the column of descriptions
    """
    cells = [row.cells[text_at] for row in table.rows]
    if sum(_may_show_type(cell.source, words) for cell in cells) * 2 <= len(cells):
        return table
    row_parts = [_parts_of(row.cells[at], row.cells[text_at], words) for row in table.rows]
    count = sum(Role.TYPE in parts for parts in row_parts)
    if count < _FEWEST or count * 2 <= len(row_parts):
        return table
    roles = set(header_roles(table, words))
    more = [role for role in HEADINGS if role not in roles and any(role in parts for parts in row_parts)]
    header = (*table.header, *(replace(table.header[text_at], source=HEADINGS[role]) for role in more))
    rows = []
    for row, parts in zip(table.rows, row_parts, strict=True):
        own = list(row.cells)
        own[at], own[text_at] = parts[Role.NAME], parts.get(Role.DESCRIPTION, replace(own[text_at], source=""))
        own += (parts.get(role, replace(row.cells[text_at], source="")) for role in more)
        rows.append(replace(row, cells=tuple(own), written=row.written + len(more)))
    return replace(table, header=header, rows=tuple(rows))


def _may_show_type(source: str, words: Words) -> bool:
    """Whether the first word, or the last one in brackets or behind a colon, is a type: a quick look."""
    first = _HEAD.match(source[:100])
    behind = _HEAD.match(source[:100], first.end()) if first is not None else None  # `Type: string`
    places = (first, behind, _TAIL.search(source[-80:]))
    return any(match is not None and match["word"].casefold() in words.types for match in places) or any(
        words.roles.get(match["word"].casefold()) is Role.TYPE for match in _LINE_LABEL.finditer(source)
    )


def _parts_of(name: Inline, text: Inline, words: Words) -> Mapping[Role, Inline]:
    """The cells of a row in a name and a description: only these two without a type in the description."""
    lines = _LABEL_ALONE.sub(partial(_with_colon, words=words), _BREAK.sub("\n", text.source)).split("\n")
    labelled = attribute_cells(name, [(line, text.line) for line in lines], words) if len(lines) > 1 else None
    if labelled is not None:
        return labelled
    parts = _parts(text, words)
    if parts is None or parts.type is None:
        return {Role.NAME: name, Role.DESCRIPTION: text}
    mark = f" ({parts.required})" if parts.required is not None else ""
    cells = {
        Role.NAME: replace(name, source=f"{name.source}{mark}"),
        Role.TYPE: parts.type,
        Role.DESCRIPTION: parts.rest,
    }
    return {**cells, Role.DEFAULT: parts.default} if parts.default is not None else cells


def _with_colon(label: re.Match[str], words: Words) -> str:
    """A label on a line of its own, with a colon. Any other line stays: `**ID**`, which heads no column."""
    role = words.roles.get(label["word"].strip().casefold())
    return f"{label['label']}: " if role in LABELLED else label[0]


def _parts(cell: Inline, words: Words) -> ItemParts | None:
    """The parts of a description in the form of an item; None without a known type."""
    if _lists_types(cell.source, words):
        return None
    text = marked(_BREAK.sub("\0", cell.source)).replace("\0", "\n")
    for source in _as_items(text, words):
        parts = split_item(replace(cell, source=f"`_`{source}"), words)
        if parts is not None and parts.type is not None and _is_known_type(parts, words):
            is_enumeration = parts.type.source.casefold() in words.enumerations  # `enum`, with the values behind it
            kind = replace(parts.type, line=cell.line, column=cell.column)
            return replace(parts, type=kind, rest=cell if is_enumeration else replace(cell, source=parts.rest.source))
    return None


def _lists_types(source: str, words: Words) -> bool:
    """Whether a text begins with a list of words that also mean types: `Datum, Uhrzeit und Ort`."""
    match = _THREE.match(source)
    third = match["third"].casefold() if match is not None else ""
    if match is None or third in words.marks or third in words.signs:
        return False
    first, second = (words.types.get(match[name].casefold()) for name in ("first", "second"))
    is_moment = first in _MOMENTS and second in _MOMENTS
    return first is not None and (is_moment or isinstance(second, ListOf | MapOf))


def _as_items(text: str, words: Words) -> Sequence[str]:
    """A description in the forms of texts behind the name of an item."""
    text = _FULL_WIDTH.sub(r"(\g<text>)", text)
    label = _LABEL.match(text)
    if label is not None and words.roles.get(label["word"].casefold()) is Role.TYPE:
        text = text[label.end() :]
    text = _COLON.sub(r"\g<word>.", _BOLD.sub(r"*\g<text>*", text, count=1), count=1)
    head, _, rest = text.partition("\n")
    forms = []
    if rest and len(head) <= _LONGEST_HEAD:
        bare = _DRESS.sub("", _REMARK.sub(r", \g<text>", head))
        forms.append(f" ({bare}): {rest}")
    lead = _LEAD.match(text)
    if lead is not None and lead["word"].casefold() in words.types:
        forms.append(f" ({lead['word']}): {text[lead.end() :]}")
    forms.append(f": {text}")
    end = _AT_END.fullmatch(text)
    if end is None or has_bracketed_type(end["text"], words):
        return forms
    if end["type"] or words.roles.get(end["label"].casefold()) is Role.TYPE:
        forms.append(f" ({end['type'] or end['value']}): {end['text']}")
    return forms


def _is_known_type(parts: ItemParts, words: Words) -> bool:
    """Whether the type is known. Without marks around it, each of its words must be known."""
    if parts.type is None or not (parts.is_known or parts.type.source.startswith("[")):
        return False
    is_set_off = not parts.form.endswith(_BARE) and _LETTER.search(parts.type.text) is not None
    return is_set_off or is_type_text(parts.type.text, words)
