"""Pages of operations: what they say is sent and received."""

from __future__ import annotations

from collections.abc import Iterator

from ...limits import TEXT_CHARACTERS
from ...markdown import Page, Prose, Section, parse_inline
from ...model.link import target_path

_SENT, _RECEIVED = "parameters", "response"


def links(page: Page) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The pages that a page links to where it shows the parameters of operations, and where it shows responses."""
    found: dict[str, dict[str, None]] = {_SENT: {}, _RECEIVED: {}}
    for section in page.sections:
        targets = found.get(section.heading.text.strip().lower())
        if targets is not None:
            paths = (target_path(href, page.path) for href in _links(section))
            targets.update(dict.fromkeys(path for path in paths if path is not None))
    return tuple(found[_SENT]), tuple(found[_RECEIVED])


def _links(section: Section) -> Iterator[str]:
    for block in section.blocks:
        if isinstance(block, Prose) and len(block.source) <= TEXT_CHARACTERS:
            yield from (span.href for span in parse_inline(block.source) if span.href is not None)
    for table in section.tables:
        for row in table.rows:
            yield from (span.href for cell in row.cells for span in cell.spans if span.href is not None)
