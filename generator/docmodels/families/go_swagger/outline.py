"""The parts of a page that show models: headings and bold lines below "Models".

    ### <span id="room"></span> Room

    > A room of a game.

    **Properties**

    | Name | Type | Go type | Required | Default | Description | Example |

Bodies of operations look the same; see `bodies`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from types import MappingProxyType

from ...markdown import Block, Inline, Page, Prose, Section, Table
from ...patterns import regex
from ...tables.uses import label
from ..kit import Draft, RoleTable, role_table

_MODELS = frozenset({"models", "types"})
INLINED = "inlined models"
"""The heading above models within models, in lower case."""
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
_ANCHOR = regex(r"""<(?:span|a) (?:id|name)=["']([^"'<>]*)["'][^<>]*>""")
FIELDS, EXTRA = "properties", "additional properties"
_LABELS = frozenset({FIELDS, EXTRA, "tuple members"})


@dataclass(slots=True, eq=False)
class LabelledDraft(Draft):
    """A model, with labels between its blocks.

    labelled  the blocks, each with the label above it in lower case; "" without one
    """

    labelled: list[tuple[str, Block]] = field(default_factory=list)

    @property
    def property_tables(self) -> list[RoleTable]:
        """The tables of properties."""
        return [field_table(block) for label, block in self.labelled if label == FIELDS and isinstance(block, Table)]


def model_drafts(page: Page) -> tuple[LabelledDraft, ...]:
    """The models of a page, in their order, without the bodies of operations."""
    models: list[LabelledDraft] = []
    level = 0
    for _, section in _region(page):
        level = level or section.level
        is_inlined = heading_name(section) == INLINED
        is_model = section.level == level and " " not in section.heading.text.strip()
        if is_model or is_inlined or not models:
            title = "" if is_inlined else section.heading.text.strip()
            models.append(LabelledDraft(section.heading, title, section.anchors))
        else:  # a description may have headings
            models[-1].labelled.append(("", Prose(section.heading.line, section.heading.source)))
        add_blocks(section, models)
    return tuple(model for model in models if model.title)


def model_sections(page: Page) -> frozenset[int]:
    """The indexes of the sections of models."""
    return frozenset(number for number, _ in _region(page))


def field_table(table: Table) -> RoleTable:
    """A model's table with the roles of its columns."""
    return role_table(table, _ROLES)


def _region(page: Page) -> Iterator[tuple[int, Section]]:
    """The sections behind the heading "Models", which comes last on a page."""
    inside = False
    for number, section in enumerate(page.sections):
        if inside:
            yield number, section
        inside = inside or heading_name(section) in _MODELS


def field_names(draft: LabelledDraft) -> frozenset[str]:
    """The names in the tables of properties."""
    tables = (table for table in draft.property_tables if "name" in table.columns)
    return frozenset(row["name"].source for table in tables for row in table.rows)


def is_model_heading(section: Section) -> bool:
    """Whether a heading has an anchor in HTML besides its own, as models and operations do."""
    return len(section.anchors) > 1


def heading_name(section: Section) -> str:
    """The words of a heading, in lower case."""
    return section.heading.text.strip().lower()


def add_blocks(section: Section, models: list[LabelledDraft]) -> None:
    """Add the blocks of a section to the last model, and the models that bold lines name."""
    head = ""
    for block in section.blocks:
        words = label(block)
        if words.lower() in _LABELS:
            head = words.lower()
            continue
        if words and isinstance(block, Prose) and (ids := _ANCHOR.findall(block.source)):
            models.append(LabelledDraft(Inline(block.source, block.line, 1), words, tuple(ids)))
        elif models:
            models[-1].labelled.append((head, block))
        head = ""
