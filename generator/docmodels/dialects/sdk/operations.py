"""Pages of operations: what they say is sent and received."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...limits import TEXT_CHARACTERS
from ...markdown import Page, Prose, Section, parse_inline
from ...model.direction import Directions
from ...model.link import target_path

_SENT, _RECEIVED = "parameters", "response"


def directions(pages: Iterable[Page]) -> Directions:
    """The pages that the parameters and the responses of operations link to."""
    sent: set[str] = set()
    received: set[str] = set()
    for page in pages:
        for section in page.sections:
            heading = section.heading.text.strip().lower()
            if heading in (_SENT, _RECEIVED):
                targets = (target_path(href, page.path) for href in _links(section))
                (sent if heading == _SENT else received).update(target for target in targets if target is not None)
    return Directions(frozenset(sent), frozenset(received))


def _links(section: Section) -> Iterator[str]:
    for block in section.blocks:
        if isinstance(block, Prose) and len(block.source) <= TEXT_CHARACTERS:
            yield from (span.href for span in parse_inline(block.source) if span.href is not None)
    for table in section.tables:
        for row in table.rows:
            yield from (span.href for cell in row.cells for span in cell.spans if span.href is not None)
