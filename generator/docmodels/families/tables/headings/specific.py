"""Headings of generic words that are names: `Parameter Object` beside `Link Object` and `Tag Object`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from ....frozen import cached_property
from ....markdown import Page, Prose, Section
from ....model.names import folded, singular
from ....patterns import regex
from ....tables.lexicon import Part, Words
from .headings import framed, part_of
from .titles import cleaned, heading_text

_FEWEST = 3  # the fewest headings with a frame word that frames the models of a page
_MOST_GENERIC = 4  # at most one of so many siblings has a generic heading
_NAME = regex(r"[A-Z]\w{1,80}")
_TYPE = regex(rf"(?:\w{{1,40}}[<\[])?(?P<name>{_NAME.pattern})(?:\[\]|[>\]])?")
_LINK = regex(r"\]\(#(?P<anchor>[^()\s]{1,200})\)")


class SpecificHeadings:
    """The headings of a page, cleaned, that are names on this page, though their words are generic: `text in headings`.

    Such a heading has words of its own on the page, and is a name:
    - if other headings have the same frame word
    - if it has a table and prose, beside siblings that are names
    - if its only word is the name of a field: `Format`
    - if a cell links to it: `[Properties Object](#properties-object)`, or has it as a type: `List<Example>`
    - if the heading above only announces models: `Schema Object` below "Data Models"
    """

    def __init__(self, page: Page, words: Words) -> None:
        self._page = page
        self._words = words
        self._trails = tuple(page.trails())
        self._answers: dict[str, bool] = {}
        self._beside: dict[int, tuple[frozenset[str], bool]] = {}

    def __contains__(self, text: object) -> bool:
        if not isinstance(text, str):
            return False
        if text not in self._answers:
            at = self._places.get(text)
            self._answers[text] = at is not None and self._is_name(text, self._trails[at])
        return self._answers[text]

    def _is_name(self, text: str, trail: tuple[Section, ...]) -> bool:
        page, words, section = self._page, self._words, trail[-1]
        outer = trail[-2] if len(trail) > 1 else None
        part = part_of(text, words)
        frame = _frame(text, words) if part is not None else ""
        if frame and frame in (self._siblings(outer)[0] if part is Part.RECEIVED else self._frames):
            return True
        if part is None or not section.tables:
            return False
        has_prose = any(isinstance(block, Prose) for block in section.blocks)
        if has_prose and part is not Part.RECEIVED and " " not in text and self._siblings(outer)[1]:
            return True
        if part in (Part.OWN, Part.PIECE):
            is_linked = not page.once(_targets).isdisjoint(section.anchors)
            if is_linked or (text.casefold() not in words.types and _is_type(text, page)):
                return True
        if part is not Part.OWN:
            return False
        is_field = text[:1].isupper() and folded(text) in page.once(_fields)
        return is_field or (
            outer is not None and _announces_models(self._text(outer), words) and _is_thing(text, words)
        )

    def _text(self, section: Section) -> str:
        return cleaned(heading_text(section))

    @cached_property
    def _texts(self) -> Sequence[str]:
        return [self._text(section) for section in self._page.sections]

    @cached_property
    def _places(self) -> Mapping[str, int]:
        """Text of one heading alone -> the index of its section."""
        times = Counter(self._texts)
        return {text: index for index, text in enumerate(self._texts) if times[text] == 1}

    @cached_property
    def _below(self) -> Mapping[int, Sequence[Section]]:
        """`id` of a section -> those right below it; the outermost are below None."""
        below: dict[int, list[Section]] = {}
        for trail in self._trails:
            below.setdefault(id(trail[-2] if len(trail) > 1 else None), []).append(trail[-1])
        return below

    @cached_property
    def _frames(self) -> frozenset[str]:
        """The frame words of the page's models."""
        return self._frames_of(self._texts)

    def _siblings(self, outer: Section | None) -> tuple[frozenset[str], bool]:
        """The frame words of sections below another one, and whether most of those with tables have names for headings."""
        if id(outer) not in self._beside:
            sections = self._below[id(outer)]
            with_tables = [self._is_generic(self._text(section)) for section in sections if section.tables]
            are_names = with_tables.count(True) * _MOST_GENERIC <= len(with_tables)
            frames = self._frames_of([self._text(section) for section in sections])
            self._beside[id(outer)] = frames, are_names and with_tables.count(False) >= _FEWEST
        return self._beside[id(outer)]

    def _frames_of(self, texts: Sequence[str]) -> frozenset[str]:
        """The frame words of several headings that are no generic ones."""
        times = Counter(_frame(text, self._words) for text in texts if not self._is_generic(text))
        return frozenset(frame for frame, count in times.items() if count >= _FEWEST and frame)

    def _is_generic(self, text: str) -> bool:
        """Whether a heading has generic words that no other heading repeats."""
        return text in self._places and part_of(text, self._words) is not None


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


def _is_type(text: str, page: Page) -> bool:
    """Whether a text is the name in a cell of types, behind the first cell of a row: `Example`, `List<Example>`.

    Few generic headings are one word, so few ask for all cells.
    """
    if _NAME.fullmatch(text) is None:
        return False
    rows = (row for section in page.sections for table in section.tables for row in table.rows)
    cells = (cell for row in rows for cell in row.cells[1:] if text in cell.source)
    return any((match := _TYPE.fullmatch(cell.text.strip())) is not None and match["name"] == text for cell in cells)


def _frame(text: str, words: Words) -> str:
    """The word behind a name that frames it, or may frame it on a page: `object` of `Link Object`; "" without one."""
    *name, last = text.casefold().split() or ("",)
    return last if name and (last in words.declared or last not in words.parts) else ""
