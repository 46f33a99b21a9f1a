"""Fields that are items of a list, as rows.

    - **`room_id`** *string*, REQUIRED: the room to join.
    - `players` (array of objects, optional): who plays.
      - `name` (string): what others call the player.

If two items of a list have a name and a known type in the same places, all items of the page in that form are fields.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ....diagnostics import Diagnostic
from ....frozen import replace
from ....markdown import Block, Inline, Item, ItemList, Page, Prose
from ....patterns import regex
from ....tables.first_words import type_in_first_words
from ....tables.lexicon import Mark, Part, Role, Words
from ....tables.rows import place_of
from ..drawn import Drawn, DrawnRow
from ..examples.documented import operations
from ..headings.headings import part_of, without_presence
from ..items.item import PLAIN_CODE, ItemParts, begins_with_name
from ..items.listed import listed
from ..items.paragraphs import is_break, paragraph_lists
from ..labels.labels import label_of
from .bullet_lists import Items, begins_with_label, typed_forms
from .cases import as_sentence, condition_above, is_condition
from .definitions import are_announced, coded_terms, names_fields, tell_types, undefined, untyped
from .terraform import is_resource, repeated_blocks, shows_attributes

_SUBHEAD = regex(r"(?:\*\*|__)?(?P<word>[^\W\d_]+)\b(?P<rest>[^\n*_]{0,80}?)[:：]?(?:\*\*|__)?[:：]?(?:\n|\Z)")
_LEAD = regex(r"[^\n`]{0,120}(?:`|\*\*)(?P<name>[^`*\n]{1,100})(?:`|\*\*)[^\n]{0,120}[:：]\s*\Z")
_STRESSED = regex(
    r"(?:This|The)\s+(?P<word>REQUIRED|OPTIONAL)\b|[^.\n]{0,200}?\bis\s+(?P<is>REQUIRED|OPTIONAL)\s*[.;]"
    r"|(?:This|The)\s+\w+\s+SHOULD\s+be\s+(?:present|set|used)\b"
)
_TITLE_WORD = regex(r"\w+")
_CALL = regex(r"\w\(.*\)")  # `room.open(door)`: the arguments of a call are no fields


def bullet_fields(page: Page, words: Words) -> tuple[list[Drawn], list[Diagnostic]]:
    """The fields in the lists of a page, and the findings about them."""
    lists_of = [
        (section, {key: Items(block, words) for key, block in in_section.items()})
        for section in page.sections
        if (in_section := {**listed(section), **paragraph_lists(section, words)})
    ]
    forms = typed_forms([items for _, lists in lists_of for items in lists.values()])
    headings = [section.heading.text for section in page.sections] if PLAIN_CODE in forms else []
    titles = frozenset(_TITLE_WORD.findall(" ".join(headings)))
    blocks = repeated_blocks(page) if is_resource(page) else None
    drawn: list[Drawn] = []
    diagnostics: list[Diagnostic] = []
    outer = {id(trail[-1]): trail[-2] for trail in page.trails() if len(trail) > 1} if lists_of else {}
    for section, lists in lists_of:
        is_call = _CALL.search(section.heading.text) is not None
        reader = _SectionReader(page.path, words, diagnostics, blocks or frozenset())
        is_announced = blocks is not None and shows_attributes(section)
        before: Block | None = None
        for block in section.blocks:
            items = lists.get(id(block))
            if items is not None:
                numbers = (items.named() if is_announced else frozenset()) or items.rows(forms, titles)
                if not numbers:
                    numbers = items.keyed(section)
                if not numbers and not is_call and (coded := items.coded()):
                    part = _part_above(before, words) if page.once(operations) else None
                    is_of_part = part is Part.SENT or (part is Part.RECEIVED and len(coded) > 1)
                    numbers = coded if is_of_part else numbers
                if not numbers and not is_call and isinstance(block, ItemList) and (mixed := items.mixed()):
                    numbers = mixed if items.are_in_code() or are_announced(section, before, words) else numbers
                if not numbers and isinstance(block, Prose) and (names := items.defined()):
                    if not section.tables and are_announced(section, before, words):
                        numbers = names
                    elif coded_terms(block) == len(names):
                        diagnostics.append(undefined(page.path, items.block))
                elif not numbers and not section.tables and isinstance(block, ItemList) and items.are_coded():
                    diagnostics += (
                        [untyped(page.path, block, words)]
                        if not is_call
                        and (
                            items.have_inner_types
                            or names_fields(section, before, words)
                            or tell_types(block, words)
                            or ((above := outer.get(id(section))) is not None and names_fields(above, None, words))
                        )
                        else []
                    )
                if numbers:
                    reader.items(items, numbers, before)
            before = before if is_break(block) else block
        drawn += reader.drawn()
    return drawn, diagnostics


def _part_above(before: Block | None, words: Words) -> Part | None:
    """The part of an operation in the line above a list: "**Query parameters:**"; None for any other line."""
    label = label_of(before, words) if isinstance(before, Prose) else ""
    part = part_of(label, words) if label else None
    return part if part in (Part.SENT, Part.RECEIVED) else None


@dataclass(slots=True)
class _Part:
    """Rows of one object so far."""

    rows: list[DrawnRow] = field(default_factory=list)
    ends: list[tuple[int, int]] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    label: str = ""
    part: Part | None = None


class _SectionReader:
    """Reads the lists of a section."""

    def __init__(self, path: str, words: Words, diagnostics: list[Diagnostic], lists: frozenset[str]) -> None:
        """lists: the names of fields without a type that are lists if they have fields"""
        self._path = path
        self._words = words
        self._diagnostics = diagnostics
        self._lists = lists
        self._parts: list[_Part] = []
        self._names: set[str] = set()

    def drawn(self) -> Iterator[Drawn]:
        return (Drawn(tuple(part.ends), tuple(part.rows), part.label) for part in self._parts if part.rows)

    def items(self, items: Items, numbers: frozenset[int], before: Block | None) -> None:
        """Add the rows of a list.

        numbers  which of its items are fields
        before   the block above it
        """
        case = before.source if self._parts and isinstance(before, Prose) and is_condition(before.source) else ""
        presence = self._presence(before) or (Mark.CONDITIONAL if case else "")
        rows = list(self._rows(items, numbers, "" if case else presence, case))
        names = {row.cells[Role.NAME].source.split("`")[1] for row in rows if not row.depth}
        of = _part_above(before, self._words)
        if not self._parts or self._is_other(before, presence, of) or names & self._parts[-1].names:
            # the line with the presence goes with the list
            label = without_presence(label_of(before, self._words), self._words) if presence and of else ""
            self._parts.append(_Part(label=label, part=of))
        part = self._parts[-1]
        part.rows += rows
        part.names |= names
        self._names |= names
        first, last = items.block.line, items.block.line + items.block.source.count("\n")
        if presence and isinstance(before, Prose):
            first = before.line
        part.ends.append((first, last))

    def _presence(self, before: Block | None) -> str:
        """The presence of all fields of a list by the line above it: "**Required keys:**"."""
        match = _SUBHEAD.match(before.source) if isinstance(before, Prose) else None
        if match is None or not match[0].rstrip().endswith((":", "：", "*", "_")):
            return ""
        mark = self._words.marks.get(match["word"].casefold())
        return mark if mark in (Mark.REQUIRED, Mark.OPTIONAL) else ""

    def _is_other(self, before: Block | None, presence: str, of: Part | None) -> bool:
        """Whether the line above a list is about other fields than those of the section.

        of  the part of an operation in the line
        """
        if of is not None and not (presence and of is self._parts[-1].part):
            return True
        if not isinstance(before, Prose) or presence:
            return False
        source = before.source.strip()
        lead = _LEAD.search(source)
        if lead is not None and lead["name"] in self._names:
            return True
        return source.startswith(("**", "__")) and source.rstrip(":： ").endswith(("**", "__"))

    def _rows(self, items: Items, numbers: frozenset[int], presence: str, case: str) -> Iterator[DrawnRow]:
        """The rows of a list.

        presence  the mark of presence for all its items
        case      the line above it that announces its outermost items for one case; "" without one
        """
        depths: dict[int, int] = {}
        remarks: dict[int, list[str]] = {}
        for number, item in enumerate(items.block.entries):
            parent = items.parents[number]
            if number in numbers:
                depths[number] = depths[parent] + 1 if parent in depths else 0
            elif number not in items.labels:
                owner = _owner(items, number, numbers)
                if number in items.captions and number + 1 in numbers:
                    continue
                if owner is not None:
                    indent = "  " * max(item.depth - items.block.entries[owner].depth - 1, 0)
                    remarks.setdefault(owner, []).append(f"{indent}- {item.text.source}")
                elif begins_with_name(item.text) and not begins_with_label(item.text.source, self._words):
                    self._left_out(item)
        typed = sum(parts is not None and parts.type is not None for parts in items.parts) + len(items.labelled)
        parents = {items.parents[number] for number in numbers}
        cases = {number: above for number in numbers if (above := condition_above(items, number)) is not None}
        lines = {above.line for above in cases.values()}
        known: set[tuple[int | None, str, str]] = set()  # a field of two cases
        holders = {items.parents[number] for number in items.labels}
        labels_tell_types = any(Role.TYPE in own for own in items.labelled.values())
        for number in sorted(numbers):
            parts = items.parts[number]
            assert parts is not None, "a field has a name"
            item = items.block.entries[number]
            same = (items.parents[number], parts.name.source, parts.type.source if parts.type else "")
            if number in cases and same in known:
                continue
            known.add(same)
            labelled = items.labelled.get(number)
            if labelled is not None:
                parts = _with_cells(parts, labelled)
                item = item if number in holders else replace(item, more=())  # its paragraphs are the labels
            item = replace(item, more=tuple(text for text in item.more if text.line not in lines))
            only_if = cases[number].source if number in cases else "" if depths[number] else case
            mark = Mark.CONDITIONAL if only_if else presence
            cells = field_cells(parts, item, [*remarks.get(number, ()), *as_sentence(only_if)], mark)
            cells = {**cells, **{role: cell for role, cell in (labelled or {}).items() if role not in cells}}
            if Role.TYPE not in cells and parts.name.text in self._lists:
                cells[Role.TYPE] = replace(parts.name, source="array of objects")
            is_odd = bool(typed) if not parts.form else typed * 2 > len(numbers)  # marks alone are a form of their own
            is_odd = is_odd and (labelled is None or labels_tell_types)
            if Role.TYPE not in cells and parts.type is None and number not in parents and is_odd:
                self._untyped(parts)
            yield DrawnRow(item.text.line, cells, depths[number])

    def _left_out(self, item: Item) -> None:
        message = "the item is built like no field of the list; it is left out"
        self._diagnostics.append(Diagnostic(place_of(self._path, item.text), "unread-row", message, _HELP))

    def _untyped(self, parts: ItemParts) -> None:
        message = f'the items around it show types, and "{parts.name.text}" shows none; it is typed as Any'
        self._diagnostics.append(Diagnostic(place_of(self._path, parts.name), "unread-row", message, _HELP))


_HELP = "Write its name and its type as the other items do."


def _owner(items: Items, number: int, rows: frozenset[int]) -> int | None:
    """The row of the field around an item without a field: the item belongs to its description."""
    parent = items.parents[number]
    while parent is not None and parent not in rows:
        parent = items.parents[parent]
    return parent


def _with_cells(parts: ItemParts, cells: Mapping[Role, Inline]) -> ItemParts:
    """The parts of an item with the type and the description in the items below it."""
    return replace(parts, type=cells.get(Role.TYPE), rest=cells.get(Role.DESCRIPTION, parts.rest))


def field_cells(parts: ItemParts, item: Item, remarks: Sequence[str], presence: str) -> dict[Role, Inline]:
    """The cells of the row for an item.

    remarks   inner items without a field, as lines
    presence  the mark of presence for all items of the list, in the line above it
    """
    cells = {Role.NAME: parts.name}
    paragraphs = [parts.rest, *item.more]
    source = "\n\n".join(filter(None, (*(paragraph.source for paragraph in paragraphs), "\n".join(remarks))))
    kind = parts.type.source if parts.type is not None else type_in_first_words(source)
    if kind:
        cells[Role.TYPE] = replace(parts.type or parts.rest, source=kind)
    if source:
        references = tuple(dict.fromkeys(reference for paragraph in paragraphs for reference in paragraph.references))
        cells[Role.DESCRIPTION] = replace(parts.rest, source=source, references=references)
    mark = parts.required or _stressed(source) or presence
    if mark:
        cells[Role.NAME] = replace(parts.name, source=f"{parts.name.source} ({mark})")
    if parts.default is not None:
        cells[Role.DEFAULT] = parts.default
    return cells


def _stressed(source: str) -> str:
    """The mark in capitals in a description, as in standards: "This REQUIRED property …"."""
    match = _STRESSED.match(source)
    return "" if match is None else (match["word"] or match["is"] or Mark.OPTIONAL).lower()
