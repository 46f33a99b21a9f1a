"""The requests and responses of a page in tables and prose, which make examples mere illustrations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....frozen import cached_property
from ....markdown import Fence, ItemList, Page, Prose, Section, Table
from ....patterns import regex
from ....tables.lexicon import Part, Words, any_language
from ....tables.lexicon.entries import has_any
from ..headings.headings import part_of
from ..headings.titles import cleaned, heading_text
from .examples import PARTS

Tables = Sequence[tuple[Part | None, tuple[Section, ...]]]
"""The models in tables: the part of something that each is, and the sections around it."""

_LINK = regex(r"(?<!!)\[[^\]\n]{1,100}\]\((?!https?:|mailto:)[^()\s]{1,300}\)")
"""A link to another page or heading of the docs."""

_WORD = regex(r"[^\W\d_]+")
_SENTENCE = regex(r"(?<=[.。])\s+|\n\n")
_REQUEST = regex(r"\b(?:GET|PUT|POST|PATCH|DELETE)\b[\s*_`|\]]{1,20}(?:/|https?://)|<(?:Request|Response)Example\b")
"""`GET /rooms`, `[POST] /rooms`."""
_METHOD = regex(
    r"[:：][ \t*_`]{0,10}\b(?:GET|PUT|POST|PATCH|DELETE)\b[*_`]{0,5}(?:[ \t]*$|[\s*_`]{1,20}/)", re.MULTILINE
)
"""A line in a list of facts about one operation: `Method: POST`, `Endpoint: POST /rooms`."""
_METHODS = frozenset({"GET", "PUT", "POST", "PATCH", "DELETE"})
_REQUEST_WORDS = (*sorted(_METHODS), "Example")
_LONGEST = 2_000  # the most characters of a block to search
_FACTS = 4  # the most rows of a table of facts about an operation
_PAGE = 0
"""The key of the page itself, in place of a section's."""

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
        """`id` of a section -> the parts in its sentences about an empty content."""

    def naming(self, trail: Sequence[Section]) -> int | None:
        """The index of the innermost section of a trail with a name for its heading; None without one."""
        return next((at for at in reversed(range(len(trail))) if self._is_naming(trail[at])), None)

    def has_table(self, owner: Section | None, part: Part | None) -> bool:
        """Whether a table in a section shows that part, or a model that is no part."""
        key = _PAGE if owner is None else id(owner)
        return any((key, kind) in self._tables for kind in (part, None, Part.OWN, Part.PIECE))

    def has_link(self, trail: Sequence[Section], part: Part | None) -> bool:
        """Whether the docs link to the model of a part, in a section with its title, or in a sentence above it."""
        outer = (_PAGE, *(id(section) for section in trail if self._is_naming(section)))
        return any((owner, part) in self._links for owner in outer)

    def is_operation(self, owner: Section | None) -> bool:
        """Whether a section, or one below it, has the request of an operation."""
        return (_PAGE if owner is None else id(owner)) in self._page.once(operations)

    def says_nothing(self, section: Section, part: Part | None) -> bool:
        """Whether a section calls a part empty: `No content`. A line about another part does not count."""
        parts = self._empty.get(id(section))
        if parts is None:
            empty = (source for source in _prose(section) if any_language().no_content.search(source[:_LONGEST]))
            parts = self._empty[id(section)] = [self._parts_of(source) for source in empty]
        return any(not named or part in named for named in parts)

    def _parts_of(self, source: str) -> set[Part | None]:
        """The parts in the first line of a text: `**Request body**: nothing`."""
        known = {self._words.parts.get(word.casefold()) for word in _WORD.findall(source[:_LONGEST].split("\n", 1)[0])}
        return known & {Part.SENT, Part.RECEIVED}

    @cached_property
    def _links(self) -> frozenset[_Key]:
        links: set[_Key] = set()
        for trail in self._page.trails():
            linking = [source for source in _prose(trail[-1]) if _LINK.search(source[:_LONGEST])]
            if not linking:
                continue
            if self._is_naming(trail[-1]):
                links.update((id(trail[-1]), part) for source in linking for part in self._parts_in(source))
                continue
            at = self.naming(trail)
            owner = _PAGE if at is None else id(trail[at])
            below = trail[0 if at is None else at + 1 :]
            links.update((owner, part_of(cleaned(heading_text(inner)), self._words)) for inner in below)
        return frozenset(links)

    def _parts_in(self, source: str) -> Iterator[Part]:
        """The parts in sentences with links: `Returns a [room](#room) object.`"""
        for sentence in _SENTENCE.split(source[:_LONGEST]):
            if _LINK.search(sentence):
                words = (self._words.parts.get(word.casefold()) for word in _WORD.findall(sentence))
                yield from (part for part in words if part in PARTS.values() and part is not None)

    def _is_naming(self, section: Section) -> bool:
        text = cleaned(heading_text(section))
        return section.level > 0 and bool(text) and part_of(text, self._words) is None


def operations(page: Page) -> frozenset[int]:
    """The sections of a page with the request of an operation, and those around them, by `id`."""
    sections: set[int] = set()
    for trail in page.trails():
        section = trail[-1]
        code = (block.text for block in section.blocks if isinstance(block, Fence))
        texts = [text[:_LONGEST] for text in (section.heading.text, *_prose(section), *code)]
        has_fact = any(_is_of_operation(block) for block in section.blocks if isinstance(block, ItemList))
        if has_fact or _have_request(texts) or any(map(_shows_request, section.tables)):
            sections.update(map(id, trail))
            sections.add(_PAGE)
    return frozenset(sections)


def _have_request(texts: Sequence[str]) -> bool:
    """Whether a text shows the request of an operation. Few texts have a word of one, and a search for all of it takes long."""
    return has_any(_REQUEST_WORDS, "\n".join(texts)) and any(
        _REQUEST.search(text) is not None or _METHOD.search(text) is not None for text in texts
    )


def _is_of_operation(block: ItemList) -> bool:
    """Whether a list has the method of one operation. A list with several is an index."""
    return has_any(_REQUEST_WORDS, block.source) and len(_METHOD.findall(block.source[:_LONGEST])) == 1


def _shows_request(table: Table) -> bool:
    """Whether a table has the method and the path of an operation, in its first row or below each other."""
    rows = table.rows[:1] if len(table.header) > 2 else table.rows[:_FACTS]
    texts = [cell.text.strip() for row in rows for cell in row.cells]
    return any(text in _METHODS for text in texts) and any(text.startswith(("/", "https://")) for text in texts)


def _prose(section: Section) -> Iterator[str]:
    return (block.source for block in section.blocks if isinstance(block, Prose))
