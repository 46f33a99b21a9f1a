"""How a page of a client's docs is built: a title, then one section with the model's shape."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from ...markdown import Page, Prose, Section, Table
from ...patterns import regex
from ..kit import Draft, RoleTable, role_table

COLUMNS = ("name", "type", "description", "notes")
_ROLES = {name: name for name in COLUMNS}
_SEPARATOR = regex(r"::|[.\\]")
_INNER = regex(r"enum:\s*(?P<name>.*)", re.IGNORECASE | re.DOTALL)
_NAME = regex(r"\w+(?:\.\w+)*")
_VALUES = ("name", "value")
"""The columns of the values of a field. Micronaut's docs have them below its type alone: `## StatusEnum`."""
_OPERATIONS = "All URIs are relative to"
_FRAMES = frozenset(
    {"example", "examples", "code sample", "load the model package", "implemented interfaces", "methods"}
)
"""Headings of sections about the use of the client."""


class Shape(StrEnum):
    """The headings of the section with a model's shape, in lower case."""

    FIELDS = "properties"
    VALUES = "enum"
    VARIANTS = "enum variants"
    ONE_OF = "oneof schemas"
    ANY_OF = "anyof schemas"
    METHODS = "class instance methods"


_SHAPES = {str(shape): shape for shape in Shape}


@dataclass(slots=True, eq=False, kw_only=True)
class ModelPage(Draft):
    """The model of a page. Its title is without the namespace of the client's classes.

    intro   the section of its title
    shape   the section with its shape
    below   the sections that belong to `shape`: those of a lower level, and those of a union's variants
    inner   the sections with the values of a field, each with the name in its heading
    beside  the other sections that belong to the description
    """

    intro: Section
    kind: Shape
    shape: Section
    below: tuple[Section, ...]
    inner: tuple[tuple[str, Section], ...]
    beside: tuple[Section, ...]


def model_page(page: Page) -> ModelPage | None:
    """The draft of a page's model; None without one, and for a page of other docs."""
    at = next((i for i, section in enumerate(page.sections) if section.level), None)
    if at is None or page.sections[at].level != 1:
        return None
    intro, rest = page.sections[at], page.sections[at + 1 :]
    begin = next((i for i, section in enumerate(rest) if _kind(section) is not None), None)
    if begin is None:
        return None
    shape, kind = rest[begin], _kind(rest[begin])
    assert kind is not None
    behind = rest[begin + 1 :]
    end = next((i for i, section in enumerate(behind) if section.level <= shape.level), len(behind))
    below, beside = list(behind[:end]), _unframed(rest[:begin])
    inner: list[tuple[str, Section]] = []
    for section in _unframed(behind[end:]):
        heading = section.heading.text.strip()
        match = _INNER.fullmatch(heading)
        if match is not None or any(table.headings == _VALUES for table in section.tables):
            inner.append((_last(match["name"] if match is not None else heading), section))
        elif kind is Shape.VARIANTS and any(map(is_fields, section.tables)):
            below.append(section)
        else:
            beside.append(section)
    return ModelPage(
        intro.heading,
        model_name(intro),
        intro=intro,
        kind=kind,
        shape=shape,
        below=tuple(below),
        inner=tuple(inner),
        beside=tuple(beside),
    )


def is_of_operations(page: Page) -> bool:
    """Whether a page describes operations: it begins with the base of their paths."""
    return any(
        isinstance(block, Prose) and _OPERATIONS in block.source
        for section in page.sections[:3]
        for block in section.blocks
    )


def is_fields(table: Table) -> bool:
    """Whether the columns of a table are those of fields, in their order, and no others."""
    return len(table.headings) > 1 and table.headings == COLUMNS[: len(table.headings)]


def is_of_values(table: Table) -> bool:
    """Whether a table has the values of an enumeration."""
    return "value" in table.headings


def field_table(table: Table) -> RoleTable:
    """A table of fields, with the roles of its columns."""
    return role_table(table, _ROLES)


def model_name(title: Section) -> str:
    """The model's name: `Room` for `# Room`, `# # Room`, `# Acme.Sdk.Model.Room` and `# Acme::Room`."""
    text = title.heading.text.strip().lstrip("# ")
    return _SEPARATOR.split(text)[-1].strip() or text


def _kind(section: Section) -> Shape | None:
    return _SHAPES.get(section.heading.text.strip().lower()) if section.level == 2 else None


def _unframed(sections: tuple[Section, ...]) -> list[Section]:
    """The sections without those about the use of the client, and without the ones below these."""
    unframed: list[Section] = []
    framed = 7
    for section in sections:
        if section.level > framed:
            continue
        is_frame = section.heading.text.strip().lower() in _FRAMES
        framed = section.level if is_frame else 7
        if not is_frame:
            unframed.append(section)
    return unframed


def _last(name: str) -> str:
    """The innermost name of a type: `ActionsEnum` for `List<ActionsEnum>`, `RoomStatus` for `Room.Status`."""
    names = _NAME.findall(name)
    return names[-1].replace(".", "") if names else ""
