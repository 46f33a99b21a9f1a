"""Headings of generic words that are names: `Parameter Object` beside `Link Object` and `Tag Object`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from ...markdown import Page, Prose, Section
from ...model.names import folded, singular
from ...patterns import regex
from ...tables.lexicon import Part, Words
from .headings import framed, part_of
from .titles import cleaned, heading_text

_FEWEST = 3  # the fewest headings with a frame word that frames the models of a page
_MOST_GENERIC = 4  # at most one of so many siblings has a generic heading
_TYPE = regex(r"(?:\w{1,40}[<\[])?(?P<name>[A-Z]\w{1,80})(?:\[\]|[>\]])?")
_LINK = regex(r"\]\(#(?P<anchor>[^()\s]{1,200})\)")


def specific_headings(page: Page, words: Words) -> frozenset[str]:
    """The headings, cleaned, that are names on this page, though their words are generic.

    A heading is a name:
    - if other headings have the same frame word
    - if it has a table and prose, beside siblings that are names
    - if its only word is the name of a field: `Format`
    - if a cell links to it: `[Properties Object](#properties-object)`, or has it as a type: `List<Example>`
    - if the heading above only announces models: `Schema Object` below "Data Models"
    """
    texts = {id(section): cleaned(heading_text(section)) for section in page.sections}
    generic = {id(section) for section in page.sections if part_of(texts[id(section)], words) is not None}
    times = Counter(texts.values())
    generic = {key for key in generic if times[texts[key]] == 1}
    if not generic:
        return frozenset()
    siblings: dict[int, list[Section]] = {}
    for trail in page.trails():
        siblings.setdefault(id(trail[-2]) if len(trail) > 1 else 0, []).append(trail[-1])
    anywhere = _frames([texts[id(section)] for section in page.sections if id(section) not in generic], words)
    headings = []
    for outer, sections in siblings.items():
        announces_models = outer in texts and _announces_models(texts[outer], words)
        beside = _frames([texts[id(section)] for section in sections if id(section) not in generic], words)
        among_models = _name_models(sections, generic)
        for section in (sibling for sibling in sections if id(sibling) in generic):
            text = texts[id(section)]
            part = part_of(text, words)
            is_framed = _frame(text, words) in (beside if part is Part.RECEIVED else anywhere)
            is_field = (
                part is Part.OWN and text[:1].isupper() and bool(section.tables) and folded(text) in page.once(_fields)
            )
            has_prose = among_models and _has_prose(section) and part is not Part.RECEIVED and " " not in text
            may_be_linked = part in (Part.OWN, Part.PIECE) and bool(section.tables)
            is_linked = may_be_linked and not page.once(_targets).isdisjoint(section.anchors)
            is_type = may_be_linked and text in page.once(_types) and text.casefold() not in words.types
            is_thing = announces_models and part is Part.OWN and bool(section.tables) and _is_thing(text, words)
            if is_framed or is_field or has_prose or is_linked or is_type or is_thing:
                headings.append(text)
    return frozenset(headings)


def _announces_models(text: str, words: Words) -> bool:
    """Whether a heading only announces models: "Data Models", "Schemas", but not "Event Types"."""
    *before, last = text.casefold().split() or ("",)
    is_many = last != singular(last) and singular(last) in words.declared
    return is_many and all(word in words.generic for word in before)


def _is_thing(text: str, words: Words) -> bool:
    """Whether a generic heading may be the name of one thing: `Example`, `Schema Object`, but not `Properties`."""
    name = (framed(text, words) or text).casefold()
    return name == singular(name) and (name in words.examples or words.parts.get(name) is Part.OWN)


def _fields(page: Page) -> frozenset[str]:
    """The folded texts of the first cells of the page's tables."""
    tables = (table for section in page.sections for table in section.tables)
    return frozenset(folded(row.cells[0].text) for table in tables for row in table.rows)


def _targets(page: Page) -> frozenset[str]:
    """The anchors in links of the page's tables."""
    cells = (cell for section in page.sections for table in section.tables for row in table.rows for cell in row.cells)
    return frozenset(match["anchor"] for cell in cells if "](#" in cell.source for match in _LINK.finditer(cell.source))


def _types(page: Page) -> frozenset[str]:
    """The names in cells of types, behind the first cell of a row: `Example`, `List<Example>`."""
    rows = (row for section in page.sections for table in section.tables for row in table.rows)
    texts = (cell.text.strip() for row in rows for cell in row.cells[1:])
    return frozenset(match["name"] for text in texts if (match := _TYPE.fullmatch(text)) is not None)


def _frame(text: str, words: Words) -> str:
    """The word behind a name that frames it, or may frame it on a page: `object` of `Link Object`, `instance`."""
    *name, last = text.casefold().split() or ("",)
    return last if name and (last in words.declared or last not in words.parts) else "-"


def _frames(texts: Sequence[str], words: Words) -> frozenset[str]:
    """The frame words of the page's models."""
    times = Counter(_frame(text, words) for text in texts)
    return frozenset(frame for frame, count in times.items() if count >= _FEWEST and frame != "-")


def _name_models(sections: Sequence[Section], generic: Collection[int]) -> bool:
    """Whether most siblings with tables have a name for their heading."""
    with_tables = [id(section) in generic for section in sections if section.tables]
    return with_tables.count(False) >= _FEWEST and with_tables.count(True) * _MOST_GENERIC <= len(with_tables)


def _has_prose(section: Section) -> bool:
    return bool(section.tables) and any(isinstance(block, Prose) for block in section.blocks)
