"""Pages of operations: the models that they send and receive."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Place
from ...limits import TEXT_CHARACTERS
from ...markdown import Page, Prose, Section, parse_inline
from ...model.declarations import Direction, Use
from ...model.types import Link

_DIRECTIONS = {"parameters": Direction.SENT, "response": Direction.RECEIVED}


def uses(page: Page) -> Iterator[Use]:
    """The uses of models: links among the parameters and responses of operations."""
    for section in page.sections:
        direction = _DIRECTIONS.get(section.heading.text.strip().lower())
        if direction is not None:
            for href in dict.fromkeys(_links(section)):
                yield Use(direction, Link(href, "", Place(page.path, section.heading.line)))


def _links(section: Section) -> Iterator[str]:
    for block in section.blocks:
        if isinstance(block, Prose) and len(block.source) <= TEXT_CHARACTERS:
            yield from (span.href for span in parse_inline(block.source) if span.href is not None)
    for table in section.tables:
        for row in table.rows:
            yield from (span.href for cell in row.cells for span in cell.spans if span.href is not None)
