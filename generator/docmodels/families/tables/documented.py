"""The requests and responses that a page shows beside examples, worked out once for all of its sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from ...markdown import Fence, Page, Prose, Section, Table
from ...regexes import regex
from ...tables.lexicon import Part, Words, any_language
from .examples import PARTS
from .headings import part_of
from .titles import cleaned, heading_text

Tables = Sequence[tuple[Part | None, tuple[Section, ...]]]
"""The models that tables show: which part of something each is, and the sections that it is inside of."""

_LINK = regex(r"(?<!!)\[[^\]\n]{1,100}\]\((?!https?:|mailto:)[^()\s]{1,300}\)")
"""A link to another page or heading of the docs."""

_WORD = regex(r"[^\W\d_]+")
_SENTENCE = regex(r"(?<=[.。])\s+|\n\n")
_REQUEST = regex(r"\b(?:GET|PUT|POST|PATCH|DELETE)\b[\s*_`|]{1,20}(?:/|https?://)|<(?:Request|Response)Example\b")
_METHODS = frozenset({"GET", "PUT", "POST", "PATCH", "DELETE"})
_LONGEST = 2_000  # characters of a block that are looked at
_PAGE = 0
"""Stands for the section that is the whole page."""

_Key = tuple[int, Part | None]
"""A section by its identity, and a part."""


class Documented:
    """The models, links and operations in the tables and the prose of a page."""

    def __init__(self, page: Page, tables: Tables, words: Words) -> None:
        self._page = page
        self._words = words
        self._tables: set[_Key] = {(_PAGE, part) for part, _ in tables}
        self._tables.update((id(section), part) for part, trail in tables for section in trail)
        self._empty: dict[int, Sequence[set[Part | None]]] = {}
        """By the identity of a section, the parts that its sentences about nothing to show speak of."""

    def naming(self, trail: Sequence[Section]) -> int | None:
        """The index of the innermost section of a trail with a heading that names something; None without one."""
        return next((at for at in reversed(range(len(trail))) if self._is_naming(trail[at])), None)

    def has_table(self, owner: Section | None, part: Part | None) -> bool:
        """Whether a table in a section shows that part of something, or one that is no part."""
        key = _PAGE if owner is None else id(owner)
        return any((key, each) in self._tables for each in (part, None, Part.OWN, Part.PIECE))

    def has_link(self, trail: Sequence[Section], part: Part | None) -> bool:
        """Whether the docs link to the model of a part: in a section with its title, or in a sentence above it."""
        outer = (_PAGE, *(id(section) for section in trail if self._is_naming(section)))
        return any((each, part) in self._links for each in outer)

    def is_operation(self, owner: Section | None) -> bool:
        """Whether a section, or one below it, shows the request of an operation."""
        return (_PAGE if owner is None else id(owner)) in self._page.once(operations)

    def says_nothing(self, section: Section, part: Part | None) -> bool:
        """Whether a section says that there is nothing to show of a part. A line about another part says nothing of it."""
        parts = self._empty.get(id(section))
        if parts is None:
            empty = (source for source in _prose(section) if any_language().no_content.search(source[:_LONGEST]))
            parts = self._empty[id(section)] = [self._parts_of(source) for source in empty]
        return any(not each or part in each for each in parts)

    def _parts_of(self, source: str) -> set[Part | None]:
        """What is sent or received, by the first line of a text: `**Request body**: nothing`."""
        known = {self._words.parts.get(word.casefold()) for word in _WORD.findall(source[:_LONGEST].split("\n", 1)[0])}
        return known & {Part.SENT, Part.RECEIVED}

    @cached_property
    def _links(self) -> frozenset[_Key]:
        found: set[_Key] = set()
        for trail in self._page.trails():
            linking = [source for source in _prose(trail[-1]) if _LINK.search(source[:_LONGEST])]
            if not linking:
                continue
            if self._is_naming(trail[-1]):
                found.update((id(trail[-1]), part) for source in linking for part in self._parts_in(source))
                continue
            at = self.naming(trail)
            owner = _PAGE if at is None else id(trail[at])
            below = trail[0 if at is None else at + 1 :]
            found.update((owner, part_of(cleaned(heading_text(each)), self._words)) for each in below)
        return frozenset(found)

    def _parts_in(self, source: str) -> Iterator[Part]:
        """The parts that sentences with links speak of: `Returns a [room](#room) object.`"""
        for sentence in _SENTENCE.split(source[:_LONGEST]):
            if _LINK.search(sentence):
                words = (self._words.parts.get(word.casefold()) for word in _WORD.findall(sentence))
                yield from (part for part in words if part in PARTS.values() and part is not None)

    def _is_naming(self, section: Section) -> bool:
        text = cleaned(heading_text(section))
        return section.level > 0 and bool(text) and part_of(text, self._words) is None


def operations(page: Page) -> frozenset[int]:
    """The sections of a page that show the request of an operation, and those around them, by identity."""
    found: set[int] = set()
    for trail in page.trails():
        section = trail[-1]
        code = (block.text for block in section.blocks if isinstance(block, Fence))
        texts = (section.heading.text, *_prose(section), *code)
        has_request = any(_REQUEST.search(text[:_LONGEST]) for text in texts)
        if has_request or any(map(_shows_request, section.tables)):
            found.update(map(id, trail))
            found.add(_PAGE)
    return frozenset(found)


def _shows_request(table: Table) -> bool:
    """Whether the first row of a table has the method and the path of an operation, each in a cell."""
    texts = [cell.text.strip() for row in table.rows[:1] for cell in row.cells]
    return any(text in _METHODS for text in texts) and any(text.startswith("/") for text in texts)


def _prose(section: Section) -> Iterator[str]:
    return (block.source for block in section.blocks if isinstance(block, Prose))
