"""The types of a page: the headings below those of the kinds.

### Objects

#### Room

| Field | Argument | Type | Description |
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from ...markdown import Page
from ..kit import Draft

OBJECTS = frozenset({"field", "argument", "type", "description"})
INPUTS = frozenset({"field", "type", "description"})


class Kind(StrEnum):
    """The kind of the types below a heading. Queries and mutations are operations, not types of data."""

    OBJECTS = "objects"
    INPUTS = "inputs"
    INTERFACES = "interfaces"
    ENUMS = "enums"
    SCALARS = "scalars"
    UNIONS = "unions"


_KINDS = frozenset(Kind)


def drafts(page: Page) -> Iterator[tuple[Draft, Kind]]:
    """The types of a page, in its order."""
    for trail in page.trails():
        section = trail[-1]
        above = trail[-2].heading.text.strip().casefold() if len(trail) > 1 else ""
        title = section.heading.text.strip()
        if above in _KINDS and title:
            yield Draft(section.heading, title, section.anchors, blocks=list(section.blocks)), Kind(above)
