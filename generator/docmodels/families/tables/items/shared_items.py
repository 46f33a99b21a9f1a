"""Items of a list with several fields each, as one item a field.

- `id` (uuid), `name` (text) and `born` (date)    - `made_at`, `gone_at` (timestamp): when it came and went
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....frozen import replace
from ....markdown import Item, ItemList
from ....patterns import regex
from ....tables.lexicon import Words
from .item_types import begins_with_type

_FIELD = regex(
    r"(?P<name>\*{0,2}`[\w.$@\[\]-]{1,100}`\*{0,2})(?:\s*\((?P<type>[^()\n]{1,100})\))?"
    r"(?P<mark>(?:\s*[,，、])?\s*(?P<joint>[^\W\d_]{1,7}|&|)\s*(?=\*{0,2}`))?"
)
_MODEL = regex(r"[A-Z]\w{0,60}[a-z]\w{0,60}(?:\[\])?")


def with_each_field(block: ItemList, words: Words) -> ItemList:
    """The list, with an item for each field."""
    if not any(item.text.source.startswith(("`", "*")) for item in block.entries):
        return block  # names of several fields are in code
    entries = tuple(part for item in block.entries for part in _parts(item, words))
    return replace(block, entries=entries) if len(entries) > len(block.entries) else block


def _parts(item: Item, words: Words) -> Iterator[Item]:
    """The fields of an item; a name without a type has that of the next one."""
    fields, rest = _fields(item.text.source, words)
    kinds = [field["type"] for field in fields]
    if len(fields) < 2 or kinds[-1] is None or not _are_types([kind for kind in kinds if kind], words):
        yield item
        return
    for at in reversed(range(len(kinds) - 1)):
        kinds[at] = kinds[at] or kinds[at + 1]
    last = len(fields) - 1
    for at, (field, kind) in enumerate(zip(fields, kinds, strict=True)):
        text = replace(item.text, source=f"{field['name']} ({kind}){rest}", column=item.text.column + field.start())
        yield replace(item, text=text, more=item.more if at == last else ())


def _are_types(kinds: Sequence[str], words: Words) -> bool:
    """Whether all texts in brackets are types: known ones, and names of models behind a known one."""
    others = [kind for kind in kinds if not begins_with_type(kind, words)]
    are_models = all(_MODEL.fullmatch(kind) is not None and kind.casefold() not in words.roles for kind in others)
    return kinds[0] not in others and are_models and words.marks.keys().isdisjoint(map(str.casefold, others))


def _fields(source: str, words: Words) -> tuple[list[re.Match[str]], str]:
    """The fields at the head of an item, and the rest of its text."""
    fields: list[re.Match[str]] = []
    at = 0
    while (field := _FIELD.match(source, at)) is not None:
        fields.append(field)
        at = field.end()
        if not (field["mark"] or "").strip() or (field["joint"] and field["joint"].casefold() not in words.both):
            at = field.start("mark") if field["mark"] else at
            break
    return fields, source[at:]
