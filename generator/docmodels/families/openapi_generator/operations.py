"""Pages of operations: what they say is sent and received."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...markdown import Inline, Page, Prose, Section
from ...model.declarations import Direction, Use
from ...model.types import Link, Type, walk
from ...notation.parser import read_type
from ...notation.vocabulary import Vocabulary
from .outline import field_columns

_PARAMETERS = re.compile(r"(?:(?:required|optional|path|other) )?parameters")
_RETURN = "return type"


def uses(page: Page, vocabulary: Vocabulary) -> Iterator[Use]:
    """The models that operations take as parameters, and that they return."""
    for section in page.sections:
        heading = section.heading.text.strip().lower()
        if _PARAMETERS.fullmatch(heading):
            yield from _used(Direction.SENT, _parameters(section), page, vocabulary)
        elif heading == _RETURN:
            yield from _used(Direction.RECEIVED, _returned(section), page, vocabulary)


def _used(direction: Direction, cells: Iterator[Inline], page: Page, vocabulary: Vocabulary) -> Iterator[Use]:
    found: dict[Type, None] = {}
    for cell in cells:
        for part in walk(read_type(cell, page.path, vocabulary).type):
            if isinstance(part, Link):
                found.setdefault(part)
    for part in found:
        yield Use(direction, part)


def _parameters(section: Section) -> Iterator[Inline]:
    for table in section.tables:
        at = field_columns(table).get("type")
        if at is not None:
            yield from (row.cells[at] for row in table.rows if row.cells[at].source)


def _returned(section: Section) -> Iterator[Inline]:
    for block in section.blocks:
        if isinstance(block, Prose):
            yield Inline(block.source.strip(), block.line, 1)
            return
