"""Fields that are items of a list, as rows.

    - **`room_id`** *string*, REQUIRED: the room to join.
    - `players` (array of objects, optional): who plays.
      - `name` (string): what others call the player.

Two items of a list with a name and a known type in the same places decide for all items of the page that are built so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ...diagnostics import Diagnostic
from ...frozen import replace
from ...markdown import Block, Inline, Item, ItemList, Page, Prose, Section
from ...tables.lexicon import Mark, Part, Role, Words
from ...tables.rows import place_of
from ...tables.told_types import told_type
from .definitions import are_announced, coded_terms, names_fields, undefined, untyped
from .drawn import Drawn, DrawnRow
from .headings import part_of
from .item import ItemParts, begins_with_name, split_item
from .json_keys import outer_keys
from .labels import label_of
from .listed import listed
from .paragraphs import is_break, paragraph_lists
from .terraform import is_resource, repeated_blocks, shows_attributes

_SUBHEAD = re.compile(r"(?:\*\*|__)?(?P<word>[^\W\d_]+)\b(?P<rest>[^\n*_]{0,80}?)[:：]?(?:\*\*|__)?[:：]?(?:\n|\Z)")
_LEAD = re.compile(r"[^\n`]{0,120}(?:`|\*\*)(?P<name>[^`*\n]{1,100})(?:`|\*\*)[^\n]{0,120}[:：]\s*\Z")
_STRESSED = re.compile(
    r"(?:This|The)\s+(?P<word>REQUIRED|OPTIONAL)\b|[^.\n]{0,200}?\bis\s+(?P<is>REQUIRED|OPTIONAL)\s*[.;]"
    r"|(?:This|The)\s+\w+\s+SHOULD\s+be\s+(?:present|set|used)\b"
)
_CODED_HEAD = re.compile(
    r"(?:\*\*)?`[A-Za-z_$@][\w$@.\[\]-]*`(?![,/]|\s+(?:or|and)\b)|[A-Za-z_][\w.]*\s?(?:\s(?:[–—-]|=>)\s|[:：]\s)|:[A-Za-z_]\w*\s"
)
_CODED = re.compile(r"[A-Za-z_$@][\w$@.\[\]-]*")
_OF_JSON = frozenset({"true", "false", "null"})
_FEWEST = 2
_MOST_KEYS = 0.7  # of the names, for these to be the keys of the JSON beside


def bullet_fields(page: Page, words: Words) -> tuple[list[Drawn], list[Diagnostic]]:
    """The fields that the lists of a page show, and the findings about them."""
    shown = ({**listed(section), **paragraph_lists(section, words)} for section in page.sections)
    lists = {key: _Items(block, words) for blocks in shown for key, block in blocks.items()}
    forms = _forms(tuple(lists.values()), words)
    blocks = repeated_blocks(page) if is_resource(page) else None
    drawn: list[Drawn] = []
    diagnostics: list[Diagnostic] = []
    for section in page.sections:
        reader = _SectionReader(page.path, words, diagnostics, blocks or frozenset())
        is_announced = blocks is not None and shows_attributes(section)
        before: Block | None = None
        for block in section.blocks:
            items = lists.get(id(block))
            if items is not None:
                numbers = (items.named() if is_announced else frozenset()) or items.rows(forms)
                if not numbers:
                    numbers = items.keyed(section) or items.announced(_part_above(before, words))
                if not numbers and isinstance(block, Prose) and (names := items.defined()):
                    if not section.tables and are_announced(section, before, words):
                        numbers = names
                    elif coded_terms(block) == len(names):
                        diagnostics.append(undefined(page.path, items.block))
                elif not numbers and not section.tables and isinstance(block, ItemList) and items.are_coded():
                    diagnostics += [untyped(page.path, block)] if names_fields(section, before, words) else []
                if numbers:
                    reader.items(items, numbers, before)
            before = before if is_break(block) else block
        drawn += reader.drawn()
    return drawn, diagnostics


class _Items:
    """The items of a list: what each shows, and which item it is in."""

    def __init__(self, block: ItemList, words: Words) -> None:
        self.block = block
        self.shown = [split_item(item.text, words) for item in block.entries]
        self.parents: list[int | None] = []
        stack: list[int] = []
        for number, item in enumerate(block.entries):
            del stack[item.depth :]
            self.parents.append(stack[-1] if stack else None)
            stack.append(number)

    def rows(self, forms: frozenset[str]) -> frozenset[int]:
        """The items that are fields: those with a type in its place, those around such, and those of the same form."""
        known = {shown.form for shown in self.shown if shown is not None and shown.is_known}
        typed = {
            number
            for number, shown in enumerate(self.shown)
            if shown is not None and shown.form in forms and (shown.dress != "word" or shown.form in known)
        }
        holds = set(typed)
        for number in range(len(self.shown) - 1, -1, -1):
            parent = self.parents[number]
            if number in holds and parent is not None and self.shown[parent] is not None:
                holds.add(parent)
        groups: dict[int | None, list[int]] = {}
        for number, parent in enumerate(self.parents):
            if self.shown[number] is not None:
                groups.setdefault(parent, []).append(number)
        for numbers in groups.values():
            sure = [number for number in numbers if number in holds]
            dresses = {shown.dress for number in sure if (shown := self.shown[number]) is not None}
            alike = [
                number
                for number in numbers
                if (shown := self.shown[number]) is not None and (shown.dress in dresses or (sure and shown.is_known))
            ]
            if len(sure) * 2 >= len(alike) or self._are_marked(sure):
                holds.update(alike)
        return frozenset(number for number in holds if self._is_inside(number, holds))

    def named(self) -> frozenset[int]:
        """The items with a name, if at least half of the outermost have one."""
        rows = {number for number, shown in enumerate(self.shown) if shown is not None}
        outer = [number for number, parent in enumerate(self.parents) if parent is None]
        if sum(number in rows for number in outer) * 2 < len(outer):
            return frozenset()
        return frozenset(number for number in sorted(rows) if self._is_inside(number, rows))

    def keyed(self, section: Section) -> frozenset[int]:
        """The outermost items with a name, if the JSON of the section has most of these for keys, and few others.

        Items only tell more about the rows of a table that has one of the names.
        """
        outer = frozenset(number for number, parent in enumerate(self.parents) if parent is None and self._name(number))
        if len(outer) < _FEWEST:
            return frozenset()
        names = {self._name(number) for number in outer}
        if not names.isdisjoint(row.cells[0].text.strip(" `*") for table in section.tables for row in table.rows):
            return frozenset()
        for keys in outer_keys(section):
            known = len(names & keys)
            if known >= _FEWEST and known >= _MOST_KEYS * len(names) and known * 2 >= len(keys):
                return outer
        return frozenset()

    def announced(self, part: Part | None) -> frozenset[int]:
        """The outermost items below a line that announces a part of an operation, if each begins with a name of code.

        One is enough of what is sent; constants and words of JSON are values: `OK`, `true`.
        """
        outer = frozenset(number for number, parent in enumerate(self.parents) if parent is None)
        if part is None or (part is Part.RECEIVED and len(outer) < _FEWEST):
            return frozenset()
        names = [self._name(number) for number in outer]
        are_names = all(_CODED.fullmatch(name) and not name.isupper() and name not in _OF_JSON for name in names)
        dresses = {shown.dress for number in outer if (shown := self.shown[number]) is not None}
        return outer if are_names and dresses <= {"code", "bold code"} else frozenset()

    def defined(self) -> frozenset[int]:
        """The terms of a list of definitions, if each may be a name of code, without a type: `<dt>room_id</dt>`."""
        are_names = all(
            shown is not None and shown.type is None and _CODED.fullmatch(shown.name.text) for shown in self.shown
        )
        return frozenset(range(len(self.shown))) if are_names and len(self.shown) >= _FEWEST else frozenset()

    def are_coded(self) -> bool:
        """Whether each of several outermost items begins with one name: `` `room_id` the room to join ``, `roomId - …`."""
        outer = [item for item in self.block.entries if not item.depth]
        return len(outer) >= _FEWEST and all(_CODED_HEAD.match(item.text.source) is not None for item in outer)

    def _name(self, number: int) -> str:
        """The name that an item shows in code or in bold; "" where it shows none."""
        shown = self.shown[number]
        return shown.name.source.strip("`?") if shown is not None else ""

    def _are_marked(self, numbers: Sequence[int]) -> bool:
        """Whether items show no types, and only mark some fields as optional or required."""
        shown = [each for number in numbers if (each := self.shown[number]) is not None]
        return bool(shown) and all(each.type is None and each.required for each in shown)

    def _is_inside(self, number: int, rows: set[int]) -> bool:
        parent = self.parents[number]
        return parent is None or parent in rows


def _part_above(before: Block | None, words: Words) -> Part | None:
    """The part of an operation that the line above a list announces: "**Query parameters:**"; None for any other line."""
    label = label_of(before, words) if isinstance(before, Prose) else ""
    part = part_of(label, words) if label else None
    return part if part in (Part.SENT, Part.RECEIVED) else None


def _forms(lists: Sequence[_Items], words: Words) -> frozenset[str]:
    """The forms of items that two items of one list have, with types that are known in most of them."""
    found: set[str] = set()
    for items in lists:
        known: Counter[str] = Counter()
        forms: Counter[str] = Counter()
        for shown in items.shown:
            if shown is not None and shown.form:
                forms[shown.form] += 1
                known[shown.form] += shown.is_known
        found.update(form for form, count in known.items() if count >= _FEWEST and count * 2 > forms[form])
    return frozenset(found)


@dataclass(slots=True)
class _Part:
    """Rows of one object so far."""

    rows: list[DrawnRow] = field(default_factory=list)
    ends: list[tuple[int, int]] = field(default_factory=list)
    names: set[str] = field(default_factory=set)


class _SectionReader:
    """Reads the lists of a section."""

    def __init__(self, path: str, words: Words, diagnostics: list[Diagnostic], lists: frozenset[str]) -> None:
        """lists: the names of fields without a type that hold lists of objects, if they hold objects"""
        self._path = path
        self._words = words
        self._diagnostics = diagnostics
        self._lists = lists
        self._parts: list[_Part] = []
        self._names: set[str] = set()

    def drawn(self) -> Iterator[Drawn]:
        return (Drawn(tuple(part.ends), tuple(part.rows)) for part in self._parts if part.rows)

    def items(self, items: _Items, numbers: frozenset[int], before: Block | None) -> None:
        """Add the rows of a list.

        numbers  which of its items are fields
        before   the block above it
        """
        presence = self._presence(before)
        rows = list(self._rows(items, numbers, presence))
        names = {row.cells[Role.NAME].source.split("`")[1] for row in rows if not row.depth}
        if not self._parts or self._is_other(before, presence) or names & self._parts[-1].names:
            self._parts.append(_Part())
        part = self._parts[-1]
        part.rows += rows
        part.names |= names
        self._names |= names
        first, last = items.block.line, items.block.line + items.block.source.count("\n")
        if presence and isinstance(before, Prose):
            first = before.line
        part.ends.append((first, last))

    def _presence(self, before: Block | None) -> str:
        """The presence that the line above a list gives to its fields: "**Required keys:**"."""
        match = _SUBHEAD.match(before.source) if isinstance(before, Prose) else None
        if match is None or not match[0].rstrip().endswith((":", "：", "*", "_")):
            return ""
        mark = self._words.marks.get(match["word"].casefold())
        return mark if mark in (Mark.REQUIRED, Mark.OPTIONAL) else ""

    def _is_other(self, before: Block | None, presence: str) -> bool:
        """Whether the line above a list announces the fields of something else."""
        if not isinstance(before, Prose) or presence:
            return False
        source = before.source.strip()
        lead = _LEAD.search(source)
        if lead is not None and lead["name"] in self._names:
            return True
        return source.startswith(("**", "__")) and source.rstrip(":： ").endswith(("**", "__"))

    def _rows(self, items: _Items, numbers: frozenset[int], presence: str) -> Iterator[DrawnRow]:
        depths: dict[int, int] = {}
        remarks: dict[int, list[str]] = {}
        for number, item in enumerate(items.block.entries):
            parent = items.parents[number]
            if number in numbers:
                depths[number] = depths[parent] + 1 if parent in depths else 0
            else:
                owner = _owner(items, number, numbers)
                if owner is not None:
                    indent = "  " * max(item.depth - items.block.entries[owner].depth - 1, 0)
                    remarks.setdefault(owner, []).append(f"{indent}- {item.text.source}")
                elif begins_with_name(item.text):
                    self._left_out(item)
        typed = sum(shown is not None and shown.type is not None for shown in items.shown)
        parents = {items.parents[number] for number in numbers}
        for number in sorted(numbers):
            shown = items.shown[number]
            assert shown is not None, "a field has a name"
            item = items.block.entries[number]
            cells = field_cells(shown, item, remarks.get(number, ()), presence)
            if Role.TYPE not in cells and shown.name.text in self._lists:
                cells[Role.TYPE] = replace(shown.name, source="array of objects")
            is_odd = bool(typed) if not shown.form else typed * 2 > len(numbers)  # marks alone are a form of their own
            if Role.TYPE not in cells and shown.type is None and number not in parents and is_odd:
                self._untyped(shown)
            yield DrawnRow(item.text.line, cells, depths[number])

    def _left_out(self, item: Item) -> None:
        message = "the item is built like no field of the list; it is left out"
        self._diagnostics.append(Diagnostic(place_of(self._path, item.text), "unread-row", message, _HELP))

    def _untyped(self, shown: ItemParts) -> None:
        message = f'the items around it show types, and "{shown.name.text}" shows none; it is typed as Any'
        self._diagnostics.append(Diagnostic(place_of(self._path, shown.name), "unread-row", message, _HELP))


_HELP = "Write its name and its type as the other items do."


def _owner(items: _Items, number: int, rows: frozenset[int]) -> int | None:
    """The field around an item that is no field; its description gets the item."""
    parent = items.parents[number]
    while parent is not None and parent not in rows:
        parent = items.parents[parent]
    return parent


def field_cells(shown: ItemParts, item: Item, remarks: Sequence[str], presence: str) -> dict[Role, Inline]:
    """The cells of the row for an item.

    remarks   items inside that are no fields, as lines
    presence  the mark of presence that a line above the list gives to all of its items
    """
    cells = {Role.NAME: shown.name}
    paragraphs = [shown.rest, *item.more]
    source = "\n\n".join(filter(None, (*(each.source for each in paragraphs), "\n".join(remarks))))
    kind = shown.type.source if shown.type is not None else told_type(source)
    if kind:
        cells[Role.TYPE] = replace(shown.type or shown.rest, source=kind)
    if source:
        references = tuple(dict.fromkeys(reference for each in paragraphs for reference in each.references))
        cells[Role.DESCRIPTION] = replace(shown.rest, source=source, references=references)
    mark = shown.required or _stressed(source) or presence
    if mark:
        cells[Role.NAME] = replace(shown.name, source=f"{shown.name.source} ({mark})")
    if shown.default is not None:
        cells[Role.DEFAULT] = shown.default
    return cells


def _stressed(source: str) -> str:
    """The mark that a description has in capitals, as in standards: "This REQUIRED property …"."""
    match = _STRESSED.match(source)
    return "" if match is None else (match["word"] or match["is"] or Mark.OPTIONAL).lower()
