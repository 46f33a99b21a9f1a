"""Enumerations as lists of constants, below a line with the name of a field, or below a heading for values.

**Door state (state):**

* OPEN
* CLOSED - until somebody knocks
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from ....frozen import frozen, replace
from ....markdown import Block, Inline, ItemList, Page, Prose, Section, Table
from ....model.names import folded, singular
from ....patterns import regex
from ....tables.lexicon import Role, Words
from ....tables.typed_cells import is_enumeration
from ..columns.column_headings import header_roles
from ..drawn import Drawn, DrawnRow
from ..headings.headings import part_of
from ..headings.titles import cleaned, heading_text
from ..headings.value_headings import announce_enumerations, fields_behind, words_of_heading
from ..labels.labels import label_of

_CODE = regex(
    r"(?P<dress>\*\*|__)?`[\"']?(?P<value>[^`\s\"']{1,100})[\"']?`(?P=dress)?|(?P<bold>\*\*|__)(?P<strong>[\w.:-]{1,100})(?P=bold)"
)
_BARE = regex(r"(?P<value>[\w.:+-]{1,100})(?=\s|\Z)")
_CAPITALS = regex(r"[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)*")
_BEHIND = regex(r"\s*(?:\Z|[:：=–—-]+\s*|\((?=[^()]{1,200}\)\Z)|,\s)")

_LONGEST_LABEL = 8  # words
_FEWEST = 2


@frozen()
class _Constant:
    """An item of a list.

    is_sure  whether it is in code or in capitals, as constants are
    """

    item: Inline
    value: str
    description: str
    is_sure: bool


def constant_lists(page: Page, words: Words) -> Iterator[Drawn]:
    """The lists of constants of a page, as rows of values."""
    trails = [trail for trail in page.trails() if any(map(_may_be_constants, trail[-1].blocks))]
    enumerated = frozenset(_enumerated(page, words)) if trails else frozenset()
    for trail in trails:
        yield from _in_section(trail, enumerated, words)


def _enumerated(page: Page, words: Words) -> Iterator[str]:
    """The folded names of the fields with a type such as `enum`."""
    for table in (table for section in page.sections for table in section.tables):
        roles = header_roles(table, words)
        if Role.NAME in roles and Role.TYPE in roles:
            name, kind = roles.index(Role.NAME), roles.index(Role.TYPE)
            for row in table.rows:
                if is_enumeration(row.cells[kind], words):
                    yield folded(row.cells[name].text.strip(" *`"))


def _in_section(trail: Sequence[Section], enumerated: Container[str], words: Words) -> Iterator[Drawn]:
    """The lists of the last section of a trail; see `constant_lists`.

    enumerated  the folded names of fields with a type such as `enum`
    """
    section = trail[-1]
    headings = [cleaned(heading_text(above)) for above in trail if above.level]
    lists = sum(isinstance(block, ItemList) for block in section.blocks)
    for number, block in enumerate(section.blocks):
        if not isinstance(block, ItemList) or not (constants := _constants(block)):
            continue
        label = _label_above(section.blocks[:number], headings, words)
        is_alone = lists == 1 and not section.tables
        above = [*headings, label[1]] if label is not None else headings if is_alone else []
        is_of_field = (
            bool(above) and folded(above[-1]) in enumerated and all(constant.is_sure for constant in constants)
        )
        if above and (is_of_field or _is_announced(above, constants, words)):
            first = section.blocks[number - 1] if label is not None and label[0] == number - 1 else block
            lines = first.line, block.line + block.source.count("\n")
            yield Drawn((lines,), tuple(map(_row, constants)), label[1] if label is not None else "")


def _label_above(blocks: Sequence[Block], headings: Sequence[str], words: Words) -> tuple[int, str] | None:
    """The last line of some blocks with a name for values, and its index; None if a list or a table follows it."""
    for number in range(len(blocks) - 1, -1, -1):
        block = blocks[number]
        if isinstance(block, ItemList | Table):
            return None
        if isinstance(block, Prose) and (text := _label(block, headings, words)):
            return number, text
    return None


def _label(block: Prose, headings: Sequence[str], words: Words) -> str:
    """The line with a name for the values below; "" for any other text.

    It has the form of a label, names of fields in brackets at its end, or a colon below a heading of enumerations.
    """
    text = label_of(block, words)
    line = block.source.strip()
    if text or "\n" in line:
        return text
    line = Inline(line, block.line, 1).text.strip()
    name = line.rstrip(":：").strip()
    if len(name.split()) > _LONGEST_LABEL:
        return ""
    is_announced = line.endswith((":", "：")) and announce_enumerations(headings, words)
    return name if is_announced or fields_behind(name, words) else ""


def _is_announced(headings: Sequence[str], constants: Sequence[_Constant], words: Words) -> bool:
    """Whether the headings above, the outermost first, announce constants as the values of something."""
    *outer, own = headings
    if fields_behind(own, words):
        return True
    last = next(reversed(words_of_heading(own)), "")
    is_short = len(own.split()) <= _LONGEST_LABEL
    are_sure = all(constant.is_sure for constant in constants)
    if announce_enumerations(outer, words):
        return is_short and _is_title(own, constants, words)
    is_of_values = last in words.values_of and part_of(own, words) is None
    return is_short and own.casefold() not in words.type_lists and is_of_values and are_sure


def _is_title(text: str, constants: Sequence[_Constant], words: Words) -> bool:
    """Whether a line below a heading of enumerations is the title of one: `Sea state`, but not `Read these first`.

    Above constants in capitals, any words are a title.
    """
    if len(text.split()) < 2 or "`" in text:
        return words.roles.get(text.casefold()) is not Role.DESCRIPTION  # `Notes`
    last = text.casefold().split()[-1]
    if last in words.chosen or singular(last) in words.chosen:
        return True
    are_sure = all(constant.is_sure for constant in constants)
    return (are_sure and last in words.values_of) or all(_CAPITALS.fullmatch(constant.value) for constant in constants)


def _may_be_constants(block: Block) -> bool:
    return isinstance(block, ItemList) and bool(_constants(block))


def _constants(block: ItemList) -> Sequence[_Constant]:
    """The constants in the items of a list; () if an item is none, or repeats one."""
    known: list[_Constant] = []
    for item in block.entries:
        constant = _constant(item.text) if not item.depth else None
        if constant is None:
            return ()
        known.append(constant)
    return known if len({constant.value for constant in known}) == len(known) >= _FEWEST else ()


def _constant(item: Inline) -> _Constant | None:
    source = item.source.strip()
    match = _CODE.match(source) or _BARE.match(source)
    if match is None:
        return None
    groups = match.groupdict()
    value = groups["value"] or groups["strong"]
    rest = _BEHIND.match(source, match.end())
    is_sure = (
        groups.get("dress") is not None or source.startswith(("`", "**`")) or _CAPITALS.fullmatch(value) is not None
    )
    if rest is None or (not is_sure and rest.end() < len(source) and not source[match.end() : rest.end()].strip()):
        return None
    description = source[rest.end() :].strip()
    if source[match.end() : rest.end()].strip() == "(":
        description = description.removesuffix(")")
    return _Constant(item, value, description, is_sure)


def _row(constant: _Constant) -> DrawnRow:
    cells = {
        Role.VALUE: replace(constant.item, source=f"`{constant.value}`"),
        Role.DESCRIPTION: replace(constant.item, source=constant.description),
    }
    return DrawnRow(constant.item.line, cells)
