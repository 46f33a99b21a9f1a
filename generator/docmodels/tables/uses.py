"""Models that operations send and receive: a link among the parameters or responses of a page leads to them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ..diagnostics import Place
from ..limits import TEXT_CHARACTERS
from ..markdown import Block, Page, Prose, SpanKind, Table, parse_inline
from ..model.declarations import Direction, Use
from ..model.types import Link
from .requests import request_of


def operation_uses(
    page: Page, directions: Mapping[str, Direction], models: Collection[int] = frozenset()
) -> Iterator[Use]:
    """The uses on a page: one for each link below a heading, or a bold line, for a direction.

    directions  words of a heading, in lower case -> direction of the models below it
    models      the indexes of the sections with models, which use nothing
    """
    for number, trail in enumerate(page.trails()):
        if number in models:
            continue
        heads = (directions.get(section.heading.text.strip().lower()) for section in reversed(trail))
        direction = next((head for head in heads if head is not None), None)
        place = Place(page.path, trail[-1].heading.line)
        targets: dict[tuple[Direction, str], None] = {}
        for block in trail[-1].blocks:
            direction = directions.get(label(block).lower(), direction)
            if direction is not None:
                targets.update(dict.fromkeys((direction, href) for href in links(block)))
        request = request_of(trail) if targets else None
        for way, href in targets:
            yield Use(way, Link(href, "", place), request)


def label(block: Block) -> str:
    """The words of a paragraph in bold, which some pages use as a heading; else ""."""
    if not isinstance(block, Prose) or not block.source.startswith(("**", "__", "<")) or len(block.source) > 500:
        return ""
    spans = [span for span in parse_inline(block.source) if span.kind is not SpanKind.HTML]
    if not all(span.strong for span in spans if span.text.strip()):
        return ""
    return "".join(span.text for span in spans).strip()


def links(block: Block) -> Iterator[str]:
    """The targets of the links in a paragraph or table."""
    if isinstance(block, Prose) and len(block.source) <= TEXT_CHARACTERS and "](" in block.source:
        yield from (span.href for span in parse_inline(block.source) if span.href is not None)
    elif isinstance(block, Table):
        for row in block.rows:
            yield from (span.href for cell in row.cells for span in cell.spans if span.href is not None)
