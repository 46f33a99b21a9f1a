"""Which parts of a page show models: headings and bold lines below "Models".

    ### <span id="room"></span> Room

    > A room of a game.

    **Properties**

    | Name | Type | Go type | Required | Default | Description | Example |

The bodies that operations describe in place have the same dress among the operations; they are no models.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import MappingProxyType

from ...markdown import Block, Inline, Page, Prose, Section, Table
from ...tables.columns import Columns, columns
from ...tables.prefixes import count_packages
from ...tables.uses import label
from ..family import Claim, Sureness
from . import EXPORTED, WRITTEN

_MODELS = frozenset({"models", "types"})
_INLINED = "inlined models"
_ROLES = MappingProxyType(
    {
        "name": "name",
        "type": "type",
        "go type": "go",
        "required": "required",
        "default": "default",
        "description": "description",
        "example": "example",
    }
)
_ANCHOR = re.compile(r"""<(?:span|a) (?:id|name)=["']([^"'<>]*)["'][^<>]*>""")
FIELDS, EXTRA = "properties", "additional properties"
_LABELS = frozenset({FIELDS, EXTRA, "tuple members"})
_PROPERTIES = frozenset({"name", "type", "required"})
_PARAMETERS = frozenset({"name", "source", "type", "go type"})


@dataclass(slots=True)
class Shown:
    """A model: its heading or bold line, and what stands below it.

    parts  the tables and other blocks, each with the label above it in lower case, "" without one
    """

    heading: Inline
    title: str
    anchors: tuple[str, ...]
    parts: list[tuple[str, Block]] = field(default_factory=list)

    @property
    def tables(self) -> list[Table]:
        """Those of properties."""
        return [block for head, block in self.parts if head == FIELDS and isinstance(block, Table)]


def claim(page: Page) -> Claim | None:
    """See `families.Family`."""
    headers = [table.bare_headings for section in page.sections for table in section.tables]
    typed = any("go type" in header for header in headers)
    shown = models(page) if typed or any(header >= _PROPERTIES for header in headers) else ()
    if shown and (typed or any(model.tables for model in shown)):
        tally = count_packages(model.title for model in shown) | _count_names(shown)
        sure = Sureness.CERTAIN if typed else Sureness.LIKELY
        return Claim(
            sure, len(shown), "the page has models below headings with anchors, as go-swagger writes them", tally
        )
    if any(header >= _PARAMETERS for header in headers):
        return Claim(Sureness.CERTAIN, 0, "the page has parameters with their types in Go")
    return None


def models(page: Page) -> tuple[Shown, ...]:
    """The models of a page, in their order."""
    found: list[Shown] = []
    level = 0
    for _, section in _region(page):
        level = level or section.level
        is_inlined = _name(section) == _INLINED
        is_model = section.level == level and " " not in section.heading.text.strip()
        if is_model or is_inlined or not found:
            found.append(Shown(section.heading, "" if is_inlined else section.heading.text.strip(), section.anchors))
        else:  # a description may have headings
            found[-1].parts.append(("", Prose(section.heading.line, section.heading.source)))
        _add(section, found)
    return tuple(model for model in found if model.title)


def model_sections(page: Page) -> frozenset[int]:
    """The numbers of the sections that show models."""
    return frozenset(number for number, _ in _region(page))


def field_columns(table: Table) -> Columns:
    """What the columns of a model's table are for."""
    return columns(table, _ROLES)


def _region(page: Page) -> Iterator[tuple[int, Section]]:
    """The sections behind the heading "Models", which comes last on a page."""
    inside = False
    for number, section in enumerate(page.sections):
        if inside:
            yield number, section
        inside = inside or _name(section) in _MODELS


def _add(section: Section, found: list[Shown]) -> None:
    """Add the blocks of a section to the last model, and the models that bold lines name."""
    head = ""
    for block in section.blocks:
        words = label(block)
        if words.lower() in _LABELS:
            head = words.lower()
        elif words and isinstance(block, Prose) and (ids := _ANCHOR.findall(block.source)):
            found.append(Shown(Inline(block.source, block.line, 1), words, tuple(ids)))
            head = ""
        else:
            found[-1].parts.append((head, block))
            head = ""


def _count_names(shown: tuple[Shown, ...]) -> dict[str, int]:
    counts = {EXPORTED: 0, WRITTEN: 0}
    for model in shown:
        for table in model.tables:
            at = field_columns(table)
            for row in table.rows if {"name", "type"} <= at.keys() else ():
                name, whole = row.cells[at["name"]].source, row.cells[at["type"]].source
                if not whole.startswith("[") or whole.startswith("[]"):
                    counts[EXPORTED if name[:1].isupper() else WRITTEN] += 1
    return counts


def _name(section: Section) -> str:
    return section.heading.text.strip().lower()
