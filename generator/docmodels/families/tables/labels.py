"""The lines above tables that name them, or say which field they go on with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ...markdown import Block, Inline, ItemList, Prose, Table
from ...model.types import ListOf, MapOf
from ...tables.lexicon import Part, Role, Words
from ...tables.names import read_name
from .headings import name_in, part_of
from .recognise import Kind, Recognised

_LABEL = re.compile(r"(?P<dress>[*_`]{0,3})(?P<text>[^\n]{1,80}?)[*_`]{0,3}\s*[:：]?\s*[*_`]{0,3}")
_CODE = re.compile(r"`([^`\n]{1,100})`")
_LONGEST_LEAD = 120  # characters
_WITHIN = re.compile(r"[^`]{0,20}[中里内下的][^`]{0,20}")  # `data`中的`list`
_OF = re.compile(r"[^`]{0,20}\b(?:of|in|inside|within)\b[^`]{0,20}")  # `list` of `data`
_LONGEST_SENTENCE = 500  # characters


@dataclass(slots=True)
class Labels:
    """The lines of a section so far, as tables below need them.

    words     the words of the page
    standing  the last bold line that says which part of something follows, before a table does
    fields    the fields of the tables so far, with whether their types may hold others
    """

    words: Words
    standing: str = ""
    fields: dict[str, bool] = field(default_factory=dict)

    def see(self, block: Block) -> None:
        """Take note of a block that is no table."""
        label = label_of(block, self.words)
        if label:
            self.standing = label if part_of(label, self.words) is not None else ""

    def label(self, before: Block | None) -> str:
        """The label of the table behind a block, "" where it has none."""
        label = label_of(before, self.words) or self.standing or _announced(before, self.words)
        self.standing = ""
        return label

    def shown(self, table: Table, what: Recognised) -> None:
        """Take note of a table."""
        if what.kind is not Kind.FIELDS:
            return
        for row in table.rows:
            name = read_name(row.cells[what.roles[Role.NAME]], self.words).text
            text = row.cells[what.roles[Role.TYPE]].text if Role.TYPE in what.roles else ""
            self.fields[name] = _may_hold(text, self.words)

    def inside(self, before: Block | None) -> tuple[str, ...]:
        """The field that a block says the table behind it goes on with, behind those that it is inside of.

        "The fields of `buyer`:", "`list` of `data`:", "**buyer object**"; nothing where it says none.
        """
        if not self.fields or before is None or isinstance(before, Table):
            return ()
        source = _source(before)
        if len(source) > _LONGEST_LEAD:
            return ()
        names = _CODE.findall(source)
        is_lead = source.rstrip("*_ ").endswith((":", "：")) or (
            len(names) == 1 and source.strip("*_ ") == f"`{names[0]}`"
        )
        if names and is_lead and names[0] in self.fields and (len(names) == 1 or _known(names, self.fields)):
            between = _CODE.split(source)[2:-1:2]
            if all(map(_WITHIN.fullmatch, between)):
                return tuple(names)
            return tuple(reversed(names)) if all(map(_OF.fullmatch, between)) else ()
        name = name_in(label_of(before, self.words), self.words)
        return (name,) if self.fields.get(name) else ()


def _known(names: list[str], fields: Mapping[str, bool]) -> bool:
    return all(name in fields for name in names)


def label_of(block: Block | None, words: Words) -> str:
    """The text of a block that only names the table behind it; "" for any other."""
    source = _source(block)
    is_dressed = source.startswith(("**", "__")) and (
        isinstance(block, ItemList) or source.rstrip(" :：").endswith(("**", "__"))
    )
    match = _LABEL.fullmatch(source) if len(source) <= _LONGEST_LEAD else None
    if match is None or match["text"].startswith(("<", "!", "[", "|", ":::")):
        return ""
    text = Inline(source, 1, 1).text.strip().strip(":： ")
    if is_dressed:
        return text if len(text) <= 60 and not text.endswith((".", "。", "!", "！")) else ""
    if isinstance(block, ItemList):
        return text if source == f"`{text}`" else ""
    is_name = source.rstrip().endswith((":", "：")) and len(text) <= 40 and len(name_in(text, words).split()) == 1
    return text if part_of(text, words) is not None or (is_name and text.isascii()) else ""


def _source(block: Block | None) -> str:
    """A paragraph, or the only item of a list."""
    if isinstance(block, ItemList):
        is_line = len(block.entries) == 1 and not block.entries[0].more
        return block.entries[0].text.source.strip() if is_line else ""
    return block.source.strip() if isinstance(block, Prose) else ""


def _announced(block: Block | None, words: Words) -> str:
    """The words at the end of a sentence that say what is sent or received: "It has the following request parameters:"."""
    source = _source(block) if isinstance(block, Prose) else ""
    if not source.endswith(":") or len(source) > _LONGEST_SENTENCE:
        return ""
    told: list[str] = []
    for word in reversed(Inline(source, 1, 1).text.rstrip(": ").split()):
        if word.casefold() not in words.generic or not word.isalpha():
            break
        told.insert(0, word)
    label = " ".join(told)
    return label if part_of(label, words) in (Part.SENT, Part.RECEIVED) else ""


def _may_hold(text: str, words: Words) -> bool:
    """Whether a field of this type may hold other fields."""
    kinds = (words.types.get(word) for word in re.findall(r"[^\W\d_]+", text[:100].casefold()))
    return any(isinstance(kind, MapOf | ListOf) for kind in kinds)
