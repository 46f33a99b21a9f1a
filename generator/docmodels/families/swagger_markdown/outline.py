"""The models of a page: headings below "Models", or bold lines in first versions."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from ...markdown import Inline, Page, Prose, Section, Table
from ...patterns import regex
from ...tables.columns import Columns, columns
from ..kit import Draft

_MODELS = frozenset({"models", "schemas"})
_ROLES = MappingProxyType(
    {"name": "name", "type": "type", "description": "description", "required": "required", "": "unnamed"}
)
_LABEL = regex(r'<a (?:name|id)="(?P<anchor>[^"<>]*)"></a>\s*\*\*(?P<title>.+)\*\*')
_SUFFIXES = (" Model", " Schema")
_RULE = regex(r"-{3,}")


def drafts(page: Page) -> list[Draft]:
    """The models of a page, in their order."""
    models = [draft for section in _region(page)[0] for draft in _in_section(section) if draft.title]
    suffix = next((suffix for suffix in _SUFFIXES if all(draft.title.endswith(suffix) for draft in models)), "")
    for draft in models:
        draft.title = draft.title.removesuffix(suffix)
    return models


def model_sections(page: Page) -> frozenset[int]:
    """The indexes of the sections of models."""
    return _region(page)[1]


def model_columns(table: Table) -> Columns:
    """The roles of the columns of a model's table."""
    return columns(table, _ROLES)


def is_model(table: Table) -> bool:
    """Whether a table shows the properties of a model."""
    return tuple(cell.source.strip("*").lower() for cell in table.header) == ("name", "type", "description", "required")


def _region(page: Page) -> tuple[list[Section], frozenset[int]]:
    """The sections of models, and the indexes of these and of the headings above them."""
    sections: list[Section] = []
    numbers: set[int] = set()
    level = 0
    for number, trail in enumerate(page.trails()):
        section = trail[-1]
        head = next((outer for outer in trail if outer.heading.text.strip().lower() in _MODELS), None)
        if head is not None:
            level = head.level
        # Some versions set the models beside the heading, not below it.
        if head is not None or (section.level == level and any(map(is_model, section.tables))):
            sections.append(section)
            numbers.add(number)
    return sections, frozenset(numbers)


def _in_section(section: Section) -> Iterator[Draft]:
    """The models of a section: the one of its heading, and those of bold lines in it."""
    is_head = section.heading.text.strip().lower() in _MODELS
    current = Draft(section.heading, "" if is_head else section.heading.text.strip(), section.anchors)
    for block in section.blocks:
        if isinstance(block, Prose) and (label := _label(Inline(block.source, block.line, 1))) is not None:
            yield current
            current = label
        elif isinstance(block, Table):
            # A bold line right below a table looks like its last row.
            named = [_label(row.cells[0]) if row.cells else None for row in block.rows]
            rows = [row for row, label in zip(block.rows, named, strict=True) if label is None]
            current.blocks.append(Table(block.line, block.header, tuple(rows)))
            for label in filter(None, named):
                yield current
                current = label
        elif not (isinstance(block, Prose) and _RULE.fullmatch(block.source)):
            current.blocks.append(block)
    yield current


def _label(cell: Inline) -> Draft | None:
    if not cell.source.startswith("<a "):
        return None
    match = _LABEL.fullmatch(cell.source.strip())
    return Draft(cell, match["title"], (match["anchor"],)) if match else None
