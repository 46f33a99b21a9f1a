"""Sections that list the values of a type in a sentence, with no table: `## OrderState`, "Possible values: `open`, `paid`"."""

from __future__ import annotations

from itertools import zip_longest

from ...frozen import replace
from ...markdown import Inline, ItemList, Page, Prose, Row, Section, Table, code_span
from ...patterns import regex
from ...tables.choices import choices
from ...tables.chosen import Choices
from ...tables.lexicon import Role, Words
from .columns.column_headings import role_of
from .drawn import HEADINGS

_TYPE = regex(r"[A-Z][A-Za-z0-9]{0,100}")
_WORD = regex(r"[^\W_]+")
_FURTHER = regex(r"[.。;；!！]\s*[^\W_]")
"""A further sentence, which may name more values."""
_QUOTES = "`\"'"
_FEWEST = 2
_LONGEST = 2_000  # characters of a paragraph


def with_value_sections(page: Page, words: Words) -> Page:
    """The page with a table of values in each section whose heading is a type of a table, and whose text lists all values."""
    headed = [
        section
        for section, below in zip_longest(page.sections, page.sections[1:])
        if _may_list(section) and (below is None or below.level <= section.level)  # no part has its fields
    ]
    if not headed or not (types := _types(page, words)):
        return page
    made = {id(section): _with_table(section, words) for section in headed if _name(section) in types}
    sections = tuple(made.get(id(section), section) for section in page.sections)
    return replace(page, sections=sections) if made else page


def _name(section: Section) -> str:
    return section.heading.text.strip(" `")


def _may_list(section: Section) -> bool:
    """Whether a section has a name for heading, and only paragraphs below it, the last one with code or quotes."""
    last = section.blocks[-1] if section.level and section.blocks else None
    if not isinstance(last, Prose) or not any(mark in last.source for mark in _QUOTES):
        return False
    is_named = _TYPE.fullmatch(_name(section)) is not None
    return is_named and not any(isinstance(block, Table | ItemList) for block in section.blocks)


def _types(page: Page, words: Words) -> frozenset[str]:
    """The words in the cells of types of the page."""
    cells = (
        row.cells[at]
        for section in page.sections
        for table in section.tables
        for at, heading in enumerate(table.header)
        if role_of(heading, words) is Role.TYPE
        for row in table.rows
    )
    return frozenset(word for cell in cells for word in _WORD.findall(cell.text))


def _values(text: str, words: Words) -> Choices | None:
    """All values of a paragraph, if they stand in code or in quotes, and nothing else does. A link leads to a model."""
    chosen = choices(text, words) if len(text) <= _LONGEST and "](" not in text else None
    if chosen is None or chosen.is_open or not chosen.is_announced or len(chosen.values) < _FEWEST:
        return None
    places = [max(text.find(f"{mark}{value}{mark}") for mark in _QUOTES) for value in chosen.values]
    if min(places) < 0 or _FURTHER.search(text, max(places)) is not None:
        return None
    return chosen if _announces_all(text[: min(places)], words) else None


def _announces_all(lead: str, words: Words) -> bool:
    """Whether a text announces the values of a whole type: "The state is one of", but not "An array of one of"."""
    pieces = lead.casefold().strip(" :：").split()
    is_part = any(mark in lead for mark in ',，`"') or any(
        piece.strip(".") in words.types or f"{piece} of" in words.lists_of for piece in pieces
    )
    return not is_part and " ".join(pieces).endswith((*words.one_of, *words.values, *words.copulas))


def _with_table(section: Section, words: Words) -> Section:
    last = section.blocks[-1] if section.blocks else None
    chosen = _values(last.source, words) if isinstance(last, Prose) else None
    if last is None or chosen is None:
        return section
    header = tuple(Inline(HEADINGS[role], last.line, 1) for role in (Role.VALUE, Role.DESCRIPTION))
    remarks = chosen.remarks or ("",) * len(chosen.values)
    rows = (
        Row(last.line, (Inline(code_span(value), last.line, 1), Inline(remark, last.line, 1)), 2)
        for value, remark in zip(chosen.values, remarks, strict=True)
    )
    return replace(section, blocks=(*section.blocks, Table(last.line, header, tuple(rows))))
