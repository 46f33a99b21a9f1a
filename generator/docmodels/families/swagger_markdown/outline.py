"""Which parts of a page show models: headings below "Models", or bold lines as its first versions wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import MappingProxyType

from ...markdown import Block, Inline, Page, Prose, Section, Table
from ...tables.columns import Columns, columns
from ...tables.prefixes import count_packages
from ..family import Claim, Sureness

_MODELS = frozenset({"models", "schemas"})
_ROLES = MappingProxyType(
    {"name": "name", "type": "type", "description": "description", "required": "required", "": "unnamed"}
)
_OPERATION = frozenset({"name", "located in", "description", "required", "schema"})
_LABEL = re.compile(r'<a (?:name|id)="(?P<anchor>[^"<>]*)"></a>\s*\*\*(?P<title>.+)\*\*')
_SUFFIXES = (" Model", " Schema")
_RULE = re.compile(r"-{3,}")


@dataclass(slots=True)
class Shown:
    """A model: its heading, and what stands below it."""

    heading: Inline
    title: str
    anchors: tuple[str, ...]
    blocks: list[Block] = field(default_factory=list)


def claim(page: Page) -> Claim | None:
    """See `families.Family`."""
    is_operation = any(_is_operation(table) for section in page.sections for table in section.tables)
    region, numbers = _region(page)
    if not region:
        evidence = "the page has tables of where parameters are located"
        return Claim(Sureness.CERTAIN, 0, evidence) if is_operation else None
    shown = models(page)
    if not any(isinstance(block, Table) and is_model(block) for model in shown for block in model.blocks):
        return None
    sure = Sureness.CERTAIN if is_operation else Sureness.LIKELY
    head = page.sections[min(numbers)].heading.text.strip()
    return Claim(sure, len(shown), f'the page has models below "{head}"', count_packages(each.title for each in shown))


def models(page: Page) -> list[Shown]:
    """The models of a page, in their order."""
    region, _ = _region(page)
    found = [model for section in region for model in _in_section(section)]
    found = [model for model in found if model.title]
    suffix = next((each for each in _SUFFIXES if all(model.title.endswith(each) for model in found)), "")
    for model in found:
        model.title = model.title.removesuffix(suffix)
    return found


def model_sections(page: Page) -> frozenset[int]:
    """The numbers of the sections that show models."""
    return _region(page)[1]


def model_columns(table: Table) -> Columns:
    """What the columns of a model's table are for."""
    return columns(table, _ROLES)


def is_model(table: Table) -> bool:
    """Whether a table shows the properties of a model."""
    return tuple(cell.source.strip("*").lower() for cell in table.header) == ("name", "type", "description", "required")


def _region(page: Page) -> tuple[list[Section], frozenset[int]]:
    """The sections of models, and the numbers of those and of the headings above them."""
    sections: list[Section] = []
    numbers: set[int] = set()
    level = 0
    for number, trail in enumerate(page.trails()):
        section = trail[-1]
        head = next((each for each in trail if each.heading.text.strip().lower() in _MODELS), None)
        if head is not None:
            level = head.level
        # Some versions set the models beside the heading, not below it.
        if head is not None or (section.level == level and any(map(is_model, section.tables))):
            sections.append(section)
            numbers.add(number)
    return sections, frozenset(numbers)


def _in_section(section: Section) -> Iterator[Shown]:
    """The models of a section: the one that its heading names, and those that bold lines in it name."""
    is_head = section.heading.text.strip().lower() in _MODELS
    current = Shown(section.heading, "" if is_head else section.heading.text.strip(), section.anchors)
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


def _label(cell: Inline) -> Shown | None:
    if not cell.source.startswith("<a "):
        return None
    match = _LABEL.fullmatch(cell.source.strip())
    return Shown(cell, match["title"], (match["anchor"],)) if match else None


def _is_operation(table: Table) -> bool:
    return table.bare_headings >= _OPERATION
