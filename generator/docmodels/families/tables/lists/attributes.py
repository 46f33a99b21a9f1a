"""Fields with a heading or a line each, as rows. Lines below have the type and more.

    ### `expires_at` {{%optional%}}

    When the room closes.

    **Type:** String or null

The type may also stand in the heading: `` ### `size` (integer) ``; in a line below without a word for it: `*integer*,
required`; or in a table: `Type | integer`, `Required | yes`. At least two such fields of a page have a known type.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from ....diagnostics import Diagnostic
from ....frozen import frozen, replace
from ....markdown import Inline, Item, ItemList, Page, Prose, Section, SpanKind
from ....patterns import regex
from ....tables.dressing import undressed_cell
from ....tables.lexicon import Part, Role, Words
from ....tables.rows import place_of
from ..columns.cards import card, is_card
from ..columns.typed import may_hold
from ..drawn import Drawn, DrawnRow
from ..headings.headings import part_of
from ..items.attribute_lines import attribute_cells, card_line, lines_of, says_type
from ..items.item import split_item
from .bullets import field_cells

_HELP = "Write its type as the other fields show theirs."
_FEWEST = 2
_NAME = regex(r"[\w$@.\[\]-]{1,100}")
_CONSTANT = regex(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
_HEAD = regex(  # `` `Name` <a name="name"></a> ``, `** name **`, `** [name](#syntax) **`
    r"(?:`(?P<code>[\w$@.\[\]-]{1,100})`|\*\*\s?(?:(?P<bold>[\w$@.-]{1,100})|\[\s?(?P<linked>[\w$@.-]{1,100})\s?\]\(#[^()\s]{1,200}\))\s?\*\*)"
    r"\s*(?:<a [^>\n]{0,200}>\s*</a>\s*)?\Z"
)
_CODE = regex(r"`[\w.:\[\]-]{1,100}`")
_WORD = regex(r"[^\W_]+")
_MOST_WORDS = 3  # the most words of a type that begins with unknown words: `Datatype xsd:string`
_TYPE = regex(r"[\s(（*_`:\[{<]*(?P<word>[^\W_]+)")
_TYPE_LINE = regex(  # `*string*, required`, `_integer_ · default: 5`, `(string)`, `*enum* ("on", "off")`
    r"\s*(?:(?P<dress>\*\*|__|[*_`])(?P<dressed>[^*_`\n]{1,60})(?P=dress)|\((?P<inner>[^()\n]{1,60})\))"
    r"(?P<values>\s?\([^()\n]{1,200}\))?"
    r"(?P<marks>(?:\s{0,4}[,;|·•–—-]?\s{0,4}[*_`]{0,2}[^\W\d_][\w -]{0,30}(?:[*_]{0,2}:[*_]{0,2}\s?`?[^`,;|·•\s]{1,60})?[*_`]{0,2}){0,3})\s*\\?"
)
_BETWEEN_MARKS = regex(r"(?<!\s)\s*[;|·•–—]\s*|(?<!\s)\s+-\s+")


@frozen()
class _Entry:
    """A field: its name, its section, and its lines of the page."""

    name: Inline
    section: int
    ends: tuple[tuple[int, int], ...]
    cells: Mapping[Role, Inline]


def attribute_fields(page: Page, words: Words) -> tuple[list[Drawn], list[Diagnostic]]:
    """The fields of a page with a heading or a line each, and findings about such headings without a type."""
    entries = _sure(
        [entry for number in range(len(page.sections)) for entry in _entries(page, number, words)], page, words
    )
    if sum(_is_typed(entry, words) for entry in entries) < _FEWEST and not _are_below_part(entries, page, words):
        return [], []
    headed = {entry.section for entry in entries if _is_heading(page, entry)}
    groups: dict[int, list[tuple[_Entry, int]]] = {}
    stack: list[int] = []
    at = 0
    for number, section in enumerate(page.sections):
        while stack and page.sections[stack[-1]].level >= section.level:
            stack.pop()
        outer = [index for index in stack if index not in headed]
        depth = next((count for count, index in enumerate(reversed(stack)) if index not in headed), len(stack))
        while at < len(entries) and entries[at].section == number:
            root = outer[-1] if number in headed and outer else -1 if number in headed else number
            groups.setdefault(root, []).append((entries[at], depth if number in headed else 0))
            at += 1
        stack.append(number)
    tabled = _tabled(page)
    drawn = (_drawn(page, root, group, words) for root, group in groups.items() if not _are_tabled(group, tabled))
    return [table for table in drawn if table is not None], list(_left_out(page, headed, words))


def _left_out(page: Page, headed: Collection[int], words: Words) -> Iterator[Diagnostic]:
    """A finding for each heading without a type that looks like those of the fields before and behind it.

    headed  the numbers of the sections that are fields
    """
    neighbours: dict[int, list[int]] = {}  # the line of a heading → the sections right below it
    for number, trail in enumerate(page.trails()):
        neighbours.setdefault(trail[-2].heading.line if len(trail) > 1 else 0, []).append(number)
    for numbers in neighbours.values():
        fields = [number for number in numbers if number in headed]
        forms = {_form(page.sections[number]) for number in fields}
        are_small = all(page.sections[number].heading.text.strip()[:1].islower() for number in fields)
        for number in numbers:
            section = page.sections[number]
            text = section.heading.text.strip()
            if text[:1].isupper() and (
                are_small or text.casefold() in words.roles or text.casefold() in words.examples
            ):
                continue  # `Notes` between `port` and `host`, `Example` between `Port` and `Host`
            if number not in headed and fields and fields[0] < number < fields[-1] and _form(section) in forms:
                message = f'the headings around it show types, and "{section.heading.text}" shows none; it is left out'
                yield Diagnostic(place_of(page.path, section.heading), "unread-row", message, _HELP)


def _form(section: Section) -> tuple[bool, int] | None:
    """The form of the heading of a field: whether it is in code, and its level; None for any other heading."""
    is_code = any(span.kind is SpanKind.CODE for span in section.heading.spans)
    return (is_code, section.level) if _is_name(section) else None


def _are_below_part(entries: Sequence[_Entry], page: Page, words: Words) -> bool:
    """Whether the only field has a heading right below one that announces fields, and lines that say its type and presence."""
    if len(entries) != 1 or not {Role.TYPE, Role.REQUIRED} <= entries[0].cells.keys():
        return False
    number = entries[0].section
    above = page.sections[number - 1] if number else None
    is_below = above is not None and above.level < page.sections[number].level
    return is_below and above is not None and part_of(above.heading.text, words) is Part.OWN


def _sure(entries: Sequence[_Entry], page: Page, words: Words) -> list[_Entry]:
    """The entries without headings for a part, such as `Data`, on a level without other names."""

    def names_field(entry: _Entry) -> bool:
        return not _is_heading(page, entry) or part_of(entry.name.text, words) is None

    levels = {
        page.sections[entry.section].level for entry in entries if _is_heading(page, entry) and names_field(entry)
    }
    return [entry for entry in entries if names_field(entry) or page.sections[entry.section].level in levels]


def _tabled(page: Page) -> frozenset[str]:
    """The texts of the first cells of all rows of a page."""
    tables = (table for section in page.sections for table in section.tables)
    return frozenset(row.cells[0].text.strip(" `*") for table in tables for row in table.rows)


def _are_tabled(group: Sequence[tuple[_Entry, int]], tabled: frozenset[str]) -> bool:
    """Whether a table has some of the fields: then the headings only add to it, as `shape.radius`."""
    return any(entry.name.text in tabled or entry.name.text.rsplit(".", 1)[-1] in tabled for entry, _ in group)


def _drawn(page: Page, root: int, group: Sequence[tuple[_Entry, int]], words: Words) -> Drawn | None:
    """The table of some fields; None if too few have a known type, or all are constants."""
    typed = sum(_is_typed(entry, words) for entry, _ in group)
    names = [entry.name.text.strip() for entry, _ in group]
    if typed * 2 < len(group) or all(map(_CONSTANT.fullmatch, names)):
        return None
    first = group[0][0].ends[0][0]
    line = page.sections[root].heading.line if root >= 0 and page.sections[root].level else first
    rows = tuple(DrawnRow(entry.name.line, entry.cells, depth) for entry, depth in group)
    return Drawn(((line, line), *(ends for entry, _ in group for ends in entry.ends)), rows)


def _is_heading(page: Page, entry: _Entry) -> bool:
    return page.sections[entry.section].heading.line == entry.name.line


def _is_typed(entry: _Entry, words: Words) -> bool:
    cell = entry.cells.get(Role.TYPE)
    cell = undressed_cell(cell)[0] if cell is not None else None
    match = _TYPE.match(cell.text) if cell is not None else None
    if cell is None or match is None:
        return False
    names = _WORD.findall(cell.text)
    is_short = len(names) <= _MOST_WORDS and any(name.casefold() in words.types for name in names)
    has_marks = cell.source.startswith("[") or _CODE.fullmatch(cell.source.strip()) is not None
    return is_short or has_marks or match["word"].casefold() in words.types


def _entries(page: Page, number: int, words: Words) -> Iterator[_Entry]:
    """The field of a section, or the fields of its paragraphs."""
    section = page.sections[number]
    blocks = [block for block in section.blocks if isinstance(block, Prose | ItemList)]
    head = _typed_heading(section, words)
    is_name = head is not None or _is_name(section)
    below = _typed_below(section, blocks, words) if head is None and is_name else None
    is_below = below is not None and not _is_below_code(page, number, words)
    head = below if is_below else head
    if is_name:
        cards = [table for table in section.tables if is_card(table, words)]
        lines = [line for block in blocks for line in (*lines_of(block), ("", block.line))]
        lines = lines[1:] if is_below else lines
        lines += [card_line(label, cell) for table in cards for label, cell in card(table, words)]
        name, known = head if head is not None else (section.heading, {})
        cells = attribute_cells(name, lines, words, known)
        if cells is not None and not _is_model(section, cells, words):
            ends = [(block.line, block.line + block.source.count("\n")) for block in blocks]
            ends += [(table.line, table.rows[-1].line) for table in cards]
            yield _Entry(section.heading, number, ((section.heading.line, section.heading.line), *sorted(ends)), cells)
            return
    yield from _headed_paragraphs(blocks, number, words)


def _headed_paragraphs(blocks: Sequence[Prose | ItemList], number: int, words: Words) -> Iterator[_Entry]:
    """The fields of paragraphs with the name in their first line. The type may stand in the blocks below."""
    heads = [(at, name) for at, block in enumerate(blocks) if (name := _headed(block)) is not None]
    ends = (*(at for at, _ in heads[1:]), len(blocks))
    for (at, name), end in zip(heads, ends, strict=False):
        lines = lines_of(blocks[at])[1:]
        for block in blocks[at:end]:
            lines += [("", block.line), *lines_of(block)] if block is not blocks[at] else []
            if not any(says_type(line, words) for line in lines_of(block)):
                continue
            if (cells := attribute_cells(name, lines, words)) is not None:
                yield _Entry(name, number, ((name.line, block.line + block.source.count("\n")),), cells)
            break


def _headed(block: Prose | ItemList) -> Inline | None:
    """The name in the first line of a paragraph; None for any other line."""
    if not block.source.lstrip().startswith(("`", "**")):
        return None
    match = _HEAD.match(block.source.partition("\n")[0].strip())
    name = (match["code"] or match["bold"] or match["linked"]) if match is not None else None
    return Inline(f"`{name}`", block.line, 1) if name else None


def _is_model(section: Section, cells: Mapping[Role, Inline], words: Words) -> bool:
    """Whether a heading is a model's, not a field's: a capital name of the type object, above a table of fields."""
    has_table = any(not is_card(table, words) for table in section.tables)
    kind = cells.get(Role.TYPE)
    is_object = has_table and kind is not None and may_hold(kind.text, words)
    return is_object and section.heading.source.strip()[:1].isupper()


def _typed_heading(section: Section, words: Words) -> tuple[Inline, Mapping[Role, Inline]] | None:
    """The name and the other cells of a field with its type in the heading: `` `size` (integer, required) ``.

    None for any other heading: `Seat (object)` without code is a model, and so is a heading above a table of fields.
    """
    parts = split_item(section.heading, words) if section.level > 0 else None
    if parts is None or parts.type is None or not parts.is_known:
        return None
    if parts.dress == "word" and parts.name.text[:1].isupper():
        return None
    if may_hold(parts.type.text, words) and any(not is_card(table, words) for table in section.tables):
        return None
    cells = field_cells(replace(parts, required=None), Item(section.heading), (), "")
    if parts.required is not None:
        cells[Role.REQUIRED] = replace(parts.name, source=str(parts.required))
    return cells.pop(Role.NAME), cells


def _is_below_code(page: Page, number: int, words: Words) -> bool:
    """Whether a heading above a section is about functions: `Functions`."""
    level = page.sections[number].level
    for section in reversed(page.sections[:number]):
        if section.level < level:
            level = section.level
            if " ".join(section.heading.text.casefold().split()).strip(" :：") in words.called:
                return True
    return False


def _typed_below(
    section: Section, blocks: Sequence[Prose | ItemList], words: Words
) -> tuple[Inline, Mapping[Role, Inline]] | None:
    """The name and the other cells of a field with its type in a line below the heading: `*string*, required`.

    None for any other line: `*Note* the name`.
    """
    first = section.blocks[0] if section.blocks else None
    if not blocks or first is not blocks[0] or not isinstance(first, Prose):
        return None
    match = _TYPE_LINE.fullmatch(first.source.partition("\n")[0])
    if match is None:
        return None
    marks = _BETWEEN_MARKS.sub(", ", re.sub(r"[*_`]", "", match["marks"])).strip(" ,")
    kind = _BETWEEN_MARKS.sub(", ", match["dressed"] or match["inner"]) + (match["values"] or "")
    notation = ", ".join(filter(None, (kind, marks)))
    parts = split_item(Inline(f"`x` ({notation})", first.line, 1), words)
    if parts is None or parts.type is None or not parts.is_known:
        return None
    rest = [mark.strip().casefold() for mark in parts.rest.source.split(",") if mark.strip()]
    if not all(mark in words.marks for mark in rest) or parts.type.text.casefold() in words.marks:
        return None
    cells = {Role.TYPE: replace(parts.type, source=", ".join((parts.type.source, *rest)))}
    if parts.required is not None:
        cells[Role.REQUIRED] = replace(parts.type, source=str(parts.required))
    if parts.default is not None:
        cells[Role.DEFAULT] = parts.default
    return section.heading, cells


def _is_name(section: Section) -> bool:
    """Whether a heading may be the name of a field: code with marks behind it, or a word.

    A word for a part, such as `Data`, is a name only beside others.
    """
    code = [span.text for span in section.heading.spans if span.kind is SpanKind.CODE]
    text = section.heading.text.strip()
    if code:
        return section.level > 0 and len(code) == 1 and text.startswith(code[0]) and " " not in code[0]
    return section.level > 0 and _NAME.fullmatch(text) is not None
