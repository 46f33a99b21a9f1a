"""How a page is built: a section for each group and version of an API, and in it one for each type.

The template writes `## acme.example/v1`, `#### Room`, the type that it is made of, a comment, the rules for its values,
where it appears, and a table of fields or values. Others leave parts of that out or change their order.
"""

from __future__ import annotations

import re
from types import MappingProxyType

from ...frozen import frozen
from ...markdown import Block, Inline, ItemList, Page, Prose, Section, Table
from ...markdown.table import read_table
from ...tables.columns import Columns, columns
from ...tables.texts import joined
from ...tables.typed_names import typed_name
from ..family import Claim, Sureness
from .dress import made_of, says_where, text, title

_ROLES = MappingProxyType(
    {"field": "name", "name": "name", "value": "name", "type": "type", "required": "required", "optional": "optional"}
    | {"description": "description", "value or description": "description", "default": "default"}
    | {"validation": "validation", "validations": "validation"}
)
_GROUP = re.compile(r"(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*/)?[a-z][a-z0-9]*")
_LABEL = re.compile(
    r"[_*]{0,3}(?P<label>Underlying type|Appears in|Used by|Validation):[_*]{0,3}[ \t]*(?P<rest>.*)", re.DOTALL
)
_HEADER = re.compile(r"\|\s*Field\s*\|\s*Description\s*\|")
_FRAMES = ("packages", "resource types", "kinds")


@frozen()
class Part:
    """A type.

    namespace   the group and the version of its API
    underlying  what it is made of, if it is no object
    rules       what its values keep to: `Enum: [open closed]`
    fields      the tables of its fields
    values      the tables of its values
    """

    section: Section
    name: str
    namespace: tuple[str, ...]
    description: str
    underlying: Inline | None
    rules: tuple[str, ...]
    fields: tuple[tuple[Table, Columns], ...]
    values: tuple[tuple[Table, Columns], ...]

    @property
    def full(self) -> str:
        """What names it among all of the page: `acme.example/v1.Room`."""
        return ".".join(filter(None, ("/".join(self.namespace), self.name)))


def claim(page: Page) -> Claim | None:
    """See `families.Family`."""
    marks = sum(
        1 for section in page.sections for block in section.blocks if _label(block) in ("Underlying type", "Appears in")
    )
    grouped = any(map(_is_group, page.sections))
    if not (marks or grouped) or not ((marks and grouped) or any(map(_has_types, page.sections))):
        return None
    sure = Sureness.CERTAIN if marks and grouped else Sureness.LIKELY
    return Claim(
        sure,
        len(parts(page)),
        "the page lists where types appear, or has fields with types below the version of an API",
    )


def parts(page: Page) -> tuple[Part, ...]:
    """The types of a page, in its order."""
    found: list[Part] = []
    for trail in page.trails():
        section = trail[-1]
        group = next((outer for outer in reversed(trail) if _is_group(outer)), None)
        if section is group or section.level < 2 or section.heading.text.strip().casefold() in _FRAMES:
            continue
        part = _part(section, _namespace(group))
        if part is not None:
            found.append(part)
    return tuple(found)


def _part(section: Section, namespace: tuple[str, ...]) -> Part | None:
    name, underlying = title(section.heading)
    rules: list[str] = []
    texts: list[str] = []
    fields: list[tuple[Table, Columns]] = []
    values: list[tuple[Table, Columns]] = []
    listed = ""
    is_type = underlying is not None
    for block in section.blocks:
        label = _label(block)
        if label:
            is_type = True
            underlying = _rest(block) if label == "Underlying type" else underlying
            listed = "" if label == "Underlying type" else label
        elif isinstance(block, ItemList) and listed:
            rules.extend(item.source for item in block.items if listed == "Validation")
            listed = ""
        elif isinstance(block, Table):
            roles = columns(block, _ROLES)
            if roles.get("name") == 0:
                shown = fields if _has_type(block, roles) else values
                shown.append((block, roles))
                is_type = True
        elif isinstance(block, Prose) and (table := _undelimited(block)) is not None:
            values.append((table, columns(table, _ROLES)))
            is_type = True
        elif (inner := made_of(block)) is not None:
            underlying, is_type = inner, True
        else:
            is_type = is_type or says_where(block)
            texts.append(text(block))
    if not is_type:
        return None
    return Part(section, name, namespace, joined(texts), underlying, tuple(rules), tuple(fields), tuple(values))


def _undelimited(block: Prose) -> Table | None:
    """The table of values that old templates write without a row of dashes, which Markdown takes for prose."""
    lines = block.source.split("\n")
    if len(lines) < 2 or not _HEADER.fullmatch(lines[0].strip()):
        return None
    if not all(line.lstrip().startswith("| `") and line.rstrip().endswith("|") for line in lines[1:]):
        return None
    return read_table([lines[0], "| --- | --- |", *lines[1:]], 0, len(lines) + 1, Inline, block.line - 2)


def _has_type(table: Table, roles: Columns) -> bool:
    """Whether a table shows types: in a column of their own, or behind the names."""
    return "type" in roles or any(typed_name(row.cells[0]).type is not None for row in table.rows)


def _has_types(section: Section) -> bool:
    return any(
        roles.get("name") == 0 and _has_type(table, roles)
        for table in section.tables
        if (roles := columns(table, _ROLES))
    )


def _is_group(section: Section) -> bool:
    """Whether a heading is that of an API: a group and a version."""
    text = section.heading.text.strip()
    return "/" in text and _GROUP.fullmatch(text) is not None


def _namespace(group: Section | None) -> tuple[str, ...]:
    return tuple(group.heading.text.strip().split("/")) if group is not None else ()


def _label(block: Block) -> str:
    """What a block announces, "" where it is no such line."""
    found = _LABEL.fullmatch(block.source) if isinstance(block, Prose) else None
    return found["label"] if found else ""


def _rest(block: Block) -> Inline | None:
    """What stands behind the label in a block: `_Underlying type:_ _[Room](#room)_`."""
    found = _LABEL.fullmatch(block.source) if isinstance(block, Prose) else None
    return (
        Inline(found["rest"].strip(), block.line, found.start("rest") + 1) if found and found["rest"].strip() else None
    )
